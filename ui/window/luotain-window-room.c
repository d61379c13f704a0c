#include "config.h"

#include "luotain-pages.h"
#include "luotain-window-private.h"

#include <glib/gi18n.h>

/* How long the controls stay after the pointer has come to rest. */
#define CONTROLS_MS 3000

/* The least text is a thirtieth of the screen's height; what is smaller than the rest of it is so by this factor. */
#define SCREEN_PART 27

static int
screen_height (LuotainWindow *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GdkRectangle area = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &area);
  return MAX (area.height, gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
enlarge (LuotainWindow *self, gboolean room)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autofree char *style = NULL;

  if (self->room_style != NULL)
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (self->room_style));
  g_clear_object (&self->room_style);
  if (!room)
    return;

  style = g_strdup_printf (".pages.room, .room-controls { font-size: %dpx; }",
                           MAX (16, (screen_height (self) + SCREEN_PART - 1) / SCREEN_PART));
  self->room_style = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (self->room_style, style, -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->room_style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

static gboolean
hide_controls_cb (gpointer data)
{
  LuotainWindow *self = data;

  self->room_source = 0;
  gtk_revealer_set_reveal_child (self->room_controls, FALSE);
  return G_SOURCE_REMOVE;
}

static void
show_controls (LuotainWindow *self, gboolean shown)
{
  g_clear_handle_id (&self->room_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->room_controls), shown);
  gtk_revealer_set_reveal_child (self->room_controls, shown);
  if (shown)
    self->room_source = g_timeout_add_full (G_PRIORITY_DEFAULT, CONTROLS_MS, hide_controls_cb, self, NULL);
}

/* What only trembles on a table is no wish to see anything. */
static void
motion_cb (LuotainWindow *self, double x, double y)
{
  const gboolean moved = ABS (x - self->room_x) + ABS (y - self->room_y) > 4;

  if (self->context == NULL || !luotain_context_get_room (self->context))
    return;

  self->room_x = x;
  self->room_y = y;
  if (moved)
    show_controls (self, TRUE);
}

static void
room_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  gboolean room = !luotain_context_get_room (self->context);
  int width = gtk_widget_get_width (widget);

  luotain_context_set_room (self->context, room);
  enlarge (self, room);
  if (room)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->pages), "room");
      gtk_window_fullscreen (GTK_WINDOW (self));
      self->room_toast = adw_toast_new (_ ("Press Escape to leave the room view"));
      g_object_add_weak_pointer (G_OBJECT (self->room_toast), (gpointer *) &self->room_toast);
      adw_toast_overlay_add_toast (self->toasts, self->room_toast);
    }
  else
    {
      if (self->room_toast != NULL)
        adw_toast_dismiss (self->room_toast);
      show_controls (self, FALSE);
      gtk_widget_remove_css_class (GTK_WIDGET (self->pages), "room");
      gtk_window_unfullscreen (GTK_WINDOW (self));
      adw_flap_set_reveal_flap (self->flap, self->show_sidebar && !adw_flap_get_folded (self->flap));
      adw_flap_set_reveal_flap (self->why_flap, self->show_why && !adw_flap_get_folded (self->why_flap));
    }
  luotain_window_fold (self, width);
}

/* Before anything on the page sees it: in front of a room, Escape has one meaning. */
gboolean
luotain_window_leave_room (LuotainWindow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->context == NULL || !luotain_context_get_room (self->context))
    return GDK_EVENT_PROPAGATE;

  room_action (GTK_WIDGET (self), "win.room", NULL);
  return GDK_EVENT_STOP;
}

/* From page to page without the sidebar, around the ends. */
static void
turn_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  const char *present = gtk_stack_get_visible_child_name (self->pages);
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);
  const guint step = g_str_equal (name, "win.next-page") ? 1 : n_pages - 1;

  for (guint i = 0; i < n_pages; i++)
    {
      if (g_strcmp0 (pages[i].name, present) == 0)
        {
          luotain_window_show_page (self, pages[(i + step) % n_pages].name);
          return;
        }
    }
}

void
luotain_window_install_room (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.room", NULL, room_action);
  gtk_widget_class_install_action (klass, "win.next-page", NULL, turn_page_action);
  gtk_widget_class_install_action (klass, "win.previous-page", NULL, turn_page_action);
}

void
luotain_window_follow_pointer (LuotainWindow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
luotain_window_forget_room (LuotainWindow *self)
{
  g_clear_handle_id (&self->room_source, g_source_remove);
  enlarge (self, FALSE);
}
