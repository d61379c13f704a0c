#include "config.h"

#include "luotain-db-private.h"
#include "luotain-text.h"

struct _LuotainStatement
{
  LuotainDb *db;
  sqlite3_stmt *handle;
  GPtrArray *mended; /* (nullable): texts of the rows that were not valid */
  int bind_code; /* the first bind that failed, told at the step */
  gboolean kept; /* by the database, ready to be used again */
  gboolean busy; /* in somebody's hands */
};

void
luotain_statement_destroy (LuotainStatement *self)
{
  sqlite3_finalize (self->handle);
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  g_free (self);
}

/* Preparing costs more than running for most statements, and an import runs millions: the same one comes back each
 * time, but for a statement within another run of itself. */
LuotainStatement *
luotain_db_prepare (LuotainDb *db, const char *sql, GError **error)
{
  LuotainStatement *self = g_hash_table_lookup (db->statements, sql);
  sqlite3_stmt *handle = NULL;
  int code;

  if (self != NULL && !self->busy)
    {
      self->busy = TRUE;
      return self;
    }

  code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  if (code != SQLITE_OK)
    {
      luotain_db_fail (db, code, error);
      return NULL;
    }

  self = g_new0 (LuotainStatement, 1);
  self->db = db;
  self->handle = handle;
  self->busy = TRUE;
  self->kept = !g_hash_table_contains (db->statements, sql);

  if (self->kept)
    g_hash_table_insert (db->statements, (gpointer) sqlite3_sql (handle), self);

  return self;
}

void
luotain_statement_free (LuotainStatement *self)
{
  if (self == NULL)
    return;

  if (!self->kept)
    {
      luotain_statement_destroy (self);
      return;
    }

  luotain_statement_reset (self);
  self->busy = FALSE;
}

static void
keep_first_code (LuotainStatement *self, int code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
luotain_statement_bind_id (LuotainStatement *self, int index, gint64 id)
{
  keep_first_code (self, id == 0 ? sqlite3_bind_null (self->handle, index)
                                 : sqlite3_bind_int64 (self->handle, index, id));
}

void
luotain_statement_bind_int (LuotainStatement *self, int index, gint64 number)
{
  keep_first_code (self, sqlite3_bind_int64 (self->handle, index, number));
}

void
luotain_statement_bind_number (LuotainStatement *self, int index, gint64 number)
{
  keep_first_code (self, number == LUOTAIN_NUMBER_UNSET ? sqlite3_bind_null (self->handle, index)
                                                        : sqlite3_bind_int64 (self->handle, index, number));
}

void
luotain_statement_bind_text (LuotainStatement *self, int index, const char *text)
{
  keep_first_code (self, sqlite3_bind_text (self->handle, index, text, -1, SQLITE_STATIC));
}

void
luotain_statement_bind_bytes (LuotainStatement *self, int index, gconstpointer bytes, gsize length)
{
  keep_first_code (self, sqlite3_bind_blob64 (self->handle, index, bytes, length, SQLITE_STATIC));
}

LuotainStep
luotain_statement_step (LuotainStatement *self, GError **error)
{
  const int code = self->bind_code == SQLITE_OK ? sqlite3_step (self->handle) : self->bind_code;

  if (code == SQLITE_ROW)
    return LUOTAIN_STEP_ROW;

  if (code == SQLITE_DONE)
    return LUOTAIN_STEP_DONE;

  luotain_db_fail (self->db, code, error);
  return LUOTAIN_STEP_ERROR;
}

void
luotain_statement_reset (LuotainStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  self->bind_code = SQLITE_OK;
}

gboolean
luotain_statement_run (LuotainStatement *self, GError **error)
{
  LuotainStep step;

  while ((step = luotain_statement_step (self, error)) == LUOTAIN_STEP_ROW)
    continue;

  luotain_statement_reset (self);
  return step == LUOTAIN_STEP_DONE;
}

gint64
luotain_statement_get_id (LuotainStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

gint64
luotain_statement_get_int (LuotainStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

gint64
luotain_statement_get_number (LuotainStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL
             ? LUOTAIN_NUMBER_UNSET
             : sqlite3_column_int64 (self->handle, column);
}

const char *
luotain_statement_get_text (LuotainStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);
  char *mended = NULL;

  text = luotain_text_make_valid (text, (gsize) sqlite3_column_bytes (self->handle, column), &mended);

  if (mended == NULL)
    return text;

  if (self->mended == NULL)
    self->mended = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (self->mended, mended);
  return text;
}

char *
luotain_statement_dup_text (LuotainStatement *self, int column)
{
  return g_strdup (luotain_statement_get_text (self, column));
}

gconstpointer
luotain_statement_get_bytes (LuotainStatement *self, int column, gsize *length)
{
  gconstpointer bytes = sqlite3_column_blob (self->handle, column);

  *length = sqlite3_column_bytes (self->handle, column);
  return bytes;
}

gboolean
luotain_db_run (LuotainDb *db, const char *sql, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);

  return statement != NULL && luotain_statement_run (statement, error);
}

gboolean
luotain_db_query_int (LuotainDb *db, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  *number = 0;

  if (statement == NULL)
    return FALSE;

  step = luotain_statement_step (statement, error);

  if (step == LUOTAIN_STEP_ROW)
    *number = luotain_statement_get_int (statement, 0);

  return step != LUOTAIN_STEP_ERROR;
}
