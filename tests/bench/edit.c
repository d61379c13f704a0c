/* edit FOLDER: prints the milliseconds of one edit, acknowledged and durable, and of a bare transaction that writes the
 * same rows and a blob of the changeset's size; medians of many, made in turns, in two files of the folder. */
#include "luotain-edit.h"
#include "luotain-finding.h"
#include "luotain-history.h"
#include "luotain-record-io.h"
#include "luotain-workbook-model.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define FINDINGS 1000
#define ROUNDS 400
#define WARM_UP 20

typedef struct
{
  gint64 id;
  char *title;
} Edit;

static gboolean
add_findings (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  for (guint i = 0; i < FINDINGS; i++)
    {
      LuotainFinding *finding = luotain_record_new (&luotain_finding_type);
      gboolean ok;

      finding->title.text[LUOTAIN_FI] = g_strdup_printf ("Havainto %u", i);
      finding->description.text[LUOTAIN_FI] = g_strnfill (540, 'x');
      ok = luotain_record_insert (db, &luotain_finding_type, finding, error);
      *(gint64 *) data = finding->record.id;
      luotain_record_free (&luotain_finding_type, finding);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_title (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Edit *edit = data;

  return luotain_edit_set_field (db, edit->id, "title_fi", edit->title, FALSE, error);
}

static double
recorded_edit (LuotainHistory *history, gint64 id, guint round)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup_printf ("Satama %u sai sähkönsä", round);
  Edit edit = { id, title };
  const gint64 begun = g_get_monotonic_time ();

  luotain_history_do (history, "Edit Title", set_title, &edit, NULL, &error);
  g_assert_no_error (error);
  return (double) (g_get_monotonic_time () - begun) / 1e3;
}

static double
bare_edit (sqlite3 *db, gint64 id, guint round, int blob_size)
{
  g_autofree char *sql = g_strdup_printf (
      "BEGIN IMMEDIATE; UPDATE finding SET title_fi = 'Satama %u sai sähkönsä' WHERE id = %" G_GINT64_FORMAT
      ";"
      "UPDATE record SET changed = changed + 1, revision = revision + 1 WHERE id = %" G_GINT64_FORMAT ";"
      "INSERT INTO history_step (label, time, schema, bytes) VALUES ('Edit Title', 1, 1, %d);"
      "INSERT INTO history_part (step, part, changeset) VALUES (last_insert_rowid (), 1, randomblob (%d));"
      "COMMIT",
      round, id, id, blob_size, blob_size);
  const gint64 begun = g_get_monotonic_time ();
  const int result = sqlite3_exec (db, sql, NULL, NULL, NULL);

  g_assert_cmpint (result, ==, SQLITE_OK);
  return (double) (g_get_monotonic_time () - begun) / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static int
query_int (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  int value;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static sqlite3 *
open_copy (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA cache_size = -8192", NULL,
                NULL, NULL);
  return db;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (argv[1], "edit.luotain", NULL);
  g_autofree char *copy_path = g_build_filename (argv[1], "edit-bare.luotain", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr (GArray) recorded = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainStore) store = NULL;
  g_autoptr (LuotainHistory) history = NULL;
  gint64 id = 0;
  int blob_size;
  sqlite3 *db;

  luotain_store_create (file, &luotain_workbook_model, add_findings, &id, &error);
  g_assert_no_error (error);
  store = luotain_store_open (file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE, &error);
  g_assert_no_error (error);
  history = luotain_history_new (store);
  recorded_edit (history, id, 0);
  luotain_store_copy (store, copy, TRUE, &error);
  g_assert_no_error (error);
  db = open_copy (copy_path);
  blob_size = query_int (db, "SELECT length (changeset) FROM history_part");

  for (guint round = 0; round < ROUNDS + WARM_UP; round++)
    {
      const double ours = recorded_edit (history, id, round);
      const double theirs = bare_edit (db, id, round, blob_size);

      if (round >= WARM_UP)
        {
          g_array_append_val (recorded, ours);
          g_array_append_val (bare, theirs);
        }
    }

  g_print ("%.4f %.4f\n", median (recorded), median (bare));
  sqlite3_close (db);
  luotain_store_close (store);
  g_unlink (path);
  g_unlink (copy_path);
  return 0;
}
