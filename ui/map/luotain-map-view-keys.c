#include "config.h"

#include "luotain-map-view-private.h"

#include <math.h>

#define ZOOM_STEP 1.25
#define PAN_PART 8

static const LuotainMapSymbol *
find_cursor (LuotainMapView *self, const LuotainMapLayout *layout)
{
  for (guint i = 0; i < layout->n_symbols; i++)
    if (layout->symbols[i].id == self->cursor && !luotain_map_view_is_hidden (self, layout->symbols[i].item))
      return &layout->symbols[i];
  return NULL;
}

/* What lies straight ahead is nearer than what lies as far to the side. */
static double
distance_ahead (double dx, double dy, int across, int down)
{
  const double ahead = dx * across + dy * down;
  const double aside = fabs (dx * down) + fabs (dy * across);

  return ahead <= 0.5 ? -1 : ahead + 2 * aside;
}

static const LuotainMapSymbol *
find_next (LuotainMapView *self, const LuotainMapLayout *layout, const LuotainMapSymbol *from, int across,
           int down)
{
  const LuotainMapSymbol *next = NULL;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < layout->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &layout->symbols[i];
      double distance;

      if (symbol->cluster >= 0 || symbol->id == from->id || luotain_map_view_is_hidden (self, symbol->item))
        continue;
      distance = distance_ahead (symbol->x - from->x, symbol->y - from->y, across, down);
      if (distance < 0 || distance >= best)
        continue;
      best = distance;
      next = symbol;
    }
  return next;
}

/* The foremost: what stands highest. */
static const LuotainMapSymbol *
find_first (LuotainMapView *self, const LuotainMapLayout *layout)
{
  const LuotainMapSymbol *first = NULL;

  for (guint i = 0; i < layout->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &layout->symbols[i];

      if (symbol->cluster < 0 && !luotain_map_view_is_hidden (self, symbol->item)
          && (first == NULL || symbol->y < first->y))
        first = symbol;
    }
  return first;
}

static gboolean
go_to (LuotainMapView *self, const LuotainMapSymbol *symbol, gboolean more)
{
  const gint64 id = symbol != NULL ? symbol->id : 0;

  if (id == 0)
    return FALSE;
  if (!more)
    luotain_map_view_set_selected (self, &id, 1);
  else if (!luotain_map_view_is_selected (self, id))
    luotain_map_view_toggle (self, id);
  luotain_map_view_set_cursor (self, id);
  return TRUE;
}

static gboolean
arrow_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);
  const LuotainMapLayout *layout;
  const LuotainMapSymbol *from;
  int across, down;
  gboolean more;

  if (self->drawing == NULL)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (arguments, "(iib)", &across, &down, &more);
  layout = luotain_map_drawing_get_layout (self->drawing);
  if (self->selected->len == 0 && self->zoom > 1)
    {
      const double step = (double) gtk_widget_get_height (widget) / PAN_PART;

      luotain_map_view_set_pan (self, self->pan_x + across * step, self->pan_y + down * step);
      return GDK_EVENT_STOP;
    }
  from = find_cursor (self, layout);
  if (from == NULL)
    return go_to (self, find_first (self, layout), FALSE);
  /* At the end the focus stays: Tab leads on. */
  go_to (self, find_next (self, layout, from, across, down), more);
  return GDK_EVENT_STOP;
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  int across, down;

  g_variant_get (arguments, "(ii)", &across, &down);
  luotain_map_view_step (LUOTAIN_MAP_VIEW (widget), across, -down);
  return GDK_EVENT_STOP;
}

static gboolean
home_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);

  return self->drawing != NULL
         && go_to (self, find_first (self, luotain_map_drawing_get_layout (self->drawing)), FALSE);
}

static gboolean
toggle_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);

  if (self->cursor == 0)
    return GDK_EVENT_PROPAGATE;

  luotain_map_view_toggle (self, self->cursor);
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);

  if (self->drag != LUOTAIN_MAP_DRAG_NONE)
    {
      luotain_map_view_cancel_drag (self);
      return GDK_EVENT_STOP;
    }
  if (self->selected->len == 0)
    return GDK_EVENT_PROPAGATE;

  luotain_map_view_set_selected (self, NULL, 0);
  return GDK_EVENT_STOP;
}

static gboolean
menu_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0, radius = 0;

  luotain_map_view_place (self, self->cursor, &x, &y, &radius);
  g_signal_emit_by_name (self, "menu", x, y + radius);
  return GDK_EVENT_STOP;
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0, radius;

  /* What is worked on stays in sight. */
  if (self->selected->len > 0)
    luotain_map_view_place (self, self->cursor, &x, &y, &radius);
  if (g_str_equal (name, "map.zoom-all"))
    luotain_map_view_set_zoom (self, 1, x, y);
  else
    luotain_map_view_set_zoom (
        self, g_str_equal (name, "map.zoom-in") ? self->zoom * ZOOM_STEP : self->zoom / ZOOM_STEP, x, y);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);
  LuotainMapData *data = luotain_map_view_get_data (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; data != NULL && i < data->n_findings; i++)
    if (!luotain_map_view_is_hidden (self, i))
      g_array_append_val (ids, data->findings[i].id);
  luotain_map_view_set_selected (self, (const gint64 *) ids->data, ids->len);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);

  if (self->cursor != 0)
    g_signal_emit_by_name (self, "open", self->cursor);
}

static void
bind_arrow (GtkWidgetClass *klass, guint keyval, guint keypad, int across, int down)
{
  const guint keys[] = { keyval, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i], 0, arrow_cb, "(iib)", across, down, FALSE);
      gtk_widget_class_add_binding (klass, keys[i], GDK_SHIFT_MASK, arrow_cb, "(iib)", across, down, TRUE);
      gtk_widget_class_add_binding (klass, keys[i], GDK_CONTROL_MASK | GDK_SHIFT_MASK, step_cb, "(ii)",
                                    across, down);
    }
}

static void
bind_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    const char *action;
  } bindings[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "map.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "map.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "map.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "map.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "map.zoom-all" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "map.zoom-all" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "map.select-all" },
    { GDK_KEY_Return, 0, "map.open" },
    { GDK_KEY_KP_Enter, 0, "map.open" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (klass, bindings[i].keyval, bindings[i].modifiers, bindings[i].action,
                                         NULL);
}

void
luotain_map_view_install_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "map.zoom-all", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "map.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (klass, "map.open", NULL, open_action);

  bind_arrow (klass, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_arrow (klass, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_arrow (klass, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_arrow (klass, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  bind_actions (klass);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, home_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_CONTROL_MASK, toggle_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

/* Space held down, a drag moves the paper. */
static gboolean
key_pressed_cb (LuotainMapView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_space || (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  self->space = TRUE;
  return GDK_EVENT_STOP;
}

static void
key_released_cb (LuotainMapView *self, guint keyval)
{
  if (keyval == GDK_KEY_space)
    self->space = FALSE;
}

void
luotain_map_view_follow_space (LuotainMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
