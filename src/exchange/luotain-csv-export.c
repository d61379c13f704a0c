#include "config.h"

#include "luotain-csv-export.h"

#include "luotain-atomic-file.h"
#include "luotain-atomic-folder.h"
#include "luotain-tables.h"

typedef struct
{
  const LuotainCsvExport *export;
  GCancellable *cancellable;
  const char *folder; /* (nullable): path of the temporary one */
  LuotainAtomicFile *file; /* (nullable): of the table being written */
  LuotainCsv *csv;
} Sink;

static gboolean
begin (gpointer data, const char *name, const char *title, GError **error)
{
  Sink *self = data;
  GOutputStream *stream = self->export->stream;

  if (self->folder != NULL)
    {
      g_autofree char *file_name = g_strconcat (name, ".csv", NULL);
      g_autoptr (GFile) file = g_file_new_build_filename (self->folder, file_name, NULL);

      self->file = luotain_atomic_file_new (file, error);
      if (self->file == NULL)
        return FALSE;
      stream = luotain_atomic_file_get_stream (self->file);
    }

  self->csv = luotain_csv_new (stream, self->export->form, self->cancellable);
  return TRUE;
}

static void
put_text (gpointer data, const char *text)
{
  luotain_csv_text (((Sink *) data)->csv, text);
}

static void
put_number (gpointer data, gint64 number)
{
  luotain_csv_number (((Sink *) data)->csv, number);
}

static void
end_row (gpointer data)
{
  luotain_csv_end_row (((Sink *) data)->csv);
}

static gboolean
end (gpointer data, GError **error)
{
  Sink *self = data;
  const gboolean ok = luotain_csv_finish (self->csv, error)
                      && (self->file == NULL || luotain_atomic_file_commit (self->file, error));

  g_clear_pointer (&self->csv, luotain_csv_free);
  g_clear_pointer (&self->file, luotain_atomic_file_free);
  return ok;
}

static const LuotainTableSink csv_sink = { begin, put_text, put_number, end_row, end };

static gboolean
write_tables (LuotainDb *db, const LuotainCsvExport *export, const char *folder, GError **error)
{
  Sink sink = { export, luotain_db_get_cancellable (db), folder, NULL, NULL };
  LuotainTablesQuery query = {
    .names = export->names,
    .ids = export->ids,
    .n_ids = export->n_ids,
    .for_people = export->form == LUOTAIN_CSV_EXCEL_FI,
    .language = export->language,
    .sink = &csv_sink,
    .data = &sink,
  };
  const gboolean ok = luotain_tables_run (db, &query, NULL, error);

  g_clear_pointer (&sink.csv, luotain_csv_free);
  g_clear_pointer (&sink.file, luotain_atomic_file_free);
  return ok;
}

static gboolean
write_folder (LuotainDb *db, const LuotainCsvExport *export, GError **error)
{
  g_autoptr (LuotainAtomicFolder) folder = luotain_atomic_folder_new (export->folder, error);

  return folder != NULL && write_tables (db, export, luotain_atomic_folder_peek_path (folder), error)
         && luotain_atomic_folder_commit (folder, error);
}

gboolean
luotain_csv_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCsvExport *export = data;

  return export->stream != NULL ? write_tables (db, export, NULL, error) : write_folder (db, export, error);
}
