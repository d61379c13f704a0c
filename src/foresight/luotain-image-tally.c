#include "luotain-image-tally.h"

#include "luotain-share.h"

#include <string.h>
#ifdef G_OS_UNIX
#include <sys/mman.h>
#endif

#define HUGE_PAGE ((gsize) 2 << 20)
/* A tally begins with room for so many of all lines: seldom are there more images. */
#define FIRST_ROOM(n_lines) ((n_lines) / 8 + 64)

static gsize
count_size (guint32 room)
{
  return (gsize) room * LUOTAIN_LINE_PATHS * sizeof (guint16);
}

static void
make_room (LuotainTally *self, guint32 room)
{
  const gsize size = count_size (room);
  guint16 *counts = g_aligned_alloc (size, 1,
                                     size < HUGE_PAGE ? sizeof (guint16) * LUOTAIN_LINE_PATHS : HUGE_PAGE);

#ifdef MADV_HUGEPAGE
  /* Memory that is read here and there is found more quickly in large pages. Where there are none this does nothing. */
  madvise (counts, size / HUGE_PAGE * HUGE_PAGE, MADV_HUGEPAGE);
#endif
  if (self->counts != NULL)
    memcpy (counts, self->counts, count_size (self->n));
  g_aligned_free (self->counts);
  self->counts = counts;
  self->lines = g_renew (guint32, self->lines, room);
  self->room = room;
}

void
luotain_tally_init (LuotainTally *self, gsize n_paths)
{
  const guint32 n_lines = (guint32) (n_paths / LUOTAIN_LINE_PATHS) + 1;

  *self = (LuotainTally){ .places = g_new0 (guint32, n_lines),
                          .n = 1,
                          .rounds = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  make_room (self, FIRST_ROOM (n_lines));
}

guint32
luotain_tally_open (LuotainTally *self, guint32 line)
{
  if (self->n == self->room)
    make_room (self, 2 * self->room);

  memset (self->counts + (gsize) self->n * LUOTAIN_LINE_PATHS, 0, count_size (1));
  self->lines[self->n] = line;
  self->places[line] = self->n;
  return self->n++;
}

void
luotain_tally_lessen (LuotainTally *self, guint32 number)
{
  guint16 *count = luotain_tally_line (self, number) + number % LUOTAIN_LINE_PATHS;

  if (*count < LUOTAIN_FULL)
    return;

  *count = (guint16) (*count - LUOTAIN_ROUND);
  g_array_append_val (self->rounds, number);
}

void
luotain_tally_clear (LuotainTally *self)
{
  g_clear_pointer (&self->rounds, g_array_unref);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->lines, g_free);
  g_clear_pointer (&self->counts, g_aligned_free);
}

/* A share of the lines. */
typedef struct
{
  guint32 first;
  guint32 end;
  gsize n_images;
  gsize n_before;
} Part;

/* The lines of all tallies: those of the first one at the places they have there, then what others have besides. */
typedef struct
{
  LuotainImages *images;
  const LuotainTally *tallies;
  guint32 *lines;
  guint32 n_lines;
  Part parts[LUOTAIN_MAX_TALLIES];
} Gathering;

/* The counts of a line in all the tallies that have some; returns how many these are. */
static guint
find_counts (const Gathering *self, guint32 line, guint n, const guint16 *counts[LUOTAIN_MAX_TALLIES])
{
  guint n_found = 0;

  for (guint t = 0; t < n; t++)
    {
      const LuotainTally *tally = &self->tallies[t];
      const guint32 place = t > 0 ? tally->places[self->lines[line]] : line < tally->n ? line : 0;

      if (place != 0)
        counts[n_found++] = tally->counts + (gsize) place * LUOTAIN_LINE_PATHS;
    }

  return n_found;
}

static void
find_images (gpointer data, guint number, guint n)
{
  Gathering *self = data;
  Part *part = &self->parts[number];
  gsize n_images = 0;

  for (guint32 line = part->first; line < part->end; line++)
    {
      const guint16 *counts[LUOTAIN_MAX_TALLIES];
      const guint n_found = find_counts (self, line, n, counts);
      guint64 bits = 0;

      for (guint t = 0; t < n_found; t++)
        for (guint p = 0; p < LUOTAIN_LINE_PATHS; p++)
          bits |= (guint64) (counts[t][p] != 0) << p;
      self->images->lines[line].bits = bits;
      n_images += luotain_count_bits (bits);
    }

  part->n_images = n_images;
}

static void
list_images (gpointer data, guint number, guint n)
{
  const Gathering *self = data;
  const Part *part = &self->parts[number];
  LuotainImages *images = self->images;
  gsize image = part->n_before;

  for (guint32 line = part->first; line < part->end; line++)
    {
      const guint16 *counts[LUOTAIN_MAX_TALLIES];
      const guint n_found = find_counts (self, line, n, counts);

      images->lines[line].n_before = (guint32) image;
      for (guint64 bits = images->lines[line].bits; bits != 0; bits &= bits - 1, image++)
        {
          const guint p = (guint) __builtin_ctzll (bits);
          guint32 count = 0;

          for (guint t = 0; t < n_found; t++)
            count += counts[t][p];
          images->numbers[image] = self->lines[line] * LUOTAIN_LINE_PATHS + p;
          images->counts[image] = count;
        }
    }
}

/* From here on the places of the first tally are those of the images. */
static void
gather_lines (Gathering *self, LuotainTally *tallies, guint n)
{
  guint32 n_lines = 0;

  for (guint t = 0; t < n; t++)
    n_lines += tallies[t].n;
  self->lines = g_renew (guint32, g_steal_pointer (&tallies[0].lines), n_lines);
  self->n_lines = tallies[0].n;
  self->images->places = g_steal_pointer (&tallies[0].places);
  for (guint t = 1; t < n; t++)
    for (guint32 place = 1; place < tallies[t].n; place++)
      if (self->images->places[tallies[t].lines[place]] == 0)
        {
          self->images->places[tallies[t].lines[place]] = self->n_lines;
          self->lines[self->n_lines++] = tallies[t].lines[place];
        }
}

void
luotain_images_gather (LuotainImages *self, LuotainTally *tallies, guint n)
{
  Gathering gathering = { .images = self, .tallies = tallies };

  g_return_if_fail (n >= 1 && n <= LUOTAIN_MAX_TALLIES);

  *self = (LuotainImages){ 0 };
  gather_lines (&gathering, tallies, n);
  self->lines = g_new (LuotainImageLine, gathering.n_lines);
  for (guint p = 0; p < n; p++)
    {
      gathering.parts[p].first = MAX (1, (guint32) ((guint64) gathering.n_lines * p / n));
      gathering.parts[p].end = (guint32) ((guint64) gathering.n_lines * (p + 1) / n);
    }
  luotain_share (n, find_images, &gathering);

  for (guint p = 0; p < n; p++)
    {
      gathering.parts[p].n_before = self->n;
      self->n += gathering.parts[p].n_images;
    }
  self->numbers = g_new (guint32, MAX (self->n, 1));
  self->counts = g_new (guint32, MAX (self->n, 1));
  luotain_share (n, list_images, &gathering);

  for (guint t = 0; t < n; t++)
    for (guint r = 0; r < tallies[t].rounds->len; r++)
      self->counts[luotain_images_place (self, g_array_index (tallies[t].rounds, guint32, r))] +=
          LUOTAIN_ROUND;
  g_free (gathering.lines);
}

void
luotain_images_clear (LuotainImages *self)
{
  g_clear_pointer (&self->numbers, g_free);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->lines, g_free);
}
