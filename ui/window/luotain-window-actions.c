#include "config.h"

#include "luotain-page.h"
#include "luotain-pages.h"
#include "luotain-remove-permanently.h"
#include "luotain-send-copy.h"
#include "luotain-window-private.h"
#include "luotain-workbook-settings.h"

#include <glib/gi18n.h>

static GtkWidget *
present_page (LuotainWindow *self)
{
  GtkWidget *page = self->context != NULL ? gtk_stack_get_visible_child (self->pages) : NULL;

  return LUOTAIN_IS_PAGE (page) ? page : NULL;
}

static void
begin_on (LuotainWindow *self, const char *name)
{
  GtkWidget *page = luotain_window_show_page (self, name);

  if (page != NULL)
    luotain_page_begin (LUOTAIN_PAGE (page));
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);
  int place = g_variant_get_int32 (parameter);

  if (place >= 1 && place <= (int) n_pages)
    {
      const gboolean fresh = gtk_stack_get_child_by_name (self->pages, pages[place - 1].name) == NULL;
      GtkWidget *page = luotain_window_show_page (self, pages[place - 1].name);

      if (page != NULL)
        luotain_window_focus_page (self, page, fresh);
    }
}

static void
add_finding_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_on (LUOTAIN_WINDOW (widget), "findings");
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkStack *pages = LUOTAIN_WINDOW (widget)->pages;

  /* First one sees what goes in; from there the same keys export it. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (pages), "reports") == 0)
    gtk_widget_activate_action (gtk_stack_get_visible_child (pages), "page.export", NULL);
  else
    begin_on (LUOTAIN_WINDOW (widget), "reports");
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  GtkWidget *page = present_page (self);

  if (page == NULL || !luotain_page_can_search (LUOTAIN_PAGE (page)))
    page = luotain_window_show_page (self, "findings");
  if (page != NULL)
    luotain_page_search (LUOTAIN_PAGE (page));
}

/* There is no Save, and people look for it. */
static void
saved_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *saved = NULL;
  g_autofree char *path = g_file_get_parse_name (folder);
  g_autofree char *text = NULL;

  luotain_window_save_typing (self);
  saved = luotain_window_dup_saved (self);
  if (g_str_has_prefix (path, g_get_home_dir ()))
    {
      g_autofree char *home = g_strconcat ("~", path + strlen (g_get_home_dir ()), NULL);

      g_free (path);
      path = g_steal_pointer (&home);
    }
  /* Translators: “Saved 14:32” and the folder the file stands in. */
  text = g_strdup_printf (_ ("%s in %s"), saved, path);
  luotain_context_toast (self->context, text, FALSE);
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  g_autoptr (GFile) file = g_object_ref (self->file);

  luotain_window_open (self, file);
}

static void
show_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  g_autoptr (GFile) folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;

  if (folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
    }
}

static void
panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  AdwFlap *flap = g_str_equal (name, "win.why") ? self->why_flap : self->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/fi/luotain/ui/luotain-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

static void
workbook_settings_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);
  GtkWidget *settings = luotain_workbook_settings_new (self->context);
  const char *page = g_str_equal (name, "win.sectors") ? "sectors" : "workbook";

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (settings), page);
  gtk_window_set_transient_for (GTK_WINDOW (settings), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (settings));
}

static void
import_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  LuotainWindow *self = LUOTAIN_WINDOW (user_data);

  if (response == GTK_RESPONSE_ACCEPT && self->context != NULL)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      luotain_window_import (self, files);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Import"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"),
                                                              NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Everything That Can Be Imported"));
  gtk_file_filter_add_suffix (filter, "xml");
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "luotain");
  gtk_file_filter_add_suffix (filter, "scw");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (import_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
send_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  luotain_send_copy (LUOTAIN_WINDOW (widget)->context, GTK_WINDOW (widget));
}

static void
remove_permanently_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainContext *context = LUOTAIN_WINDOW (widget)->context;

  luotain_remove_permanently (context, GTK_WINDOW (widget), luotain_context_get_selection (context));
}

/**
 * luotain_window_update_actions:
 *
 * The one place that says what can be done now.
 */
void
luotain_window_update_actions (LuotainWindow *self)
{
  static const char *const with_workbook[] = {
    "win.page",   "win.export",  "win.search",   "win.saved",
    "win.room",   "win.why",     "win.sidebar",  "win.workbook-settings",
    "win.reopen", "win.sectors", "win.send-copy"
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->context != NULL;
  gboolean writable = open && luotain_context_get_writable (self->context);
  LuotainHistory *history = open ? luotain_context_get_history (self->context) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (with_workbook); i++)
    gtk_widget_action_set_enabled (widget, with_workbook[i], open);
  gtk_widget_action_set_enabled (widget, "win.add-finding", writable);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.remove-permanently",
                                 writable && luotain_context_get_selection (self->context) != 0);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && luotain_history_can_undo (history));
  gtk_widget_action_set_enabled (widget, "win.redo", writable && luotain_history_can_redo (history));

  gtk_widget_set_visible (self->open_button,
                          !open && gtk_stack_get_visible_child_name (self->shell) != NULL
                              && g_strcmp0 (gtk_stack_get_visible_child_name (self->shell), "work"));
  gtk_widget_set_visible (self->sidebar_button, open);
  gtk_widget_set_visible (self->add_button, open);
  gtk_widget_set_visible (self->why_button, open);
  if (!open)
    gtk_widget_set_visible (self->search_button, FALSE);
}

void
luotain_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.page", "i", page_action);
  gtk_widget_class_install_action (klass, "win.add-finding", NULL, add_finding_action);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.saved", NULL, saved_action);
  gtk_widget_class_install_action (klass, "win.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (klass, "win.try-again", NULL, reopen_action);
  gtk_widget_class_install_action (klass, "win.show-folder", NULL, show_folder_action);
  luotain_window_install_room (klass);
  gtk_widget_class_install_action (klass, "win.send-copy", NULL, send_copy_action);
  gtk_widget_class_install_action (klass, "win.remove-permanently", NULL, remove_permanently_action);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (klass, "win.workbook-settings", NULL, workbook_settings_action);
  gtk_widget_class_install_action (klass, "win.sectors", NULL, workbook_settings_action);
  gtk_widget_class_install_action (klass, "win.why", NULL, panel_action);
  gtk_widget_class_install_action (klass, "win.sidebar", NULL, panel_action);
}
