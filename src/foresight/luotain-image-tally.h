#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many paths move on to which; for the files of this folder.
 *
 * A path that is moved on to is an image. Images are few among all paths but seldom alone: so paths are taken in lines of 64, and
 * only lines in which an image was met have counts, and these are short: the smaller the place, the sooner memory answers. What
 * grows beyond them is written down apart. */

#define LUOTAIN_LINE_PATHS 64

/** LUOTAIN_FULL: before a count of this grows by as much again, it is to be lessened by a round; it is not 0 then. */
#define LUOTAIN_FULL 0x8000
#define LUOTAIN_ROUND (LUOTAIN_FULL - 1)

/** LUOTAIN_MAX_TALLIES: so many threads count at most, each in memory of its own. */
#define LUOTAIN_MAX_TALLIES 2

/**
 * LuotainTally:
 * @places: for every line of paths where its counts stand, 1 for the first; 0 where there are none
 * @lines: which line stands at a place; the first is not used, here and in @counts
 * @counts: for every path of the lines how many moved on to it, less the rounds
 * @n: places used, the one that is not used among them
 * @room: places there is room for
 * @rounds: (element-type guint32): the number of a path for every %LUOTAIN_ROUND paths that moved on to it
 *
 * Counts of one thread.
 */
typedef struct
{
  guint32 *places;
  guint32 *lines;
  guint16 *counts;
  guint32 n;
  guint32 room;
  GArray *rounds;
} LuotainTally;

/** luotain_tally_init: sets up counts for @n_paths paths. */
void luotain_tally_init (LuotainTally *self, gsize n_paths);

/** luotain_tally_open: Returns: the place of a line that had none. */
guint32 luotain_tally_open (LuotainTally *self, guint32 line);

/** luotain_tally_line: Returns: the counts of the line of the path with this number. */
static inline guint16 *
luotain_tally_line (LuotainTally *self, guint32 number)
{
  guint32 place = self->places[number / LUOTAIN_LINE_PATHS];

  if (G_UNLIKELY (place == 0))
    place = luotain_tally_open (self, number / LUOTAIN_LINE_PATHS);
  return self->counts + (gsize) place * LUOTAIN_LINE_PATHS;
}

/** luotain_tally_lessen: writes a round down for the path with this number, if it has one. */
void luotain_tally_lessen (LuotainTally *self, guint32 number);

/** luotain_tally_clear: frees what is in @self. */
void luotain_tally_clear (LuotainTally *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LuotainTally, luotain_tally_clear)

/** LuotainImageLine: 64 paths: which of them are images, and how many images are listed before the first. */
typedef struct
{
  guint64 bits;
  guint32 n_before;
} LuotainImageLine;

/**
 * LuotainImages:
 * @n: paths that some path moves on to
 * @numbers: their numbers
 * @counts: how many paths move on to them
 * @places: for every line of paths which of @lines it is
 * @lines: where images are found by their numbers
 */
typedef struct
{
  gsize n;
  guint32 *numbers;
  guint32 *counts;
  guint32 *places;
  LuotainImageLine *lines;
} LuotainImages;

/**
 * luotain_images_gather:
 * @tallies: (inout): @n tallies of the same paths; as many threads read them, and the first gets what the others counted
 *
 * Lists what has been counted.
 */
void luotain_images_gather (LuotainImages *self, LuotainTally *tallies, guint n);

/** luotain_count_bits: Returns: how many bits are set; the compiler's own calls a function where not every processor can count. */
static inline guint
luotain_count_bits (guint64 bits)
{
  bits -= bits >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  bits = (bits & G_GUINT64_CONSTANT (0x3333333333333333))
         + (bits >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  bits = (bits + (bits >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  return (guint) (bits * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

/** luotain_images_place: Returns: the place of an image in the list of all. */
static inline guint32
luotain_images_place (const LuotainImages *self, guint32 number)
{
  const LuotainImageLine *line = &self->lines[self->places[number / LUOTAIN_LINE_PATHS]];
  const guint64 below = (G_GUINT64_CONSTANT (1) << number % LUOTAIN_LINE_PATHS) - 1;

  return line->n_before + luotain_count_bits (line->bits & below);
}

/** luotain_images_clear: frees what is in @self. */
void luotain_images_clear (LuotainImages *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LuotainImages, luotain_images_clear)

G_END_DECLS
