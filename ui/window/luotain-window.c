#include "config.h"

#include "luotain-import-dialog.h"
#include "luotain-names.h"
#include "luotain-new-dialog.h"
#include "luotain-pages.h"
#include "luotain-settings.h"
#include "luotain-why-panel.h"
#include "luotain-window-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (LuotainWindow, luotain_window, ADW_TYPE_APPLICATION_WINDOW)

GtkWidget *
luotain_window_show_page (LuotainWindow *self, const char *name)
{
  const LuotainPageInfo *info = luotain_pages_find (name);
  GtkWidget *page;

  g_return_val_if_fail (LUOTAIN_IS_WINDOW (self), NULL);

  if (self->context == NULL || info == NULL || info->new_page == NULL)
    return NULL;

  page = gtk_stack_get_child_by_name (self->pages, name);
  if (page == NULL)
    {
      page = info->new_page (self->context);
      luotain_names_complete (page, _ (info->title));
      gtk_stack_add_titled (self->pages, page, info->name, _ (info->title));
    }
  gtk_stack_set_visible_child (self->pages, page);
  luotain_sidebar_set_page (self->sidebar, name);
  return page;
}

static void
page_chosen_cb (LuotainWindow *self, const char *name)
{
  luotain_window_show_page (self, name);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
show_why_panel (LuotainWindow *self)
{
  gboolean revealed = self->why_flap != NULL && adw_flap_get_reveal_flap (self->why_flap);

  /* The thread is only drawn once somebody looks at it. */
  if (revealed && self->context != NULL && self->why_panel == NULL)
    {
      self->why_panel = luotain_why_panel_new (self->context);
      luotain_names_complete (self->why_panel, _ ("Why"));
      adw_bin_set_child (self->why_bin, self->why_panel);
    }
}

static void
page_shown_cb (LuotainWindow *self)
{
  if (self->context == NULL)
    return;

  luotain_window_update_actions (self);
  show_why_panel (self);
}

LuotainContext *
luotain_window_get_context (LuotainWindow *self)
{
  g_return_val_if_fail (LUOTAIN_IS_WINDOW (self), NULL);

  return self->context;
}

GFile *
luotain_window_get_file (LuotainWindow *self)
{
  g_return_val_if_fail (LUOTAIN_IS_WINDOW (self), NULL);

  return self->file;
}

void
luotain_window_import (LuotainWindow *self, GListModel *files)
{
  GtkWidget *dialog;

  g_return_if_fail (LUOTAIN_IS_WINDOW (self));

  if (self->context == NULL)
    return;
  dialog = luotain_import_dialog_new (self->context, files);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_xml (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *small = g_ascii_strdown (name, -1);

  return g_str_has_suffix (small, ".xml");
}

/* Dropped on a window without a workbook, one is opened, and XML fills a new one; else it is imported. */
static gboolean
drop_cb (LuotainWindow *self, const GValue *value)
{
  GSList *dropped = g_value_get_boxed (value);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (dropped == NULL)
    return FALSE;

  for (GSList *item = dropped; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  if (self->context == NULL && is_xml (dropped->data))
    {
      GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

      luotain_new_dialog_present (LUOTAIN_APPLICATION (application), GTK_WINDOW (self), G_LIST_MODEL (files));
      return TRUE;
    }
  if (self->context == NULL)
    {
      luotain_window_open (self, dropped->data);
      return TRUE;
    }
  if (!luotain_context_get_writable (self->context))
    return FALSE;

  luotain_window_import (self, G_LIST_MODEL (files));
  return TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock, LuotainWindow *self)
{
  /* By its number: GTK's own handlers have the window as data too. */
  g_signal_handler_disconnect (clock, self->first_frame_handler);
  luotain_window_first_frame (self);
}

static void
realized_cb (LuotainWindow *self)
{
  GdkFrameClock *clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (self)));

  self->first_frame_handler = g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb),
                                                       self, 0);
}

static void
load_settings (LuotainWindow *self)
{
  self->show_sidebar = TRUE;
  self->show_why = TRUE;
  self->settings = luotain_settings_new ();
  if (self->settings == NULL)
    return;

  self->show_sidebar = g_settings_get_boolean (self->settings, "show-sidebar");
  self->show_why = g_settings_get_boolean (self->settings, "show-why");
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_settings (LuotainWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  int width, height;

  if (self->settings == NULL)
    return;

  g_settings_set_boolean (self->settings, "show-sidebar", self->show_sidebar);
  g_settings_set_boolean (self->settings, "show-why", self->show_why);
  if (luotain_pages_find (page) != NULL)
    g_settings_set_string (self->settings, "last-page", page);
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
luotain_window_close_request (GtkWindow *window)
{
  LuotainWindow *self = LUOTAIN_WINDOW (window);

  /* What is being typed is saved as it is left; closing waits for it. */
  gtk_window_set_focus (window, NULL);
  save_settings (self);
  luotain_window_close_workbook (self);

  return GTK_WINDOW_CLASS (luotain_window_parent_class)->close_request (window);
}

static void
luotain_window_dispose (GObject *object)
{
  LuotainWindow *self = LUOTAIN_WINDOW (object);

  if (self->shell != NULL)
    luotain_window_close_workbook (self);
  g_clear_weak_pointer (&self->room_toast);
  g_clear_weak_pointer (&self->last_focus);
  luotain_window_forget_room (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUOTAIN_TYPE_WINDOW);

  G_OBJECT_CLASS (luotain_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, why_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, add_content);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, why_flap);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, why_bin);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, trouble_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, room_controls);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, history_section);
}

static void
luotain_window_class_init (LuotainWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = luotain_window_close_request;

  g_type_ensure (LUOTAIN_TYPE_SIDEBAR);
  g_type_ensure (LUOTAIN_TYPE_WINDOW_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_why_panel);
  luotain_window_install_actions (widget_class);
  luotain_window_install_history (widget_class);
}

static void
luotain_window_init (LuotainWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  load_settings (self);
  luotain_window_install_layout (self);
  luotain_window_follow_pointer (self);
  luotain_window_keep_focus (self);
  g_signal_connect_object (self, "realize", G_CALLBACK (realized_cb), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (luotain_window_leave_room), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  luotain_window_update_actions (self);
  luotain_names_complete (GTK_WIDGET (self), _ ("Workbook"));
  luotain_names_complete (GTK_WIDGET (self->sidebar), _ ("Pages"));
}

LuotainWindow *
luotain_window_new (GtkApplication *application)
{
  return g_object_new (LUOTAIN_TYPE_WINDOW, "application", application, NULL);
}
