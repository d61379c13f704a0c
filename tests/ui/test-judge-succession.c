/* Where the judgements lead a path, step by step. */
#include "luotain-judge-test.h"

#include "luotain-scenario.h"
#include "luotain-succession-box.h"
#include "luotain-succession.h"

/* The number before the last step that is told. */
static gsize
count_steps (LuotainSuccessionBox *box)
{
  g_autofree char *text = luotain_succession_box_get_text (box);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gsize n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n = MAX (n, g_ascii_strtoull (lines[i], NULL, 10));
  return n;
}

/* As many steps as the judgements lead through, from a path that no scenario has. */
static void
check_other_path (JudgeTest *test, LuotainSuccessionBox *box, LuotainSuccession succession)
{
  g_autoptr (LuotainMatrix) matrix = read_matrix (test);
  g_autofree guint8 *path = g_new0 (guint8, matrix->variables->len);
  GtkWidget *row = gtk_widget_get_parent (luotain_ui_test_find (GTK_WIDGET (box), ADW_TYPE_COMBO_ROW));
  g_autoptr (LuotainWalk) walk = NULL;
  gboolean rests;
  g_autofree char *text = NULL;

  row = gtk_widget_get_first_child (row);
  for (guint i = 0; i < matrix->variables->len; i++, row = gtk_widget_get_next_sibling (row))
    {
      path[i] = (guint8) ((i + 1) % luotain_matrix_get_variable (matrix, i)->n_states);
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), path[i]);
    }
  walk = luotain_succession_walk (matrix->cross_impact, succession, path, NULL);
  rests = walk->cycle_start + 1 == walk->n_paths;
  text = luotain_succession_box_get_text (box);
  g_assert_cmpuint (walk->n_paths, >, 2);
  g_assert_cmpuint (count_steps (box), ==, MIN (rests ? walk->n_paths - 1 : walk->n_paths, 12));
  g_assert_true (rests == (strstr (text, "comes to rest in a path that holds together") != NULL));
}

/* From a scenario's path, step by step, to where it comes to rest, which is taken over; and from another path. */
static void
test_succession (void)
{
  g_autoptr (JudgeTest) test = judge_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = luotain_ui_test_count (test->ui, &luotain_scenario_type);
  LuotainSuccessionBox *box = find (test, LUOTAIN_TYPE_SUCCESSION_BOX);
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;

  show (test, "why-not");
  text = luotain_succession_box_get_text (box);
  g_assert_true (g_str_has_prefix (text, "1. Logistiikan hinta: from “Hinta laskee"));
  g_assert_nonnull (strstr (text, "Ahead by 2: Ilmastopäästöt is “Päästöt vähenevät etuajassa” (+4), "));
  g_assert_nonnull (strstr (text, "After 1 step it comes to rest in a path that holds together."));

  g_signal_emit_by_name (luotain_ui_test_find_button (GTK_WIDGET (box), "Take Over"), "clicked");
  settle (test);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_scenario_type), ==, before + 1);
  g_assert_true (line_says (test, "Scenario 5 holds"));
  luotain_ui_test_undo (test->ui);
  wait_for_frame (test);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_scenario_type), ==, before);

  check_other_path (test, box, LUOTAIN_SUCCESSION_GLOBAL);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (luotain_ui_test_find_button (GTK_WIDGET (box), "One at a Time")), TRUE);
  check_other_path (test, box, LUOTAIN_SUCCESSION_LOCAL);
  settle (test);
  picture (test, "judge-succession");

  adw_combo_row_set_selected (ADW_COMBO_ROW (luotain_ui_test_find (GTK_WIDGET (box), ADW_TYPE_COMBO_ROW)), 0);
  g_assert_cmpuint (count_steps (box), >, 0);
  rest = luotain_succession_box_get_text (box);
  g_assert_cmpstr (rest, !=, text);
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/judge/succession", test_succession);

  return g_test_run ();
}
