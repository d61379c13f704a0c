#include "config.h"

#include "luotain-merge-private.h"

#include "luotain-id.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"

static const char create_sql[] =
    "CREATE TEMP TABLE merge_record (id INTEGER NOT NULL, file INTEGER NOT NULL, line INTEGER NOT NULL,"
    " revision INTEGER NOT NULL, outcome INTEGER NOT NULL, wins INTEGER NOT NULL, PRIMARY KEY (id, file)) WITHOUT ROWID;"
    "CREATE TEMP TABLE merge_link (number INTEGER PRIMARY KEY, file INTEGER NOT NULL, line INTEGER NOT NULL,"
    " source INTEGER NOT NULL, role TEXT NOT NULL, target INTEGER NOT NULL, target_type TEXT NOT NULL, note TEXT,"
    " confirmed INTEGER)";

static const char drop_sql[] = "DROP TABLE IF EXISTS temp.merge_record; DROP TABLE IF EXISTS temp.merge_link";

LuotainMerge *
luotain_merge_new (LuotainDb *db, GError **error)
{
  g_autoptr (LuotainMerge) self = g_new0 (LuotainMerge, 1);

  self->db = db;
  self->file = -1;
  self->first_links = g_array_new (FALSE, TRUE, sizeof (gint64));

  if (!luotain_db_execute (db, drop_sql, error) || !luotain_db_execute (db, create_sql, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
luotain_merge_free (LuotainMerge *self)
{
  if (self == NULL)
    return;

  luotain_db_execute (self->db, drop_sql, NULL);
  g_array_unref (self->first_links);
  g_free (self);
}

void
luotain_merge_begin_file (LuotainMerge *self, gboolean filled)
{
  const gint64 first = self->n_links + 1;

  self->file++;
  self->filled = filled;
  self->fresh_owner = 0;
  g_array_append_val (self->first_links, first);
}

static gboolean
stage_record (LuotainMerge *self, const LuotainRecord *record, int line, LuotainMergeOutcome outcome,
              gboolean wins, gboolean *is_new, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "INSERT OR IGNORE INTO temp.merge_record VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, record->id);
  luotain_statement_bind_int (statement, 2, self->file);
  luotain_statement_bind_int (statement, 3, line);
  luotain_statement_bind_int (statement, 4, record->revision);
  luotain_statement_bind_int (statement, 5, outcome);
  luotain_statement_bind_int (statement, 6, wins);

  if (!luotain_statement_run (statement, error))
    return FALSE;

  *is_new = luotain_db_n_changes (self->db) > 0;
  return TRUE;
}

static gboolean
find_first_line (LuotainMerge *self, gint64 id, int *line, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "SELECT line FROM temp.merge_record WHERE id = ?1 AND file = ?2", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  luotain_statement_bind_int (statement, 2, self->file);

  if (luotain_statement_step (statement, error) == LUOTAIN_STEP_ERROR)
    return FALSE;

  *line = (int) luotain_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
look_up_type (LuotainMerge *self, gint64 id, const LuotainRecordType **type, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (self->db,
                                                               "SELECT type FROM record WHERE id = ?1",
                                                               error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  step = luotain_statement_step (statement, error);
  *type = step == LUOTAIN_STEP_ROW ? luotain_model_type (luotain_db_get_model (self->db),
                                                         luotain_statement_get_text (statement, 0))
                                   : NULL;
  return step != LUOTAIN_STEP_ERROR;
}

static gboolean
add_record (LuotainMerge *self, const LuotainRecordType *type, LuotainRecord *record,
            LuotainMergeOutcome *outcome, GError **error)
{
  const gboolean is_default = record->id < LUOTAIN_ID_FIRST_MADE;
  const gboolean is_single = (type->flags & LUOTAIN_TYPE_SINGLETON) != 0;

  if (self->filled && (is_default || is_single))
    {
      *outcome = LUOTAIN_MERGE_SKIPPED;
      return TRUE;
    }

  *outcome = LUOTAIN_MERGE_ADDED;
  record->position = 0;

  if (type->owner == NULL)
    self->fresh_owner = record->id;

  /* What an older record gets belongs to its content, which counts up; a new one comes with what it owns. */
  if (record->owner == 0 || record->owner == self->fresh_owner)
    return luotain_record_insert_as_is (self->db, type, record, error);

  return luotain_record_insert (self->db, type, record, error);
}

static gboolean
stamp_changed (LuotainMerge *self, gint64 id, gint64 changed, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (self->db,
                                                               "UPDATE record SET changed = ?2 WHERE id = ?1",
                                                               error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  luotain_statement_bind_int (statement, 2, changed);
  return luotain_statement_run (statement, error);
}

/* The time of the change comes along: the next file must be compared with when it was made, not with now. */
static gboolean
change_record (LuotainMerge *self, const LuotainRecordType *type, const LuotainRecord *present,
               LuotainRecord *record, GError **error)
{
  const gint64 changed = record->changed;

  record->owner = present->owner;
  record->position = present->position;
  return luotain_record_update (self->db, type, record, error)
         && stamp_changed (self, record->id, changed, error);
}

static gboolean
meet_record (LuotainMerge *self, const LuotainRecordType *type, LuotainRecord *record,
             LuotainMergeOutcome *outcome, gboolean *wins, GError **error)
{
  LuotainRecord *present = luotain_record_load (self->db, type, record->id, error);
  gboolean ok = TRUE;

  if (present == NULL)
    return FALSE;

  self->met = TRUE;
  *wins = record->changed >= present->changed;

  if (luotain_record_equal (type, present, record))
    *outcome = LUOTAIN_MERGE_SAME;
  else
    *outcome = *wins ? LUOTAIN_MERGE_CHANGED : LUOTAIN_MERGE_NEWER;

  if (*outcome == LUOTAIN_MERGE_CHANGED)
    ok = change_record (self, type, present, record, error);

  luotain_record_free (type, present);
  return ok;
}

gboolean
luotain_merge_record (LuotainMerge *self, const LuotainRecordType *type, gpointer record, int line,
                      LuotainMergeOutcome *outcome, int *first_line, GError **error)
{
  LuotainRecord *head = record;
  const gint64 revision = head->revision;
  const LuotainRecordType *present_type;
  gboolean wins = TRUE, is_new, ok;

  if (!look_up_type (self, head->id, &present_type, error))
    return FALSE;

  if (present_type == NULL)
    ok = add_record (self, type, head, outcome, error);
  else if (present_type == type)
    ok = meet_record (self, type, head, outcome, &wins, error);
  else
    {
      *outcome = LUOTAIN_MERGE_OTHER_TYPE;
      return TRUE;
    }

  head->revision = revision;
  self->added = *outcome == LUOTAIN_MERGE_ADDED ? head->id : 0;

  if (!ok || !stage_record (self, head, line, *outcome, wins, &is_new, error))
    return FALSE;

  if (is_new)
    return TRUE;

  *outcome = LUOTAIN_MERGE_DUPLICATE;
  return find_first_line (self, head->id, first_line, error);
}
