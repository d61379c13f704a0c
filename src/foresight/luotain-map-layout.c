#include "luotain-map-layout.h"

#include "luotain-map-cell.h"
#include "luotain-map-places.h"

#include <math.h>

/* Radius of the empty middle of a radar, where sectors grow too narrow, as a share of the whole. */
#define HUB_SHARE 0.12
/* What of the radius the ring of findings without a year takes at least. */
#define WAITING_SHARE 0.09
/* A square in the corner beside a circle of radius 1: 1 - 1 / sqrt (2). */
#define CORNER 0.293

static void
measure_radar (LuotainMapLayout *self)
{
  const LuotainMapFrame *frame = &self->frame;
  const double half = MAX (MIN (frame->width, frame->height) / 2, 1);
  const double margin = MIN (frame->text * 1.8, half * 0.2);
  double waiting;

  self->x = frame->width / 2;
  self->y = frame->height / 2;
  self->rim = half - margin;
  waiting = MIN (MAX (self->rim * WAITING_SHARE, frame->symbol * 3.2), self->rim * 0.25);
  self->outer = self->rim - waiting;
  self->inner = self->outer * HUB_SHARE;
  self->tray.width = self->x - half + half * CORNER;
  self->tray.height = self->y - half + half * CORNER;
  self->tray.x = 0;
  self->tray.y = frame->height - self->tray.height;
}

static void
measure_grid (LuotainMapLayout *self)
{
  const LuotainMapFrame *frame = &self->frame;
  const double left = frame->text * 2.6, top = frame->text * 0.8, axis = frame->text * 3;
  const double tray = MAX (frame->height * 0.1, frame->symbol * 4);

  self->grid.x = left;
  self->grid.y = top;
  self->grid.width = MAX (frame->width - left - frame->text * 0.8, 5);
  self->grid.height = MAX (frame->height - top - axis - tray, 5);
  self->tray.x = left;
  self->tray.y = frame->height - tray;
  self->tray.width = self->grid.width;
  self->tray.height = tray;
}

LuotainMapLayout *
luotain_map_layout_new (const LuotainMapFrame *frame, const LuotainMapItem *items, guint n_items)
{
  LuotainMapLayout *self = g_new0 (LuotainMapLayout, 1);

  self->frame = *frame;
  if (frame->mode == LUOTAIN_MAP_GRID)
    measure_grid (self);
  else
    measure_radar (self);
  luotain_map_places_fill (self, items, n_items);
  return self;
}

void
luotain_map_layout_free (LuotainMapLayout *self)
{
  if (self == NULL)
    return;

  g_free (self->symbols);
  g_free (self->clusters);
  g_free (self);
}

static int
add_dimension (int *dimensions, int n, int dimension)
{
  int i = n;

  for (int j = 0; j < n; j++)
    if (dimensions[j] == dimension)
      return n;

  for (; i > 0 && dimensions[i - 1] > dimension; i--)
    dimensions[i] = dimensions[i - 1];
  dimensions[i] = dimension;
  return n + 1;
}

int *
luotain_map_layout_moved_dimensions (const LuotainMapLayout *self, const LuotainMapItem *item,
                                     const LuotainMapSymbol *symbol, const LuotainMapSpot *spot, guint *n)
{
  const gboolean alone = item->n_dimensions < 2 || luotain_map_border_of (self, item) >= 0;
  int *dimensions = g_new0 (int, item->n_dimensions + 3);
  int count = 0;

  for (guint i = 0; i < item->n_dimensions; i++)
    if (spot->n_dimensions == 0 || (!alone && item->dimensions[i] != symbol->dimension))
      count = add_dimension (dimensions, count, item->dimensions[i]);
  for (guint i = 0; i < spot->n_dimensions; i++)
    count = add_dimension (dimensions, count, spot->dimensions[i]);

  *n = (guint) count;
  return dimensions;
}

int
luotain_map_layout_symbol_at (const LuotainMapLayout *self, double x, double y, double slack)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &self->symbols[i];
      const double distance = hypot (x - symbol->x, y - symbol->y);

      if (symbol->cluster < 0 && distance <= symbol->radius + slack && distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}

int
luotain_map_layout_cluster_at (const LuotainMapLayout *self, double x, double y, double slack)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->n_clusters; i++)
    {
      const LuotainMapCluster *cluster = &self->clusters[i];
      const double distance = hypot (x - cluster->x, y - cluster->y);

      if (distance <= cluster->radius + slack && distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}

gboolean
luotain_map_item_is_critical (const LuotainMapItem *item)
{
  return item->impact >= 4 && item->probability <= 2;
}
