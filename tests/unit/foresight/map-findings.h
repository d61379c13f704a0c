/* Seeded findings for the tests and the benchmark of the map. */
#pragma once

#include "luotain-map-layout.h"

#include <math.h>

#define MAP_DIMENSIONS 5
#define MAP_FIRST_YEAR 2024
#define MAP_LAST_YEAR 2036

typedef struct
{
  guint n;
  LuotainMapItem *items;
  int (*dimensions)[2];
} MapFindings;

/* Most have one dimension or two neighbours, some two apart, a few none; some have no year or no ratings. */
static inline MapFindings
map_findings_new (guint n, guint32 seed)
{
  GRand *random = g_rand_new_with_seed (seed);
  MapFindings self = { n, g_new0 (LuotainMapItem, n + 1), g_malloc0_n (n + 1, sizeof *self.dimensions) };

  for (guint i = 0; i <= n; i++)
    {
      LuotainMapItem *item = &self.items[i];
      const int first = g_rand_int_range (random, 0, MAP_DIMENSIONS);
      const int apart = g_rand_int_range (random, 0, 10) < 7 ? 1 : 2;

      item->id = ((gint64) i + 1) * 4194304 + g_rand_int_range (random, 0, 4194304);
      item->n_dimensions = i % 29 == 28 ? 0 : g_rand_int_range (random, 0, 3) == 0 ? 2 : 1;
      item->dimensions = self.dimensions[i];
      self.dimensions[i][0] = MIN (first, (first + apart) % MAP_DIMENSIONS);
      self.dimensions[i][1] = MAX (first, (first + apart) % MAP_DIMENSIONS);
      item->kind = g_rand_int_range (random, -1, 5);
      item->year = i % 17 == 16 ? NAN : g_rand_int_range (random, MAP_FIRST_YEAR, MAP_LAST_YEAR + 1);
      item->impact = i % 13 == 12 ? NAN : g_rand_int_range (random, 1, 6);
      item->probability = i % 11 == 10 ? NAN : g_rand_int_range (random, 1, 6);
      item->direction = g_rand_int_range (random, -1, 2);
      item->weight = g_rand_double (random) * 100;
      item->across = item->along = NAN;
    }

  g_rand_free (random);
  return self;
}

static inline void
map_findings_clear (MapFindings *self)
{
  g_free (self->items);
  g_free (self->dimensions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MapFindings, map_findings_clear)

static inline LuotainMapFrame
map_frame (LuotainMapMode mode, double width, double height)
{
  return (LuotainMapFrame){
    .mode = mode,
    .n_dimensions = MAP_DIMENSIONS,
    .first_year = MAP_FIRST_YEAR,
    .last_year = MAP_LAST_YEAR,
    .ring_years = 2,
    .width = width,
    .height = height,
    .symbol = 8,
    .text = 15,
  };
}
