/* Workbooks of every version that was ever released open; an older one is copied, then brought up, step by step. */

#define _GNU_SOURCE

#include "luotain-fixture.h"

#include "luotain-copy.h"
#include "luotain-db-private.h"
#include "luotain-schema.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
test_released_versions (Fixture *fixture, gconstpointer data)
{
  for (int version = 1; version <= luotain_schema_newest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("version-%d.luotain", version);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "workbooks", name, NULL);
      g_autoptr (GFile) released = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) faults = NULL;

      fixture_close (fixture);
      g_file_copy (released, fixture->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      fixture_open (fixture);
      g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
      faults = luotain_store_check (fixture->store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, ==, 0);
      luotain_history_undo (fixture->history, NULL, &error);
      g_assert_no_error (error);
    }
}

static GBytes *
read_bytes (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Who only reads an older workbook sees it whole and leaves every byte of it alone. */
static void
test_read_older (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "workbooks", "version-1.luotain", NULL);
  g_autoptr (GFile) released = g_file_new_for_path (path);
  g_autoptr (LuotainStore) reader = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  fixture_close (fixture);
  g_file_copy (released, fixture->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  before = read_bytes (fixture->file);
  reader = luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
  g_assert_no_error (error);
  faults = luotain_store_check (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_clear_object (&reader);
  after = read_bytes (fixture->file);
  g_assert_true (g_bytes_equal (before, after));
}

static LuotainDb *
open_db (Fixture *fixture)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GError) error = NULL;
  LuotainDb *db = luotain_db_open (path, &luotain_workbook_model, LUOTAIN_DB_WRITE, &error);

  g_assert_no_error (error);
  return db;
}

static const LuotainSchemaStep later_steps[] = {
  { "001-workbook.sql", FALSE }, { "002-sense-making.sql", FALSE }, { "003-coverage.sql", FALSE },
  { "004-editions.sql", FALSE }, { "test/005-later.sql", FALSE },   { "test/006-ends-history.sql", TRUE },
};

/* The steps after ours, as a later version would bring them. */
static void
test_upgrade (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainDb) db = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version, n_steps, n_columns;

  fixture_add (fixture, &luotain_finding_type, "Säilyy", 0);
  fixture_close (fixture);
  db = open_db (fixture);
  luotain_schema_upgrade_by (db, later_steps, 5, &error);
  g_assert_no_error (error);
  luotain_schema_get_version (db, &version, NULL);
  luotain_db_query_int (db, "SELECT count(*) FROM history_step", &n_steps, NULL);
  luotain_db_query_int (db, "SELECT count(*) FROM pragma_table_info ('sector') WHERE name = 'colour'",
                        &n_columns, NULL);
  g_assert_cmpint (version, ==, 5);
  g_assert_cmpint (n_steps, ==, 1);
  g_assert_cmpint (n_columns, ==, 1);

  luotain_schema_upgrade_by (db, later_steps, 6, &error);
  g_assert_no_error (error);
  luotain_schema_get_version (db, &version, NULL);
  luotain_db_query_int (db, "SELECT count(*) FROM history_step", &n_steps, NULL);
  g_assert_cmpint (version, ==, 6);
  g_assert_cmpint (n_steps, ==, 0);
}

/* A step that fails leaves the workbook at the version it had, whole. */
static void
test_failing_step (Fixture *fixture, gconstpointer data)
{
  const LuotainSchemaStep steps[] = {
    later_steps[0], later_steps[1], later_steps[2], later_steps[3], { "test/005-fails.sql", FALSE }
  };
  g_autoptr (LuotainDb) db = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version;

  fixture_close (fixture);
  db = open_db (fixture);
  g_assert_false (luotain_schema_upgrade_by (db, steps, 5, &error));
  luotain_schema_get_version (db, &version, NULL);
  g_assert_cmpint (version, ==, 4);
  g_assert_true (luotain_schema_verify (db, NULL));
}

static void
test_copy_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainDb) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = fixture_file (fixture, "workbook (version 4).luotain");

  fixture_add (fixture, &luotain_finding_type, "Säilyy", 0);
  fixture_close (fixture);
  db = open_db (fixture);
  luotain_copy_before_upgrade (db, fixture->file, 4, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, luotain_db_close);
  g_set_object (&fixture->file, copy);
  fixture_open (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/schema/released-versions", test_released_versions);
  add ("/schema/read-older", test_read_older);
  add ("/schema/upgrade", test_upgrade);
  add ("/schema/failing-step", test_failing_step);
  add ("/schema/copy-before-upgrade", test_copy_before);
  return g_test_run ();
}
