#include "config.h"

#include "luotain-date.h"
#include "luotain-text-field.h"
#include "luotain-window-private.h"

#include <glib/gi18n.h>

static LuotainHistory *
history_of (LuotainWindow *self)
{
  return luotain_context_get_history (self->context);
}

/* What is being typed is undone where it is typed, before any step of the workbook. */
static gboolean
undo_typing (LuotainWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *field;

  if (focus == NULL)
    return FALSE;

  field = gtk_widget_get_ancestor (focus, LUOTAIN_TYPE_TEXT_FIELD);
  if (field != NULL)
    return luotain_text_field_is_dirty (LUOTAIN_TEXT_FIELD (field))
           && gtk_widget_activate_action (focus, action, NULL);

  return GTK_IS_TEXT (focus) && gtk_entry_buffer_get_length (gtk_text_get_buffer (GTK_TEXT (focus))) > 0
         && gtk_widget_activate_action (focus, action, NULL);
}

/* What is being typed is saved as it is left, and when somebody asks for it. */
void
luotain_window_save_typing (LuotainWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, LUOTAIN_TYPE_TEXT_FIELD) : NULL;

  if (field != NULL)
    luotain_text_field_save (LUOTAIN_TEXT_FIELD (field));
}

static void
say_undone (LuotainWindow *self, const char *text, const char *button, const char *action)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
finish (LuotainWindow *self, GObject *history, GAsyncResult *result, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  self->revealing = FALSE;
  if (!luotain_history_undo_finish (LUOTAIN_HISTORY (history), result, &label, &error))
    {
      if (self->context != NULL)
        luotain_context_toast (self->context, error->message, FALSE);
      return;
    }

  /* Translators: %s is what was done, such as “Edit Title”. */
  text = undo ? g_strdup_printf (_ ("Undone: %s"), _ (label)) : g_strdup_printf (_ ("Redone: %s"), _ (label));
  say_undone (self, text, undo ? _ ("Redo") : _ ("Undo"), undo ? "win.redo" : "win.undo");
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainWindow) self = user_data;

  finish (self, source, result, TRUE);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainWindow) self = user_data;

  finish (self, source, result, FALSE);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);

  if (undo_typing (self, "text.undo") || !luotain_history_can_undo (history_of (self)))
    return;
  self->revealing = TRUE;
  luotain_history_undo_async (history_of (self), undone_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainWindow *self = LUOTAIN_WINDOW (widget);

  if (undo_typing (self, "text.redo") || !luotain_history_can_redo (history_of (self)))
    return;
  self->revealing = TRUE;
  luotain_history_redo_async (history_of (self), redone_cb, g_object_ref (self));
}

void
luotain_window_install_history (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_action);
}

static void
show_history (LuotainWindow *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *undo_label = luotain_history_dup_undo_label (history_of (self));
  g_autofree char *redo_label = luotain_history_dup_redo_label (history_of (self));

  /* Translators: %s is what was done, such as “Edit Title”. */
  undo = undo_label != NULL ? g_strdup_printf (_ ("Undo “%s”"), undo_label) : g_strdup (_ ("Undo"));
  /* Translators: %s is what was done, such as “Edit Title”. */
  redo = redo_label != NULL ? g_strdup_printf (_ ("Redo “%s”"), redo_label) : g_strdup (_ ("Redo"));
  g_menu_remove_all (self->history_section);
  g_menu_append (self->history_section, undo, "win.undo");
  g_menu_append (self->history_section, redo, "win.redo");
  luotain_window_update_actions (self);
}

void
luotain_window_follow_history (LuotainWindow *self)
{
  static const char *const signals[] = { "notify::undo-label", "notify::redo-label", "notify::can-undo",
                                         "notify::can-redo" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (history_of (self), signals[i], G_CALLBACK (show_history), self,
                             G_CONNECT_SWAPPED);
  show_history (self);
}

/**
 * luotain_window_dup_saved:
 *
 * Returns: (transfer full): “Saved 14:32”, with the day where that was not today
 */
char *
luotain_window_dup_saved (LuotainWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->saved / 1000);
  g_autoptr (GDateTime) then = g_date_time_to_local (utc);
  g_autofree char *when = NULL;

  if (g_date_time_get_year (now) == g_date_time_get_year (then)
      && g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (then))
    {
      /* Translators: the time of day, by strftime; Finnish writes 14.32: "%H.%M". */
      when = g_date_time_format (then, C_ ("time of day", "%H:%M"));
    }
  else
    {
      g_autofree char *day = g_date_time_format (then, "%Y-%m-%d");

      when = luotain_date_to_display (day);
    }
  /* Translators: %s is a time of day, or a date. */
  return g_strdup_printf (_ ("Saved %s"), when);
}

void
luotain_window_show_saved (LuotainWindow *self)
{
  g_autofree char *saved = luotain_window_dup_saved (self);
  g_autofree char *state = NULL;

  if (luotain_context_get_writable (self->context))
    state = g_steal_pointer (&saved);
  else
    state = g_strdup_printf ("%s · %s", _ ("Read-Only"), saved);
  luotain_window_title_set_state (self->title, state);
}
