#include "config.h"

#include "luotain-schema.h"

#include "luotain-db-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Never edited after a release: a step that is wrong is mended by the next one. */
static const LuotainSchemaStep steps[] = {
  { "001-workbook.sql", FALSE },
  { "002-sense-making.sql", FALSE },
  { "003-coverage.sql", FALSE },
  { "004-editions.sql", FALSE },
};

int
luotain_schema_newest (void)
{
  return G_N_ELEMENTS (steps);
}

gboolean
luotain_schema_get_version (LuotainDb *db, gint64 *version, GError **error)
{
  return luotain_db_query_int (db, "PRAGMA user_version", version, error);
}

static gboolean
run_step (LuotainDb *db, const LuotainSchemaStep *step, int version, GError **error)
{
  g_autofree char *path = g_strconcat ("/fi/luotain/store/schema/", step->resource, NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  /* user_version is part of the transaction: a step and its stamp stand or fall together. */
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", version);
  gboolean ok;

  if (sql == NULL || !luotain_db_execute (db, "SAVEPOINT schema_step", error))
    return FALSE;

  ok = luotain_db_execute (db, g_bytes_get_data (sql, NULL), error) && luotain_db_execute (db, stamp, error)
       && (!step->ends_history || luotain_db_execute (db, "DELETE FROM history_step", error));

  if (!ok)
    luotain_db_execute (db, "ROLLBACK TO schema_step", NULL);

  return luotain_db_execute (db, "RELEASE schema_step", ok ? error : NULL) && ok;
}

gboolean
luotain_schema_create (LuotainDb *db, int version, GError **error)
{
  for (int i = 0; i < version; i++)
    if (!run_step (db, &steps[i], i + 1, error))
      return FALSE;

  return TRUE;
}

gboolean
luotain_schema_upgrade_by (LuotainDb *db, const LuotainSchemaStep *all_steps, int n_steps, GError **error)
{
  gint64 version;

  if (!luotain_schema_get_version (db, &version, error))
    return FALSE;

  for (int i = (int) version; i < n_steps; i++)
    if (!run_step (db, &all_steps[i], i + 1, error))
      return FALSE;

  return TRUE;
}

gboolean
luotain_schema_upgrade (LuotainDb *db, GError **error)
{
  return luotain_schema_upgrade_by (db, steps, luotain_schema_newest (), error);
}

static char *
read_schema (LuotainDb *db, GError **error)
{
  /* What SQLite makes itself (sqlite_stat1, automatic indexes) is not ours to compare. */
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce (sql, '')"
      " FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
      error);
  g_autoptr (GString) text = g_string_new (NULL);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      g_string_append (text, luotain_statement_get_text (statement, 0));
      g_string_append_c (text, '\n');
    }

  return step == LUOTAIN_STEP_DONE ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
read_steps (int version)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < version; i++)
    {
      g_autofree char *path = g_strconcat ("/fi/luotain/store/schema/", steps[i].resource, NULL);
      g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_string_append_c (text, '\n');

      if (sql != NULL)
        g_string_append (text, g_bytes_get_data (sql, NULL));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_creations (const char *text)
{
  guint n = 0;

  while ((text = strstr (text, "\nCREATE ")) != NULL)
    {
      text++;
      n++;
    }

  return n;
}

/* SQLite keeps a statement as it was written. Where all of the steps are there, word for word, and nothing else is,
 * there is no need to run the steps for comparison. A table that a step altered goes the long way. */
static gboolean
is_as_written (LuotainDb *db, int version)
{
  g_autofree char *text = read_steps (version);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", NULL);
  LuotainStep step = LUOTAIN_STEP_ERROR;
  guint n = 0;

  while (statement != NULL && (step = luotain_statement_step (statement, NULL)) == LUOTAIN_STEP_ROW)
    {
      const char *sql = luotain_statement_get_text (statement, 0);
      const char *place = sql != NULL ? strstr (text, sql) : NULL;

      if (place == NULL || place == text || place[-1] != '\n' || place[strlen (sql)] != ';')
        return FALSE;

      n++;
    }

  return step == LUOTAIN_STEP_DONE && n == count_creations (text);
}

gboolean
luotain_schema_verify (LuotainDb *db, GError **error)
{
  gint64 version;
  g_autoptr (LuotainDb) model_db = NULL;
  g_autofree char *found = NULL;
  g_autofree char *wanted = NULL;

  if (!luotain_schema_get_version (db, &version, error))
    return FALSE;

  version = CLAMP (version, 0, luotain_schema_newest ());

  if (is_as_written (db, (int) version))
    return TRUE;

  model_db = luotain_db_open_memory (db->model, error);

  if (model_db == NULL || !luotain_schema_create (model_db, (int) version, error))
    return FALSE;

  wanted = read_schema (model_db, error);
  found = wanted != NULL ? read_schema (db, error) : NULL;

  if (found == NULL)
    return FALSE;

  if (g_str_equal (found, wanted))
    return TRUE;

  g_set_error_literal (
      error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
      _ ("The tables of the workbook are not as Luotain makes them, so it was not opened: it is damaged "
         "or was altered by another program. Open an older copy of it."));
  return FALSE;
}
