#include "config.h"

#include "luotain-map-edits.h"
#include "luotain-map-view-private.h"

#include <math.h>

/* How far beside a symbol a pointer still means it. */
#define SLACK 4
/* A finding dragged over another is put beside it; resting there, it is gathered under it. */
#define REST_MS 350
#define ZOOM_STEP 1.2
#define CLUSTER_ZOOM 2

static int
finding_at (LuotainMapView *self, double x, double y)
{
  const LuotainMapLayout *layout;
  int symbol;

  if (self->drawing == NULL)
    return -1;

  layout = luotain_map_drawing_get_layout (self->drawing);
  symbol = luotain_map_layout_symbol_at (layout, x + self->pan_x, y + self->pan_y, SLACK);
  return symbol >= 0 ? (int) layout->symbols[symbol].item : -1;
}

static gint64
id_of (LuotainMapView *self, int finding)
{
  return luotain_map_drawing_get_data (self->drawing)->findings[finding].id;
}

static void
hover (LuotainMapView *self, int finding)
{
  if (self->hovered == finding)
    return;

  self->hovered = finding;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), finding >= 0 ? "pointer" : NULL);
  g_signal_emit_by_name (self, "cursor");
}

static void
motion_cb (LuotainMapView *self, double x, double y)
{
  if (self->drag == LUOTAIN_MAP_DRAG_NONE)
    hover (self, finding_at (self, x, y));
}

static void
leave_cb (LuotainMapView *self)
{
  hover (self, -1);
}

static gboolean
rested_cb (gpointer data)
{
  LuotainMapView *self = data;

  self->target_source = 0;
  self->target = self->candidate;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "cursor");
  return G_SOURCE_REMOVE;
}

static void
rest_on (LuotainMapView *self, int finding)
{
  if (finding >= 0 && luotain_map_view_is_selected (self, id_of (self, finding)))
    finding = -1;
  if (self->candidate == finding)
    return;

  self->candidate = finding;
  g_clear_handle_id (&self->target_source, g_source_remove);
  if (self->target >= 0)
    {
      self->target = -1;
      g_signal_emit_by_name (self, "cursor");
    }
  if (finding >= 0)
    self->target_source = g_timeout_add_full (G_PRIORITY_DEFAULT, REST_MS, rested_cb, self, NULL);
}

static void
begin_drag (LuotainMapView *self, GtkGesture *gesture)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const gboolean several = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
  const int pressed = finding_at (self, self->start_x, self->start_y);

  if (button == GDK_BUTTON_MIDDLE || self->space)
    self->drag = LUOTAIN_MAP_DRAG_PAN;
  else if (pressed >= 0 && luotain_context_get_writable (self->context))
    {
      const gint64 id = id_of (self, pressed);

      if (!luotain_map_view_is_selected (self, id))
        luotain_map_view_set_selected (self, &id, 1);
      self->pressed = id;
      luotain_map_view_set_cursor (self, id);
      luotain_map_view_set_moving (self, TRUE);
    }
  else if (several || self->zoom <= 1)
    self->drag = LUOTAIN_MAP_DRAG_BAND;
  else
    self->drag = LUOTAIN_MAP_DRAG_PAN;
  hover (self, -1);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_begin_cb (LuotainMapView *self, double x, double y)
{
  self->start_x = x;
  self->start_y = y;
  self->start_pan_x = self->pan_x;
  self->start_pan_y = self->pan_y;
  self->dx = self->dy = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (LuotainMapView *self, double dx, double dy, GtkGesture *gesture)
{
  if (self->drawing == NULL)
    return;

  self->dx = dx;
  self->dy = dy;
  if (self->drag == LUOTAIN_MAP_DRAG_NONE)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      begin_drag (self, gesture);
    }
  if (self->drag == LUOTAIN_MAP_DRAG_PAN)
    luotain_map_view_set_pan (self, self->start_pan_x - dx, self->start_pan_y - dy);
  else if (self->drag == LUOTAIN_MAP_DRAG_MOVE)
    rest_on (self, finding_at (self, self->start_x + dx, self->start_y + dy));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
click (LuotainMapView *self, GdkModifierType state)
{
  const LuotainMapLayout *layout = luotain_map_drawing_get_layout (self->drawing);
  const int finding = finding_at (self, self->start_x, self->start_y);
  gint64 id;

  if (finding < 0)
    {
      if (luotain_map_layout_cluster_at (layout, self->start_x + self->pan_x, self->start_y + self->pan_y,
                                         SLACK)
          >= 0)
        luotain_map_view_set_zoom (self, self->zoom * CLUSTER_ZOOM, self->start_x, self->start_y);
      else if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
        luotain_map_view_set_selected (self, NULL, 0);
      return;
    }
  id = id_of (self, finding);
  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    luotain_map_view_toggle (self, id);
  else
    luotain_map_view_set_selected (self, &id, 1);
  luotain_map_view_set_cursor (self, id);
}

static void
select_band (LuotainMapView *self, gboolean more)
{
  const LuotainMapLayout *layout = luotain_map_drawing_get_layout (self->drawing);
  const double left = MIN (self->start_x, self->start_x + self->dx) + self->pan_x;
  const double top = MIN (self->start_y, self->start_y + self->dy) + self->pan_y;
  g_autoptr (GArray) ids = more ? g_array_copy (self->selected) : g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < layout->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &layout->symbols[i];

      if (symbol->x < left || symbol->x > left + fabs (self->dx) || symbol->y < top
          || symbol->y > top + fabs (self->dy) || luotain_map_view_is_hidden (self, symbol->item)
          || (more && luotain_map_view_is_selected (self, symbol->id)))
        continue;
      if (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != symbol->id)
        g_array_append_val (ids, symbol->id);
    }
  luotain_map_view_set_selected (self, (const gint64 *) ids->data, ids->len);
}

static void
drag_end_cb (LuotainMapView *self, double dx, double dy, GtkGesture *gesture)
{
  const LuotainMapDrag drag = self->drag;
  const int target = self->target;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->drawing == NULL)
    return;

  rest_on (self, -1);
  self->drag = LUOTAIN_MAP_DRAG_NONE;
  if (drag == LUOTAIN_MAP_DRAG_NONE
      && gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    click (self, state);
  else if (drag == LUOTAIN_MAP_DRAG_BAND)
    select_band (self, (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0);
  else if (drag == LUOTAIN_MAP_DRAG_MOVE)
    {
      luotain_map_view_set_moving (self, FALSE);
      if (target >= 0)
        luotain_map_gather (self->context, self->selected, id_of (self, target),
                            luotain_map_drawing_get_data (self->drawing)->findings[target].title);
      else
        luotain_map_view_drop (self, dx, dy);
    }
  self->pressed = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
luotain_map_view_cancel_drag (LuotainMapView *self)
{
  const gboolean moving = self->drag == LUOTAIN_MAP_DRAG_MOVE;

  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
  rest_on (self, -1);
  self->drag = LUOTAIN_MAP_DRAG_NONE;
  self->dx = self->dy = 0;
  if (moving)
    luotain_map_view_set_moving (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clicked_cb (LuotainMapView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const int finding = finding_at (self, x, y);

  if (button == GDK_BUTTON_SECONDARY)
    {
      if (finding >= 0 && !luotain_map_view_is_selected (self, id_of (self, finding)))
        {
          const gint64 id = id_of (self, finding);

          luotain_map_view_set_selected (self, &id, 1);
          luotain_map_view_set_cursor (self, id);
        }
      g_signal_emit_by_name (self, "menu", x, y);
    }
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2 && finding >= 0)
    g_signal_emit_by_name (self, "open", id_of (self, finding));
}

static gboolean
scroll_cb (LuotainMapView *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  const double step = gtk_widget_get_height (GTK_WIDGET (self)) / 10.0;

  if ((state & GDK_CONTROL_MASK) != 0)
    luotain_map_view_set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  else if (self->zoom > 1)
    luotain_map_view_set_pan (self, self->pan_x + dx * step, self->pan_y + dy * step);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
remember_cb (LuotainMapView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
pinch_begin_cb (LuotainMapView *self)
{
  self->pinch_zoom = self->zoom;
}

static void
pinch_cb (LuotainMapView *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    luotain_map_view_set_zoom (self, self->pinch_zoom * scale, x, y);
}

static void
draw_target (LuotainMapView *self, cairo_t *cr)
{
  GdkRGBA accent;
  double x, y, radius;

  if (self->target < 0 || !luotain_map_view_place (self, id_of (self, self->target), &x, &y, &radius))
    return;

  luotain_map_view_get_accent (self, &accent);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 3);
  cairo_arc (cr, x, y, radius + 7, 0, 2 * G_PI);
  cairo_stroke_preserve (cr);
  accent.alpha = 0.2f;
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_fill (cr);
}

/* What shows only during a drag: the rubber band, and where a finding would be gathered. */
void
luotain_map_view_draw_band (LuotainMapView *self, cairo_t *cr)
{
  GdkRGBA accent;

  draw_target (self, cr);
  if (self->drag != LUOTAIN_MAP_DRAG_BAND)
    return;

  luotain_map_view_get_accent (self, &accent);
  cairo_rectangle (cr, MIN (self->start_x, self->start_x + self->dx),
                   MIN (self->start_y, self->start_y + self->dy), fabs (self->dx), fabs (self->dy));
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 1);
  cairo_stroke_preserve (cr);
  accent.alpha = 0.12f;
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_fill (cr);
}

static void
add_drag (LuotainMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->drag_gesture = drag;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
}

void
luotain_map_view_add_controllers (LuotainMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (remember_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  add_drag (self);
}
