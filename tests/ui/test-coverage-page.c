#include "luotain-coverage-chooser.h"
#include "luotain-coverage-edit.h"
#include "luotain-coverage-editor.h"
#include "luotain-coverage-filter.h"
#include "luotain-coverage-list.h"
#include "luotain-coverage-units.h"
#include "luotain-organisation.h"
#include "luotain-record-io.h"
#include "luotain-text-area.h"
#include "luotain-ui-test.h"

/* The page on the maritime workbook, with a school of our own. */
typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *page;
  LuotainCoverageList *list;
  LuotainCoverageEditor *editor;
  gint64 school;
} PageTest;

static gboolean
delete_all_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_organisation_type, 0, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!luotain_record_delete (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static PageTest *
page_test_new (const char *school)
{
  PageTest *self = g_new0 (PageTest, 1);

  self->ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  luotain_ui_test_do (self->ui, delete_all_job, NULL);
  if (school != NULL)
    {
      g_autofree gint64 *id = luotain_ui_test_do (self->ui, luotain_coverage_organisation_run,
                                                  (gpointer) school);

      self->school = *id;
    }

  self->page = luotain_ui_test_show (self->ui, "coverage");
  self->list = LUOTAIN_COVERAGE_LIST (luotain_ui_test_find (self->page, LUOTAIN_TYPE_COVERAGE_LIST));
  self->editor = LUOTAIN_COVERAGE_EDITOR (luotain_ui_test_find (self->page, LUOTAIN_TYPE_COVERAGE_EDITOR));
  return self;
}

static void
page_test_free (PageTest *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageTest, page_test_free)

static void
press_in_list (PageTest *test, guint key)
{
  g_assert_true (
      luotain_ui_test_press (luotain_ui_test_find (GTK_WIDGET (test->list), GTK_TYPE_LIST_VIEW), key, 0));
  luotain_ui_test_settle (test->ui);
}

static const LuotainCoverageView *
view (PageTest *test, guint organisation)
{
  return luotain_coverage_list_get_row (test->list)->views->pdata[organisation];
}

static const char *
shown (PageTest *test)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_first_child (test->page)));
}

static void
test_empty (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *page = luotain_ui_test_show (ui, "coverage");
  g_autoptr (PageTest) test = NULL;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_first_child (page))), ==,
                   "no-profile");
  luotain_ui_test_picture (ui, "coverage-empty");

  /* Profiles, but nobody who teaches. */
  test = page_test_new (NULL);
  g_assert_cmpstr (shown (test), ==, "no-organisation");
  luotain_ui_test_picture (test->ui, "coverage-no-organisation");
  g_free (luotain_ui_test_do (test->ui, luotain_coverage_organisation_run, (gpointer) "Merikoulu"));
  g_assert_cmpstr (shown (test), ==, "work");
}

static void
test_digits (void)
{
  g_autoptr (PageTest) test = page_test_new ("Merikoulu");
  const LuotainCoverageRow *row = luotain_coverage_list_get_row (test->list);
  const gint64 competence = row->competence;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (row->kind, ==, LUOTAIN_ROBUSTNESS_ROBUST);
  press_in_list (test, GDK_KEY_1);
  g_assert_cmpint (view (test, 0)->status, ==, LUOTAIN_COVERAGE_COVERED);
  /* The row keeps its place, though it would stand further below now. */
  g_assert_cmpint (luotain_coverage_list_get_row (test->list)->competence, ==, competence);
  press_in_list (test, GDK_KEY_3);
  g_assert_cmpint (view (test, 0)->status, ==, LUOTAIN_COVERAGE_NOT_AT_ALL);
  press_in_list (test, GDK_KEY_2);
  g_assert_cmpint (view (test, 0)->status, ==, LUOTAIN_COVERAGE_PARTLY);

  /* One key, one step back. */
  luotain_history_undo (luotain_context_get_history (test->ui->context), NULL, &error);
  g_assert_no_error (error);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpint (view (test, 0)->status, ==, LUOTAIN_COVERAGE_NOT_AT_ALL);
  press_in_list (test, GDK_KEY_0);
  g_assert_cmpint (view (test, 0)->record, ==, 0);
}

static void
test_side_by_side (void)
{
  g_autoptr (PageTest) test = page_test_new ("Merikoulu");

  g_free (luotain_ui_test_do (test->ui, luotain_coverage_organisation_run, (gpointer) "Satamaopisto"));
  g_assert_cmpuint (luotain_coverage_list_get_row (test->list)->views->len, ==, 2);
  press_in_list (test, GDK_KEY_Right);
  press_in_list (test, GDK_KEY_3);
  g_assert_cmpint (view (test, 0)->status, ==, LUOTAIN_COVERAGE_NOT_LOOKED_AT);
  g_assert_cmpint (view (test, 1)->status, ==, LUOTAIN_COVERAGE_NOT_AT_ALL);
  /* Further right there is none. */
  press_in_list (test, GDK_KEY_Right);
  g_assert_cmpuint (luotain_coverage_list_get_organisation (test->list), ==, 1);
  press_in_list (test, GDK_KEY_Left);
  g_assert_cmpuint (luotain_coverage_list_get_organisation (test->list), ==, 0);
  luotain_ui_test_picture (test->ui, "coverage-side-by-side");
}

static void
test_filter (void)
{
  g_autoptr (PageTest) test = page_test_new ("Merikoulu");
  GtkWidget *filter = luotain_ui_test_find (test->page, LUOTAIN_TYPE_COVERAGE_FILTER);
  GtkWidget *search = luotain_ui_test_find (filter, GTK_TYPE_SEARCH_ENTRY);
  const guint n_all = luotain_coverage_list_get_n_rows (test->list);
  guint n_found;

  gtk_editable_set_text (GTK_EDITABLE (search), "hydro");
  g_signal_emit_by_name (search, "search-changed");
  luotain_ui_test_settle (test->ui);
  n_found = luotain_coverage_list_get_n_rows (test->list);
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <, n_all);

  gtk_editable_set_text (GTK_EDITABLE (search), "ei ole mikään osaaminen");
  g_signal_emit_by_name (search, "search-changed");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_coverage_list_get_n_rows (test->list), ==, 0);
  luotain_coverage_filter_clear (LUOTAIN_COVERAGE_FILTER (filter));
  g_assert_cmpuint (luotain_coverage_list_get_n_rows (test->list), ==, n_all);
}

static GtkWidget *
field (PageTest *test, const char *column)
{
  GQueue queue = G_QUEUE_INIT;
  GtkWidget *found = NULL;

  g_queue_push_tail (&queue, test->editor);
  while (found == NULL && !g_queue_is_empty (&queue))
    {
      GtkWidget *widget = g_queue_pop_head (&queue);
      g_autofree char *its = NULL;

      if (LUOTAIN_IS_TEXT_FIELD (widget))
        g_object_get (widget, "column", &its, NULL);
      if (g_strcmp0 (its, column) == 0)
        found = widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (&queue, child);
    }

  g_queue_clear (&queue);
  return found;
}

static void
test_panel (void)
{
  g_autoptr (PageTest) test = page_test_new ("Merikoulu");
  GtkWidget *chooser, *decision, *units;

  g_signal_emit_by_name (test->list, "opened");
  luotain_ui_test_settle (test->ui);
  chooser = luotain_ui_test_find (GTK_WIDGET (test->editor), LUOTAIN_TYPE_COVERAGE_CHOOSER);
  g_assert_true (luotain_ui_test_press (chooser, GDK_KEY_2, 0));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpint (view (test, 0)->status, ==, LUOTAIN_COVERAGE_PARTLY);

  /* A text is kept as the field is left, for every entry of the row. */
  decision = field (test, "decision");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                                luotain_text_area_get_view (LUOTAIN_TEXT_AREA (decision))),
                            "Uusi opintojakso", -1);
  luotain_text_field_save (LUOTAIN_TEXT_FIELD (decision));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (view (test, 0)->decision, ==, "Uusi opintojakso");
  g_assert_cmpuint (view (test, 0)->parts->len, >, 1);
  for (guint i = 0; i < view (test, 0)->parts->len; i++)
    g_assert_cmpint (g_array_index (view (test, 0)->parts, LuotainCoveragePart, i).record, !=, 0);

  /* A unit made on the spot. */
  units = luotain_ui_test_find (GTK_WIDGET (test->editor), LUOTAIN_TYPE_COVERAGE_UNITS);
  g_signal_emit_by_name (gtk_widget_get_next_sibling (gtk_widget_get_first_child (units)), "create",
                         "Ennakoinnin perusteet");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (view (test, 0)->units->len, ==, 1);
  luotain_ui_test_picture (test->ui, "coverage-panel");
}

/* What another page, or undo, leads here. */
static void
test_reveal (void)
{
  g_autoptr (PageTest) test = page_test_new ("Merikoulu");
  const LuotainCoverageRow *row;
  gint64 entry;

  press_in_list (test, GDK_KEY_1);
  row = luotain_coverage_list_get_row (test->list);
  entry = g_array_index (row->entries, LuotainCoverageEntry, 0).entry;
  luotain_ui_test_show (test->ui, "findings");
  luotain_context_go_to (test->ui->context, view (test, 0)->record);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpint (
      g_array_index (luotain_coverage_list_get_row (test->list)->entries, LuotainCoverageEntry, 0).entry, ==,
      entry);
  g_assert_true (gtk_widget_get_mapped (test->page));
}

/* A judgement that is undone leaves no record, but the row it stood in is shown. */
static void
test_undo_reveals (void)
{
  g_autoptr (PageTest) test = page_test_new ("Merikoulu");
  const gint64 competence = luotain_coverage_list_get_row (test->list)->competence;
  GtkWidget *view = luotain_ui_test_find (GTK_WIDGET (test->list), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (view));

  press_in_list (test, GDK_KEY_1);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (selection), 20);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpint (luotain_coverage_list_get_row (test->list)->competence, !=, competence);
  gtk_widget_activate_action (GTK_WIDGET (test->ui->window), "win.undo", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpint (luotain_coverage_list_get_row (test->list)->competence, ==, competence);
  g_assert_cmpint (
      ((LuotainCoverageView *) luotain_coverage_list_get_row (test->list)->views->pdata[0])->status, ==,
      LUOTAIN_COVERAGE_NOT_LOOKED_AT);
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);
  g_test_add_func ("/coverage-page/empty", test_empty);
  g_test_add_func ("/coverage-page/digits", test_digits);
  g_test_add_func ("/coverage-page/side-by-side", test_side_by_side);
  g_test_add_func ("/coverage-page/filter", test_filter);
  g_test_add_func ("/coverage-page/panel", test_panel);
  g_test_add_func ("/coverage-page/reveal", test_reveal);
  g_test_add_func ("/coverage-page/undo-reveals", test_undo_reveals);
  return g_test_run ();
}
