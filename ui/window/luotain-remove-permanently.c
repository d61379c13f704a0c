#include "config.h"

#include "luotain-chain.h"
#include "luotain-record-io.h"
#include "luotain-remove-permanently.h"
#include "luotain-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What is to be removed; the title is read before anybody is asked. */
typedef struct
{
  LuotainContext *context;
  GtkWindow *parent; /* weak */
  gint64 id;
  LuotainLanguage language;
} Removal;

static void
free_removal (Removal *self)
{
  g_clear_weak_pointer (&self->parent);
  g_object_unref (self->context);
  g_free (self);
}

static gboolean
load_title (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Removal *self = data;
  g_autofree char *title = luotain_chain_title (db, self->id, self->language, error);
  const LuotainRecordType *type;

  if (title == NULL && error != NULL && *error != NULL)
    return FALSE;

  type = luotain_record_type_of (db, self->id, error);
  if (type == NULL)
    return FALSE;

  *result = title != NULL ? g_steal_pointer (&title) : g_strdup (_ (type->label));
  return TRUE;
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainContext) context = user_data;
  g_autoptr (GError) error = NULL;

  if (luotain_store_remove_permanently_finish (LUOTAIN_STORE (source), result, &error))
    luotain_context_toast (context, _ ("Removed permanently; nothing of it is left in the file"), FALSE);
  else
    luotain_context_toast (context, error->message, FALSE);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  const Removal *self = user_data;

  if (g_str_equal (response, "remove"))
    luotain_store_remove_permanently_async (luotain_context_get_store (self->context), &self->id, 1, NULL,
                                            removed_cb, g_object_ref (self->context));
}

static void
free_removal_with_closure (gpointer removal, GClosure *closure)
{
  free_removal (removal);
}

static void
ask (Removal *self, const char *title)
{
  g_autofree char *excerpt = luotain_text_excerpt (title, 60);
  GtkWidget *dialog = adw_message_dialog_new (self->parent, NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Remove “%s” Permanently?"), excerpt);
  adw_message_dialog_set_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("It is deleted from the file with all that belongs to it, and so is the history: what was changed until now cannot be undone any more."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                    _ ("_Remove Permanently"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, free_removal_with_closure, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Removal *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  gpointer value = NULL;

  if (luotain_store_read_finish (LUOTAIN_STORE (source), result, &value, &error))
    title = value;
  else
    luotain_context_toast (self->context, error->message, FALSE);

  if (title != NULL && self->parent != NULL)
    ask (self, title);
  else
    free_removal (self);
}

void
luotain_remove_permanently (LuotainContext *context, GtkWindow *parent, gint64 id)
{
  Removal *self = g_new0 (Removal, 1);

  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->parent, parent);
  self->id = id;
  self->language = luotain_context_get_language (context);
  luotain_store_read_async (luotain_context_get_store (context), load_title, self, NULL, g_free, NULL,
                            loaded_cb, self);
}
