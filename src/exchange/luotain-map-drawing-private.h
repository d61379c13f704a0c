#pragma once

#include "luotain-map-drawing.h"

#include "luotain-map-words.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/** LuotainMapForm: how much of a name stands on the map. */
typedef enum
{
  LUOTAIN_MAP_FULL, /* two lines */
  LUOTAIN_MAP_SHORT, /* one, where there is no room for two */
  LUOTAIN_MAP_N_FORMS
} LuotainMapForm;

struct _LuotainMapDrawing
{
  LuotainMapData *data;
  LuotainMapFrame frame;
  LuotainMapTheme theme;
  PangoFontDescription *font;
  PangoContext *context;
  LuotainMapLinks links;
  char *filter; /* (nullable): what is shown of all, in words */

  LuotainMapItem *items; /* one a finding: the data's, with places set by hand */
  LuotainMapMark *marks; /* one a finding */
  PangoLayout **captions; /* LUOTAIN_MAP_N_FORMS a finding, made when they are needed: its name on the map */

  LuotainMapLayout *layout;
  LuotainLabel *labels; /* one a symbol, then one a cluster */
  LuotainMapForm *forms; /* one a symbol: how long its name is */
  gboolean layout_due, labels_due, forms_due;
};

/** luotain_map_drawing_caption: (transfer none): the name of a symbol's finding as it stands there, line by line. */
PangoLayout *luotain_map_drawing_caption (LuotainMapDrawing *self, guint symbol);

/** luotain_map_drawing_text: (transfer full): a text in the map's font, @scale times as large. */
PangoLayout *luotain_map_drawing_text (LuotainMapDrawing *self, const char *text, double scale);

/** luotain_map_ground_obstacles: (element-type LuotainLabelBox): what of the ground no label may cover. */
GArray *luotain_map_ground_obstacles (LuotainMapDrawing *self);

/** LuotainMapName: a name that belongs to the ground: a year, a dimension, an axis, a tray. */
typedef struct
{
  char *text;
  double x, y; /* of its middle */
  double angle; /* it is turned by, clockwise */
  double width, height; /* not turned */
  double scale; /* of the map's font */
  gboolean bold, dim;
} LuotainMapName;

/** luotain_map_ground_names: (element-type LuotainMapName): all of them, for drawing and for files. */
GArray *luotain_map_ground_names (LuotainMapDrawing *self);

/** luotain_map_ground_name_layout: (transfer full): a name, ready to be drawn. */
PangoLayout *luotain_map_ground_name_layout (LuotainMapDrawing *self, const LuotainMapName *name);

/** luotain_map_ground_is_ring: whether a ring is drawn for a year. */
gboolean luotain_map_ground_is_ring (const LuotainMapFrame *frame, int year);

/** luotain_map_ground_uses_tray: whether anything waits in the tray. */
gboolean luotain_map_ground_uses_tray (LuotainMapDrawing *self);

/** LuotainMapStroke: how the outline of a symbol says its direction: double, single, dashed; thin where nobody said. */
typedef struct
{
  double width;
  double dash, gap; /* 0 for a solid line */
  double inner; /* radius of a second, inner shape; 0 for none */
  double inner_width;
  gboolean filled; /* the inner shape is filled */
} LuotainMapStroke;

void luotain_map_stroke_of (int shape, int outline, double radius, LuotainMapStroke *stroke);

/** LuotainMapArrow: evidence, from the edge of one symbol to that of the other. */
typedef struct
{
  double x1, y1, x2, y2;
  double left_x, left_y, right_x, right_y; /* ends of its head */
  gboolean chosen; /* one of its ends is selected */
} LuotainMapArrow;

/** luotain_map_arrow_of: whether evidence is drawn now, and how. */
gboolean luotain_map_arrow_of (LuotainMapDrawing *self, const LuotainMapEvidence *pair,
                               LuotainMapArrow *arrow);

/** LuotainMapLegendRow: a line of the legend. */
typedef enum
{
  LUOTAIN_MAP_LEGEND_TEXT,
  LUOTAIN_MAP_LEGEND_HEADING,
  LUOTAIN_MAP_LEGEND_SYMBOL,
  LUOTAIN_MAP_LEGEND_LINK,
  LUOTAIN_MAP_LEGEND_CLUSTER
} LuotainMapLegendMark;

typedef struct
{
  LuotainMapLegendMark mark;
  int shape, outline;
  double x, y, radius; /* of the mark's middle */
  PangoLayout *text; /* (nullable) */
  double text_x, text_y;
} LuotainMapLegendRow;

/** luotain_map_legend_rows: (element-type LuotainMapLegendRow): the legend laid out; @height: (out): how high it is. */
GArray *luotain_map_legend_rows (LuotainMapDrawing *self, double width, double *height);

void luotain_map_ground_draw (LuotainMapDrawing *self, cairo_t *cr);
void luotain_map_marks_draw (LuotainMapDrawing *self, cairo_t *cr, LuotainMapLayer layers);

void luotain_map_set_color (cairo_t *cr, const LuotainMapColor *color, double alpha);

/** luotain_map_drawing_symbol_of: index of the symbol of a finding nearest to a point, or -1. */
int luotain_map_drawing_symbol_of (LuotainMapDrawing *self, guint finding, double x, double y);

G_END_DECLS
