#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LuotainMapMode: what the place of a symbol means. */
typedef enum
{
  LUOTAIN_MAP_RADAR, /* angle: dimension, distance: time of breakthrough */
  LUOTAIN_MAP_GRID /* across: uncertainty, up: impact */
} LuotainMapMode;

/** LuotainMapSharing: where a finding of two dimensions stands on a radar. */
typedef enum
{
  LUOTAIN_MAP_ON_BORDER, /* on their border; in each of them where they are no neighbours */
  LUOTAIN_MAP_IN_EACH /* as one symbol in each of them */
} LuotainMapSharing;

/** LuotainMapItem: a finding as the map sees it. What was not rated is NAN. */
typedef struct
{
  gint64 id;
  const int *
      dimensions; /* (array length=n_dimensions): indices of its dimensions, rising; owned by who made the item */
  guint n_dimensions;
  int kind; /* index of its kind in the vocabulary, -1 for none: the shape of its symbol */
  double year; /* of breakthrough */
  double impact; /* 1 to 5 */
  double probability; /* 1 to 5; uncertainty is 6 minus it */
  double direction; /* -1 weakening, 0 established, 1 strengthening */
  double weight; /* what is heavier keeps its label and stays outside clusters */
  double across, along; /* from 0 to 1: where in its cell it was put by hand; NAN where nobody did */
  gboolean hidden; /* gets no symbol */
} LuotainMapItem;

/** LuotainMapFrame: what the map looks like before anything stands on it. To zoom in, make it larger. */
typedef struct
{
  LuotainMapMode mode;
  LuotainMapSharing sharing;
  gboolean horizon_inside; /* the last year in the middle instead of at the rim */
  guint n_dimensions;
  int first_year, last_year; /* of the scale */
  int ring_years; /* years from ring to ring */
  double width, height; /* of the canvas, in pixels */
  double symbol; /* radius of a symbol of impact 3, in pixels */
  double text; /* height of a line of text, in pixels: room for the names at the rim */
} LuotainMapFrame;

/** LuotainMapSymbol: one mark on the map. */
typedef struct
{
  guint item; /* index of the item */
  gint64 id;
  double x, y, radius;
  int shape; /* index of its kind, -1 for none */
  int outline; /* direction: -1, 0, 1; LUOTAIN_MAP_NO_OUTLINE where it was not rated */
  int dimension; /* in whose sector it stands, -1 for none; on a border the one before it */
  int cluster; /* index of the cluster it went into (it is not drawn then), or -1 */
  gboolean placed; /* stands on the scale; else it waits outside to be placed */
} LuotainMapSymbol;

#define LUOTAIN_MAP_NO_OUTLINE 2

/** LuotainMapCluster: one mark for many symbols of a place that has no room for all. */
typedef struct
{
  double x, y, radius;
  guint count; /* symbols in it */
} LuotainMapCluster;

/** LuotainMapRect: a rectangle, in pixels. */
typedef struct
{
  double x, y, width, height;
} LuotainMapRect;

/** LuotainMapLayout: where everything stands; plain arrays, the same for window, files and tests. */
typedef struct
{
  LuotainMapFrame frame;
  guint n_symbols;
  LuotainMapSymbol *symbols; /* in the order of the items */
  guint n_clusters;
  LuotainMapCluster *clusters;
  double x, y; /* middle of the radar */
  double inner,
      outer; /* radii between which the years lie; the first and last year stand half a year inside */
  double rim; /* radius up to which findings without a year wait, outside `outer` */
  LuotainMapRect grid; /* of the grid */
  LuotainMapRect
      tray; /* where findings wait that have no dimension, or on the grid no impact or probability */
} LuotainMapLayout;

/**
 * luotain_map_layout_new:
 * @frame: what the map looks like
 * @items: (array length=n_items): the findings
 * @n_items: how many
 *
 * Gives every finding its place. The place follows from the values of the finding and its id alone, and from those
 * older ones (of a smaller id) that stand in its way: adding a finding moves no other but where its cell runs over, and
 * moving one moves only what stood or stands near it. No symbol is drawn over another as long as there is room; what
 * has no room goes into a cluster, the lightest first.
 *
 * Returns: (transfer full): the layout
 */
LuotainMapLayout *luotain_map_layout_new (const LuotainMapFrame *frame, const LuotainMapItem *items,
                                          guint n_items);
void luotain_map_layout_free (LuotainMapLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainMapLayout, luotain_map_layout_free)

/** LuotainMapSpot: what a point of the map means: the inverse of the layout. */
typedef struct
{
  gboolean
      inside; /* on the scale; else in the tray or beyond: what is dropped there loses nothing and gains nothing */
  int dimensions[2]; /* rising; of a radar */
  guint n_dimensions; /* 0 on the grid and in the tray, 2 on a border where findings stand on borders */
  double year; /* whole; NAN on the grid, in the tray and in the ring of what has no year */
  double impact, probability; /* whole; NAN on a radar and in the tray */
  double across, along; /* where in the cell */
} LuotainMapSpot;

/**
 * luotain_map_layout_spot:
 * @self: a layout
 * @x: in pixels
 * @y: in pixels
 * @spot: (out): what stands there
 */
void luotain_map_layout_spot (const LuotainMapLayout *self, double x, double y, LuotainMapSpot *spot);

/**
 * luotain_map_layout_moved_dimensions:
 * @self: a layout
 * @item: a finding
 * @symbol: its symbol that is moved
 * @spot: where to
 * @n: (out): how many dimensions it then has
 *
 * Where a symbol stands alone, the finding takes the dimensions of the spot; where it has a symbol in each of its
 * dimensions, only the one of the moved symbol is replaced. A finding dropped inside its own cell keeps what it has.
 *
 * Returns: (transfer full) (array length=n): indices, rising
 */
int *luotain_map_layout_moved_dimensions (const LuotainMapLayout *self, const LuotainMapItem *item,
                                          const LuotainMapSymbol *symbol, const LuotainMapSpot *spot,
                                          guint *n);

/**
 * luotain_map_layout_symbol_at:
 * @self: a layout
 * @x: in pixels
 * @y: in pixels
 * @slack: how far beside a symbol still counts
 *
 * Returns: the index of the nearest symbol that is drawn there, or -1
 */
int luotain_map_layout_symbol_at (const LuotainMapLayout *self, double x, double y, double slack);

/** luotain_map_layout_cluster_at: the same for clusters. */
int luotain_map_layout_cluster_at (const LuotainMapLayout *self, double x, double y, double slack);

/**
 * luotain_map_layout_year_radius:
 * @self: a layout of a radar
 * @year: a year
 *
 * Returns: the radius of its ring
 */
double luotain_map_layout_year_radius (const LuotainMapLayout *self, double year);

/**
 * luotain_map_layout_border_angle:
 * @self: a layout of a radar
 * @dimension: index of a dimension
 *
 * Returns: the angle, in radians clockwise from three o'clock, at which its sector begins; it ends where the next begins
 */
double luotain_map_layout_border_angle (const LuotainMapLayout *self, guint dimension);

/**
 * luotain_map_item_is_critical:
 * @item: a finding
 *
 * Returns: whether it stands in the critical corner of the grid: impact and uncertainty of 4 or more, a candidate for
 *   a key variable
 */
gboolean luotain_map_item_is_critical (const LuotainMapItem *item);

G_END_DECLS
