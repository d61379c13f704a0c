#include "config.h"

#include "luotain-selection.h"

#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-vocabulary-entry.h"

#include <glib/gi18n-lib.h>

static gboolean
run_with_id (LuotainDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  return luotain_statement_run (statement, error);
}

/* What names a sector as its own belongs to it, though in the workbook it is the other way round. */
static gboolean
add_roots (LuotainDb *db, gint64 id, GError **error)
{
  if (luotain_record_type_of (db, id, error) == NULL)
    return FALSE;

  return run_with_id (db,
                      "INSERT OR IGNORE INTO temp.selection SELECT ?1"
                      " UNION SELECT source FROM link WHERE target = ?1 AND role IN ('sector', 'serves')",
                      id, error);
}

/* What is reached over its part comes without its other parts: a scenario that takes one state of a variable stands on
 * that state and on the variable, not on the states it does not take. */
static const char close_sql[] =
    "INSERT OR IGNORE INTO temp.selection"
    " WITH RECURSIVE closure (id, whole) AS (SELECT id, 1 FROM temp.selection"
    " UNION SELECT r.owner, 0 FROM closure c CROSS JOIN record r ON r.id = c.id"
    " WHERE r.owner IS NOT NULL"
    " UNION SELECT r.id, 1 FROM closure c CROSS JOIN record r ON r.owner = c.id"
    " WHERE c.whole AND r.type NOT IN (%s)"
    " UNION SELECT l.target, 1 FROM closure c CROSS JOIN link l ON l.source = c.id)"
    " SELECT id FROM closure";

/* What says something of two records, a judgement of two states, comes when both do, and brings neither. */
static const char between_sql[] =
    "INSERT OR IGNORE INTO temp.selection"
    " SELECT l.source FROM temp.selection s CROSS JOIN link l ON l.target = s.id CROSS JOIN record r ON r.id = l.source"
    " WHERE l.role IN (%s) AND r.owner IN temp.selection";

/* The essential roles of the model, or the types they lead from, as a list in SQL. */
static char *
list_essential (const LuotainModel *model, gboolean roles)
{
  g_autoptr (GString) list = g_string_new ("''");

  for (const LuotainRole *role = model->roles; role->name != NULL; role++)
    {
      if (!role->essential)
        continue;

      if (roles)
        g_string_append_printf (list, ", '%s'", role->name);

      for (guint i = 0; !roles && role->sources[i] != NULL; i++)
        g_string_append_printf (list, ", '%s'", role->sources[i]);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
close_selection (LuotainDb *db, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (db);
  g_autofree char *types = list_essential (model, FALSE);
  g_autofree char *roles = list_essential (model, TRUE);
  g_autofree char *close = g_strdup_printf (close_sql, types);
  g_autofree char *between = g_strdup_printf (between_sql, roles);

  return luotain_db_execute (db, close, error) && luotain_db_execute (db, between, error);
}

static gboolean
add_words_of_field (LuotainDb *db, const LuotainRecordType *type, const LuotainField *field, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT OR IGNORE INTO temp.selection SELECT v.id FROM vocabulary_entry v"
      " WHERE v.vocabulary = ?1 AND EXISTS (SELECT 1 FROM %s t JOIN temp.selection s ON s.id = t.id"
      " WHERE instr (' ' || t.\"%s\" || ' ', ' ' || v.\"key\" || ' ') > 0)",
      type->table, field->name);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_text (statement, 1, field->vocabulary);
  return luotain_statement_run (statement, error);
}

static gboolean
add_words (LuotainDb *db, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (db);

  for (guint i = 0; model->types[i] != NULL; i++)
    for (guint j = 0; j < model->types[i]->n_fields; j++)
      {
        const LuotainField *field = &model->types[i]->fields[j];

        if (field->vocabulary != NULL && model->types[i] != &luotain_vocabulary_entry_type
            && !add_words_of_field (db, model->types[i], field, error))
          return FALSE;
      }

  return TRUE;
}

gboolean
luotain_selection_make (LuotainDb *db, const gint64 *roots, gsize n_roots, GError **error)
{
  if (!luotain_db_execute (db,
                           "CREATE TABLE IF NOT EXISTS temp.selection (id INTEGER PRIMARY KEY);"
                           "DELETE FROM temp.selection",
                           error))
    return FALSE;

  for (gsize i = 0; i < n_roots; i++)
    if (!add_roots (db, roots[i], error))
      return FALSE;

  return close_selection (db, error) && add_words (db, error);
}

gboolean
luotain_selection_count (LuotainDb *db, gboolean selected, gint64 *count, GError **error)
{
  return luotain_db_query_int (
      db, selected ? "SELECT count (*) FROM temp.selection" : "SELECT count (*) FROM record", count, error);
}

gboolean
luotain_selection_clear (LuotainDb *db, GError **error)
{
  return luotain_db_execute (db, "DROP TABLE IF EXISTS temp.selection", error);
}
