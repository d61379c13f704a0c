#include "config.h"

#include "luotain-recorder.h"

#include "luotain-date.h"
#include "luotain-db-private.h"
#include "luotain-history-steps.h"
#include "luotain-record-io.h"
#include "luotain-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* 100,000 rows in one changeset take 160 MB of memory; in parts of 5,000 they take 12. */
#define ROWS_A_PART 5000

/* The column of "record" that holds the place in the order. */
#define RECORD_POSITION 3

struct _LuotainRecorder
{
  LuotainDb *db;
  sqlite3_session *session;
  LuotainChanges *changes;
  gint64 step; /* 0 until a part is stored */
  guint n_parts;
  guint n_rows; /* since the last part */
  gint64 bytes;
};

static gboolean
attach_tables (LuotainRecorder *self, GError **error)
{
  const LuotainModel *model = self->db->model;
  int code = SQLITE_OK;
  guint n_types = 0;

  while (model->types[n_types] != NULL)
    n_types++;

  /* Children first and "record" last: replayed in this order, no row is in the way of another. */
  for (guint i = n_types; i > 0 && code == SQLITE_OK; i--)
    code = sqlite3session_attach (self->session, model->types[i - 1]->table);

  if (code == SQLITE_OK)
    code = sqlite3session_attach (self->session, "link");

  if (code == SQLITE_OK)
    code = sqlite3session_attach (self->session, "record");

  return code == SQLITE_OK || luotain_db_fail (self->db, code, error);
}

static gboolean
open_session (LuotainRecorder *self, GError **error)
{
  const int code = sqlite3session_create (self->db->handle, "main", &self->session);

  if (code != SQLITE_OK)
    return luotain_db_fail (self->db, code, error);

  return attach_tables (self, error);
}

gboolean
luotain_recorder_begin (LuotainDb *db, GError **error)
{
  g_return_val_if_fail (db->recorder == NULL, FALSE);

  db->recorder = g_new0 (LuotainRecorder, 1);
  db->recorder->db = db;
  db->recorder->changes = luotain_changes_new ();

  if (open_session (db->recorder, error))
    return TRUE;

  g_clear_pointer (&db->recorder, luotain_recorder_free);
  return FALSE;
}

void
luotain_recorder_free (LuotainRecorder *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->changes, luotain_changes_unref);
  g_free (self);
}

/* A new change ends what could have been redone. */
static gboolean
begin_step (LuotainRecorder *self, GError **error)
{
  g_autoptr (LuotainStatement) statement = NULL;
  gint64 schema;

  if (!luotain_history_steps_end_redo (self->db, error)
      || !luotain_schema_get_version (self->db, &schema, error))
    return FALSE;

  statement = luotain_db_prepare (
      self->db, "INSERT INTO history_step (label, time, schema, bytes) VALUES ('', ?1, ?2, 0)", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_int (statement, 1, luotain_time_now ());
  luotain_statement_bind_int (statement, 2, schema);

  if (!luotain_statement_run (statement, error))
    return FALSE;

  self->step = sqlite3_last_insert_rowid (self->db->handle);
  return TRUE;
}

static gboolean
store_part (LuotainRecorder *self, gconstpointer changeset, gsize length, GError **error)
{
  g_autoptr (LuotainStatement) statement = NULL;

  if (self->step == 0 && !begin_step (self, error))
    return FALSE;

  statement = luotain_db_prepare (self->db,
                                  "INSERT INTO history_part (step, part, changeset) VALUES (?1, ?2, ?3)",
                                  error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, self->step);
  luotain_statement_bind_int (statement, 2, self->n_parts++);
  luotain_statement_bind_bytes (statement, 3, changeset, length);
  self->bytes += length;
  self->db->history_bytes_since_sum += length;
  return luotain_statement_run (statement, error);
}

static gboolean
close_part (LuotainRecorder *self, GError **error)
{
  gpointer changeset = NULL;
  int length = 0;
  const int code = sqlite3session_changeset (self->session, &length, &changeset);
  gboolean ok = TRUE;

  g_clear_pointer (&self->session, sqlite3session_delete);

  if (code != SQLITE_OK)
    return luotain_db_fail (self->db, code, error);

  if (length > 0)
    ok = luotain_recorder_collect (self->db, changeset, length, self->changes, error)
         && store_part (self, changeset, length, error);

  sqlite3_free (changeset);
  self->n_rows = 0;
  return ok;
}

gboolean
luotain_recorder_count_row (LuotainRecorder *self, GError **error)
{
  return ++self->n_rows < ROWS_A_PART || (close_part (self, error) && open_session (self, error));
}

void
luotain_db_note_change (LuotainDb *db, const char *type, gint64 id)
{
  if (db->recorder != NULL)
    luotain_changes_add_record (db->recorder->changes, type, id);
}

static gboolean
finish_step (LuotainRecorder *self, const char *label, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "UPDATE history_step SET label = ?2, detail = ?3, bytes = ?4 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, self->step);
  luotain_statement_bind_text (statement, 2, label);
  luotain_statement_bind_text (statement, 3, self->db->detail);
  luotain_statement_bind_int (statement, 4, self->bytes);
  return luotain_statement_run (statement, error);
}

gboolean
luotain_recorder_end (LuotainDb *db, const char *label, LuotainChanges **changes, GError **error)
{
  g_autoptr (LuotainRecorder) self = g_steal_pointer (&db->recorder);

  if (!close_part (self, error))
    return FALSE;

  if (self->step != 0 && !finish_step (self, label, error))
    return FALSE;

  *changes = g_steal_pointer (&self->changes);
  return TRUE;
}

/* The id in a column; 0 where a damaged changeset has none. */
static gint64
read_id (sqlite3_changeset_iter *iter, int operation, int column)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, column, &value);
  else
    sqlite3changeset_old (iter, column, &value);

  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* Where only its place in the order changed, nothing stands in the table of its type: the type is looked up. */
static const char *
moved_type (LuotainDb *db, sqlite3_changeset_iter *iter, int operation)
{
  sqlite3_value *position = NULL;
  const LuotainRecordType *type = NULL;

  if (operation == SQLITE_UPDATE)
    sqlite3changeset_new (iter, RECORD_POSITION, &position);
  if (position != NULL)
    type = luotain_record_type_of (db, read_id (iter, operation, 0), NULL);
  return type != NULL ? type->name : NULL;
}

static void
collect_row (LuotainDb *db, sqlite3_changeset_iter *iter, const char *table, int operation,
             LuotainChanges *changes)
{
  const LuotainRecordType *type = luotain_model_type_of_table (db->model, table);

  if (strcmp (table, "link") == 0)
    luotain_changes_add_link (changes, read_id (iter, operation, 0), read_id (iter, operation, 2));
  else
    luotain_changes_add_record (changes, type != NULL ? type->name : moved_type (db, iter, operation),
                                read_id (iter, operation, 0));
}

gboolean
luotain_recorder_collect (LuotainDb *db, gconstpointer changeset, gsize length, LuotainChanges *changes,
                          GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int code;

  if (luotain_changes_is_all (changes))
    return TRUE;

  code = sqlite3changeset_start (&iter, (int) length, (gpointer) changeset);

  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table = NULL;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      collect_row (db, iter, table, operation, changes);
    }

  if (iter != NULL)
    code = sqlite3changeset_finalize (iter);

  return code == SQLITE_OK || luotain_db_fail (db, code, error);
}

/* A changeset that came with somebody's file may touch nothing but what changes touch. */
static int
is_recorded_table (gpointer data, const char *table)
{
  const LuotainDb *db = data;

  return strcmp (table, "record") == 0 || strcmp (table, "link") == 0
         || luotain_model_type_of_table (db->model, table) != NULL;
}

/*
 * Rows that a cascade removed before their own DELETE came are gone already: that alone is passed over. References are
 * judged when the whole step is in, by the commit.
 */
static int
settle_conflict (gpointer data, int conflict, sqlite3_changeset_iter *iter)
{
  const char *table;
  int n_columns, operation, indirect;

  if (conflict == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_OMIT;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);

  return conflict == SQLITE_CHANGESET_NOTFOUND && operation == SQLITE_DELETE ? SQLITE_CHANGESET_OMIT
                                                                             : SQLITE_CHANGESET_ABORT;
}

gboolean
luotain_recorder_apply (LuotainDb *db, gconstpointer changeset, gsize length, gboolean inverted,
                        LuotainChanges *changes, GError **error)
{
  gpointer rebase = NULL;
  int n_rebase = 0;
  const int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  const int code = sqlite3changeset_apply_v2 (db->handle, (int) length, (gpointer) changeset,
                                              is_recorded_table, settle_conflict, db, &rebase, &n_rebase,
                                              flags);

  sqlite3_free (rebase);

  if (code == SQLITE_ABORT)
    {
      g_set_error_literal (
          error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
          _ ("This step of the history no longer fits the workbook, so nothing was changed. Check the "
             "workbook."));
      return FALSE;
    }

  if (code != SQLITE_OK)
    return luotain_db_fail (db, code, error);

  return luotain_recorder_collect (db, changeset, length, changes, error);
}
