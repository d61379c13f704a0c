#include "config.h"

#include "luotain-db-private.h"
#include "luotain-record-io.h"

#include <glib/gi18n-lib.h>

/* What means nothing without a record is two steps away at most; in a file that came by mail there may be a ring. */
#define MOST_STEPS 64

/* What is tied to something that goes, with it or by its parts, and does not go itself. */
typedef struct
{
  GArray *dependents; /* (element-type gint64): stand on it, and are to be looked at again */
  GArray *
      meaningless; /* (element-type gint64): mean nothing without it, a judgement on a state, and go with it */
} Tied;

static gboolean
find_tied (LuotainDb *db, gint64 id, Tied *tied, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "WITH RECURSIVE gone (id) AS (SELECT ?1 UNION"
      " SELECT r.id FROM record r JOIN gone g ON r.owner = g.id)"
      " SELECT source, role FROM link WHERE target IN gone AND source NOT IN gone",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const LuotainRole *role = luotain_model_role (db->model, luotain_statement_get_text (statement, 1));
      const gint64 source = luotain_statement_get_id (statement, 0);

      if (role != NULL && role->flow == LUOTAIN_CHAIN_TARGET_UPSTREAM)
        g_array_append_val (tied->dependents, source);

      if (role != NULL && role->essential)
        g_array_append_val (tied->meaningless, source);
    }

  return step == LUOTAIN_STEP_DONE;
}

static gboolean delete_record (LuotainDb *db, gint64 id, guint n_steps, GError **error);

static gboolean
settle_tied (LuotainDb *db, const Tied *tied, guint n_steps, GError **error)
{
  for (guint i = 0; i < tied->dependents->len; i++)
    if (!luotain_record_touch (db, g_array_index (tied->dependents, gint64, i), error))
      return FALSE;

  /* They may be tied to others in their turn. */
  for (guint i = 0; i < tied->meaningless->len; i++)
    {
      const gint64 source = g_array_index (tied->meaningless, gint64, i);
      gboolean exists;

      if (!luotain_record_exists (db, source, &exists, error)
          || (exists && !delete_record (db, source, n_steps + 1, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_record (LuotainDb *db, gint64 id, guint n_steps, GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  g_autoptr (LuotainStatement) statement = NULL;
  g_autoptr (GArray) dependents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) meaningless = g_array_new (FALSE, FALSE, sizeof (gint64));
  Tied tied = { dependents, meaningless };

  if (type == NULL)
    return FALSE;

  if (n_steps == MOST_STEPS)
    return luotain_db_fail (db, SQLITE_CORRUPT, error);

  if ((type->flags & LUOTAIN_TYPE_SINGLETON) != 0)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("The record of the type “%s” cannot be deleted: a workbook always has one."),
                   type->name);
      return FALSE;
    }

  if (!find_tied (db, id, &tied, error) || !luotain_record_touch_owner (db, id, error)
      || !settle_tied (db, &tied, n_steps, error))
    return FALSE;

  statement = luotain_db_prepare (db, "DELETE FROM record WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  return luotain_statement_run (statement, error) && luotain_db_count_row (db, error);
}

gboolean
luotain_record_delete (LuotainDb *db, gint64 id, GError **error)
{
  return delete_record (db, id, 0, error);
}
