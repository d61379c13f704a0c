#pragma once

#include "luotain-label-placement.h"
#include "luotain-map-query.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/** LuotainMapColor: from 0 to 1 each. */
typedef struct
{
  double red, green, blue, alpha;
} LuotainMapColor;

/** LuotainMapTheme: the few colours of a map: dark, light, paper. */
typedef struct
{
  LuotainMapColor background; /* of symbols too, so that lines end at them */
  LuotainMapColor text; /* names, symbols */
  LuotainMapColor dim; /* years, what is dimmed, evidence */
  LuotainMapColor line; /* rings and borders */
  LuotainMapColor accent; /* what is selected or found */
} LuotainMapTheme;

/** luotain_map_theme_paper: black on white: for files. */
extern const LuotainMapTheme luotain_map_theme_paper;

/** LuotainMapMark: how a finding stands out. */
typedef enum
{
  LUOTAIN_MAP_PLAIN = 0,
  LUOTAIN_MAP_SELECTED = 1 << 0,
  LUOTAIN_MAP_FOCUSED = 1 << 1, /* the keyboard is on it: a ring around it */
  LUOTAIN_MAP_DIMMED = 1 << 2, /* another is looked at */
  LUOTAIN_MAP_FOUND = 1 << 3, /* by a search */
  LUOTAIN_MAP_MOVING = 1 << 4, /* left out of the layers; luotain_map_drawing_draw_moving() draws it */
  LUOTAIN_MAP_HIDDEN = 1 << 5 /* filtered out: takes no room */
} LuotainMapMark;

/** LuotainMapLayer: what is drawn upon what. */
typedef enum
{
  LUOTAIN_MAP_GROUND = 1 << 0, /* background, rings, years, names of dimensions or axes */
  LUOTAIN_MAP_LINKS = 1 << 1, /* evidence, see luotain_map_drawing_set_links() */
  LUOTAIN_MAP_SYMBOLS = 1 << 2, /* with clusters */
  LUOTAIN_MAP_LABELS = 1 << 3,
  LUOTAIN_MAP_ALL = 0xf
} LuotainMapLayer;

/** LuotainMapLinks: which evidence is drawn. */
typedef enum
{
  LUOTAIN_MAP_NO_LINKS,
  LUOTAIN_MAP_LINKS_OF_SELECTED,
  LUOTAIN_MAP_ALL_LINKS
} LuotainMapLinks;

/**
 * LuotainMapDrawing: a map laid out, its labels placed, ready to be drawn: the one drawing of window and files.
 *
 * Setting something only notes it; luotain_map_drawing_arrange() computes, and drawing arranges where that is due.
 * One thread at a time. Words are in the data's language of words.
 */
typedef struct _LuotainMapDrawing LuotainMapDrawing;

/**
 * luotain_map_drawing_new:
 * @data: (transfer none): what the map shows
 *
 * Returns: (transfer full): a drawing on paper, 900 by 900, with a radar of the data's years
 */
LuotainMapDrawing *luotain_map_drawing_new (LuotainMapData *data);
void luotain_map_drawing_free (LuotainMapDrawing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainMapDrawing, luotain_map_drawing_free)

/** luotain_map_drawing_set_data: marks, places set by hand and sides of labels stay with the findings, by their ids. */
void luotain_map_drawing_set_data (LuotainMapDrawing *self, LuotainMapData *data);
LuotainMapData *luotain_map_drawing_get_data (LuotainMapDrawing *self);

/**
 * luotain_map_drawing_set_frame:
 * @self: a drawing
 * @frame: mode, sharing, size, symbols and text; dimensions and years are taken from the data
 */
void luotain_map_drawing_set_frame (LuotainMapDrawing *self, const LuotainMapFrame *frame);
const LuotainMapFrame *luotain_map_drawing_get_frame (LuotainMapDrawing *self);

void luotain_map_drawing_set_theme (LuotainMapDrawing *self, const LuotainMapTheme *theme);

/**
 * luotain_map_drawing_set_font:
 * @self: a drawing
 * @font: (nullable): its family; the size in pixels follows from the frame's `text`; %NULL for a sans serif
 */
void luotain_map_drawing_set_font (LuotainMapDrawing *self, const PangoFontDescription *font);

/**
 * luotain_map_drawing_set_filter:
 * @self: a drawing
 * @kind: (nullable): key of the only kind to be shown
 * @dimension: (nullable): key of a dimension that what is shown must have
 *
 * Hides all other findings; files say so below their heading.
 */
void luotain_map_drawing_set_filter (LuotainMapDrawing *self, const char *kind, const char *dimension);

void luotain_map_drawing_set_links (LuotainMapDrawing *self, LuotainMapLinks links);

/** luotain_map_drawing_set_mark: sets or takes away marks of a finding, given by its index. */
void luotain_map_drawing_set_mark (LuotainMapDrawing *self, guint finding, LuotainMapMark marks, gboolean on);
LuotainMapMark luotain_map_drawing_get_mark (LuotainMapDrawing *self, guint finding);

/** luotain_map_drawing_set_place: where in its cell a finding was dropped, from the spot; it stays there. */
void luotain_map_drawing_set_place (LuotainMapDrawing *self, guint finding, double across, double along);

/** luotain_map_drawing_arrange: lays the map out and places the labels, where something changed. */
void luotain_map_drawing_arrange (LuotainMapDrawing *self);

/** luotain_map_drawing_get_layout: arranges; the layout is valid until the next change. */
const LuotainMapLayout *luotain_map_drawing_get_layout (LuotainMapDrawing *self);
/** luotain_map_drawing_get_items: (array): the findings as they were laid out; same indices as the data's. */
const LuotainMapItem *luotain_map_drawing_get_items (LuotainMapDrawing *self);
/** luotain_map_drawing_get_labels: arranges; one label a symbol, in their order. */
const LuotainLabel *luotain_map_drawing_get_labels (LuotainMapDrawing *self, guint *n_labels);

/**
 * luotain_map_drawing_draw:
 * @self: a drawing
 * @cr: where to draw; what is outside its clip costs next to nothing
 * @layers: which layers
 *
 * To be quick while something is dragged: mark it LUOTAIN_MAP_MOVING, draw all layers once into a surface, and then
 * paint that surface and luotain_map_drawing_draw_moving() each frame.
 */
void luotain_map_drawing_draw (LuotainMapDrawing *self, cairo_t *cr, LuotainMapLayer layers);

/** luotain_map_drawing_draw_moving: draws what is marked LUOTAIN_MAP_MOVING, with names, that far from its place. */
void luotain_map_drawing_draw_moving (LuotainMapDrawing *self, cairo_t *cr, double dx, double dy);

/**
 * luotain_map_drawing_draw_legend:
 * @self: a drawing
 * @cr: (nullable): where to draw, from its origin; %NULL to measure
 * @width: how wide it may be
 *
 * Explains every mark.
 *
 * Returns: how high it is
 */
double luotain_map_drawing_draw_legend (LuotainMapDrawing *self, cairo_t *cr, double width);

/** luotain_map_draw_symbol: one symbol alone, around the origin: for legends and lists. */
void luotain_map_draw_symbol (cairo_t *cr, int shape, int outline, double radius,
                              const LuotainMapTheme *theme);

G_END_DECLS
