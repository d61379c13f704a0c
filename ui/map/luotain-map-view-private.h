#pragma once

#include "luotain-map-view.h"

G_BEGIN_DECLS

/** What a drag that has begun does. */
typedef enum
{
  LUOTAIN_MAP_DRAG_NONE,
  LUOTAIN_MAP_DRAG_MOVE,
  LUOTAIN_MAP_DRAG_PAN,
  LUOTAIN_MAP_DRAG_BAND
} LuotainMapDrag;

struct _LuotainMapView
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainMapDrawing *drawing; /* NULL until there is data */
  LuotainMapMode mode;
  LuotainMapSharing sharing;
  LuotainMapLinks links;
  GtkBitset *hidden; /* (nullable) */
  GtkBitset *found; /* (nullable) */

  GArray *selected; /* (element-type gint64) */
  gint64 cursor; /* 0 for none */
  int hovered; /* index, -1 for none */

  double zoom; /* 1: all of the map is seen */
  double pan_x, pan_y; /* how much of the map lies left of and above the widget */
  double pinch_zoom; /* the zoom with which a pinch began */
  gboolean space; /* Space is held: a drag pans */

  double pointer_x, pointer_y;

  GtkGesture *drag_gesture; /* borrowed */
  LuotainMapDrag drag;
  gint64 pressed; /* the finding that was taken hold of, 0 for none */
  double start_x, start_y; /* of the drag, in the widget */
  double dx, dy;
  double start_pan_x, start_pan_y;
  int target; /* index of what it would be gathered under, -1 for none */
  int candidate; /* what the pointer rests on, and may become the target */
  guint target_source;

  cairo_surface_t *cache; /* (nullable): what stands still */
};

/* luotain-map-view.c */
void luotain_map_view_redraw (LuotainMapView *self);
void luotain_map_view_set_zoom (LuotainMapView *self, double zoom, double x, double y);
void luotain_map_view_set_pan (LuotainMapView *self, double pan_x, double pan_y);
void luotain_map_view_set_cursor (LuotainMapView *self, gint64 id);
void luotain_map_view_set_selected (LuotainMapView *self, const gint64 *ids, guint n_ids);
gboolean luotain_map_view_is_selected (LuotainMapView *self, gint64 id);
gboolean luotain_map_view_is_hidden (LuotainMapView *self, guint finding);
void luotain_map_view_toggle (LuotainMapView *self, gint64 id);
void luotain_map_view_set_moving (LuotainMapView *self, gboolean moving);

/* luotain-map-view-theme.c */
void luotain_map_view_update_theme (LuotainMapView *self);
void luotain_map_view_get_accent (LuotainMapView *self, GdkRGBA *accent);

/* luotain-map-view-text.c */
gboolean luotain_map_view_is_in_room (LuotainMapView *self);
double luotain_map_view_get_line_height (LuotainMapView *self);

/* luotain-map-view-pointer.c */
void luotain_map_view_add_controllers (LuotainMapView *self);
void luotain_map_view_draw_band (LuotainMapView *self, cairo_t *cr);
void luotain_map_view_cancel_drag (LuotainMapView *self);

/* luotain-map-view-keys.c */
void luotain_map_view_install_keys (GtkWidgetClass *klass);
void luotain_map_view_follow_space (LuotainMapView *self);

/* luotain-map-view-move.c: luotain_map_view_step(), luotain_map_view_drop(). */

G_END_DECLS
