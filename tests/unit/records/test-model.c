/* The description of the records, the schema of the store and the roles say the same. */

#include "luotain-fixture.h"

#include "luotain-statement.h"
#include "luotain-vocabulary.h"

#include <string.h>

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static char *
expected_columns (const LuotainRecordType *type)
{
  g_autoptr (GString) columns = g_string_new ("id INTEGER");

  for (guint i = 0; i < type->n_fields; i++)
    for (guint j = 0; j < luotain_field_n_columns (&type->fields[i]); j++)
      {
        g_autofree char *name = luotain_field_column (&type->fields[i], j);

        g_string_append_printf (columns, ", %s %s", name,
                                type->fields[i].kind == LUOTAIN_FIELD_KIND_NUMBER ? "INTEGER" : "TEXT");
      }

  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static gboolean
compare_columns_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  for (guint i = 0; luotain_workbook_model.types[i] != NULL; i++)
    {
      const LuotainRecordType *type = luotain_workbook_model.types[i];
      g_autofree char *wanted = expected_columns (type);
      g_autofree char *sql = g_strdup_printf (
          "SELECT group_concat (name || ' ' || type, ', ') FROM pragma_table_info ('%s')", type->table);
      g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);

      g_assert_cmpint (luotain_statement_step (statement, error), ==, LUOTAIN_STEP_ROW);
      g_assert_cmpstr (luotain_statement_get_text (statement, 0), ==, wanted);
    }

  return TRUE;
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  luotain_store_read (fixture->store, compare_columns_job, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
read_index_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT group_concat (sql) FROM sqlite_schema WHERE name LIKE 'link\\_only\\_one%' ESCAPE '\\'",
      error);

  g_assert_cmpint (luotain_statement_step (statement, error), ==, LUOTAIN_STEP_ROW);
  *result = luotain_statement_dup_text (statement, 0);
  return TRUE;
}

/* The unique index of the store and the roles of the model agree on which links there is only one of. */
static void
test_only_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sql = NULL;

  luotain_store_read (fixture->store, read_index_job, NULL, (gpointer *) &sql, NULL);

  for (const LuotainRole *role = luotain_workbook_model.roles; role->name != NULL; role++)
    {
      g_autofree char *quoted = g_strdup_printf ("'%s'", role->name);

      g_assert_cmpint (strstr (sql, quoted) != NULL, ==, role->only_one);
    }
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  for (const LuotainRole *role = luotain_workbook_model.roles; role->name != NULL; role++)
    {
      for (guint i = 0; role->sources[i] != NULL; i++)
        g_assert_nonnull (luotain_model_type (&luotain_workbook_model, role->sources[i]));

      for (guint i = 0; role->targets[i] != NULL; i++)
        g_assert_nonnull (luotain_model_type (&luotain_workbook_model, role->targets[i]));
    }
}

static gboolean
check_vocabularies_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  for (guint i = 0; luotain_workbook_model.types[i] != NULL; i++)
    {
      const LuotainRecordType *type = luotain_workbook_model.types[i];

      for (guint j = 0; j < type->n_fields; j++)
        if (type->fields[j].vocabulary != NULL)
          {
            g_auto (GStrv) words = luotain_vocabulary_words (db, type->fields[j].vocabulary, error);

            g_assert_nonnull (words);
            g_assert_nonnull (words[0]);
          }
    }

  return TRUE;
}

static void
test_vocabularies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  luotain_store_read (fixture->store, check_vocabularies_job, NULL, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/model/columns", test_columns);
  add ("/model/only-one", test_only_one);
  add ("/model/roles", test_roles);
  add ("/model/vocabularies", test_vocabularies);
  return g_test_run ();
}
