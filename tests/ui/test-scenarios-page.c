#include "luotain-key-variable.h"
#include "luotain-part-box.h"
#include "luotain-passage-draft.h"
#include "luotain-passage.h"
#include "luotain-path-box.h"
#include "luotain-period.h"
#include "luotain-record-io.h"
#include "luotain-scenario-card.h"
#include "luotain-scenario-columns.h"
#include "luotain-scenario-comparison-view.h"
#include "luotain-scenario-edit.h"
#include "luotain-state.h"
#include "luotain-ui-test.h"
#include "luotain-variable-box.h"

/* The page on a workbook, and what stands on it. */
typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *page;
  GtkWidget *columns;
} PageTest;

static PageTest *
page_test_new (LuotainUiTestContent content)
{
  PageTest *self = g_new0 (PageTest, 1);

  self->ui = luotain_ui_test_new (content);
  self->page = luotain_ui_test_show (self->ui, "scenarios");
  self->columns = luotain_ui_test_find (self->page, LUOTAIN_TYPE_SCENARIO_COLUMNS);
  return self;
}

static void
page_test_free (PageTest *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageTest, page_test_free)

static LuotainScenarioCard *
card_at (PageTest *self, guint place)
{
  GtkWidget *card = gtk_widget_get_first_child (self->columns);

  while (place-- > 0)
    card = gtk_widget_get_next_sibling (card);
  return LUOTAIN_SCENARIO_CARD (card);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
act (PageTest *self, gpointer widget, const char *action, const char *parameter)
{
  gtk_widget_activate_action (widget, action, parameter != NULL ? "s" : NULL, parameter);
  luotain_ui_test_settle (self->ui);
}

/* A window is asked again: it becomes no narrower than what has not folded away yet. */
static void
resize (PageTest *self, int width, int height)
{
  for (int i = 2; i >= 0; i--)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->ui->window), width + i, height);
      luotain_ui_test_settle (self->ui);
    }
}

static void
test_shows (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autofree char *label = luotain_ui_test_dup_label (GTK_WIDGET (card_at (test, 0)));

  g_assert_cmpuint (count_children (test->columns), ==, 4);
  g_assert_cmpstr (label, ==, "Blue Hub");
  g_assert_nonnull (luotain_ui_test_find (GTK_WIDGET (card_at (test, 0)), LUOTAIN_TYPE_PART_BOX));
}

static void
test_columns (void)
{
  static const struct
  {
    int width;
    guint n_columns;
  } cases[] = { { 1900, 4 }, { 1024, 2 }, { 360, 1 } };
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *scroller = gtk_widget_get_ancestor (test->columns, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_widget_activate_action (GTK_WIDGET (test->ui->window), "win.why", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      resize (test, cases[i].width, 1000);
      g_assert_cmpuint (luotain_scenario_columns_count (LUOTAIN_SCENARIO_COLUMNS (test->columns),
                                                        gtk_widget_get_width (test->columns)),
                        ==, cases[i].n_columns);
      for (guint part = 0; part < 4; part++)
        {
          g_autofree char *name = g_strdup_printf ("scenarios-%d-%u", cases[i].width, part);

          gtk_adjustment_set_value (
              adjustment,
              part * (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)) / 3);
          luotain_ui_test_settle (test->ui);
          luotain_ui_test_picture (test->ui, name);
        }
    }
}

/* Neighbours are read beside each other: their passages begin on one line. */
static void
test_aligned (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  graphene_rect_t first;
  graphene_rect_t second;

  resize (test, 1280, 800);
  g_assert_true (gtk_widget_compute_bounds (
      luotain_ui_test_find (GTK_WIDGET (card_at (test, 0)), LUOTAIN_TYPE_PATH_BOX), test->columns, &first));
  g_assert_true (gtk_widget_compute_bounds (
      luotain_ui_test_find (GTK_WIDGET (card_at (test, 1)), LUOTAIN_TYPE_PATH_BOX), test->columns, &second));
  g_assert_cmpfloat (first.origin.y, ==, second.origin.y);
  g_assert_cmpfloat (first.origin.x, <, second.origin.x);
}

static void
test_add_scenario (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *stack = luotain_ui_test_find (test->page, GTK_TYPE_STACK);
  GtkWidget *focus;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  luotain_ui_test_picture (test->ui, "scenarios-empty");
  act (test, test->page, "page.add-scenario", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "scenarios");
  g_assert_cmpuint (count_children (test->columns), ==, 1);
  /* Its title waits to be written. */
  focus = gtk_root_get_focus (gtk_widget_get_root (test->page));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  g_assert_true (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus))));
  luotain_ui_test_picture (test->ui, "scenarios-new");

  luotain_ui_test_undo (test->ui);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

static void
test_passage (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = luotain_ui_test_count (test->ui, &luotain_passage_type);
  LuotainScenarioCard *card = card_at (test, 1);
  LuotainPassageDraft *draft;

  act (test, card, "scenario.add-passage", "social");
  draft = LUOTAIN_PASSAGE_DRAFT (luotain_ui_test_find (GTK_WIDGET (card), LUOTAIN_TYPE_PASSAGE_DRAFT));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (luotain_passage_draft_get_view (draft)),
                            "Väki vähenee.", -1);
  luotain_passage_draft_save (draft);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_passage_type), ==, before + 1);
  g_assert_null (luotain_ui_test_find (GTK_WIDGET (card), LUOTAIN_TYPE_PASSAGE_DRAFT));

  /* One that is left empty was none. */
  act (test, card, "scenario.add-passage", "social");
  draft = LUOTAIN_PASSAGE_DRAFT (luotain_ui_test_find (GTK_WIDGET (card), LUOTAIN_TYPE_PASSAGE_DRAFT));
  luotain_passage_draft_save (draft);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_passage_type), ==, before + 1);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_passage_type), ==, before);
}

static void
test_part_order (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = luotain_ui_test_count (test->ui, &luotain_passage_type);
  LuotainPartBox *part = LUOTAIN_PART_BOX (
      luotain_ui_test_find (GTK_WIDGET (card_at (test, 0)), LUOTAIN_TYPE_PART_BOX));

  act (test, part, "part.move-down", NULL);
  g_assert_true (LUOTAIN_IS_PART_BOX (gtk_widget_get_prev_sibling (GTK_WIDGET (part))));
  luotain_ui_test_undo (test->ui);
  g_assert_null (gtk_widget_get_prev_sibling (GTK_WIDGET (part)));

  act (test, part, "part.delete", NULL);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_passage_type), ==, before - 1);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_passage_type), ==, before);
}

static gboolean
period_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) periods = luotain_record_list (db, &luotain_period_type, *(gint64 *) data, error);
  LuotainPeriod *last;

  if (periods == NULL)
    return FALSE;

  last = periods->pdata[periods->len - 1];
  *result = g_strdup (last->title.text[LUOTAIN_FI]);
  return TRUE;
}

static void
test_period (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainScenarioCard *card = card_at (test, 0);
  gint64 scenario = luotain_scenario_card_get_scenario (card);
  g_autofree char *title = NULL;

  act (test, card, "scenario.add-period", NULL);
  title = luotain_ui_test_ask (test->ui, period_job, &scenario);
  /* Told backwards: before the one that began in 2022. */
  g_assert_cmpstr (title, ==, "2017–2021");
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (test->page))));
}

static void
test_path (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *path = luotain_ui_test_find (GTK_WIDGET (card_at (test, 0)), LUOTAIN_TYPE_PATH_BOX);
  GtkWidget *row = gtk_widget_get_first_child (path);
  GtkWidget *box;
  LuotainPathStep step = { luotain_scenario_card_get_scenario (card_at (test, 0)), 0, 0 };
  g_autofree char *before = luotain_ui_test_dup_label (row);
  g_autofree char *open = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpuint (count_children (path), ==, 7);
  step.variable = *(gint64 *) g_object_get_data (G_OBJECT (row), "variable");
  luotain_context_do (test->ui->context, "Choose State", luotain_path_step_run,
                      g_memdup2 (&step, sizeof step), g_free, NULL, NULL, NULL);
  luotain_ui_test_settle (test->ui);
  open = luotain_ui_test_dup_label (row);
  g_assert_true (g_str_has_suffix (open, ": open"));
  luotain_ui_test_undo (test->ui);
  after = luotain_ui_test_dup_label (row);
  g_assert_cmpstr (after, ==, before);

  /* By hand: the row opens its states, the last button leaves it open. */
  gtk_widget_grab_focus (row);
  luotain_ui_test_settle (test->ui);
  g_signal_emit_by_name (row, "clicked");
  box = gtk_popover_get_child (GTK_POPOVER (luotain_ui_test_find (row, GTK_TYPE_POPOVER)));
  g_assert_cmpuint (count_children (box), ==, 6);
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box)), "clicked");
  luotain_ui_test_settle (test->ui);
  g_free (open);
  open = luotain_ui_test_dup_label (row);
  g_assert_true (g_str_has_suffix (open, ": open"));
}

static void
test_variables (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainVariableBox *box = LUOTAIN_VARIABLE_BOX (
      luotain_ui_test_find (test->page, LUOTAIN_TYPE_VARIABLE_BOX));
  const guint n_states = luotain_ui_test_count (test->ui, &luotain_state_type);
  GtkWidget *entry = gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (box)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "Viides vaihtoehto");
  g_signal_emit_by_name (entry, "activate");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_state_type), ==, n_states + 1);
  act (test, box, "variable.delete", NULL);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_key_variable_type), ==, 6);
  g_assert_cmpuint (count_children (luotain_ui_test_find (test->page, LUOTAIN_TYPE_PATH_BOX)), ==, 6);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_key_variable_type), ==, 7);
}

static void
test_scenario_order (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainScenarioCard *first = card_at (test, 0);

  act (test, first, "scenario.move-later", NULL);
  g_assert_true (card_at (test, 1) == first);
  luotain_ui_test_undo (test->ui);
  g_assert_true (card_at (test, 0) == first);
  act (test, first, "scenario.delete", NULL);
  g_assert_cmpuint (count_children (test->columns), ==, 3);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (count_children (test->columns), ==, 4);
}

static gboolean
is_marked (gpointer data)
{
  return gtk_widget_has_css_class (data, "marked");
}

static void
test_reveal (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 state = luotain_ui_test_first (test->ui, "state");
  GtkWidget *scroller = gtk_widget_get_ancestor (test->columns, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget *box = luotain_ui_test_find (test->page, LUOTAIN_TYPE_VARIABLE_BOX);

  luotain_context_go_to (test->ui->context, state);
  luotain_ui_test_wait (is_marked, luotain_variable_box_find (LUOTAIN_VARIABLE_BOX (box), state));
  g_assert_cmpint (luotain_context_get_selection (test->ui->context), ==, state);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
}

/* The frame scenario is read where a scenario leans on it. */
static void
test_frame (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 frame = luotain_ui_test_first (test->ui, "frame-scenario");
  GtkWidget *shown = NULL;

  for (guint i = 0; shown == NULL && i < 4; i++)
    shown = luotain_scenario_card_find (card_at (test, i), frame);
  g_assert_nonnull (shown);
  luotain_context_go_to (test->ui->context, frame);
  luotain_ui_test_wait (is_marked, shown);
}

static guint
count_rows (GtkWidget *list, const char *word)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *label = GTK_IS_LIST_BOX_ROW (row) ? luotain_ui_test_dup_label (row) : NULL;

      n += label != NULL && strstr (label, word) != NULL;
    }
  return n;
}

/* Two scenarios side by side: what differs, all of it, and a scenario beside itself. */
static void
test_compare (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkStack *stack = GTK_STACK (luotain_ui_test_find (test->page, GTK_TYPE_STACK));
  GtkWidget *view = luotain_ui_test_find (test->page, LUOTAIN_TYPE_SCENARIO_COMPARISON_VIEW);
  GtkWidget *list = luotain_ui_test_find (view, GTK_TYPE_LIST_BOX);
  GtkWidget *only = luotain_ui_test_find (view, GTK_TYPE_CHECK_BUTTON);
  GtkWidget *left = luotain_ui_test_find (view, GTK_TYPE_DROP_DOWN);
  guint n_differ;

  gtk_widget_activate_action (test->page, "page.compare", NULL);
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_picture (test->ui, "scenarios-compared");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "comparison");
  n_differ = count_rows (list, "; right: ");
  /* The maritime cluster has seven key variables, and its first two images share no state. */
  g_assert_cmpuint (n_differ, >=, 8);
  g_assert_cmpuint (count_rows (list, "the same in both"), ==, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (only), FALSE);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_rows (list, "; right: "), ==, n_differ);
  g_assert_cmpuint (count_rows (list, "the same in both"), >=, 1);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (left), 1);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_rows (list, "; right: "), ==, 0);
  g_assert_cmpuint (count_rows (list, "the same in both"), >=, 8);

  g_signal_emit_by_name (view, "closed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "scenarios");
}

int
main (int argc, char **argv)
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/scenarios-page/shows", test_shows);
  g_test_add_func ("/scenarios-page/columns", test_columns);
  g_test_add_func ("/scenarios-page/aligned", test_aligned);
  g_test_add_func ("/scenarios-page/add-scenario", test_add_scenario);
  g_test_add_func ("/scenarios-page/passage", test_passage);
  g_test_add_func ("/scenarios-page/part-order", test_part_order);
  g_test_add_func ("/scenarios-page/period", test_period);
  g_test_add_func ("/scenarios-page/path", test_path);
  g_test_add_func ("/scenarios-page/variables", test_variables);
  g_test_add_func ("/scenarios-page/scenario-order", test_scenario_order);
  g_test_add_func ("/scenarios-page/reveal", test_reveal);
  g_test_add_func ("/scenarios-page/compare", test_compare);
  g_test_add_func ("/scenarios-page/frame", test_frame);

  return g_test_run ();
}
