#include "config.h"

#include "luotain-send-copy.h"

#include <glib/gi18n.h>

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainContext) context = user_data;
  g_autoptr (GError) error = NULL;

  if (luotain_store_copy_finish (LUOTAIN_STORE (source), result, &error))
    luotain_context_toast (context, _ ("The copy is made; it holds nothing that was deleted"), FALSE);
  else
    luotain_context_toast (context, error->message, FALSE);
}

static void
chosen_cb (LuotainContext *context, int response, GtkNativeDialog *dialog)
{
  LuotainStore *store = luotain_context_get_store (context);
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (file != NULL && g_file_equal (file, luotain_store_get_file (store)))
    luotain_context_toast (context, _ ("This is the workbook itself. Give the copy another name."), FALSE);
  else if (file != NULL)
    luotain_store_copy_async (store, file, FALSE, NULL, copied_cb, g_object_ref (context));

  g_object_unref (dialog);
}

static char *
suggest_name (GFile *workbook)
{
  g_autofree char *base = g_file_get_basename (workbook);
  g_autofree char *shown = g_filename_display_name (base);

  if (g_str_has_suffix (shown, ".luotain"))
    shown[strlen (shown) - strlen (".luotain")] = '\0';
  /* Translators: the name of a file: the workbook's and what it is. */
  return g_strdup_printf (_ ("%s (copy).luotain"), shown);
}

void
luotain_send_copy (LuotainContext *context, GtkWindow *parent)
{
  GFile *workbook = luotain_store_get_file (luotain_context_get_store (context));
  g_autoptr (GFile) folder = g_file_get_parent (workbook);
  g_autofree char *name = suggest_name (workbook);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Send a Copy"), parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Make Copy"),
                                                              _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), context, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
