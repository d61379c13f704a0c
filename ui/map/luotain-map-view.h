#pragma once

#include "luotain-context.h"
#include "luotain-map-drawing.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MAP_VIEW (luotain_map_view_get_type ())

/**
 * LuotainMapView: the findings of a sector as a map that is talked over: looked at, picked from, moved.
 *
 * What it shows also stands, in words, in the list beside it; its accessible label names the finding that has the
 * cursor. Actions: `map.zoom-in`, `map.zoom-out`, `map.zoom-all`, `map.select-all`, `map.open`.
 *
 * Signal `selected`: other findings are selected. Signal `cursor`: another finding is pointed at or has the cursor.
 * Signal `menu (double x, double y)`: a menu is asked for at a place. Signal `open (gint64 id)`: more is wanted to be
 * seen of a finding.
 */
G_DECLARE_FINAL_TYPE (LuotainMapView, luotain_map_view, LUOTAIN, MAP_VIEW, GtkWidget)

void luotain_map_view_set_context (LuotainMapView *self, LuotainContext *context);

/** luotain_map_view_set_data: (transfer none): what there is; selection and cursor stay with the findings. */
void luotain_map_view_set_data (LuotainMapView *self, LuotainMapData *data);
LuotainMapData *luotain_map_view_get_data (LuotainMapView *self);

/**
 * luotain_map_view_set_filter:
 * @self: a view
 * @hidden: (nullable): what is filtered out: a set of indices
 * @found: (nullable): what a search found, the rest being dimmed; %NULL where nothing is searched for
 */
void luotain_map_view_set_filter (LuotainMapView *self, GtkBitset *hidden, GtkBitset *found);

void luotain_map_view_set_mode (LuotainMapView *self, LuotainMapMode mode);
LuotainMapMode luotain_map_view_get_mode (LuotainMapView *self);
void luotain_map_view_set_sharing (LuotainMapView *self, LuotainMapSharing sharing);
void luotain_map_view_set_links (LuotainMapView *self, LuotainMapLinks links);

/** luotain_map_view_get_selected: (transfer none) (element-type gint64): ids of what is selected. */
const GArray *luotain_map_view_get_selected (LuotainMapView *self);

/**
 * luotain_map_view_select:
 * @self: a view
 * @ids: (array length=n_ids): what is to be selected, the cursor on the first of it
 */
void luotain_map_view_select (LuotainMapView *self, const gint64 *ids, guint n_ids);

/** luotain_map_view_get_shown: index of the finding that is pointed at or has the cursor, -1 for none. */
int luotain_map_view_get_shown (LuotainMapView *self);

/** luotain_map_view_get_described: index of the finding whose text is wanted: one that is pointed at, or the keyboard's; -1 for none. */
int luotain_map_view_get_described (LuotainMapView *self);

/** luotain_map_view_get_target: index of the finding under which what is dragged would be gathered, -1 for none. */
int luotain_map_view_get_target (LuotainMapView *self);

/** luotain_map_view_show: brings a finding into sight. */
void luotain_map_view_show (LuotainMapView *self, gint64 id);

/**
 * luotain_map_view_step:
 * @self: a view
 * @across: steps to the right: dimensions clockwise, or of uncertainty
 * @up: steps up: years later, or of impact
 *
 * Moves what is selected, as one change.
 */
void luotain_map_view_step (LuotainMapView *self, int across, int up);

/**
 * luotain_map_view_drop:
 * @self: a view
 * @dx: how far what is selected is moved, in pixels
 * @dy: the same down
 *
 * Moves what is selected, as one change: what a drag ends with.
 */
void luotain_map_view_drop (LuotainMapView *self, double dx, double dy);

/** luotain_map_view_get_least_text: how high the smallest letters of the map are, in pixels. */
double luotain_map_view_get_least_text (LuotainMapView *self);

/** luotain_map_view_draw_legend: (skip): draws or measures the legend; see luotain_map_drawing_draw_legend(). */
double luotain_map_view_draw_legend (LuotainMapView *self, cairo_t *cr, double width);

/** luotain_map_view_get_legend_text: how high the letters of the legend are, in pixels. */
double luotain_map_view_get_legend_text (LuotainMapView *self);

/** luotain_map_view_place: where the symbol of a finding stands in the widget: for tests and popovers. */
gboolean luotain_map_view_place (LuotainMapView *self, gint64 id, double *x, double *y, double *radius);

G_END_DECLS
