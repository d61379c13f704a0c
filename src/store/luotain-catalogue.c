#include "config.h"

#include "luotain-catalogue.h"

#include "luotain-db-private.h"

#include <glib/gi18n-lib.h>

static const LuotainModel no_model = { 0 };

/* What SQLite says of a workbook does not fit here; the way out is the same whatever happened. */
static void
explain (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_error (error);
  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
               _ ("The catalogue %s cannot be read. Import its package again."), name);
}

static gboolean
check_stamp (LuotainDb *db, gint64 application, gint64 version, GError **error)
{
  gint64 number = 0;

  if (!luotain_db_query_int (db, "PRAGMA application_id", &number, error))
    return FALSE;

  if (number == application && !luotain_db_query_int (db, "PRAGMA user_version", &number, error))
    return FALSE;

  if (number == version)
    return TRUE;

  g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED, "stamp");
  return FALSE;
}

LuotainDb *
luotain_catalogue_open (const char *path, gint64 application, gint64 version, GError **error)
{
  g_autoptr (LuotainDb) db = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND,
                           _ ("There is no such catalogue yet."));
      return NULL;
    }

  db = luotain_db_open (path, &no_model, LUOTAIN_DB_READ, &local_error);
  if (db != NULL && check_stamp (db, application, version, &local_error))
    return g_steal_pointer (&db);

  explain (path, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

LuotainDb *
luotain_catalogue_write (const char *path, gint64 application, gint64 version, const char *schema,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainDb) db = luotain_db_open (path, &no_model, LUOTAIN_DB_CREATE, error);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %" G_GINT64_FORMAT
                                            "; PRAGMA user_version = %" G_GINT64_FORMAT ";",
                                            application, version);

  if (db == NULL
      || !luotain_db_execute (
          db,
          "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -65536;"
          "PRAGMA locking_mode = EXCLUSIVE;",
          error)
      || !luotain_db_execute (db, stamp, error)
      || (schema != NULL && !luotain_db_execute (db, schema, error)))
    return NULL;

  db->cancellable = cancellable;
  return g_steal_pointer (&db);
}

void
luotain_catalogue_close (LuotainDb *db)
{
  luotain_db_close (db);
}
