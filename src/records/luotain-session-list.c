#include "luotain-session-list.h"
#include "luotain-statement.h"
#include "luotain-title-sql.h"

void
luotain_session_row_free (LuotainSessionRow *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->kind);
  g_free (self->held_on);
  g_free (self->place);
  g_free (self->status);
  g_free (self->group_title);
  g_free (self->sector_title);
  g_free (self);
}

gboolean
luotain_session_row_equal (const LuotainSessionRow *a, const LuotainSessionRow *b)
{
  return a->id == b->id && a->sector == b->sector && a->n_findings == b->n_findings
         && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->kind, b->kind) == 0
         && g_strcmp0 (a->held_on, b->held_on) == 0 && g_strcmp0 (a->place, b->place) == 0
         && g_strcmp0 (a->status, b->status) == 0 && g_strcmp0 (a->group_title, b->group_title) == 0
         && g_strcmp0 (a->sector_title, b->sector_title) == 0;
}

static LuotainSessionRow *
read_row (LuotainStatement *statement)
{
  LuotainSessionRow *row = g_new0 (LuotainSessionRow, 1);

  row->id = luotain_statement_get_id (statement, 0);
  row->title = luotain_statement_dup_text (statement, 1);
  row->kind = luotain_statement_dup_text (statement, 2);
  row->held_on = luotain_statement_dup_text (statement, 3);
  row->place = luotain_statement_dup_text (statement, 4);
  row->status = luotain_statement_dup_text (statement, 5);
  row->group_title = luotain_statement_dup_text (statement, 6);
  row->sector_title = luotain_statement_dup_text (statement, 7);
  row->sector = luotain_statement_get_id (statement, 8);
  row->n_findings = (guint) luotain_statement_get_int (statement, 9);
  return row;
}

gboolean
luotain_sessions_load (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainSessionsQuestion *question = data;
  g_autofree char *title = luotain_title_sql ("s", "title", question->language);
  g_autofree char *group_title = luotain_title_sql ("g", "title", question->language);
  g_autofree char *sector_title = luotain_title_sql ("t", "title", question->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT s.id, %s, s.kind, s.held_on, s.place, s.status, %s, %s, t.id,"
      " (SELECT COUNT (*) FROM link f WHERE f.target = s.id AND f.role = 'session')"
      " FROM session s"
      " LEFT JOIN link lg ON lg.source = s.id AND lg.role = 'group' LEFT JOIN working_group g ON g.id = lg.target"
      " LEFT JOIN link ls ON ls.source = s.id AND ls.role = 'sector' LEFT JOIN sector t ON t.id = ls.target"
      " WHERE ?1 IS NULL OR t.id IS NULL OR t.id = ?1"
      " ORDER BY s.status IS 'running' DESC, s.held_on IS NULL, s.held_on DESC, s.id DESC",
      title, group_title, sector_title);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_session_row_free);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;
  luotain_statement_bind_id (statement, 1, question->sector);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement));
  if (step == LUOTAIN_STEP_DONE)
    *result = g_steal_pointer (&rows);
  return step == LUOTAIN_STEP_DONE;
}

gboolean
luotain_session_count_findings (LuotainDb *db, gint64 session, guint *n_findings, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT COUNT (*) FROM link WHERE target = ?1 AND role = 'session'", error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;
  luotain_statement_bind_id (statement, 1, session);
  step = luotain_statement_step (statement, error);
  if (step == LUOTAIN_STEP_ROW)
    *n_findings = (guint) luotain_statement_get_int (statement, 0);
  return step != LUOTAIN_STEP_ERROR;
}
