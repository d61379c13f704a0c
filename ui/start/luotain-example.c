#include "config.h"

#include "luotain-example.h"
#include "luotain-import.h"
#include "luotain-store.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Where the content that ships with the program stands. */
static const char *
content_folder (void)
{
  const char *folder = g_getenv ("LUOTAIN_DATA_DIR");

  return folder != NULL ? folder : PKGDATADIR;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_inputs (GPtrArray *inputs, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (content_folder (), name, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  if (folder == NULL)
    return FALSE;

  while ((entry = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (entry, ".xml"))
      g_ptr_array_add (names, g_build_filename (path, entry, NULL));
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names->pdata[i]);

      g_ptr_array_add (inputs, luotain_input_new (file));
    }
  return TRUE;
}

static gboolean
make_example (GFile *file, GError **error)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainImport) import = NULL;

  if (!add_inputs (inputs, "scenarios", error) || !add_inputs (inputs, "profiles", error))
    return FALSE;

  import = luotain_import_new (g_steal_pointer (&inputs));
  return luotain_store_create (file, &luotain_workbook_model, luotain_import_seed, import, error);
}

static void
make (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (g_file_query_exists (file, NULL) || make_example (file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LuotainApplication *application = LUOTAIN_APPLICATION (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    luotain_application_open_workbook (application, g_task_get_task_data (G_TASK (result)));
  else
    {
      GtkWidget *dialog = adw_message_dialog_new (gtk_application_get_active_window (
                                                      GTK_APPLICATION (application)),
                                                  _ ("The Example Could Not Be Made"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
    }
  g_application_release (G_APPLICATION (application));
}

void
luotain_example_open (LuotainApplication *application)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "luotain", NULL);
  g_autofree char *path = g_build_filename (folder, "meriklusteri.luotain", NULL);
  g_autoptr (GTask) task = g_task_new (application, NULL, made_cb, NULL);

  g_mkdir_with_parents (folder, 0700);
  g_task_set_task_data (task, g_file_new_for_path (path), g_object_unref);
  g_application_hold (G_APPLICATION (application));
  g_task_run_in_thread (task, make);
}
