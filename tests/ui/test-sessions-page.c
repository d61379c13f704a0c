/* The page of sessions in the real window: list, editor, the one that is running. */
#include "luotain-ui-test.h"

#include "luotain-capture-line.h"
#include "luotain-session-editor.h"
#include "luotain-session-edits.h"
#include "luotain-session-line.h"
#include "luotain-session-list.h"
#include "luotain-sessions-page.h"

typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *page;
  GtkListBox *list;
} Test;

static Test *
test_new (LuotainUiTestContent content)
{
  Test *self = g_new0 (Test, 1);

  self->ui = luotain_ui_test_new (content);
  gtk_window_set_default_size (GTK_WINDOW (self->ui->window), 1280, 800);
  self->page = luotain_ui_test_show (self->ui, "sessions");
  self->list = GTK_LIST_BOX (luotain_ui_test_find (self->page, GTK_TYPE_LIST_BOX));
  return self;
}

static void
test_free (Test *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

static guint
n_lines (Test *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->list, (int) n) != NULL)
    n++;
  return n;
}

static LuotainSessionLine *
get_line (Test *self, guint position)
{
  return LUOTAIN_SESSION_LINE (gtk_list_box_get_row_at_index (self->list, (int) position));
}

static GPtrArray *
get_rows (Test *self)
{
  return luotain_ui_test_ask (self->ui, luotain_sessions_load, &(LuotainSessionsQuestion){ 0, LUOTAIN_FI });
}

static void
test_empty (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkStack *whole = GTK_STACK (luotain_ui_test_find (test->page, GTK_TYPE_STACK));
  GtkWidget *editor;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "empty");
  luotain_ui_test_picture (test->ui, "sessions-empty");
  gtk_widget_activate_action (test->page, "sessions.add", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (n_lines (test), ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "work");
  editor = luotain_ui_test_find (test->page, LUOTAIN_TYPE_SESSION_EDITOR);
  g_assert_cmpint (luotain_session_editor_get_id (LUOTAIN_SESSION_EDITOR (editor)), ==,
                   luotain_session_line_get_id (get_line (test, 0)));
  luotain_ui_test_picture (test->ui, "sessions-new");
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (n_lines (test), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "empty");
  test_free (test);
}

static void
test_running (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const LuotainSessionRow *first;
  GtkWidget *findings;
  gint64 id;

  g_assert_cmpuint (n_lines (test), >, 3);
  gtk_list_box_select_row (test->list, GTK_LIST_BOX_ROW (get_line (test, 3)));
  luotain_ui_test_settle (test->ui);
  id = luotain_session_line_get_id (get_line (test, 3));
  g_assert_cmpint (luotain_context_get_selection (test->ui->context), ==, id);
  luotain_session_set_running (test->ui->context, id);
  luotain_ui_test_settle (test->ui);

  /* The one that runs stands first, and is selected as it was. */
  g_assert_cmpint (luotain_session_line_get_id (get_line (test, 0)), ==, id);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_line (test, 0))));
  luotain_ui_test_picture (test->ui, "sessions-running");

  before = get_rows (test);
  findings = luotain_ui_test_show (test->ui, "findings");
  luotain_capture_line_capture (
      LUOTAIN_CAPTURE_LINE (luotain_ui_test_find (findings, LUOTAIN_TYPE_CAPTURE_LINE)), "Sanottu juuri nyt");
  luotain_ui_test_settle (test->ui);
  after = get_rows (test);
  first = g_ptr_array_index (after, 0);
  g_assert_cmpint (first->id, ==, id);
  g_assert_cmpuint (first->n_findings, ==,
                    ((LuotainSessionRow *) g_ptr_array_index (before, 0))->n_findings + 1);

  /* Another runs: the first is closed. */
  luotain_session_set_running (test->ui->context, luotain_session_line_get_id (get_line (test, 1)));
  luotain_ui_test_settle (test->ui);
  g_ptr_array_unref (after);
  after = get_rows (test);
  g_assert_cmpstr (((LuotainSessionRow *) g_ptr_array_index (after, 0))->status, ==, "running");
  for (guint i = 1; i < after->len; i++)
    g_assert_cmpstr (((LuotainSessionRow *) g_ptr_array_index (after, i))->status, !=, "running");
  test_free (test);
}

static void
test_group (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_EMPTY);
  g_autoptr (GPtrArray) rows = NULL;
  const LuotainSessionRow *row;

  luotain_session_add (test->ui->context, NULL, NULL);
  luotain_ui_test_settle (test->ui);
  luotain_session_add_group (test->ui->context, luotain_session_line_get_id (get_line (test, 0)),
                             "Työryhmä 7");
  luotain_ui_test_settle (test->ui);
  rows = get_rows (test);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->group_title, ==, "Työryhmä 7");
  g_assert_cmpint (luotain_ui_test_first (test->ui, "working-group"), !=, 0);
  test_free (test);
}

static void
test_to_findings (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autoptr (GPtrArray) rows = get_rows (test);
  const LuotainSessionRow *row = g_ptr_array_index (rows, 3);
  GtkWidget *editor, *view, *findings;

  luotain_page_reveal (LUOTAIN_PAGE (test->page), row->id);
  luotain_ui_test_settle (test->ui);
  editor = luotain_ui_test_find (test->page, LUOTAIN_TYPE_SESSION_EDITOR);
  g_assert_cmpint (luotain_session_editor_get_id (LUOTAIN_SESSION_EDITOR (editor)), ==, row->id);
  g_signal_emit_by_name (editor, "findings");
  luotain_ui_test_settle (test->ui);

  findings = luotain_ui_test_show (test->ui, "findings");
  g_assert_true (gtk_widget_get_mapped (findings));
  view = luotain_ui_test_find (findings, GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))),
                    ==, row->n_findings);
  luotain_ui_test_picture (test->ui, "findings-of-session");
  test_free (test);
}

static void
test_delete (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  guint all = n_lines (test);
  GtkWidget *button = luotain_ui_test_find_action (test->page, "sessions.delete");

  g_assert_false (gtk_widget_get_visible (button));
  gtk_list_box_select_row (test->list, GTK_LIST_BOX_ROW (get_line (test, 1)));
  luotain_ui_test_settle (test->ui);
  gtk_widget_activate_action (test->page, "sessions.delete", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (n_lines (test), ==, all - 1);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (n_lines (test), ==, all);
  test_free (test);
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);
  g_test_add_func ("/sessions-page/empty", test_empty);
  g_test_add_func ("/sessions-page/running", test_running);
  g_test_add_func ("/sessions-page/group", test_group);
  g_test_add_func ("/sessions-page/to-findings", test_to_findings);
  g_test_add_func ("/sessions-page/delete", test_delete);
  return g_test_run ();
}
