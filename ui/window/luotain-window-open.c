#include "config.h"

#include "luotain-names.h"
#include "luotain-start-page.h"
#include "luotain-window-private.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n.h>

/* Loading shows nothing before this, and the full check begins well after the first rows are there. */
#define SPINNER_DELAY 200
#define CHECK_DELAY 1500

static void open_store (LuotainWindow *self, LuotainOpenMode mode);

/* What went wrong, in its own words, and the way on. */
static const struct
{
  LuotainStoreError code;
  const char *title;
  const char *icon_name;
} troubles[] = {
  { LUOTAIN_STORE_ERROR_NOT_WORKBOOK, N_ ("Not a Workbook"), "x-office-document-symbolic" },
  { LUOTAIN_STORE_ERROR_NEWER, N_ ("Made by a Newer Version"), "software-update-available-symbolic" },
  { LUOTAIN_STORE_ERROR_READ_ONLY, N_ ("The Workbook Cannot Be Read"), "changes-prevent-symbolic" },
  { LUOTAIN_STORE_ERROR_HELD, N_ ("The Workbook Is in Use"), "system-lock-screen-symbolic" },
  { LUOTAIN_STORE_ERROR_DAMAGED, N_ ("The Workbook Is Damaged"), "dialog-warning-symbolic" },
};

static void
show_trouble (LuotainWindow *self, const GError *error)
{
  const char *title = _ ("The Workbook Could Not Be Opened");
  const char *icon_name = "dialog-error-symbolic";
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  if (error->domain == LUOTAIN_STORE_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
      if ((int) troubles[i].code == error->code)
        {
          title = _ (troubles[i].title);
          icon_name = troubles[i].icon_name;
        }
  if (!g_file_query_exists (self->file, NULL))
    {
      g_autofree char *uri = g_file_get_uri (self->file);
      g_autofree char *name = g_file_get_parse_name (self->file);
      g_autofree char *plain = NULL;

      title = _ ("The Workbook Is Not There");
      icon_name = "edit-find-symbolic";
      /* Translators: %s is the path of a file. */
      plain = g_strdup_printf (
          _ ("There is no file %s any more. It may have been moved, renamed or deleted."), name);
      g_free (text);
      text = g_markup_escape_text (plain, -1);
      gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
    }

  adw_status_page_set_title (self->trouble, title);
  adw_status_page_set_icon_name (self->trouble, icon_name);
  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->shell, "trouble");
  gtk_widget_set_visible (self->open_button, TRUE);
  luotain_window_update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->trouble_button));
}

static void load_overview (LuotainWindow *self);

static void
overview_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainWindow *self = LUOTAIN_WINDOW (owner);
  LuotainOverview *overview = result;

  self->counting = FALSE;
  if (self->count_again)
    load_overview (self);
  if (success && self->context != NULL)
    {
      /* Undo takes back when a record was changed, but not that the file was written. */
      self->saved = MAX (self->saved, overview->changed);
      luotain_window_title_set_overview (self->title, overview);
      luotain_sidebar_set_overview (self->sidebar, overview);
      luotain_window_show_saved (self);
    }
  g_clear_pointer (&overview, luotain_overview_free);
}

static void
load_overview (LuotainWindow *self)
{
  LuotainOverviewQuery *query;

  /* One at a time: a stream of changes is counted when it pauses. */
  if (self->counting || self->context == NULL)
    {
      self->count_again = TRUE;
      return;
    }

  self->counting = TRUE;
  self->count_again = FALSE;
  query = g_new0 (LuotainOverviewQuery, 1);
  query->sector = luotain_context_get_sector (self->context);
  query->language = luotain_context_get_language (self->context);
  luotain_context_read (self->context, luotain_overview_load, query, g_free,
                        (GDestroyNotify) luotain_overview_free, NULL, overview_cb, self);
}

static void
changed_cb (LuotainWindow *self, LuotainChanges *changes)
{
  self->saved = g_get_real_time () / 1000;
  luotain_window_show_saved (self);
  load_overview (self);
  if (self->revealing)
    luotain_window_reveal_change (self, changes);
}

static void
toast_cb (LuotainWindow *self, const char *text, gboolean undo)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = luotain_store_check_finish (LUOTAIN_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (faults == NULL || faults->len == 0 || self->context == NULL)
    return;

  /* Translators: %s is what the check found first. */
  text = g_strdup_printf (
      _ ("The check found damage in this workbook: %s Save a copy of what can be read before you "
         "go on."),
      (const char *) faults->pdata[0]);
  luotain_window_banner (self, "damaged", GTK_MESSAGE_ERROR, text, _ ("Save a Copy…"), "win.send-copy");
}

static gboolean
check_cb (gpointer user_data)
{
  LuotainWindow *self = LUOTAIN_WINDOW (user_data);

  self->check_source = 0;
  luotain_store_check_async (luotain_context_get_store (self->context), self->cancellable, checked_cb,
                             g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (LuotainWindow *self)
{
  if (g_file_query_exists (self->file, NULL))
    luotain_window_banner (self, "vanished", GTK_MESSAGE_WARNING, NULL, NULL, NULL);
  else
    luotain_window_banner (
        self, "vanished", GTK_MESSAGE_WARNING,
        _ ("The file of this workbook was moved or deleted. Save a copy of what is open here to "
           "keep it."),
        _ ("Save a Copy…"), "win.send-copy");
}

static void
show_state (LuotainWindow *self)
{
  const char *text = NULL;

  if (luotain_context_get_writable (self->context))
    return;

  if (g_error_matches (self->read_only_reason, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_HELD))
    text = _ ("Another program is writing this workbook, so it is open for reading only.");
  else if (g_error_matches (self->read_only_reason, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NEWER))
    text = _ ("A newer version of Luotain made this workbook, so it is open for reading only.");
  else
    text = _ ("The file or its folder cannot be written, so the workbook is open for reading only.");
  luotain_window_banner (self, "read-only", GTK_MESSAGE_INFO, text, _ ("Try Again"), "win.reopen");
}

/* GtkRecentManager would look into the file for its type by itself, and closing it drops SQLite's lock. */
static void
remember (LuotainWindow *self)
{
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autofree char *name = g_file_get_basename (self->file);
  char *groups[] = { (char *) "luotain", NULL };
  GtkRecentData data = {
    .display_name = name,
    .mime_type = (char *) "application/x-luotain",
    .app_name = (char *) "Luotain",
    .app_exec = (char *) "luotain %u",
    .groups = groups,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
watch (LuotainWindow *self)
{
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_workbook (LuotainWindow *self)
{
  g_autofree char *page = self->settings != NULL ? g_settings_get_string (self->settings, "last-page") : NULL;

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  g_signal_connect_object (self->context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "reveal", G_CALLBACK (luotain_window_reveal), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::selection", G_CALLBACK (luotain_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::sector", G_CALLBACK (load_overview), self,
                           G_CONNECT_SWAPPED);

  luotain_window_title_set_context (self->title, self->context);
  luotain_window_follow_history (self);
  if (luotain_window_show_page (self, page) == NULL)
    luotain_window_show_page (self, "findings");
  luotain_window_focus_page (self, gtk_stack_get_visible_child (self->pages), TRUE);
  luotain_window_fold (self, gtk_widget_get_width (GTK_WIDGET (self)));
  load_overview (self);
  show_state (self);
  remember (self);
  watch (self);
  self->check_source = g_timeout_add (CHECK_DELAY, check_cb, self);
}

static void
context_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  LuotainContext *context = luotain_context_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (context == NULL)
    {
      show_trouble (self, error);
      return;
    }

  self->context = context;
  if (self->painted)
    show_workbook (self);
}

void
luotain_window_first_frame (LuotainWindow *self)
{
  if (self->painted)
    return;
  self->painted = TRUE;
  if (self->context != NULL)
    show_workbook (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainStore) store = luotain_store_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (store != NULL)
    luotain_context_new_async (store, self->cancellable, context_made_cb, g_object_ref (self));
  else if (self->read_only_reason == NULL
           && (g_error_matches (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_HELD)
               || g_error_matches (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_READ_ONLY)))
    {
      self->read_only_reason = g_steal_pointer (&error);
      open_store (self, LUOTAIN_OPEN_READ);
    }
  else
    show_trouble (self, error);
}

static void
open_store (LuotainWindow *self, LuotainOpenMode mode)
{
  luotain_store_open_async (self->file, &luotain_workbook_model, mode, self->cancellable, opened_cb,
                            g_object_ref (self));
}

static gboolean
spinner_cb (gpointer user_data)
{
  LuotainWindow *self = LUOTAIN_WINDOW (user_data);

  self->spinner_source = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

void
luotain_window_close_workbook (LuotainWindow *self)
{
  GtkWidget *page;

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->monitor);
  g_clear_error (&self->read_only_reason);
  self->saved = 0;
  if (self->context == NULL)
    return;

  luotain_window_title_set_context (self->title, NULL);
  luotain_window_clear_banners (self);
  adw_bin_set_child (self->why_bin, NULL);
  self->why_panel = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL; child = page)
    {
      page = gtk_widget_get_next_sibling (child);
      if (child != GTK_WIDGET (self->spinner))
        gtk_stack_remove (self->pages, child);
    }
  g_signal_handlers_disconnect_by_data (self->context, self);
  g_signal_handlers_disconnect_by_data (luotain_context_get_history (self->context), self);
  luotain_store_close (luotain_context_get_store (self->context));
  g_clear_object (&self->context);
}

void
luotain_window_open (LuotainWindow *self, GFile *file)
{
  g_return_if_fail (LUOTAIN_IS_WINDOW (self));

  luotain_window_close_workbook (self);
  g_set_object (&self->file, file);
  gtk_stack_set_visible_child_name (self->shell, "work");
  gtk_stack_set_visible_child_name (self->pages, "loading");
  luotain_window_update_actions (self);
  self->spinner_source = g_timeout_add (SPINNER_DELAY, spinner_cb, self);
  open_store (self, LUOTAIN_OPEN_WRITE);
}

void
luotain_window_show_start (LuotainWindow *self)
{
  if (adw_bin_get_child (self->start_bin) == NULL)
    {
      GtkWidget *start = luotain_start_page_new ();

      luotain_names_complete (start, _ ("Start"));
      adw_bin_set_child (self->start_bin, start);
    }
  gtk_stack_set_visible_child_name (self->shell, "start");
  luotain_window_update_actions (self);
}
