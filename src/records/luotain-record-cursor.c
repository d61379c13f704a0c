#include "luotain-record-cursor.h"

#include "luotain-record-io.h"
#include "luotain-statement.h"

struct _LuotainRecordCursor
{
  const LuotainRecordType *type;
  LuotainStatement *statement;
  gpointer record;
};

char *
luotain_record_cursor_order (const LuotainModel *model, const LuotainRecordType *type, char **joins)
{
  g_autoptr (GString) order = g_string_new ("r.position, r.id");
  g_autoptr (GString) join = g_string_new (NULL);

  for (guint depth = 1; type->owner != NULL; depth++)
    {
      g_autofree char *below = depth > 1 ? g_strdup_printf ("o%u", depth - 1) : g_strdup ("r");
      g_autofree char *columns = g_strdup_printf ("o%u.position, o%u.id, ", depth, depth);

      g_string_append_printf (join, " JOIN record o%u ON o%u.id = %s.owner", depth, depth, below);
      g_string_prepend (order, columns);
      type = luotain_model_type (model, type->owner);
    }

  *joins = g_string_free (g_steal_pointer (&join), FALSE);
  return g_string_free (g_steal_pointer (&order), FALSE);
}

static char *
make_sql (LuotainDb *db, const LuotainRecordType *type, gboolean selected)
{
  g_autofree char *joins = NULL;
  g_autofree char *order = luotain_record_cursor_order (luotain_db_get_model (db), type, &joins);

  return g_strconcat (luotain_record_select_sql (db, type), joins, " WHERE r.type = ?1",
                      selected ? " AND r.id IN (SELECT id FROM temp.selection)" : "", " ORDER BY ", order,
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
