#include "config.h"

#include "luotain-check.h"

#include "luotain-db-private.h"
#include "luotain-edition-content.h"
#include "luotain-id.h"
#include "luotain-schema.h"

#include <glib/gi18n-lib.h>

#define MOST_FAULTS 100

static gboolean
check_structure (LuotainDb *db, const char *pragma, GPtrArray *faults, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, pragma, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    if (g_strcmp0 (luotain_statement_get_text (statement, 0), "ok") != 0 && faults->len < MOST_FAULTS)
      g_ptr_array_add (faults, g_strdup_printf (_ ("The file is damaged: %s"),
                                                luotain_statement_get_text (statement, 0)));

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
check_references (LuotainDb *db, GPtrArray *faults, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "PRAGMA foreign_key_check", error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    if (faults->len < MOST_FAULTS)
      g_ptr_array_add (faults,
                       g_strdup_printf (_ ("In table %s, row %ld refers to a record that is not there."),
                                        luotain_statement_get_text (statement, 0),
                                        (long) luotain_statement_get_int (statement, 1)));

  return step == LUOTAIN_STEP_DONE;
}

static void
add_record_fault (GPtrArray *faults, const char *format_type, gint64 id, const char *what)
{
  g_autofree char *written = luotain_id_to_string (format_type, MAX (id, 1));

  if (faults->len < MOST_FAULTS)
    g_ptr_array_add (faults, g_strdup_printf ("%s: %s", written, what));
}

/* Every record has exactly one row in the table of its type. */
static gboolean
check_rows (LuotainDb *db, const LuotainRecordType *type, GPtrArray *faults, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM record WHERE type = ?1 AND id NOT IN (SELECT id FROM %s)"
      " UNION ALL SELECT t.id FROM %s t LEFT JOIN record r ON r.id = t.id WHERE r.type IS NOT ?1",
      type->table, type->table);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_text (statement, 1, type->name);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    add_record_fault (faults, type->name, luotain_statement_get_id (statement, 0),
                      _ ("the record is incomplete"));

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
check_types (LuotainDb *db, GPtrArray *faults, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.id, r.type, o.type FROM record r LEFT JOIN record o ON o.id = r.owner"
      " GROUP BY r.type, o.type",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const char *name = luotain_statement_get_text (statement, 1);
      const LuotainRecordType *type = luotain_model_type (db->model, name);

      if (type == NULL)
        add_record_fault (faults, name, luotain_statement_get_id (statement, 0),
                          _ ("the type of the record is unknown"));
      else if (g_strcmp0 (type->owner, luotain_statement_get_text (statement, 2)) != 0)
        add_record_fault (faults, name, luotain_statement_get_id (statement, 0),
                          _ ("the record belongs to one of the wrong type"));
    }

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
check_roles (LuotainDb *db, GPtrArray *faults, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT l.source, l.role, s.type, t.type FROM link l JOIN record s ON s.id = l.source"
      " JOIN record t ON t.id = l.target GROUP BY l.role, s.type, t.type",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const LuotainRole *role = luotain_model_role (db->model, luotain_statement_get_text (statement, 1));
      const char *source_type = luotain_statement_get_text (statement, 2);

      if (role == NULL || !luotain_role_allows (role, source_type, luotain_statement_get_text (statement, 3)))
        add_record_fault (faults, source_type, luotain_statement_get_id (statement, 0),
                          _ ("a link of the record has a role that does not fit"));
    }

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
check_records (LuotainDb *db, GPtrArray *faults, GError **error)
{
  for (guint i = 0; db->model->types[i] != NULL; i++)
    if (!check_rows (db, db->model->types[i], faults, error))
      return FALSE;

  return check_types (db, faults, error) && check_roles (db, faults, error)
         && check_references (db, faults, error) && luotain_edition_check (db, faults, error);
}

static gboolean
run_checks (LuotainDb *db, LuotainCheckDepth depth, GPtrArray *faults, GError **error)
{
  const char *pragma = depth == LUOTAIN_CHECK_QUICK ? "PRAGMA quick_check (20)"
                                                    : "PRAGMA integrity_check (20)";

  /* Indexes are compared with their tables in no order of the file's. */
  if (!luotain_db_execute (db, "PRAGMA cache_size = -8192", error) || !luotain_schema_verify (db, error)
      || !check_structure (db, pragma, faults, error))
    return FALSE;

  /* What stands in a damaged file is not worth judging further. */
  return depth == LUOTAIN_CHECK_QUICK || faults->len > 0 || check_records (db, faults, error);
}

GPtrArray *
luotain_check_run (LuotainDb *db, LuotainCheckDepth depth, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  if (run_checks (db, depth, faults, &local_error))
    return g_steal_pointer (&faults);

  if (!g_error_matches (local_error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  /* Damage that stops the check is its answer. */
  g_ptr_array_add (faults, g_strdup (local_error->message));
  return g_steal_pointer (&faults);
}
