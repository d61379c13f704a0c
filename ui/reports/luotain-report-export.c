#include "config.h"

#include "luotain-report-export.h"

#include "luotain-atomic-file.h"

#include <glib/gi18n.h>

/* One export on its way: read on the store's thread, finished and named on another. */
typedef struct
{
  LuotainExportTask task;
  const LuotainExportFormat *format;
  GArray *ids; /* (nullable) */
  LuotainAtomicFile *written; /* (nullable): of a format that is a file */
} Export;

static void
free_export (Export *self)
{
  if (self->task.read != NULL && self->format->free_read != NULL)
    self->format->free_read (self->task.read);
  g_clear_pointer (&self->written, luotain_atomic_file_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_object_unref (self->task.file);
  g_free (self);
}

static gboolean
read_task (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Export *self = data;

  if (!(self->format->flags & LUOTAIN_EXPORT_IS_FOLDER))
    {
      self->written = luotain_atomic_file_new (self->task.file, error);
      if (self->written == NULL)
        return FALSE;
      self->task.stream = luotain_atomic_file_get_stream (self->written);
      self->task.path = luotain_atomic_file_peek_path (self->written);
    }

  return self->format->read (db, &self->task, error)
         && (self->task.stream == NULL
             || g_output_stream_flush (self->task.stream, luotain_db_get_cancellable (db), error));
}

static void
finish_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if ((self->format->finish == NULL || self->format->finish (&self->task, cancellable, &error))
      && (self->written == NULL || luotain_atomic_file_commit (self->written, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (luotain_store_read_finish (LUOTAIN_STORE (source), result, NULL, &error))
    g_task_run_in_thread (task, finish_in_thread);
  else
    g_task_return_error (task, error);
}

void
luotain_report_export_async (LuotainStore *store, GFile *file, GArray *ids, LuotainReportParts parts,
                             const LuotainExportFormat *format, LuotainLanguage language,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Export *self = g_new0 (Export, 1);

  self->task.file = g_object_ref (file);
  self->task.parts = parts;
  self->task.language = language;
  self->format = format;
  if (ids != NULL)
    {
      self->ids = g_array_ref (ids);
      self->task.ids = (const gint64 *) ids->data;
      self->task.n_ids = ids->len;
    }
  g_task_set_task_data (task, self, (GDestroyNotify) free_export);

  if (g_file_equal (file, luotain_store_get_file (store)))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s",
                             _ ("This is the workbook itself. Give the report another name."));
  else
    luotain_store_read_async (store, read_task, self, NULL, NULL, cancellable, read_cb,
                              g_steal_pointer (&task));
}

gboolean
luotain_report_export_finish (LuotainStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
