/* The lazy list of findings, with 100,000 of them. */
#include "luotain-edit.h"
#include "luotain-finding-list.h"
#include "luotain-finding.h"
#include "luotain-history.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#define N_FINDINGS 100000
#define MOST_SECONDS 120

typedef struct
{
  char *folder;
  LuotainStore *store;
  LuotainHistory *history;
  LuotainFindingList *list;
  guint n_refreshed;
  guint n_changes;
  guint position, removed, added; /* of the last change */
} Test;

static gboolean
insert_findings (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  if (!luotain_workbook_seed (db, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < N_FINDINGS; i++)
    {
      LuotainFinding *finding = luotain_record_new (&luotain_finding_type);
      gboolean done;

      finding->title.text[LUOTAIN_EN] = g_strdup_printf ("Finding %06u", i);
      finding->kind = g_strdup (i % 2 == 0 ? "trend" : "signal");
      done = luotain_record_insert (db, &luotain_finding_type, finding, error);
      luotain_record_free (&luotain_finding_type, finding);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

static void
wait_until (gboolean (*holds) (Test *test), Test *test)
{
  const gint64 end = g_get_monotonic_time () + MOST_SECONDS * G_TIME_SPAN_SECOND;

  while (!holds (test))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static void
refreshed_cb (Test *test)
{
  test->n_refreshed++;
}

static void
items_changed_cb (Test *test, guint position, guint removed, guint added)
{
  test->n_changes++;
  test->position = position;
  test->removed = removed;
  test->added = added;
}

static gboolean
is_idle (Test *test)
{
  return !luotain_finding_list_is_busy (test->list);
}

static void
ask (Test *test, const char *kind, const char *text, LuotainFindingOrder order)
{
  g_autoptr (LuotainFindingQuery) query = g_new0 (LuotainFindingQuery, 1);

  query->kind = g_strdup (kind);
  query->text = g_strdup (text);
  query->order = order;
  query->language = LUOTAIN_EN;
  luotain_finding_list_set_query (test->list, query);
}

/* One workbook for all tests: it is what takes the time. */
static Test *
get_test (void)
{
  static Test *test = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (test != NULL)
    return test;
  test = g_new0 (Test, 1);
  test->folder = g_dir_make_tmp ("luotain-list-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (test->folder, "many.luotain", NULL);
  file = g_file_new_for_path (path);
  luotain_store_create (file, &luotain_workbook_model, insert_findings, NULL, &error);
  g_assert_no_error (error);
  test->store = luotain_store_open (file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE, &error);
  g_assert_no_error (error);
  test->history = luotain_history_new (test->store);
  return test;
}

static Test *
begin (LuotainFindingOrder order)
{
  Test *test = get_test ();

  test->list = luotain_finding_list_new (test->store);
  test->n_refreshed = test->n_changes = 0;
  g_signal_connect_swapped (test->list, "refreshed", G_CALLBACK (refreshed_cb), test);
  g_signal_connect_swapped (test->list, "items-changed", G_CALLBACK (items_changed_cb), test);
  ask (test, NULL, NULL, order);
  wait_until (is_idle, test);
  g_assert_cmpuint (test->n_refreshed, ==, 1);
  return test;
}

static void
end (Test *test)
{
  g_assert_finalize_object (test->list);
  test->list = NULL;
}

static LuotainFindingItem *waited_for;

static gboolean
is_loaded (Test *test)
{
  return luotain_finding_item_is_loaded (waited_for);
}

static void
test_lazy (void)
{
  Test *test = begin (LUOTAIN_FINDINGS_BY_TITLE);
  LuotainFindingRows *rows = luotain_finding_list_get_rows (test->list);
  LuotainFindingItem *item, *again;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (test->list)), ==, N_FINDINGS);
  g_assert_cmpuint (luotain_finding_list_get_total (test->list), ==, N_FINDINGS);
  g_assert_cmpuint (luotain_finding_rows_get_n_items (rows), ==, 0);

  /* What stands first came with the answer. */
  item = g_list_model_get_item (G_LIST_MODEL (test->list), 3);
  g_assert_true (luotain_finding_item_is_loaded (item));
  g_assert_cmpstr (luotain_finding_item_get_row (item)->title, ==, "Finding 000003");
  g_assert_finalize_object (item);

  /* What stands further down comes when it is shown. */
  item = g_list_model_get_item (G_LIST_MODEL (test->list), 71234);
  again = g_list_model_get_item (G_LIST_MODEL (test->list), 71234);
  g_assert_true (item == again);
  g_object_unref (again);
  g_assert_false (luotain_finding_item_is_loaded (item));
  g_assert_null (luotain_finding_item_get_row (item));
  waited_for = item;
  wait_until (is_loaded, test);
  g_assert_cmpstr (luotain_finding_item_get_row (item)->title, ==, "Finding 071234");
  g_assert_cmpstr (luotain_finding_item_get_row (item)->kind, ==, "trend");
  g_assert_cmpuint (luotain_finding_rows_get_n_items (rows), ==, 1);
  g_assert_finalize_object (item);
  g_assert_cmpuint (luotain_finding_rows_get_n_items (rows), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (test->list), N_FINDINGS));
  end (test);
}

static gboolean
add_one (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainFinding *finding = luotain_record_new (&luotain_finding_type);
  gboolean done;

  finding->title.text[LUOTAIN_EN] = g_strdup (data);
  done = luotain_record_insert (db, &luotain_finding_type, finding, error);
  luotain_record_free (&luotain_finding_type, finding);
  return done;
}

static gboolean
has_changed (Test *test)
{
  return test->n_changes > 0 && !luotain_finding_list_is_busy (test->list);
}

static void
test_splice (void)
{
  Test *test = begin (LUOTAIN_FINDINGS_BY_TITLE);
  g_autoptr (GError) error = NULL;
  GtkMultiSelection *selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (test->list)));
  g_autoptr (LuotainFindingItem) item = NULL;
  g_autoptr (LuotainFindingItem) moved = NULL;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 60000, TRUE);
  item = g_list_model_get_item (G_LIST_MODEL (test->list), 60000);

  /* One finding comes in the middle: one row is spliced in, what is selected is selected still. */
  test->n_changes = 0;
  luotain_history_do (test->history, "Add Finding", add_one, (gpointer) "Finding 040000 and a half", NULL,
                      &error);
  g_assert_no_error (error);
  wait_until (has_changed, test);
  g_assert_cmpuint (test->n_changes, ==, 1);
  g_assert_cmpuint (test->position, ==, 40001);
  g_assert_cmpuint (test->removed, ==, 0);
  g_assert_cmpuint (test->added, ==, 1);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 60001));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 60000));
  moved = g_list_model_get_item (G_LIST_MODEL (test->list), 60001);
  g_assert_true (moved == item);

  test->n_changes = 0;
  luotain_history_undo (test->history, NULL, &error);
  g_assert_no_error (error);
  wait_until (has_changed, test);
  g_assert_cmpuint (test->position, ==, 40001);
  g_assert_cmpuint (test->removed, ==, 1);
  g_assert_cmpuint (test->added, ==, 0);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 60000));
  g_clear_object (&item);
  g_clear_object (&moved);
  g_object_unref (selection);
  end (test);
}

static void
test_superseded (void)
{
  Test *test = begin (LUOTAIN_FINDINGS_NEWEST);

  ask (test, NULL, "no such words", LUOTAIN_FINDINGS_NEWEST);
  ask (test, NULL, "nor these", LUOTAIN_FINDINGS_BY_TITLE);
  ask (test, "signal", "Finding 0999", LUOTAIN_FINDINGS_BY_TITLE);
  wait_until (is_idle, test);
  g_assert_cmpuint (test->n_refreshed, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (test->list)), ==, 50);
  g_assert_cmpuint (luotain_finding_list_get_total (test->list), ==, N_FINDINGS);

  /* The same again asks nothing. */
  ask (test, "signal", "Finding 0999", LUOTAIN_FINDINGS_BY_TITLE);
  g_assert_false (luotain_finding_list_is_busy (test->list));
  end (test);
}

static gboolean
edit_title (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_edit_set_field (db, *(gint64 *) data, "title_en", "Finding 050000, said better", FALSE,
                                 error);
}

static gboolean
is_said_better (Test *test)
{
  return g_str_has_suffix (luotain_finding_item_get_row (waited_for)->title, "said better");
}

static void
test_row_follows (void)
{
  Test *test = begin (LUOTAIN_FINDINGS_BY_TITLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainFindingItem) item = g_list_model_get_item (G_LIST_MODEL (test->list), 50000);
  gint64 id = luotain_finding_item_get_id (item);
  guint position = 0;

  luotain_finding_item_get_row (item);
  waited_for = item;
  wait_until (is_loaded, test);
  g_assert_cmpint (luotain_finding_list_get_id (test->list, 50000), ==, id);
  g_assert_true (luotain_finding_list_find (test->list, id, &position));
  g_assert_cmpuint (position, ==, 50000);
  luotain_history_do (test->history, "Edit Title", edit_title, &id, NULL, &error);
  g_assert_no_error (error);
  wait_until (is_said_better, test);
  wait_until (is_idle, test);
  g_clear_object (&item);
  end (test);
}

/* An item outlives the list that made it, and what it needs lives with it. */
static void
test_outlives (void)
{
  Test *test = begin (LUOTAIN_FINDINGS_BY_TITLE);
  LuotainFindingItem *item = g_list_model_get_item (G_LIST_MODEL (test->list), 7);
  g_autofree char *summary = NULL;

  end (test);
  g_assert_cmpstr (luotain_finding_item_get_row (item)->title, ==, "Finding 000007");
  summary = luotain_finding_item_dup_summary (item);
  g_assert_true (g_str_has_prefix (summary, "Finding 000007"));
  g_assert_finalize_object (item);
}

static void
test_dropped_while_busy (void)
{
  Test *test = get_test ();

  test->list = luotain_finding_list_new (test->store);
  ask (test, NULL, "Finding", LUOTAIN_FINDINGS_BY_TITLE);
  g_object_unref (test->list);
  test->list = NULL;
  for (guint i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

static void
clean_up (void)
{
  Test *test = get_test ();
  g_autofree char *path = g_build_filename (test->folder, "many.luotain", NULL);

  g_object_unref (test->history);
  luotain_store_close (test->store);
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
  g_assert_finalize_object (test->store);
  g_remove (path);
  g_rmdir (test->folder);
  g_free (test->folder);
  g_free (test);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding-list/lazy", test_lazy);
  g_test_add_func ("/finding-list/splice", test_splice);
  g_test_add_func ("/finding-list/superseded", test_superseded);
  g_test_add_func ("/finding-list/row-follows", test_row_follows);
  g_test_add_func ("/finding-list/outlives", test_outlives);
  g_test_add_func ("/finding-list/dropped-while-busy", test_dropped_while_busy);
  result = g_test_run ();
  clean_up ();
  return result;
}
