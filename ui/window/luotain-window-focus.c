#include "config.h"

#include "luotain-findings-page.h"
#include "luotain-page.h"
#include "luotain-window-private.h"

/* A revealer shows what it holds some frames after it was told to. */
#define FRAMES_TO_COME_IN 30

static gboolean
hand_back (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = data;
  return TRUE;
}

static void
take_focus (GtkWidget *page)
{
  if (LUOTAIN_IS_FINDINGS_PAGE (page)) /* a finding is caught as it is said */
    luotain_page_begin (LUOTAIN_PAGE (page));
  if (gtk_widget_get_focus_child (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* What has just come has no place yet, and Tab goes by places: they are given between the first tick and the second. */
static gboolean
tick_cb (GtkWidget *page, GdkFrameClock *clock, gpointer was)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page));
  const gboolean second = g_object_steal_data (G_OBJECT (page), "placed") != NULL;

  if (!second)
    {
      g_object_set_data (G_OBJECT (page), "placed", page);
      return G_SOURCE_CONTINUE;
    }

  /* Who has moved on from there meanwhile is left in peace. */
  if (gtk_widget_get_mapped (page) && (was == NULL || gtk_window_get_focus (window) == was))
    {
      gtk_window_set_focus (window, NULL);
      take_focus (page);
    }
  return G_SOURCE_REMOVE;
}

static void
filled_cb (gpointer page, gboolean success, gpointer was)
{
  gtk_widget_add_tick_callback (page, tick_cb, was, NULL);
}

void
luotain_window_focus_page (LuotainWindow *self, GtkWidget *page, gboolean fresh)
{
  GtkWindow *window = GTK_WINDOW (self);

  if (!fresh)
    {
      if (gtk_widget_get_focus_child (page) == NULL)
        take_focus (page);
      return;
    }

  /* There is little to focus on the page until what it asked the store for has come; this is answered after that. */
  gtk_window_set_focus (window, NULL);
  take_focus (page);
  luotain_context_read (self->context, hand_back, gtk_window_get_focus (window), NULL, NULL, NULL, filled_cb,
                        page);
}

/* ---- nobody is left without it ---- */

static gboolean
has_focus (LuotainWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_get_mapped (focus);
}

static void
pass_focus_on (LuotainWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  GtkWidget *near = self->last_focus;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  for (; near != NULL && !has_focus (self); near = near != page ? gtk_widget_get_parent (near) : NULL)
    {
      if (gtk_widget_get_mapped (near))
        gtk_widget_child_focus (near, GTK_DIR_TAB_FORWARD);
    }
  if (!has_focus (self))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static gboolean
look_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  const gboolean hidden = gtk_window_get_focus (GTK_WINDOW (self)) != NULL && !has_focus (self);

  /* GTK looks for another widget by itself in some cases, in the frame after; and what is hidden may be on its way in. */
  if (self->n_looks++ < (hidden ? FRAMES_TO_COME_IN : 1))
    return G_SOURCE_CONTINUE;

  if (self->context != NULL && !has_focus (self))
    pass_focus_on (self);
  self->n_looks = 0;
  self->look_source = 0;
  return G_SOURCE_REMOVE;
}

static void
look_soon (LuotainWindow *self)
{
  if (self->context != NULL && self->look_source == 0)
    self->look_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), look_cb, NULL, NULL);
}

/* In a popover that is closed while what it stands on is hidden, GTK leaves the focus: no key does anything then. */
static void
focus_moved_cb (LuotainWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    {
      look_soon (self);
      return;
    }

  /* Turning back to a page gives the focus to what had it there, be it hidden by now. */
  if (!gtk_widget_get_mapped (focus))
    look_soon (self);

  if (self->last_focus != NULL)
    g_signal_handler_disconnect (self->last_focus, self->unmap_handler);
  g_set_weak_pointer (&self->last_focus, focus);
  self->unmap_handler = g_signal_connect_object (focus, "unmap", G_CALLBACK (look_soon), self,
                                                 G_CONNECT_SWAPPED);
}

void
luotain_window_keep_focus (LuotainWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}
