/* Judging by cross-impact: answered by the keyboard, saved screen by screen, and told at once what follows. */
#include "luotain-judge-test.h"

#include "luotain-consistent-list.h"
#include "luotain-influence-grid.h"
#include "luotain-influence.h"
#include "luotain-judge-model.h"
#include "luotain-judge-view.h"
#include "luotain-judgement-list.h"
#include "luotain-judgement-reasons.h"
#include "luotain-judgement-row.h"
#include "luotain-judgement-screen.h"
#include "luotain-judgement.h"
#include "luotain-judging.h"
#include "luotain-key-variable.h"
#include "luotain-matrix.h"
#include "luotain-scenario-edit.h"
#include "luotain-scenario.h"
#include "luotain-state.h"
#include "luotain-succession.h"
#include "luotain-why-not-box.h"

#include <adwaita.h>
#include <string.h>

static const char *
get_part (JudgeTest *self)
{
  GtkWidget *stack = gtk_widget_get_ancestor (find (self, LUOTAIN_TYPE_JUDGEMENT_LIST), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* A key as the controllers of the widget with the focus, and of those around it, get it. */
static void
press (JudgeTest *self, guint key)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  g_assert_nonnull (focus);
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (luotain_ui_test_press (widget, key, 0))
      return;
}

static void
press_all (JudgeTest *self, const guint *keys, guint n)
{
  for (guint i = 0; i < n; i++)
    press (self, keys[i]);
  settle (self);
}

/* The text of an entry is what takes the focus, and the entry around it is what is named. */
static void
check_names (GtkWidget *widget)
{
  GtkWidget *named = GTK_IS_TEXT (widget) ? gtk_widget_get_ancestor (widget, GTK_TYPE_EDITABLE) : widget;
  g_autofree char *name = NULL;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_TEXT (widget) && named == widget)
    named = gtk_widget_get_parent (widget);
  name = luotain_ui_test_dup_label (named);
  if (gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) && name == NULL
      && !(GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL))
    g_error ("A %s in a %s has no name", G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_look (void)
{
  static const char *const shown[] = { "influences", "judgements", "all",
                                       "consistent", "why-not",    "dependence" };
  static const int sizes[][2] = { { 1024, 500 }, { 1700, 950 }, { 360, 600 } };
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_MARITIME);
  int width = 0;

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
      {
        g_autofree char *name = g_strdup_printf ("judge-%s-%d", shown[i], sizes[s][0]);

        gtk_window_set_default_size (GTK_WINDOW (test->window), sizes[s][0], sizes[s][1]);
        luotain_judge_view_show (LUOTAIN_JUDGE_VIEW (test->view), shown[i]);
        settle (test);
        check_names (test->view);
        picture (test, name);
      }
  gtk_widget_measure (test->view, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

static LuotainJudgementRow *
row_at (JudgeTest *self, guint place)
{
  GtkWidget *row = find (self, LUOTAIN_TYPE_JUDGEMENT_ROW);

  while (place-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return LUOTAIN_JUDGEMENT_ROW (row);
}

/* Two key variables of two states each, and a scenario through the first ones. */
static void
add_small_model (JudgeTest *self)
{
  static const char *const titles[] = { "Hinta", "Matkailu" };
  static const char *const states[] = { "laskee", "nousee", "kasvaa", "romahtaa" };
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LuotainPartAdd) add = luotain_part_add_new (&luotain_key_variable_type, 0, titles[i]);
      g_autofree gint64 *variable = luotain_ui_test_do (self->ui, luotain_part_add_run, add);

      for (guint x = 0; x < 2; x++)
        {
          g_autoptr (LuotainPartAdd) state = luotain_part_add_new (&luotain_state_type, *variable,
                                                                   states[2 * i + x]);
          g_autofree gint64 *id = luotain_ui_test_do (self->ui, luotain_part_add_run, state);

          if (x == 0)
            g_array_append_val (path, *id);
        }
    }
  {
    g_autoptr (LuotainPathScenario) scenario = luotain_path_scenario_new ("Kirkas", 0, path);

    g_free (luotain_ui_test_do (self->ui, luotain_path_scenario_run, scenario));
  }
  settle (self);
}

/* The first step by the keyboard: answers are saved one by one, and undo leads back to the pair. */
static void
test_influences (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_EMPTY);
  guint from, on;

  g_assert_cmpstr (get_part (test), ==, "empty");
  picture (test, "judge-empty");
  add_small_model (test);
  g_assert_true (line_says (test, "every path holds together"));
  luotain_judge_view_begin (LUOTAIN_JUDGE_VIEW (test->view));
  settle (test);
  picture (test, "judge-influences-first");

  press_all (test, (guint[]){ GDK_KEY_y }, 1);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_influence_type), ==, 1);
  g_assert_true (luotain_influence_grid_get_pair (find (test, LUOTAIN_TYPE_INFLUENCE_GRID), &from, &on));
  g_assert_cmpuint (from, ==, 1);
  g_assert_cmpuint (on, ==, 0);
  press_all (test, (guint[]){ GDK_KEY_space, GDK_KEY_space }, 2);
  {
    g_autoptr (LuotainMatrix) matrix = read_matrix (test);

    g_assert_cmpint (luotain_matrix_get_block (matrix, 0, 1)->answer, ==, LUOTAIN_MATRIX_YES);
    g_assert_cmpint (luotain_matrix_get_block (matrix, 1, 0)->answer, ==, LUOTAIN_MATRIX_NO);
    g_assert_cmpuint (matrix->n_questions_left, ==, 0);
  }
  press_all (test, (guint[]){ GDK_KEY_Up, GDK_KEY_Delete }, 2);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_influence_type), ==, 1);
  press_all (test, (guint[]){ GDK_KEY_Down }, 1);
  luotain_ui_test_undo (test->ui);
  wait_for_frame (test);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_influence_type), ==, 2);
}

/* Keys lead from one open question to the next, past what was answered before, and from pair to pair only where one reviews. */
static void
test_open_questions (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_EMPTY);
  guint from, on;

  add_small_model (test);
  show (test, "influences");
  press_all (test, (guint[]){ GDK_KEY_k, GDK_KEY_e }, 2);
  g_assert_true (luotain_influence_grid_get_pair (find (test, LUOTAIN_TYPE_INFLUENCE_GRID), &from, &on));
  g_assert_cmpuint (from, ==, 1);
  press_all (test, (guint[]){ GDK_KEY_k }, 1);
  g_assert_true (luotain_influence_grid_get_pair (find (test, LUOTAIN_TYPE_INFLUENCE_GRID), &from, &on));
  g_assert_cmpuint (from, ==, 0);
}

/* The second step by digits: nothing is saved before Enter, a screen is one step of undo, and the live line follows. */
static void
test_screen (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_EMPTY);

  add_small_model (test);
  show (test, "influences");
  press_all (test, (guint[]){ GDK_KEY_1, GDK_KEY_0 }, 2);
  show (test, "judgements");
  g_assert_true (line_says (test, "Kirkas holds"));
  press_all (test, (guint[]){ GDK_KEY_minus, GDK_KEY_2 }, 2);
  g_assert_cmpint (luotain_judgement_row_get_value (row_at (test, 0)), ==, -2);
  press_all (test, (guint[]){ GDK_KEY_Down, GDK_KEY_Right }, 2);
  g_assert_cmpint (luotain_judgement_row_get_value (row_at (test, 1)), ==, 1);
  picture (test, "judge-screen");

  /* Told before it is saved. */
  g_assert_true (line_says (test, "Kirkas breaks at Matkailu (by 3)"));
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_judgement_type), ==, 0);
  press_all (test, (guint[]){ GDK_KEY_Return }, 1);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_judgement_type), ==, 2);
  g_assert_true (line_says (test, "Kirkas breaks at Matkailu (by 3)"));

  /* The next question: a row is left open, the other is 0. */
  press_all (test, (guint[]){ GDK_KEY_space, GDK_KEY_Return }, 2);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_judgement_type), ==, 3);
  luotain_ui_test_undo (test->ui);
  wait_for_frame (test);
  luotain_ui_test_undo (test->ui);
  wait_for_frame (test);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_judgement_type), ==, 0);
  g_assert_true (line_says (test, "Kirkas holds"));
  g_assert_cmpint (luotain_judgement_row_get_value (row_at (test, 0)), ==, 0);
}

static void
check_solved (LuotainJudgeModel *model, gboolean from_last)
{
  const LuotainSolved *solved = luotain_judge_model_get_solved (model);
  const LuotainConsistentOptions options = { .ic = luotain_judge_model_get_ic (model) };
  g_autoptr (LuotainConsistentSet) fresh = luotain_consistent_find (
      luotain_judge_model_get_judgements (model), &options, NULL, NULL, NULL);

  g_assert_nonnull (solved);
  g_assert_cmpint (solved->from_last, ==, from_last);
  g_assert_cmpint (solved->set->end, ==, LUOTAIN_END_COMPLETE);
  g_assert_cmpmem (solved->set->states, solved->set->n * solved->set->n_variables, fresh->states,
                   fresh->n * fresh->n_variables);
}

/* From one judgement to the next only what it touches is searched. */
static void
test_again (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_EMPTY);
  g_autoptr (LuotainJudgeModel) model = NULL;

  add_small_model (test);
  model = luotain_judge_model_new (test->ui->context);
  settle (test);
  check_solved (model, FALSE);
  luotain_judge_model_try (model, 0, 0, 1, (gint64[]){ -2, LUOTAIN_NUMBER_UNSET });
  check_solved (model, TRUE);
  luotain_judge_model_try (model, 0, 0, 1, (gint64[]){ -2, 1 });
  check_solved (model, TRUE);
  luotain_judge_model_set_ic (model, 1);
  check_solved (model, FALSE);
  luotain_judge_model_try (model, 0, 0, 1, (gint64[]){ 2, 3 });
  check_solved (model, FALSE);
  luotain_judge_model_try (model, 0, 0, 1, (gint64[]){ 2, 0 });
  check_solved (model, TRUE);
}

/* Whether a part of the view says something. */
static gboolean
list_says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (list_says (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
count_reasons (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainLanguage language = LUOTAIN_FI;
  g_autoptr (GHashTable) reasons = NULL;
  guint n = 0;

  if (!luotain_judgement_reasons_run (db, (gpointer) &language, (gpointer *) &reasons, error))
    return FALSE;
  for (g_autoptr (GList) texts = g_hash_table_get_values (reasons); texts != NULL;
       texts = g_list_delete_link (texts, texts))
    n += g_strcmp0 (texts->data, data) == 0 ? 1 : 0;
  *result = GUINT_TO_POINTER (n);
  return TRUE;
}

/* What is left is counted in questions and minutes, and a value keeps the reason that was written. */
static void
test_reason (void)
{
  static const char why[] = "Risteilyt halpenevat";
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *screen = find (test, LUOTAIN_TYPE_JUDGEMENT_SCREEN);

  add_small_model (test);
  show (test, "influences");
  press_all (test, (guint[]){ GDK_KEY_1, GDK_KEY_0 }, 2);
  show (test, "judgements");
  g_assert_true (list_says (screen, "pair 1 of 1 · 2 questions left, about 1 minute"));
  press_all (test, (guint[]){ GDK_KEY_2 }, 1);
  gtk_editable_set_text (GTK_EDITABLE (luotain_ui_test_find (screen, GTK_TYPE_ENTRY)), why);
  press_all (test, (guint[]){ GDK_KEY_Return }, 1);
  g_assert_true (list_says (screen, "1 question left"));
  g_assert_cmpuint (GPOINTER_TO_UINT (luotain_ui_test_ask (test->ui, count_reasons, (gpointer) why)), ==, 1);
  press_all (test, (guint[]){ GDK_KEY_BackSpace }, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (luotain_ui_test_find (screen, GTK_TYPE_ENTRY))), ==,
                   why);
}

/* What was changed is kept when one goes back instead of on. */
static void
test_back (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = luotain_ui_test_count (test->ui, &luotain_judgement_type);

  luotain_judge_view_show (LUOTAIN_JUDGE_VIEW (test->view), "all");
  gtk_widget_activate_action (test->view, "judge.screen", "(uuu)", 0, 1, 1);
  settle (test);
  press_all (test, (guint[]){ GDK_KEY_3, GDK_KEY_BackSpace, GDK_KEY_Page_Down }, 3);
  g_assert_cmpint (luotain_judgement_row_get_value (row_at (test, 0)), ==, 3);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_judgement_type), ==, before);
  picture (test, "judge-screen-maritime");
  luotain_ui_test_undo (test->ui);
  wait_for_frame (test);
  g_assert_cmpint (luotain_judgement_row_get_value (row_at (test, 0)), ==, -2);
}

/* Why not names what breaks a scenario, what pushes it, and what would hold; that is taken over in one step. */
static void
test_why_not (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = luotain_ui_test_count (test->ui, &luotain_scenario_type);
  GtkWidget *button;
  g_autofree char *text = NULL;
  g_autoptr (LuotainMatrix) matrix = NULL;

  show (test, "why-not");
  text = luotain_why_not_box_get_text (find (test, LUOTAIN_TYPE_WHY_NOT_BOX));
  g_assert_nonnull (strstr (text, "Blue Hub breaks at Logistiikan hinta (by 2)"));
  g_assert_nonnull (strstr (text, "Ilmastopäästöt is “Päästöt vähenevät etuajassa”"));
  g_assert_nonnull (strstr (text, "Logistiikan hinta is “Hinta nousee hieman"));
  picture (test, "judge-why-not");

  button = luotain_ui_test_find_button (find (test, LUOTAIN_TYPE_WHY_NOT_BOX), "Take Over");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (test);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_scenario_type), ==, before + 1);
  matrix = read_matrix (test);
  g_assert_cmpuint (luotain_matrix_get_scenario (matrix, before)->n_open, ==, 0);
  g_assert_true (line_says (test, "Scenario 5 holds"));
  luotain_ui_test_undo (test->ui);
  wait_for_frame (test);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_scenario_type), ==, before);
}

static guint
count_rows (JudgeTest *self)
{
  GtkWidget *list = luotain_ui_test_find (find (self, LUOTAIN_TYPE_CONSISTENT_LIST), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

/* The list of what holds together grows with what is let pass, and a few different ones can be picked of it. */
static void
test_consistent (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *list = find (test, LUOTAIN_TYPE_CONSISTENT_LIST);
  GtkWidget *spin;
  guint n;

  show (test, "consistent");
  n = count_rows (test);
  g_assert_cmpuint (n, ==, 6);
  spin = luotain_ui_test_find (list, GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 1);
  settle (test);
  g_assert_cmpuint (count_rows (test), >, n);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (luotain_ui_test_find (list, GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  settle (test);
  g_assert_cmpuint (count_rows (test), ==, 3);
  picture (test, "judge-different");
}

static gboolean
is_weighed (gpointer data)
{
  return list_says (data, "end in cycles");
}

/* How many of all paths lead to each, as the matrix says; nobody is told who does not ask. */
static void
test_weights (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *list = find (test, LUOTAIN_TYPE_CONSISTENT_LIST);
  GtkWidget *button = luotain_ui_test_find_button (list, "Weights");
  g_autoptr (LuotainMatrix) matrix = read_matrix (test);
  g_autoptr (LuotainAttractorSet) weights = luotain_succession_weigh (matrix->cross_impact, NULL, NULL, NULL,
                                                                      NULL);
  g_autoptr (LuotainConsistentSet) set = luotain_consistent_find (matrix->cross_impact, NULL, NULL, NULL,
                                                                  NULL);
  g_autofree char *first = luotain_language_format_count (
      luotain_language_of_locale (),
      luotain_attractor_set_weight (weights, luotain_consistent_set_path (set, 0)));
  g_autofree char *said = g_strdup_printf ("consistency value %d · weight %s", set->consistency_values[0],
                                           first);

  show (test, "consistent");
  g_assert_false (list_says (list, "· weight "));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  luotain_ui_test_wait (is_weighed, list);
  settle (test);
  g_assert_true (list_says (list, said));
  g_assert_true (list_says (list, "how many of all 16,384 paths"));
  picture (test, "judge-weights");
  show (test, "dependence");
  show (test, "consistent");
  luotain_ui_test_wait (is_weighed, list);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  settle (test);
  g_assert_false (list_says (list, "· weight "));
}

/* The view opens where something is to be judged, and Escape leads back. */
static void
test_begin (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_MARITIME);

  luotain_judge_view_begin (LUOTAIN_JUDGE_VIEW (test->view));
  settle (test);
  g_assert_cmpstr (get_part (test), ==, "consistent");
  gtk_widget_activate_action (test->view, "judge.close", NULL);
  g_assert_true (test->closed);
}

static gboolean
says_more (gpointer data)
{
  return line_says (data, "stopped there; there are more");
}

/* Where far too many paths hold together, the search ends by itself and says so. */
static void
test_many (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_EMPTY);

  add_small_model (test);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (LuotainPartAdd) add = luotain_part_add_new (&luotain_key_variable_type, 0, "Muuttuja");
      g_autofree gint64 *variable = luotain_ui_test_do (test->ui, luotain_part_add_run, add);

      for (guint x = 0; x < 4; x++)
        {
          g_autoptr (LuotainPartAdd) state = luotain_part_add_new (&luotain_state_type, *variable,
                                                                   "Vaihtoehto");

          g_free (luotain_ui_test_do (test->ui, luotain_part_add_run, state));
        }
    }
  settle (test);
  g_assert_true (line_says (test, "Nothing is judged yet") || line_says (test, "Looking for paths"));
  show (test, "influences");
  press_all (test, (guint[]){ GDK_KEY_y }, 1);
  show (test, "judgements");
  press_all (test, (guint[]){ GDK_KEY_1, GDK_KEY_Return }, 2);
  luotain_ui_test_wait (says_more, test);
}

int
main (int argc, char **argv)
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/judge/look", test_look);
  g_test_add_func ("/judge/influences", test_influences);
  g_test_add_func ("/judge/open-questions", test_open_questions);
  g_test_add_func ("/judge/screen", test_screen);
  g_test_add_func ("/judge/again", test_again);
  g_test_add_func ("/judge/reason", test_reason);
  g_test_add_func ("/judge/back", test_back);
  g_test_add_func ("/judge/why-not", test_why_not);
  g_test_add_func ("/judge/consistent", test_consistent);
  g_test_add_func ("/judge/weights", test_weights);
  g_test_add_func ("/judge/begin", test_begin);
  g_test_add_func ("/judge/many", test_many);

  return g_test_run ();
}
