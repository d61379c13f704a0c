#include "config.h"

#include "luotain-map-save.h"

#include "luotain-atomic-file.h"

#include <glib/gi18n.h>

static const struct
{
  LuotainMapFormat format;
  const char *suffix;
  const char *name;
} formats[] = {
  { LUOTAIN_MAP_PDF, ".pdf", N_ ("PDF, to Print and to Send") },
  { LUOTAIN_MAP_PNG, ".png", N_ ("PNG Picture, 300 Dots an Inch") },
  { LUOTAIN_MAP_SVG, ".svg", N_ ("SVG Drawing") },
  { LUOTAIN_MAP_HTML, ".html", N_ ("Web Page with the Findings") },
};

typedef struct
{
  LuotainContext *context;
  LuotainMapExport map;
  LuotainMapQuery query;
  LuotainMapData *data;
  GFile *file;
  char *kind, *dimension; /* (nullable): what the map is filtered by */
} Save;

static void
save_free (gpointer data)
{
  Save *self = data;

  g_object_unref (self->context);
  g_clear_object (&self->file);
  luotain_map_data_unref (self->data);
  g_free (self->kind);
  g_free (self->dimension);
  g_free (self);
}

static Save *
save_new (LuotainContext *context, const LuotainMapExport *map)
{
  Save *self = g_new0 (Save, 1);

  self->context = g_object_ref (context);
  self->map = *map;
  self->map.kind = self->kind = g_strdup (map->kind);
  self->map.dimension = self->dimension = g_strdup (map->dimension);
  return self;
}

/* Drawing takes a second or two, in which the store is to do its own work. */
static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *self = data;
  GError *error = NULL;
  g_autoptr (LuotainAtomicFile) file = luotain_atomic_file_new (self->file, &error);

  if (file != NULL)
    self->map.stream = luotain_atomic_file_get_stream (file);
  if (file != NULL && luotain_map_export_data (self->data, &self->map, cancellable, &error)
      && luotain_atomic_file_commit (file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *self = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    text = g_strdup_printf (_ ("The map was saved as “%s”"), shown);
  else
    text = g_strdup_printf (_ ("The map was not saved: %s"), error->message);
  luotain_context_toast (self->context, text, FALSE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Save *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (luotain_store_read_finish (LUOTAIN_STORE (source), result, (gpointer *) &self->data, &error))
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

static gboolean
find_format (const char *path, LuotainMapFormat *format)
{
  g_autofree char *folded = g_utf8_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (folded, formats[i].suffix))
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

static GFile *
with_suffix (GFile *file, LuotainMapFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      {
        g_autofree char *uri = g_file_get_uri (file);
        g_autofree char *longer = g_strconcat (uri, formats[i].suffix, NULL);

        return g_file_new_for_uri (longer);
      }
  return g_object_ref (file);
}

void
luotain_map_save_to (LuotainContext *context, GFile *file, const LuotainMapExport *map)
{
  LuotainStore *store = luotain_context_get_store (context);
  Save *self = save_new (context, map);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  self->file = find_format (shown, &self->map.format) ? g_object_ref (file) : with_suffix (file, map->format);
  self->query.sector = map->sector;
  self->query.language = luotain_context_get_language (context);
  self->query.descriptions = luotain_map_format_lists (self->map.format);
  g_task_set_task_data (task, self, save_free);
  luotain_store_read_async (store, luotain_map_query_run, &self->query, NULL,
                            (GDestroyNotify) luotain_map_data_unref, NULL, read_cb, g_steal_pointer (&task));
}

static gboolean
is_filtered (const LuotainMapExport *map)
{
  return map->kind != NULL || map->dimension != NULL;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Save *self = user_data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (chooser);

  if (file != NULL)
    {
      GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

      if (is_filtered (&self->map)
          && g_strcmp0 (gtk_file_chooser_get_choice (chooser, "findings"), "all") == 0)
        self->map.kind = self->map.dimension = NULL;
      for (guint i = 0; filter != NULL && i < G_N_ELEMENTS (formats); i++)
        if (g_strcmp0 (gtk_file_filter_get_name (filter), _ (formats[i].name)) == 0)
          self->map.format = formats[i].format;
      luotain_map_save_to (self->context, file, &self->map);
    }
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (formats[i].name));
      gtk_file_filter_add_suffix (filter, formats[i].suffix + 1);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

/* Where a filter is set, it is chosen what is written; else the title says it. */
char *
luotain_map_save_dup_title (const LuotainMapExport *map, const LuotainMapData *data)
{
  if (data->title == NULL || is_filtered (map))
    return data->title != NULL ? g_strdup_printf (_ ("Save Map: %s"), data->title)
                               : g_strdup (_ ("Save Map"));
  /* Translators: the title of a sector or workbook, and how many findings are on its map */
  return g_strdup_printf (ngettext ("Save Map: %s, %u Finding", "Save Map: %s, %u Findings",
                                    data->n_findings),
                          data->title, data->n_findings);
}

char *
luotain_map_save_dup_shown (const LuotainMapExport *map, const LuotainMapData *data)
{
  guint n_shown = 0;

  if (!is_filtered (map))
    return NULL;

  for (guint i = 0; i < data->n_findings; i++)
    n_shown += luotain_map_finding_matches (&data->findings[i], map->kind, map->dimension) ? 1 : 0;
  return g_strdup_printf (_ ("Only What Is Shown: %u of %u"), n_shown, data->n_findings);
}

static void
add_choice (GtkFileChooser *chooser, const char *shown, guint n_findings)
{
  static const char *const keys[] = { "shown", "all", NULL };
  g_autofree char *all = g_strdup_printf (_ ("All %u"), n_findings);
  const char *labels[] = { shown, all, NULL };

  gtk_file_chooser_add_choice (chooser, "findings", _ ("Findings"), (const char **) keys, labels);
  gtk_file_chooser_set_choice (chooser, "findings", "shown");
}

static GtkFileChooserNative *
dialog_new (LuotainContext *context, GtkWindow *parent, const LuotainMapExport *map,
            const LuotainMapData *data)
{
  g_autofree char *title = luotain_map_save_dup_title (map, data);
  g_autofree char *shown = luotain_map_save_dup_shown (map, data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _ ("_Save"), _ ("_Cancel"));
  g_autoptr (GFile) folder = g_file_get_parent (luotain_store_get_file (luotain_context_get_store (context)));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  if (shown != NULL)
    add_choice (GTK_FILE_CHOOSER (dialog), shown, data->n_findings);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  /* Translators: the name of a file, without its suffix. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("futures-map.pdf"));
  return dialog;
}

void
luotain_map_save (LuotainContext *context, GtkWindow *parent, const LuotainMapExport *map,
                  const LuotainMapData *data)
{
  GtkFileChooserNative *dialog = dialog_new (context, parent, map, data);
  Save *self = save_new (context, map);

  self->map.format = formats[0].format;
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), self,
                         (GClosureNotify) (void (*) (void)) save_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
