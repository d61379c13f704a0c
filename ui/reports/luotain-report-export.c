#include "config.h"

#include "luotain-atomic-file.h"
#include "luotain-exchange-error.h"
#include "luotain-html-export.h"
#include "luotain-report-export.h"
#include "luotain-validate.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"

#include <glib/gi18n.h>

/* One export on its way: written on the store's thread, validated and named on another. */
typedef struct
{
  GFile *file;
  GArray *ids; /* (nullable) */
  LuotainReportFormat format;
  LuotainAtomicFile *written;
} Export;

static void
free_export (Export *self)
{
  g_clear_pointer (&self->written, luotain_atomic_file_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_object_unref (self->file);
  g_free (self);
}

static gboolean
write_xml (LuotainDb *db, Export *self, const gint64 *ids, gsize n_ids, GError **error)
{
  LuotainXmlExport export = { luotain_atomic_file_get_stream (self->written), ids, n_ids };

  return luotain_xml_export (db, &export, NULL, error);
}

static gboolean
write_html (LuotainDb *db, Export *self, const gint64 *ids, gsize n_ids, GError **error)
{
  LuotainHtmlExport export = { luotain_atomic_file_get_stream (self->written), ids, n_ids };

  return luotain_workbook_language (db, &export.language, error)
         && luotain_html_export (db, &export, NULL, error);
}

static gboolean
write_report (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Export *self = data;
  const gint64 *ids = self->ids != NULL ? (const gint64 *) self->ids->data : NULL;
  const gsize n_ids = self->ids != NULL ? self->ids->len : 0;

  self->written = luotain_atomic_file_new (self->file, error);
  if (self->written == NULL)
    return FALSE;

  return (self->format == LUOTAIN_REPORT_HTML ? write_html (db, self, ids, n_ids, error)
                                              : write_xml (db, self, ids, n_ids, error))
         && g_output_stream_flush (luotain_atomic_file_get_stream (self->written),
                                   luotain_db_get_cancellable (db), error);
}

/* What we wrote ourselves should be valid; but nobody is to find out from others that it was not. */
static gboolean
validate (Export *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GFile) file = g_file_new_for_path (luotain_atomic_file_peek_path (self->written));

  g_ptr_array_add (inputs, luotain_input_new (file));
  if (!luotain_validate (inputs, NULL, &luotain_workbook_model, faults, cancellable, error))
    return FALSE;
  if (luotain_faults_get_count (faults) == 0)
    return TRUE;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
               _ ("The report would not be valid, and no file was written: %s"),
               luotain_faults_get (faults, 0)->message);
  return FALSE;
}

static void
finish_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if ((self->format == LUOTAIN_REPORT_HTML || validate (self, cancellable, &error))
      && luotain_atomic_file_commit (self->written, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (luotain_store_read_finish (LUOTAIN_STORE (source), result, NULL, &error))
    g_task_run_in_thread (task, finish_in_thread);
  else
    g_task_return_error (task, error);
}

void
luotain_report_export_async (LuotainStore *store, GFile *file, GArray *ids, LuotainReportFormat format,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Export *self = g_new0 (Export, 1);

  self->file = g_object_ref (file);
  self->ids = ids != NULL ? g_array_ref (ids) : NULL;
  self->format = format;
  g_task_set_task_data (task, self, (GDestroyNotify) free_export);

  if (g_file_equal (file, luotain_store_get_file (store)))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s",
                             _ ("This is the workbook itself. Give the report another name."));
  else
    luotain_store_read_async (store, write_report, self, NULL, NULL, cancellable, written_cb,
                              g_steal_pointer (&task));
}

gboolean
luotain_report_export_finish (LuotainStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
