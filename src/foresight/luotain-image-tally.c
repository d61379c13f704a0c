#include "luotain-image-tally.h"

#include <string.h>
#ifdef G_OS_UNIX
#include <sys/mman.h>
#endif

#define ROUND 256
#define HUGE_PAGE ((gsize) 2 << 20)

/* Memory that is read here and there is found more quickly in large pages. Where there are none this does nothing. */
static void
ask_for_large_pages (guint8 *bytes, gsize size)
{
#ifdef MADV_HUGEPAGE
  const gsize skipped = (HUGE_PAGE - (gsize) GPOINTER_TO_SIZE (bytes) % HUGE_PAGE) % HUGE_PAGE;

  if (size > skipped + HUGE_PAGE)
    madvise (bytes + skipped, (size - skipped) / HUGE_PAGE * HUGE_PAGE, MADV_HUGEPAGE);
#endif
}

static gsize
count_words (gsize n_paths)
{
  return (n_paths + 63) / 64;
}

void
luotain_tally_init (LuotainTally *self, gsize n_paths)
{
  /* Whole words are read. */
  const gsize size = count_words (n_paths) * 64;

  self->bytes = g_malloc0 (size);
  self->rounds = g_array_new (FALSE, FALSE, sizeof (guint32));
  ask_for_large_pages (self->bytes, size);
}

void
luotain_tally_add (LuotainTally *self, const guint32 *images, guint n)
{
  guint8 *bytes = self->bytes;

  for (guint i = 0; i < n; i++)
    {
      if (++bytes[images[i]] == 0)
        g_array_append_val (self->rounds, images[i]);
    }
}

void
luotain_tally_clear (LuotainTally *self)
{
  g_clear_pointer (&self->bytes, g_free);
  g_clear_pointer (&self->rounds, g_array_unref);
}

/* One bit for each of eight bytes: whether it is not 0. */
static guint64
find_counted (guint64 bytes)
{
  const guint64 lows = G_GUINT64_CONSTANT (0x7f7f7f7f7f7f7f7f);
  const guint64 tops = (((bytes & lows) + lows) | bytes) & ~lows;

  return (tops >> 7) * G_GUINT64_CONSTANT (0x0102040810204080) >> 56;
}

static guint64
read_bits (const LuotainTally *tallies, guint n, gsize word)
{
  guint64 bits = 0;

  for (guint eight = 0; eight < 8; eight++)
    {
      guint64 bytes = 0;

      for (guint t = 0; t < n; t++)
        {
          guint64 more;

          memcpy (&more, tallies[t].bytes + word * 64 + eight * 8, sizeof (more));
          bytes |= more;
        }
      bits |= find_counted (GUINT64_FROM_LE (bytes)) << eight * 8;
    }

  return bits;
}

static void
fill_words (LuotainImages *self, const LuotainTally *tallies, guint n, gsize n_words)
{
  self->words = g_new0 (LuotainImageWord, n_words);
  for (guint t = 0; t < n; t++)
    for (guint r = 0; r < tallies[t].rounds->len; r++)
      {
        const guint32 number = g_array_index (tallies[t].rounds, guint32, r);

        self->words[number / 64].bits |= G_GUINT64_CONSTANT (1) << number % 64;
      }

  for (gsize w = 0; w < n_words; w++)
    {
      self->words[w].bits |= read_bits (tallies, n, w);
      self->words[w].n_before = (guint32) self->n;
      self->n += (gsize) __builtin_popcountll (self->words[w].bits);
    }
}

void
luotain_images_gather (LuotainImages *self, const LuotainTally *tallies, guint n, gsize n_paths)
{
  const gsize n_words = count_words (n_paths);
  gsize place = 0;

  memset (self, 0, sizeof (*self));
  fill_words (self, tallies, n, n_words);
  self->numbers = g_new (guint32, MAX (self->n, 1));
  self->counts = g_new0 (guint32, MAX (self->n, 1));
  for (gsize w = 0; w < n_words; w++)
    for (guint64 bits = self->words[w].bits; bits != 0; bits &= bits - 1, place++)
      {
        const gsize number = w * 64 + (gsize) __builtin_ctzll (bits);

        self->numbers[place] = (guint32) number;
        for (guint t = 0; t < n; t++)
          self->counts[place] += tallies[t].bytes[number];
      }

  for (guint t = 0; t < n; t++)
    for (guint r = 0; r < tallies[t].rounds->len; r++)
      self->counts[luotain_images_place (self, g_array_index (tallies[t].rounds, guint32, r))] += ROUND;
}

void
luotain_images_clear (LuotainImages *self)
{
  g_clear_pointer (&self->numbers, g_free);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->words, g_free);
}
