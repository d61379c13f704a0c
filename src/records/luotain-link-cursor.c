#include "luotain-link-cursor.h"

#include "luotain-record-cursor.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"

#include <string.h>

struct _LuotainLinkCursor
{
  LuotainDb *db;
  LuotainStatement *statement;
  LuotainLink link; /* its note belongs to the statement */
  const LuotainRecordType *target_type;
  gboolean
      by_id; /* the links of all records by the id of their source: those of other types are passed over */
  gboolean at_end;
};

static const char columns[] = "SELECT l.source, l.role, l.target, l.note, l.confirmed_revision ";

static const char both_selected[] = " AND l.source IN (SELECT id FROM temp.selection)"
                                    " AND l.target IN (SELECT id FROM temp.selection)";

/* The table is in the order of its sources: to walk it once is cheaper than to look each source up. */
static char *
make_sql_by_id (gboolean selected)
{
  return g_strconcat (columns,
                      "FROM link l WHERE l.source BETWEEN (SELECT min (id) FROM record WHERE type = ?1)"
                      " AND (SELECT max (id) FROM record WHERE type = ?1)",
                      selected ? both_selected : "", " ORDER BY l.source, l.role, l.target", NULL);
}

static char *
make_sql_in_order (LuotainDb *db, const LuotainRecordType *type, gboolean selected)
{
  g_autofree char *joins = NULL;
  g_autofree char *order = luotain_record_cursor_order (luotain_db_get_model (db), type, &joins);

  return g_strconcat (columns, "FROM record r", joins,
                      " CROSS JOIN link l ON l.source = r.id WHERE r.type = ?1",
                      selected ? both_selected : "", " ORDER BY ", order, ", l.role, l.target", NULL);
}

LuotainLinkCursor *
luotain_link_cursor_new (LuotainDb *db, const LuotainRecordType *type, gboolean selected, GError **error)
{
  const gboolean by_id = type->owner == NULL && (type->flags & LUOTAIN_TYPE_ORDERED) == 0;
  g_autofree char *sql = by_id ? make_sql_by_id (selected) : make_sql_in_order (db, type, selected);
  g_autoptr (LuotainLinkCursor) self = g_new0 (LuotainLinkCursor, 1);

  self->db = db;
  self->by_id = by_id;
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

/* Most roles lead to one type; only where there are several must the target be asked. */
static gboolean
find_target_type (LuotainLinkCursor *self, GError **error)
{
  const char *const *targets = self->link.role->targets;

  if (targets[1] != NULL)
    {
      self->target_type = luotain_record_type_of (self->db, self->link.target, error);
      return self->target_type != NULL;
    }

  if (self->target_type == NULL || strcmp (self->target_type->name, targets[0]) != 0)
    self->target_type = luotain_model_type (luotain_db_get_model (self->db), targets[0]);

  return TRUE;
}

static gboolean
read_link (LuotainLinkCursor *self, GError **error)
{
  const char *role = luotain_statement_get_text (self->statement, 1);

  self->link.source = luotain_statement_get_id (self->statement, 0);
  self->link.role = luotain_model_role (luotain_db_get_model (self->db), role);
  self->link.target = luotain_statement_get_id (self->statement, 2);
  self->link.note = (char *) luotain_statement_get_text (self->statement, 3);
  self->link.confirmed_revision = luotain_statement_get_int (self->statement, 4);
  return self->link.role == NULL || find_target_type (self, error);
}

gboolean
luotain_link_cursor_next (LuotainLinkCursor *self, GError **error)
{
  LuotainStep step;

  while ((step = luotain_statement_step (self->statement, error)) == LUOTAIN_STEP_ROW)
    {
      if (!read_link (self, error))
        return FALSE;

      /* A role that is not in the model can only have been written by another program. */
      if (self->link.role != NULL)
        return TRUE;
    }

  self->at_end = TRUE;
  return step == LUOTAIN_STEP_DONE;
}

gboolean
luotain_link_cursor_seek (LuotainLinkCursor *self, gint64 source, GError **error)
{
  while (self->by_id && !self->at_end && self->link.source < source)
    if (!luotain_link_cursor_next (self, error))
      return FALSE;

  return TRUE;
}
