#include "luotain-link-cursor.h"

#include "luotain-statement.h"

struct _LuotainLinkCursor
{
  const LuotainModel *model;
  LuotainStatement *statement;
  LuotainLink link; /* its note belongs to the statement */
  const LuotainRecordType *target_type;
  gboolean at_end;
};

static char *
make_sql (const LuotainRecordType *type, gboolean selected)
{
  return g_strconcat (
      "SELECT l.source, l.role, l.target, l.note, l.confirmed_revision, t.type FROM record r ",
      type->owner != NULL ? "JOIN record o ON o.id = r.owner " : "",
      "CROSS JOIN link l ON l.source = r.id CROSS JOIN record t ON t.id = l.target WHERE r.type = ?1",
      selected ? " AND r.id IN (SELECT id FROM temp.selection)"
                 " AND l.target IN (SELECT id FROM temp.selection)"
               : "",
      type->owner != NULL ? " ORDER BY o.position, o.id, r.position, r.id, l.role, l.target"
                          : " ORDER BY r.position, r.id, l.role, l.target",
      NULL);
}

LuotainLinkCursor *
luotain_link_cursor_new (LuotainDb *db, const LuotainRecordType *type, gboolean selected, GError **error)
{
  g_autofree char *sql = make_sql (type, selected);
  g_autoptr (LuotainLinkCursor) self = g_new0 (LuotainLinkCursor, 1);

  self->model = luotain_db_get_model (db);
  self->statement = luotain_db_prepare (db, sql, error);

  if (self->statement == NULL)
    return NULL;

  luotain_statement_bind_text (self->statement, 1, type->name);
  return luotain_link_cursor_next (self, error) ? g_steal_pointer (&self) : NULL;
}

void
luotain_link_cursor_free (LuotainLinkCursor *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statement, luotain_statement_free);
  g_free (self);
}

const LuotainLink *
luotain_link_cursor_peek (LuotainLinkCursor *self, const LuotainRecordType **target_type)
{
  if (self->at_end)
    return NULL;

  *target_type = self->target_type;
  return &self->link;
}

static void
read_link (LuotainLinkCursor *self)
{
  self->link.source = luotain_statement_get_id (self->statement, 0);
  self->link.role = luotain_model_role (self->model, luotain_statement_get_text (self->statement, 1));
  self->link.target = luotain_statement_get_id (self->statement, 2);
  self->link.note = (char *) luotain_statement_get_text (self->statement, 3);
  self->link.confirmed_revision = luotain_statement_get_int (self->statement, 4);
  self->target_type = luotain_model_type (self->model, luotain_statement_get_text (self->statement, 5));
}

gboolean
luotain_link_cursor_next (LuotainLinkCursor *self, GError **error)
{
  LuotainStep step;

  /* A role that is not in the model can only have been written by another program. */
  while ((step = luotain_statement_step (self->statement, error)) == LUOTAIN_STEP_ROW)
    {
      read_link (self);

      if (self->link.role != NULL && self->target_type != NULL)
        return TRUE;
    }

  self->at_end = TRUE;
  return step == LUOTAIN_STEP_DONE;
}
