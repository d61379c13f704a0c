#include "config.h"

#include "luotain-import.h"
#include "luotain-new-dialog.h"
#include "luotain-store.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n.h>

#define LUOTAIN_TYPE_NEW_DIALOG (luotain_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LuotainNewDialog, luotain_new_dialog, LUOTAIN, NEW_DIALOG, AdwWindow)

struct _LuotainNewDialog
{
  AdwWindow parent_instance;

  LuotainApplication *application;
  GFile *place;
  GListModel *files; /* (nullable): what fills the workbook */

  AdwEntryRow *title;
  AdwComboRow *language;
  AdwActionRow *folder;
  AdwActionRow *name;
  GtkButton *create;
  AdwPreferencesGroup *error_group;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (LuotainNewDialog, luotain_new_dialog, ADW_TYPE_WINDOW)

char *
luotain_new_dialog_file_name (const char *title)
{
  g_autofree char *name = g_strstrip (g_strdup (title));

  /* What one system or another does not take in names. */
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  while (*name == '.')
    *name = '-';
  return g_strconcat (*name != '\0' ? name : _ ("Workbook"), ".luotain", NULL);
}

static char *
dup_title (LuotainNewDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
}

static GFile *
target (LuotainNewDialog *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *name = luotain_new_dialog_file_name (title);

  return g_file_get_child (self->place, name);
}

static void
show_error (LuotainNewDialog *self, const char *text)
{
  gtk_label_set_label (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_group), text != NULL);
}

static void
changed_cb (LuotainNewDialog *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *folder = g_file_get_parse_name (self->place);
  g_autoptr (GFile) file = target (self);
  g_autofree char *name = g_file_get_basename (file);
  gboolean exists = *title != '\0' && g_file_query_exists (file, NULL);

  adw_action_row_set_subtitle (self->folder, folder);
  adw_action_row_set_subtitle (self->name, *title != '\0' ? name : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->create), *title != '\0' && !exists);
  show_error (self, exists ? _ (
                        "There is a file of this name in the folder already: choose another title or folder.")
                           : NULL);
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  LuotainNewDialog *self = LUOTAIN_NEW_DIALOG (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_clear_object (&self->place);
      self->place = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      changed_cb (self);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_folder_cb (LuotainNewDialog *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Choose a Folder"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              _ ("_Choose"), NULL);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), self->place, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* What a new workbook is made from, on a thread of its own. */
typedef struct
{
  GFile *file;
  LuotainWorkbook *workbook;
  LuotainImport *import; /* (nullable) */
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  g_object_unref (self->file);
  luotain_record_free (&luotain_workbook_type, self->workbook);
  g_clear_pointer (&self->import, luotain_import_free);
  g_free (self);
}

static gboolean
seed (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Making *making = data;

  if (making->import == NULL)
    return luotain_workbook_seed (db, making->workbook, result, error);

  luotain_import_set_workbook (making->import, making->workbook);
  return luotain_import_seed (db, making->import, result, error);
}

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  g_autoptr (GError) error = NULL;

  if (luotain_store_create (making->file, &luotain_workbook_model, seed, making, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LuotainNewDialog *self = LUOTAIN_NEW_DIALOG (source);
  Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->create), TRUE);
      show_error (self, error->message);
      return;
    }

  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  luotain_application_open_workbook (self->application, making->file);
  gtk_window_close (GTK_WINDOW (self));
}

static LuotainImport *
import_new (GListModel *files)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (inputs, luotain_input_new (file));
    }
  return luotain_import_new (inputs);
}

static void
create_cb (LuotainNewDialog *self)
{
  LuotainLanguage language = adw_combo_row_get_selected (self->language);
  g_autoptr (GTask) task = NULL;
  Making *making;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->create)))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->create), FALSE);
  making = g_new0 (Making, 1);
  making->file = target (self);
  making->workbook = luotain_record_new (&luotain_workbook_type);
  making->workbook->title.text[language] = dup_title (self);
  making->workbook->language = g_strdup (luotain_language_code (language));

  making->import = self->files != NULL ? import_new (self->files) : NULL;

  task = g_task_new (self, NULL, made_cb, NULL);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make);
}

static void
luotain_new_dialog_dispose (GObject *object)
{
  LuotainNewDialog *self = LUOTAIN_NEW_DIALOG (object);

  g_clear_object (&self->place);
  g_clear_object (&self->files);
  g_clear_object (&self->application);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUOTAIN_TYPE_NEW_DIALOG);

  G_OBJECT_CLASS (luotain_new_dialog_parent_class)->dispose (object);
}

static void
luotain_new_dialog_class_init (LuotainNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_new_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainNewDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainNewDialog, language);
  gtk_widget_class_bind_template_child (widget_class, LuotainNewDialog, folder);
  gtk_widget_class_bind_template_child (widget_class, LuotainNewDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LuotainNewDialog, create);
  gtk_widget_class_bind_template_child (widget_class, LuotainNewDialog, error_group);
  gtk_widget_class_bind_template_child (widget_class, LuotainNewDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
luotain_new_dialog_init (LuotainNewDialog *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);
  const char *home = documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents
                                                                                      : g_get_home_dir ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->place = g_file_new_for_path (home);
  for (LuotainLanguage language = LUOTAIN_FI; language < LUOTAIN_N_LANGUAGES; language++)
    gtk_string_list_append (languages, luotain_language_name (language));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (languages));
  adw_combo_row_set_selected (self->language, luotain_language_of_locale ());
  changed_cb (self);
}

void
luotain_new_dialog_present (LuotainApplication *application, GtkWindow *parent, GListModel *files)
{
  LuotainNewDialog *self = g_object_new (LUOTAIN_TYPE_NEW_DIALOG, "transient-for", parent, NULL);

  self->application = g_object_ref (application);
  if (files != NULL && g_list_model_get_n_items (files) > 0)
    {
      g_autoptr (GFile) first = g_list_model_get_item (files, 0);
      g_autofree char *name = g_file_get_basename (first);
      char *suffix = strrchr (name, '.');

      if (suffix != NULL)
        *suffix = '\0';
      self->files = g_object_ref (files);
      gtk_editable_set_text (GTK_EDITABLE (self->title), name);
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
