#pragma once

#include "luotain-map-layout.h"

G_BEGIN_DECLS

/** LuotainMapCell: a piece of the map that means one value: a year of a dimension, a square of the grid, a tray. */
typedef struct
{
  guint64 key; /* the same for the same piece */
  gboolean polar;
  double begin, end; /* angles of a piece of a ring, else x of both edges */
  double near, far; /* radii of a piece of a ring, else y of both edges */
  double margin; /* how far symbols reach beyond these edges */
  gboolean placed; /* stands on the scale */
} LuotainMapCell;

/**
 * luotain_map_cell_of:
 * @self: a layout whose frame and sizes are known
 * @item: a finding
 * @dimension: whose sector, -1 for none
 * @on_border: on the border behind that sector
 * @cell: (out): where it stands
 */
void luotain_map_cell_of (const LuotainMapLayout *self, const LuotainMapItem *item, int dimension,
                          gboolean on_border, LuotainMapCell *cell);

/** luotain_map_cell_point: the point @across and @along, from 0 to 1, of a cell. */
void luotain_map_cell_point (const LuotainMapLayout *self, const LuotainMapCell *cell, double across,
                             double along, double *x, double *y);

/** luotain_map_cell_area: in square pixels, with the margin. */
double luotain_map_cell_area (const LuotainMapCell *cell);

/** luotain_map_border_of: the sector behind which two neighbours meet, or -1 where the item stands on no border. */
int luotain_map_border_of (const LuotainMapLayout *self, const LuotainMapItem *item);

G_END_DECLS
