#include "luotain-fixture.h"

#include "luotain-changes.h"
#include "luotain-edit.h"
#include "luotain-statement.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  luotain_history_undo (fixture->history, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  luotain_history_redo (fixture->history, NULL, &error);
  g_assert_no_error (error);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, &luotain_finding_type, "Satamien sähkönsyöttö", 0);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
  g_assert_true (luotain_history_can_undo (fixture->history));
  g_assert_false (luotain_history_can_redo (fixture->history));

  undo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 0);
  g_assert_false (luotain_history_can_undo (fixture->history));

  redo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
}

static void
test_across_restart (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, &luotain_finding_type, "Ensimmäinen", 0);
  fixture_close (fixture);
  fixture_open (fixture);
  g_assert_true (luotain_history_can_undo (fixture->history));
  undo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 0);
  fixture_close (fixture);
  fixture_open (fixture);
  redo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
}

/* Deleting takes what is owned and the links; undo brings all of it back, in place. */
static void
test_delete_tree (Fixture *fixture, gconstpointer data)
{
  const gint64 variable = fixture_add (fixture, &luotain_key_variable_type, "Logistiikan hinta", 0);
  const gint64 state = fixture_add (fixture, &luotain_state_type, "laskee", variable);
  const gint64 scenario = fixture_add (fixture, &luotain_scenario_type, "Vakaa", 0);

  fixture_link (fixture, scenario, "path", state);
  fixture_delete (fixture, variable);
  g_assert_cmpuint (fixture_count (fixture, &luotain_state_type), ==, 0);
  g_assert_cmpuint (fixture_count (fixture, &luotain_scenario_type), ==, 1);

  undo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_state_type), ==, 1);
  undo (fixture); /* the link */
  redo (fixture);
  redo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_state_type), ==, 0);
}

static gboolean
add_many_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const guint n = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < n; i++)
    {
      LuotainFinding *finding = luotain_record_new (&luotain_finding_type);
      gboolean ok;

      finding->title.text[LUOTAIN_FI] = g_strdup_printf ("Havainto %u", i);
      ok = luotain_record_insert (db, &luotain_finding_type, finding, error);
      luotain_record_destroy (finding);

      if (!ok)
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_all_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_finding_type, 0, error);

  for (guint i = 0; i < ids->len; i++)
    if (!luotain_record_delete (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* More rows than one part holds: recorded in parts, undone backwards. */
static void
test_large_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  luotain_history_do (fixture->history, "Import", add_many_job, GUINT_TO_POINTER (12000), NULL, &error);
  g_assert_no_error (error);
  undo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 0);
  redo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 12000);
  luotain_history_do (fixture->history, "Delete", delete_all_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 0);
  undo (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 12000);
}

static gboolean
failing_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_assert_true (add_many_job (db, GUINT_TO_POINTER (6000), NULL, error));
  g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID, "on purpose");
  return FALSE;
}

static void
test_failure_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  fixture_add (fixture, &luotain_finding_type, "Ensimmäinen", 0);
  fixture_close (fixture);
  g_file_load_contents (fixture->file, NULL, &before, &n_before, NULL, NULL);
  fixture_open (fixture);
  g_assert_false (luotain_history_do (fixture->history, "Fail", failing_job, NULL, NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
  fixture_close (fixture);
  g_file_load_contents (fixture->file, NULL, &after, &n_after, NULL, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_try_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  luotain_history_try (fixture->history, add_many_job, GUINT_TO_POINTER (10), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 0);
  g_assert_false (luotain_history_can_undo (fixture->history));
}

static gboolean
count_steps_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  gint64 n;

  if (!luotain_db_query_int (db, "SELECT count(*) FROM history_step", &n, error))
    return FALSE;

  *result = GINT_TO_POINTER (n);
  return TRUE;
}

static void
test_thousand_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer n = NULL;

  for (guint i = 0; i < 1010; i++)
    fixture_add (fixture, &luotain_finding_type, "Havainto", 0);

  luotain_store_read (fixture->store, count_steps_job, NULL, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (GPOINTER_TO_INT (n), ==, 1000);

  for (guint i = 0; i < 1000; i++)
    undo (fixture);

  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 10);
  g_assert_false (luotain_history_undo (fixture->history, NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND);
}

static gboolean
add_large_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainFinding *finding = luotain_record_new (&luotain_finding_type);
  gboolean ok;

  finding->title.text[LUOTAIN_FI] = g_strdup ("Pitkä");
  finding->description.text[LUOTAIN_FI] = g_strnfill (1000000, 'x');
  ok = luotain_record_insert (db, &luotain_finding_type, finding, error);
  luotain_record_destroy (finding);
  return ok;
}

static gboolean
sum_bytes_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  gint64 bytes;

  if (!luotain_db_query_int (db, "SELECT sum (length (changeset)) FROM history_part", &bytes, error))
    return FALSE;

  *result = GSIZE_TO_POINTER (bytes);
  return TRUE;
}

/* Above 64 MB the oldest steps go; what is left can still be undone. */
static void
test_most_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer bytes = NULL;
  guint n = 0;

  for (guint i = 0; i < 75; i++)
    g_assert_true (luotain_history_do (fixture->history, "Add", add_large_job, NULL, NULL, NULL));

  luotain_store_read (fixture->store, sum_bytes_job, NULL, &bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_SIZE (bytes), <=, 64 * 1024 * 1024 + 2000000);
  g_assert_cmpuint (GPOINTER_TO_SIZE (bytes), >=, 60 * 1024 * 1024);

  while (luotain_history_undo (fixture->history, NULL, NULL))
    n++;

  g_assert_cmpuint (n, >=, 60);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 75 - n);
}

static void
test_new_change_ends_redo (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, &luotain_finding_type, "Yksi", 0);
  undo (fixture);
  g_assert_true (luotain_history_can_redo (fixture->history));
  fixture_add (fixture, &luotain_finding_type, "Kaksi", 0);
  g_assert_false (luotain_history_can_redo (fixture->history));
}

static gboolean
set_title_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_edit_set_field (db, *(gint64 *) data, "title", "Toinen otsikko", TRUE, error);
}

static gboolean
describe_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_history_describe_changes (db, *(gint64 *) data, 1, LUOTAIN_FI, error);
  return *result != NULL;
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, &luotain_finding_type, "Otsikko", 0);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = NULL;

  luotain_history_do (fixture->history, "Edit Title", set_title_job, &id, NULL, &error);
  g_assert_no_error (error);
  luotain_store_read (fixture->store, describe_job, &id, (gpointer *) &sentences, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sentences), ==, 1);
  g_assert_cmpstr (sentences[0], ==, "Title changed from “Otsikko” to “Toinen otsikko”");
}

typedef struct
{
  guint n;
  gint64 id;
} Told;

static void
changed_cb (LuotainStore *store, LuotainChanges *changes, Told *told)
{
  told->n++;
  told->id = luotain_changes_get_first (changes, "finding");
  g_assert_true (luotain_changes_has_type (changes, "finding"));
  g_assert_false (luotain_changes_has_type (changes, "scenario"));
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  Told told = { 0 };
  gint64 id;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &told);
  id = fixture_add (fixture, &luotain_finding_type, "Yksi", 0);
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_cmpint (told.id, ==, id);
  undo (fixture);
  g_assert_cmpuint (told.n, ==, 2);
  g_assert_cmpint (told.id, ==, id);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GMainLoop *loop = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  luotain_history_do_finish (LUOTAIN_HISTORY (source), result, (gpointer *) &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (*id, >, 0);
  g_main_loop_quit (loop);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  NewRecord new_record = { &luotain_finding_type, "Yksi", 0 };

  luotain_history_do_async (fixture->history, "Add", fixture_add_job, &new_record, NULL, g_free, NULL,
                            done_cb, loop);
  g_main_loop_run (loop);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/history/undo-redo", test_undo_redo);
  add ("/history/across-restart", test_across_restart);
  add ("/history/delete-tree", test_delete_tree);
  add ("/history/large-step", test_large_step);
  add ("/history/failure-leaves-nothing", test_failure_leaves_nothing);
  add ("/history/try-leaves-nothing", test_try_leaves_nothing);
  add ("/history/thousand-steps", test_thousand_steps);
  add ("/history/most-bytes", test_most_bytes);
  add ("/history/new-change-ends-redo", test_new_change_ends_redo);
  add ("/history/words", test_words);
  add ("/history/changed", test_changed);
  add ("/history/async", test_async);
  return g_test_run ();
}
