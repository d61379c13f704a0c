#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many paths move on to which; for the files of this folder.
 *
 * A path that is moved on to is an image. While images are counted every path has one byte: the images are few and far apart, and
 * the smaller the place they are in, the sooner memory answers. What no longer fits in a byte is written down apart. */

/**
 * LuotainTally:
 * @bytes: for every path how many moved on to it, modulo 256
 * @rounds: (element-type guint32): a path for every 256 that moved on to it
 *
 * Counts of one thread.
 */
typedef struct
{
  guint8 *bytes;
  GArray *rounds;
} LuotainTally;

/** luotain_tally_init: sets up counts for @n_paths paths. */
void luotain_tally_init (LuotainTally *self, gsize n_paths);

/** luotain_tally_add: counts @n images, in the order in which they come. */
void luotain_tally_add (LuotainTally *self, const guint32 *images, guint n);

/** luotain_tally_clear: frees what is in @self. */
void luotain_tally_clear (LuotainTally *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LuotainTally, luotain_tally_clear)

/** LuotainImageWord: 64 paths: which of them are images, and how many images there are before the first. */
typedef struct
{
  guint64 bits;
  guint32 n_before;
} LuotainImageWord;

/**
 * LuotainImages:
 * @n: paths that some path moves on to
 * @numbers: their numbers, rising
 * @counts: how many paths move on to them
 * @words: where they are found by their numbers
 */
typedef struct
{
  gsize n;
  guint32 *numbers;
  guint32 *counts;
  LuotainImageWord *words;
} LuotainImages;

/** luotain_images_gather: finds what has been counted in @n tallies of @n_paths paths each. */
void luotain_images_gather (LuotainImages *self, const LuotainTally *tallies, guint n, gsize n_paths);

/** luotain_images_place: Returns: the place of an image in the list of all. */
static inline guint32
luotain_images_place (const LuotainImages *self, guint32 number)
{
  const LuotainImageWord *word = &self->words[number / 64];
  const guint64 below = (G_GUINT64_CONSTANT (1) << number % 64) - 1;

  return word->n_before + (guint32) __builtin_popcountll (word->bits & below);
}

/** luotain_images_clear: frees what is in @self. */
void luotain_images_clear (LuotainImages *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LuotainImages, luotain_images_clear)

G_END_DECLS
