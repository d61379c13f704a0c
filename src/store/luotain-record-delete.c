#include "config.h"

#include "luotain-db-private.h"
#include "luotain-record-io.h"

#include <glib/gi18n-lib.h>

/* What stands on something that goes is to be looked at again. */
static gboolean
touch_dependents (LuotainDb *db, gint64 id, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "WITH RECURSIVE gone (id) AS (SELECT ?1 UNION"
      " SELECT r.id FROM record r JOIN gone g ON r.owner = g.id)"
      " SELECT source, role FROM link WHERE target IN gone AND source NOT IN gone",
      error);
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const LuotainRole *role = luotain_model_role (db->model, luotain_statement_get_text (statement, 1));
      const gint64 source = luotain_statement_get_id (statement, 0);

      if (role != NULL && role->flow == LUOTAIN_CHAIN_TARGET_UPSTREAM)
        g_array_append_val (sources, source);
    }

  for (guint i = 0; i < sources->len && step == LUOTAIN_STEP_DONE; i++)
    if (!luotain_record_touch (db, g_array_index (sources, gint64, i), error))
      return FALSE;

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
is_essential (LuotainDb *db, const char *name)
{
  const LuotainRole *role = luotain_model_role (db->model, name);

  return role != NULL && role->essential;
}

/* What means nothing without something that goes, a judgement on a state, goes with it. */
static gboolean
delete_meaningless (LuotainDb *db, gint64 id, GError **error)
{
  g_autoptr (LuotainStatement) find = luotain_db_prepare (
      db,
      "WITH RECURSIVE gone (id) AS (SELECT ?1 UNION"
      " SELECT r.id FROM record r JOIN gone g ON r.owner = g.id)"
      " SELECT source, role FROM link WHERE target IN gone AND source NOT IN gone",
      error);
  g_autoptr (LuotainStatement) remove = luotain_db_prepare (db, "DELETE FROM record WHERE id = ?1", error);
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step;

  if (find == NULL || remove == NULL)
    return FALSE;

  luotain_statement_bind_id (find, 1, id);

  while ((step = luotain_statement_step (find, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 source = luotain_statement_get_id (find, 0);

      if (is_essential (db, luotain_statement_get_text (find, 1)))
        g_array_append_val (sources, source);
    }

  for (guint i = 0; i < sources->len && step == LUOTAIN_STEP_DONE; i++)
    {
      luotain_statement_bind_id (remove, 1, g_array_index (sources, gint64, i));

      if (!luotain_statement_run (remove, error) || !luotain_db_count_row (db, error))
        return FALSE;
    }

  return step == LUOTAIN_STEP_DONE;
}

gboolean
luotain_record_delete (LuotainDb *db, gint64 id, GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  g_autoptr (LuotainStatement) statement = NULL;

  if (type == NULL)
    return FALSE;

  if ((type->flags & LUOTAIN_TYPE_SINGLETON) != 0)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("The record of the type “%s” cannot be deleted: a workbook always has one."),
                   type->name);
      return FALSE;
    }

  if (!touch_dependents (db, id, error) || !luotain_record_touch_owner (db, id, error)
      || !delete_meaningless (db, id, error))
    return FALSE;

  statement = luotain_db_prepare (db, "DELETE FROM record WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  return luotain_statement_run (statement, error) && luotain_db_count_row (db, error);
}
