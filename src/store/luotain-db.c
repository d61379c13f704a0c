#include "config.h"

#include "luotain-db-private.h"

#include "luotain-record-sql.h"
#include "luotain-recorder.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>

/* Virtual machine steps between two looks at whether the job was cancelled: well below a millisecond. */
#define STEPS_BETWEEN_LOOKS 2000

G_DEFINE_QUARK (luotain_store_error_quark, luotain_store_error)

typedef struct
{
  int code_of_sqlite; /* extended ones stand before the plain ones they refine */
  LuotainStoreError code;
  const char *message;
} Explanation;

static const Explanation explanations[] = {
  { SQLITE_READONLY_DBMOVED, LUOTAIN_STORE_ERROR_READ_ONLY,
    N_ ("The workbook was moved or deleted while it was open. The change was not made; save what you see with Send a "
        "Copy…, or open the file where it is now.") },
  { SQLITE_FULL, LUOTAIN_STORE_ERROR_FAILED,
    N_ ("The disk is full. The change was not made; free some space and do it again.") },
  { SQLITE_IOERR, LUOTAIN_STORE_ERROR_FAILED,
    N_ ("The disk did not answer as it should. The change was not made; check the disk or its connection and do it "
        "again.") },
  { SQLITE_CORRUPT, LUOTAIN_STORE_ERROR_DAMAGED,
    N_ ("The workbook is damaged. Open the latest good copy, or save what can be read by exporting it.") },
  { SQLITE_NOTADB, LUOTAIN_STORE_ERROR_NOT_WORKBOOK,
    N_ ("The file is not a Luotain workbook. Choose another file.") },
  { SQLITE_READONLY, LUOTAIN_STORE_ERROR_READ_ONLY,
    N_ ("The workbook can only be read here. Save a copy to a folder of your own and work on that.") },
  { SQLITE_CANTOPEN, LUOTAIN_STORE_ERROR_READ_ONLY,
    N_ ("The file or its folder cannot be written. Save a copy to a folder of your own and work on that.") },
  { SQLITE_BUSY, LUOTAIN_STORE_ERROR_HELD,
    N_ ("Another program is using the workbook just now. Close it there, or wait a moment, and do it again.") },
  { SQLITE_TOOBIG, LUOTAIN_STORE_ERROR_INVALID,
    N_ ("A text is longer than a workbook can hold. Divide it among several records.") },
};

gboolean
luotain_db_fail (LuotainDb *self, int code, GError **error)
{
  const int primary = code & 0xff;

  if (primary == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (explanations); i++)
    if (explanations[i].code_of_sqlite == code || explanations[i].code_of_sqlite == primary)
      {
        g_set_error_literal (error, LUOTAIN_STORE_ERROR, explanations[i].code, _ (explanations[i].message));
        return FALSE;
      }

  g_set_error (error, LUOTAIN_STORE_ERROR,
               primary == SQLITE_CONSTRAINT ? LUOTAIN_STORE_ERROR_INVALID : LUOTAIN_STORE_ERROR_FAILED,
               _ ("The workbook refused the change (%s). It was not made; please report this."),
               sqlite3_errmsg (self->handle));
  return FALSE;
}

static int
look_whether_to_stop (gpointer data)
{
  LuotainDb *self = data;

  if (self->must_yield != NULL && self->must_yield (self->must_yield_data))
    {
      self->yielded = TRUE;
      return 1;
    }

  return g_cancellable_is_cancelled (self->cancellable);
}

static const char *
get_text (sqlite3_value *value, char **mended)
{
  const char *text = (const char *) sqlite3_value_text (value);

  return luotain_text_make_valid (text, (gsize) sqlite3_value_bytes (value), mended);
}

/* SQL function contains (text, folded needle): letter case aside, for all letters, which LIKE is not. */
static void
contains_function (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_autofree char *mended = NULL;
  const char *haystack = get_text (values[0], &mended);
  const char *needle = (const char *) sqlite3_value_text (values[1]);

  (void) n_values;
  sqlite3_result_int (context, needle != NULL && luotain_text_contains (haystack, needle));
}

/* SQL function fold (text): in lower case, for sorting by title. */
static void
fold_function (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_autofree char *mended = NULL;
  const char *text = get_text (values[0], &mended);

  (void) n_values;

  if (text != NULL)
    sqlite3_result_text (context, luotain_text_fold (text), -1, g_free);
}

/* Workbooks come by mail: no file of anybody's may make SQLite do more than hold its tables. */
static void
set_limits (sqlite3 *handle)
{
  static const struct
  {
    int limit, value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 64 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 16 },
    { SQLITE_LIMIT_FUNCTION_ARG, 16 },
    { SQLITE_LIMIT_ATTACHED, 1 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 8 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].limit, limits[i].value);

  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* No table of ours needs trusted_schema yet; a search index fed by triggers (FTS5) will. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  /* Otherwise statements that a partial index might serve are compiled anew with every value bound to them. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL);
}

/* EXTRA also syncs the folder after the journal is gone: what was acknowledged survives a power cut. */
static const char settings[] =
    "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
    "PRAGMA temp_store = FILE; PRAGMA cache_size = -8192; PRAGMA synchronous = EXTRA;"
    "PRAGMA secure_delete = OFF;";

/* Nobody asks SQLite how much memory it uses; counting that would take a lock each time it takes or gives back some. */
static void
configure_once (void)
{
  static gsize configured;

  if (!g_once_init_enter (&configured))
    return;

  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&configured, 1);
}

static LuotainDb *
open_handle (const char *path, const LuotainModel *model, int flags, GError **error)
{
  g_autoptr (LuotainDb) self = g_new0 (LuotainDb, 1);
  int code;

  self->model = model;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) luotain_statement_destroy);
  luotain_record_sql_init (self);
  configure_once ();
  code = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    {
      luotain_db_fail (self, code, error);
      return NULL;
    }

  set_limits (self->handle);
  sqlite3_create_function_v2 (self->handle, "contains", 2,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, contains_function,
                              NULL, NULL, NULL);
  sqlite3_create_function_v2 (self->handle, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                              NULL, fold_function, NULL, NULL, NULL);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, look_whether_to_stop, self);
  luotain_db_set_busy_timeout (self, 10000);

  if (!luotain_db_execute (self, settings, error))
    return NULL;

  return g_steal_pointer (&self);
}

LuotainDb *
luotain_db_open (const char *path, const LuotainModel *model, LuotainDbAccess access, GError **error)
{
  static const int flags[] = { SQLITE_OPEN_READONLY, SQLITE_OPEN_READWRITE,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE };

  return open_handle (path, model, flags[access], error);
}

LuotainDb *
luotain_db_open_memory (const LuotainModel *model, GError **error)
{
  return open_handle (":memory:", model, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
}

void
luotain_db_close (LuotainDb *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recorder, luotain_recorder_free);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->type_sql, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self->detail);
  g_free (self);
}

void
luotain_db_set_busy_timeout (LuotainDb *self, int milliseconds)
{
  sqlite3_busy_timeout (self->handle, milliseconds);
}

const LuotainModel *
luotain_db_get_model (LuotainDb *self)
{
  return self->model;
}

GCancellable *
luotain_db_get_cancellable (LuotainDb *self)
{
  return self->cancellable;
}

void
luotain_db_set_progress (LuotainDb *self, guint64 done, guint64 total)
{
  if (self->progress != NULL)
    g_atomic_int_set (&self->progress->permille, total > 0 ? (int) (MIN (done, total) * 1000 / total) : -1);
}

void
luotain_db_set_detail (LuotainDb *self, const char *detail)
{
  g_free (self->detail);
  self->detail = detail != NULL ? luotain_text_excerpt (detail, 80) : NULL;
}

gboolean
luotain_db_execute (LuotainDb *self, const char *sql, GError **error)
{
  const int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || luotain_db_fail (self, code, error);
}

gint64
luotain_db_n_changes (LuotainDb *self)
{
  return sqlite3_changes64 (self->handle);
}

gboolean
luotain_db_count_row (LuotainDb *self, GError **error)
{
  return self->recorder == NULL || luotain_recorder_count_row (self->recorder, error);
}
