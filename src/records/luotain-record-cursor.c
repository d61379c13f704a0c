#include "luotain-record-cursor.h"

#include "luotain-record-io.h"
#include "luotain-statement.h"

struct _LuotainRecordCursor
{
  const LuotainRecordType *type;
  LuotainStatement *statement;
  gpointer record;
};

static char *
make_sql (LuotainDb *db, const LuotainRecordType *type, gboolean selected)
{
  return g_strconcat (luotain_record_select_sql (db, type),
                      type->owner != NULL ? " JOIN record o ON o.id = r.owner" : "", " WHERE r.type = ?1",
                      selected ? " AND r.id IN (SELECT id FROM temp.selection)" : "",
                      type->owner != NULL ? " ORDER BY o.position, o.id, r.position, r.id"
                                          : " ORDER BY r.position, r.id",
                      NULL);
}

LuotainRecordCursor *
luotain_record_cursor_new (LuotainDb *db, const LuotainRecordType *type, gboolean selected, GError **error)
{
  g_autofree char *sql = make_sql (db, type, selected);
  g_autoptr (LuotainRecordCursor) self = g_new0 (LuotainRecordCursor, 1);

  self->type = type;
  self->statement = luotain_db_prepare (db, sql, error);

  if (self->statement == NULL)
    return NULL;

  luotain_statement_bind_text (self->statement, 1, type->name);
  return luotain_record_cursor_next (self, error) ? g_steal_pointer (&self) : NULL;
}

void
luotain_record_cursor_free (LuotainRecordCursor *self)
{
  if (self == NULL)
    return;

  luotain_record_free (self->type, self->record);
  g_clear_pointer (&self->statement, luotain_statement_free);
  g_free (self);
}

gpointer
luotain_record_cursor_peek (LuotainRecordCursor *self)
{
  return self->record;
}

gpointer
luotain_record_cursor_steal (LuotainRecordCursor *self)
{
  return g_steal_pointer (&self->record);
}

gboolean
luotain_record_cursor_next (LuotainRecordCursor *self, GError **error)
{
  const LuotainStep step = luotain_statement_step (self->statement, error);

  luotain_record_free (self->type, self->record);
  self->record = step == LUOTAIN_STEP_ROW ? luotain_record_read (self->type, self->statement) : NULL;
  return step != LUOTAIN_STEP_ERROR;
}
