#include "config.h"

#include "luotain-copy.h"

#include "luotain-atomic-file.h"
#include "luotain-check.h"
#include "luotain-db-private.h"
#include "luotain-schema.h"
#include "luotain-workbook-file.h"

#include <glib/gi18n-lib.h>

#define PAGES_A_STEP 1000

static gboolean
copy_pages (LuotainDb *db, LuotainDb *copy, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->handle, "main", db->handle, "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    return luotain_db_fail (copy, sqlite3_errcode (copy->handle), error);

  while ((code = sqlite3_backup_step (backup, PAGES_A_STEP)) == SQLITE_OK)
    {
      luotain_db_set_progress (db, sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup),
                               sqlite3_backup_pagecount (backup));

      if (g_cancellable_set_error_if_cancelled (db->cancellable, error))
        {
          sqlite3_backup_finish (backup);
          return FALSE;
        }
    }

  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || luotain_db_fail (copy, code, error);
}

static gboolean
leave_history_out (LuotainDb *copy, GError **error)
{
  return luotain_db_execute (copy, "PRAGMA secure_delete = ON; DELETE FROM history_step; VACUUM", error);
}

static gboolean
verify_copy (LuotainDb *copy, GError **error)
{
  g_autoptr (GPtrArray) faults = luotain_check_run (copy, LUOTAIN_CHECK_QUICK, error);

  if (faults == NULL)
    return FALSE;

  if (faults->len == 0)
    return TRUE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
               _ ("The copy would not have been sound, so it was not made: %s"), (char *) faults->pdata[0]);
  return FALSE;
}

static gboolean
write_copy (LuotainDb *db, const char *path, gboolean with_history, GError **error)
{
  g_autoptr (LuotainDb) copy = luotain_db_open (path, db->model, LUOTAIN_DB_WRITE, error);

  /* The file has no name yet, so nothing need be synced; a journal in memory would hold all of the workbook. */
  return copy != NULL && luotain_db_execute (copy, "PRAGMA synchronous = OFF", error)
         && copy_pages (db, copy, error) && (with_history || leave_history_out (copy, error))
         && verify_copy (copy, error);
}

gboolean
luotain_copy_database (LuotainDb *db, GFile *target, gboolean with_history, GError **error)
{
  g_autoptr (LuotainAtomicFile) file = luotain_workbook_file_check_place (target, error)
                                           ? luotain_atomic_file_new (target, error)
                                           : NULL;

  return file != NULL && write_copy (db, luotain_atomic_file_peek_path (file), with_history, error)
         && luotain_atomic_file_commit (file, error);
}

LuotainDb *
luotain_copy_upgraded (LuotainDb *db, GError **error)
{
  g_autoptr (LuotainDb) copy = luotain_db_open ("", db->model, LUOTAIN_DB_CREATE, error);

  if (copy == NULL || !copy_pages (db, copy, error) || !luotain_schema_upgrade (copy, error))
    return NULL;

  return g_steal_pointer (&copy);
}

gboolean
luotain_copy_before_upgrade (LuotainDb *db, GFile *file, gint64 version, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *stem = g_str_has_suffix (path, ".luotain") ? g_strndup (path, strlen (path) - 8)
                                                              : g_strdup (path);
  /* Translators: added to the name of the copy that is kept of a workbook before it is brought to a new version. */
  g_autofree char *mark = g_strdup_printf (_ ("version %d"), (int) version);
  g_autofree char *copy_path = g_strdup_printf ("%s (%s).luotain", stem, mark);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);

  /* A copy that stands there already is of the same version, and perhaps the only sound one. */
  return g_file_query_exists (copy, NULL) || luotain_copy_database (db, copy, TRUE, error);
}
