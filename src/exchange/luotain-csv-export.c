#include "config.h"

#include "luotain-csv-export.h"

#include "luotain-atomic-file.h"
#include "luotain-tables.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

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

/* ---- a folder ---- */

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (code == EEXIST || code == ENOTEMPTY || code == ENOTDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _ ("“%s” is there already. Name a folder that does not exist yet, or an empty one."), shown);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” could not be written: %s"), shown,
                 g_strerror (code));
  return FALSE;
}

/* Only what was made here stands in it: plain files. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
sync_folder (const char *path)
{
  const int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/* The rename takes the place of an empty folder and of no other. */
static gboolean
write_folder (LuotainDb *db, const LuotainCsvExport *export, GError **error)
{
  g_autofree char *path = g_file_get_path (export->folder);
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *temporary = path != NULL ? g_strdup_printf ("%s.%08x.part", path, g_random_int ()) : NULL;
  gboolean ok;

  if (path == NULL)
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
          _ ("Files can be written to folders of this computer only. Choose such a folder."));
      return FALSE;
    }

  if (g_mkdir (temporary, 0777) != 0)
    return fail (path, errno, error);

  ok = write_tables (db, export, temporary, error);
  if (ok && g_rename (temporary, path) != 0)
    ok = fail (path, errno, error);
  if (!ok)
    remove_folder (temporary);
  else
    sync_folder (parent);
  return ok;
}

gboolean
luotain_csv_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCsvExport *export = data;

  return export->stream != NULL ? write_tables (db, export, NULL, error) : write_folder (db, export, error);
}
