/* What the group thinks of a finding, beside the map: marks, hands, rounds, and axes from what was rated. */
#include "luotain-map-test.h"

#include "luotain-hands-entry.h"
#include "luotain-map-axes.h"
#include "luotain-map-critical.h"
#include "luotain-matrix.h"
#include "luotain-matters-list.h"
#include "luotain-rating-edit.h"
#include "luotain-rating-panel.h"
#include "luotain-rating-row.h"
#include "luotain-rating.h"
#include "luotain-record-io.h"

static void
test_mark (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *matters = luotain_ui_test_find (test->page, LUOTAIN_TYPE_MATTERS_LIST);
  LuotainMapData *data = luotain_map_view_get_data (test->view);
  gint64 ids[2] = { 0 };
  guint n = 0;
  double place;

  for (guint i = 0; n < 2 && i < data->n_findings; i++)
    if (data->findings[i].ratings[LUOTAIN_MAP_PRIORITY].id == 0)
      ids[n++] = data->findings[i].id;
  select_findings (test, ids, 2);
  gtk_widget_activate_action (test->page, "page.mark", NULL);
  luotain_ui_test_settle (test->ui);
  place = value (test, ids[0], LUOTAIN_MAP_PRIORITY);
  g_assert_cmpfloat (place, >=, 1);
  g_assert_cmpfloat (value (test, ids[1], LUOTAIN_MAP_PRIORITY), ==, place + 1);
  luotain_ui_test_picture (test->ui, "map-matters");
  luotain_matters_list_move (LUOTAIN_MATTERS_LIST (matters), ids[1], -1);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpfloat (value (test, ids[1], LUOTAIN_MAP_PRIORITY), ==, place);
  g_assert_cmpfloat (value (test, ids[0], LUOTAIN_MAP_PRIORITY), ==, place + 1);
  undo (test);
  undo (test);
  g_assert_true (isnan (value (test, ids[0], LUOTAIN_MAP_PRIORITY)));
}

static void
test_hands (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = rated (test, LUOTAIN_MAP_IMPACT, NAN, 0);
  const double before = value (test, id, LUOTAIN_MAP_IMPACT);
  LuotainMapData *data;
  GtkWidget *row;

  select_findings (test, &id, 1);
  gtk_widget_activate_action (test->page, "page.rate", NULL);
  luotain_ui_test_settle (test->ui);
  row = luotain_ui_test_find (test->page, LUOTAIN_TYPE_RATING_ROW);
  row = gtk_widget_get_next_sibling (row);
  g_signal_emit_by_name (luotain_ui_test_find (row, LUOTAIN_TYPE_HANDS_ENTRY), "entered",
                         "5:3 4:9 3:12 2:4 1:2");
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_picture (test->ui, "map-rate");
  data = luotain_map_view_get_data (test->view);
  g_assert_cmpuint (data->findings[luotain_map_data_find (data, id)].ratings[LUOTAIN_MAP_IMPACT].n, ==, 30);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_IMPACT), ==, 3);
  undo (test);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_IMPACT), ==, before);
}

static void
find_all (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

/* The fields in the rating panel of a finding. */
static GPtrArray *
open_panel (MapTest *test, gint64 id)
{
  GPtrArray *entries = g_ptr_array_new ();

  select_findings (test, &id, 1);
  gtk_widget_activate_action (test->page, "page.rate", NULL);
  luotain_ui_test_settle (test->ui);
  find_all (luotain_ui_test_find (test->page, LUOTAIN_TYPE_RATING_PANEL), GTK_TYPE_ENTRY, entries);
  return entries;
}

/* Dots are counted in the panel; what is no number changes nothing, and an empty line takes the count away. */
static void
test_dots (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = rated (test, LUOTAIN_MAP_IMPACT, NAN, 0);
  g_autoptr (GPtrArray) entries = open_panel (test, id);
  GtkWidget *dots = entries->pdata[entries->len - 1];

  for (guint i = 0; i < 2; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (dots), i == 0 ? "7" : "monta");
      g_signal_emit_by_name (dots, "activate");
      luotain_ui_test_settle (test->ui);
      g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_DOTS), ==, 7);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dots)), ==, "7");
    }
  gtk_editable_set_text (GTK_EDITABLE (dots), "");
  g_signal_emit_by_name (dots, "activate");
  luotain_ui_test_settle (test->ui);
  g_assert_true (isnan (value (test, id, LUOTAIN_MAP_DOTS)));
  undo (test);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_DOTS), ==, 7);
}

/* A year that is none changes nothing, and the field says again what is saved. */
static void
test_year (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = rated (test, LUOTAIN_MAP_BREAKTHROUGH, NAN, 0);
  g_autoptr (GPtrArray) entries = open_panel (test, id);

  for (guint i = 0; i < 2; i++)
    {
      gtk_editable_set_text (entries->pdata[0], i == 0 ? "2041" : "20x");
      g_signal_emit_by_name (entries->pdata[0], "activate");
      luotain_ui_test_settle (test->ui);
      g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_BREAKTHROUGH), ==, 2041);
      g_assert_cmpstr (gtk_editable_get_text (entries->pdata[0]), ==, "2041");
    }
}

static gboolean
count_ratings (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) ratings = luotain_record_list (db, &luotain_rating_type, *(gint64 *) data, error);
  guint n = 0;

  for (guint i = 0; ratings != NULL && i < ratings->len; i++)
    n += g_str_equal (((LuotainRating *) ratings->pdata[i])->scale, LUOTAIN_SCALE_IMPACT) ? 1 : 0;
  *result = GUINT_TO_POINTER (n);
  return ratings != NULL;
}

static guint
ratings_of (MapTest *self, gint64 id)
{
  return GPOINTER_TO_UINT (luotain_ui_test_ask (self->ui, count_ratings, &id));
}

/* What is said in one round is changed there; a new round stands beside it. */
static void
test_round (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = rated (test, LUOTAIN_MAP_IMPACT, NAN, 0);
  const guint before = ratings_of (test, id);
  GtkWidget *panel = luotain_ui_test_find (test->page, LUOTAIN_TYPE_RATING_PANEL);
  GtkWidget *row = gtk_widget_get_next_sibling (luotain_ui_test_find (panel, LUOTAIN_TYPE_RATING_ROW));

  select_findings (test, &id, 1);
  gtk_widget_activate_action (test->page, "page.rate", NULL);
  luotain_ui_test_settle (test->ui);
  g_signal_emit_by_name (row, "value", (gint64) 2);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (ratings_of (test, id), ==, before + 1);
  g_signal_emit_by_name (row, "value", (gint64) 3);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (ratings_of (test, id), ==, before + 1);
  g_signal_emit_by_name (luotain_ui_test_find_button (panel, "New Round"), "clicked");
  g_signal_emit_by_name (row, "value", (gint64) 5);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (ratings_of (test, id), ==, before + 2);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_IMPACT), ==, 5);
  luotain_ui_test_picture (test->ui, "map-round");
}

/* The line that warns of two axes: it begins with a picture, which those who choose an axis do not have. */
static GtkWidget *
find_warning (GtkWidget *axes)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new ();

  find_all (axes, GTK_TYPE_IMAGE, images);
  for (guint i = 0; i < images->len; i++)
    if (gtk_widget_get_ancestor (images->pdata[i], GTK_TYPE_DROP_DOWN) == NULL)
      return gtk_widget_get_parent (images->pdata[i]);
  g_assert_not_reached ();
}

static void
test_axes (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *axes = luotain_ui_test_find (test->page, LUOTAIN_TYPE_MAP_AXES);
  GtkWidget *choices = luotain_ui_test_find (axes, GTK_TYPE_DROP_DOWN);
  GtkWidget *warning = find_warning (axes);

  gtk_widget_set_visible (luotain_ui_test_find (test->page, LUOTAIN_TYPE_MAP_CRITICAL), TRUE);
  luotain_ui_test_settle (test->ui);
  gtk_popover_popup (GTK_POPOVER (axes));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choices))), ==, 7);
  /* The other axis is the second: the same on both is worth a warning. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choices), 1);
  g_assert_true (gtk_widget_get_visible (warning));
  gtk_popover_popdown (GTK_POPOVER (axes));
}

static gboolean
read_matrix (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_matrix_run (db, &(LuotainMatrixQuery){ 0, LUOTAIN_FI }, result, error);
}

/* Whether a variable is judged to drive another one strongly, either way. */
static gboolean
is_tied (const LuotainMatrix *matrix, guint i, guint j)
{
  int most = 0;

  for (guint x = 0; x < luotain_matrix_get_variable (matrix, i)->n_states; x++)
    for (guint y = 0; y < luotain_matrix_get_variable (matrix, j)->n_states; y++)
      {
        most = MAX (most, ABS (luotain_cross_impact_get (matrix->cross_impact, i, x, j, y)));
        most = MAX (most, ABS (luotain_cross_impact_get (matrix->cross_impact, j, y, i, x)));
      }
  return most >= 2;
}

/* Two axes of which one drives the other by strong judgements are warned of; others are not. */
static void
test_axes_judged (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *axes = luotain_ui_test_find (test->page, LUOTAIN_TYPE_MAP_AXES);
  GtkWidget *said = find_warning (axes);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autoptr (LuotainMatrix) matrix = luotain_ui_test_ask (test->ui, read_matrix, NULL);
  guint n_tied = 0, n_free = 0;

  gtk_widget_set_visible (luotain_ui_test_find (test->page, LUOTAIN_TYPE_MAP_CRITICAL), TRUE);
  luotain_ui_test_settle (test->ui);
  gtk_popover_popup (GTK_POPOVER (axes));
  luotain_ui_test_settle (test->ui);
  find_all (axes, GTK_TYPE_DROP_DOWN, choices);
  g_assert_cmpuint (choices->len, ==, 2);
  for (guint i = 0; i < matrix->variables->len; i++)
    for (guint j = 0; j < matrix->variables->len; j++)
      {
        const gboolean tied = i != j && is_tied (matrix, i, j);
        const char *text;

        gtk_drop_down_set_selected (GTK_DROP_DOWN (choices->pdata[0]), i);
        gtk_drop_down_set_selected (GTK_DROP_DOWN (choices->pdata[1]), j);
        text = gtk_label_get_text (GTK_LABEL (luotain_ui_test_find (said, GTK_TYPE_LABEL)));
        g_assert_true (tied == g_str_has_prefix (text, "Not independent: one drives the other"));
        g_assert_true (gtk_widget_get_visible (said) == (*text != '\0'));
        n_tied += tied ? 1 : 0;
        n_free += !gtk_widget_get_visible (said) ? 1 : 0;
      }
  g_assert_cmpuint (n_tied, >, 0);
  g_test_message ("%u pairs are tied, %u free", n_tied, n_free);
  gtk_popover_popdown (GTK_POPOVER (axes));
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/map-rating/mark", test_mark);
  g_test_add_func ("/map-rating/hands", test_hands);
  g_test_add_func ("/map-rating/dots", test_dots);
  g_test_add_func ("/map-rating/year", test_year);
  g_test_add_func ("/map-rating/round", test_round);
  g_test_add_func ("/map-rating/axes", test_axes);
  g_test_add_func ("/map-rating/axes-judged", test_axes_judged);
  return g_test_run ();
}
