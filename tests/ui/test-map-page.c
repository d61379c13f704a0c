/* The map: what it shows is what the list says; moving writes ratings; all of it by keyboard too. */
#include "luotain-map-test.h"

#include "luotain-choice-button.h"
#include "luotain-key-variable.h"
#include "luotain-link.h"
#include "luotain-map-card.h"
#include "luotain-map-critical.h"
#include "luotain-map-save.h"

#include <glib/gstdio.h>

static void
test_shows (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainMapData *data = luotain_map_view_get_data (test->view);
  g_autofree char *label = NULL;

  g_assert_cmpuint (data->n_findings, ==, 72);
  select_findings (test, (gint64[]){ finding (test, 3)->id }, 1);
  label = luotain_ui_test_dup_label (GTK_WIDGET (test->view));
  g_assert_cmpstr (label, ==, finding (test, 3)->title);
  g_assert_cmpint (luotain_context_get_selection (test->ui->context), ==, finding (test, 3)->id);
  luotain_ui_test_picture (test->ui, "map");
}

static void
test_empty (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *stack = luotain_ui_test_find (test->page, GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  luotain_ui_test_picture (test->ui, "map-empty");
}

static void
test_selection (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 ids[] = { finding (test, 2)->id, finding (test, 5)->id };
  g_autoptr (GArray) listed = NULL;

  select_findings (test, ids, 2);
  listed = luotain_map_list_dup_selected (test->list);
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_cmpint (g_array_index (listed, gint64, 0), ==, ids[0]);
  gtk_widget_activate_action (GTK_WIDGET (test->view), "map.select-all", NULL);
  g_assert_cmpuint (luotain_map_view_get_selected (test->view)->len, ==, 72);
  press (test, GDK_KEY_Escape, 0);
  g_assert_cmpuint (luotain_map_view_get_selected (test->view)->len, ==, 0);
}

static void
test_arrows (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  double x, y, radius, next_x, next_y;
  gint64 first;

  press (test, GDK_KEY_Home, 0);
  g_assert_cmpuint (luotain_map_view_get_selected (test->view)->len, ==, 1);
  first = g_array_index (luotain_map_view_get_selected (test->view), gint64, 0);
  g_assert_true (luotain_map_view_place (test->view, first, &x, &y, &radius));
  press (test, GDK_KEY_Down, 0);
  g_assert_cmpint (g_array_index (luotain_map_view_get_selected (test->view), gint64, 0), !=, first);
  luotain_map_view_place (test->view, g_array_index (luotain_map_view_get_selected (test->view), gint64, 0),
                          &next_x, &next_y, &radius);
  g_assert_cmpfloat (next_y, >, y);
  press (test, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_cmpuint (luotain_map_view_get_selected (test->view)->len, ==, 2);
}

static void
test_step (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = rated (test, LUOTAIN_MAP_BREAKTHROUGH, 2028, 0);

  select_findings (test, &id, 1);
  press (test, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_BREAKTHROUGH), ==, 2029);
  undo (test);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_BREAKTHROUGH), ==, 2028);
}

static void
test_several (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 ids[] = { rated (test, LUOTAIN_MAP_BREAKTHROUGH, 2028, 0),
                         rated (test, LUOTAIN_MAP_BREAKTHROUGH, 2028, 1) };

  select_findings (test, ids, 2);
  press (test, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpfloat (value (test, ids[0], LUOTAIN_MAP_BREAKTHROUGH), ==, 2027);
  g_assert_cmpfloat (value (test, ids[1], LUOTAIN_MAP_BREAKTHROUGH), ==, 2027);
  undo (test);
  g_assert_cmpfloat (value (test, ids[0], LUOTAIN_MAP_BREAKTHROUGH), ==, 2028);
  g_assert_cmpfloat (value (test, ids[1], LUOTAIN_MAP_BREAKTHROUGH), ==, 2028);
}

/* From where it stands to where another stands: it takes that one's year. */
static void
test_drop (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = rated (test, LUOTAIN_MAP_BREAKTHROUGH, 2028, 0);
  const gint64 other = rated (test, LUOTAIN_MAP_BREAKTHROUGH, 2031, 0);
  double x, y, other_x, other_y, radius;

  g_assert_true (luotain_map_view_place (test->view, id, &x, &y, &radius));
  g_assert_true (luotain_map_view_place (test->view, other, &other_x, &other_y, &radius));
  select_findings (test, &id, 1);
  luotain_map_view_drop (test->view, other_x - x, other_y - y);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_BREAKTHROUGH), ==, 2031);
  undo (test);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_BREAKTHROUGH), ==, 2028);
}

static void
test_dimension (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainMapData *data = luotain_map_view_get_data (test->view);
  gint64 id = 0;
  int index;

  for (guint i = 0; id == 0 && i < data->n_findings; i++)
    if (g_strcmp0 (data->findings[i].dimensions, "political") == 0)
      id = data->findings[i].id;
  g_assert_cmpint (id, !=, 0);
  select_findings (test, &id, 1);
  press (test, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  data = luotain_map_view_get_data (test->view);
  index = luotain_map_data_find (data, id);
  g_assert_cmpstr (data->findings[index].dimensions, ==, "economic");
}

static void
test_grid (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = rated (test, LUOTAIN_MAP_PROBABILITY, 3, 0);

  luotain_map_view_set_mode (test->view, LUOTAIN_MAP_GRID);
  select_findings (test, &id, 1);
  luotain_ui_test_picture (test->ui, "map-grid");
  press (test, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_PROBABILITY), ==, 2);
}

static gboolean
count_evidence (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, *(gint64 *) data, FALSE, error);
  guint n = 0;

  for (guint i = 0; links != NULL && i < links->len; i++)
    n += g_str_equal (((LuotainLink *) links->pdata[i])->role->name, "evidence") ? 1 : 0;
  *result = GUINT_TO_POINTER (n);
  return links != NULL;
}

static guint
evidence_of (MapTest *self, gint64 id)
{
  return GPOINTER_TO_UINT (luotain_ui_test_ask (self->ui, count_evidence, &id));
}

static void
test_gather (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 ids[] = { finding (test, 70)->id, finding (test, 71)->id };
  const gint64 under = finding (test, 0)->id;
  GtkWidget *picker = luotain_ui_test_find (test->page, g_type_from_name ("LuotainRecordPicker"));
  const guint before = evidence_of (test, under);

  select_findings (test, ids, 2);
  g_signal_emit_by_name (picker, "picked", under);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (evidence_of (test, under), ==, before + 2);
  undo (test);
  g_assert_cmpuint (evidence_of (test, under), ==, before);
}

static GtkEventController *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkEventController *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        found = controller;
    }
  return found;
}

static gboolean
time_is_up (gpointer end)
{
  return g_get_monotonic_time () > *(gint64 *) end;
}

/* Dragged onto another and held there, a finding is gathered under it; it does not move. */
static void
test_gather_by_drag (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = rated (test, LUOTAIN_MAP_BREAKTHROUGH, 2028, 0);
  const gint64 under = rated (test, LUOTAIN_MAP_BREAKTHROUGH, 2031, 0);
  const guint before = evidence_of (test, under);
  GtkEventController *drag = find_drag (GTK_WIDGET (test->view));
  double x, y, to_x, to_y, radius;
  gint64 end;

  g_assert_true (luotain_map_view_place (test->view, id, &x, &y, &radius));
  g_assert_true (luotain_map_view_place (test->view, under, &to_x, &to_y, &radius));
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", to_x - x, to_y - y);
  end = g_get_monotonic_time () + 1500 * 1000;
  luotain_ui_test_wait (time_is_up, &end);
  g_signal_emit_by_name (drag, "drag-end", to_x - x, to_y - y);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (evidence_of (test, under), ==, before + 1);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_BREAKTHROUGH), ==, 2028);
  undo (test);
  g_assert_cmpuint (evidence_of (test, under), ==, before);
}

static void
test_make_variables (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 ids[] = { finding (test, 1)->id, finding (test, 2)->id };
  const guint before = luotain_ui_test_count (test->ui, &luotain_key_variable_type);

  select_findings (test, ids, 2);
  gtk_widget_activate_action (test->page, "page.make-variables", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_key_variable_type), ==, before + 2);
  undo (test);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_key_variable_type), ==, before);
}

static void
test_search (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *search = luotain_ui_test_find (test->page, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *view = luotain_ui_test_find (GTK_WIDGET (test->list), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (view));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 72);
  gtk_editable_set_text (GTK_EDITABLE (search), "AKKU");
  g_signal_emit_by_name (search, "search-changed");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), <, 20);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, 0);
  luotain_ui_test_picture (test->ui, "map-search");
}

static void
find_choices (GtkWidget *widget, GPtrArray *found)
{
  if (LUOTAIN_IS_CHOICE_BUTTON (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_choices (child, found);
}

/* A kind that is chosen takes all others from the map and the list; undone by Clear. */
static void
test_filter (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *view = luotain_ui_test_find (GTK_WIDGET (test->list), GTK_TYPE_LIST_VIEW);
  GListModel *listed = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
  LuotainMapData *data = luotain_map_view_get_data (test->view);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  guint n = 0, n_matched = 0;

  for (guint i = 0; i < data->n_findings; i++)
    n += g_strcmp0 (data->findings[i].kind, "trend") == 0 ? 1 : 0;
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 72);
  find_choices (test->page, choices);
  for (guint i = 0; i < choices->len; i++)
    {
      luotain_choice_button_set_chosen (choices->pdata[i], "trend", "Trend");
      g_signal_emit_by_name (choices->pdata[i], "chosen", "trend");
      luotain_ui_test_settle (test->ui);
      n_matched += g_list_model_get_n_items (listed) == n ? 1 : 0;
      luotain_choice_button_set_chosen (choices->pdata[i], NULL, NULL);
      g_signal_emit_by_name (choices->pdata[i], "chosen", NULL);
      luotain_ui_test_settle (test->ui);
    }
  g_assert_cmpuint (n_matched, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (listed), ==, 72);
}

static void
test_zoom (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 ids[] = { finding (test, 0)->id, finding (test, 1)->id };
  double x[4], y[4], radius;

  luotain_map_view_place (test->view, ids[0], &x[0], &y[0], &radius);
  luotain_map_view_place (test->view, ids[1], &x[1], &y[1], &radius);
  for (guint i = 0; i < 3; i++)
    gtk_widget_activate_action (GTK_WIDGET (test->view), "map.zoom-in", NULL);
  luotain_ui_test_settle (test->ui);
  luotain_map_view_place (test->view, ids[0], &x[2], &y[2], &radius);
  luotain_map_view_place (test->view, ids[1], &x[3], &y[3], &radius);
  g_assert_cmpfloat (hypot (x[3] - x[2], y[3] - y[2]), >, 1.5 * hypot (x[1] - x[0], y[1] - y[0]));
  luotain_ui_test_picture (test->ui, "map-zoom");
  gtk_widget_activate_action (GTK_WIDGET (test->view), "map.zoom-all", NULL);
  luotain_map_view_place (test->view, ids[0], &x[2], &y[2], &radius);
  g_assert_cmpfloat_with_epsilon (x[2], x[0], 0.5);
}

/* What was changed elsewhere stands on the map when it is shown again. */
static void
test_elsewhere (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 id = finding (test, 0)->id;

  luotain_ui_test_show (test->ui, "scenarios");
  luotain_context_set_field (test->ui->context, "Edit Title", id, "title", "Uusi nimi", NULL, NULL);
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_show (test->ui, "map");
  g_assert_cmpstr (finding (test, 0)->title, ==, "Uusi nimi");
}

static void
test_menus (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *critical = luotain_ui_test_find (test->page, LUOTAIN_TYPE_MAP_CRITICAL);
  g_autoptr (GArray) candidates = NULL;

  gtk_widget_activate_action (test->page, "page.evidence", NULL);
  gtk_widget_activate_action (test->page, "page.legend", NULL);
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_picture (test->ui, "map-legend");
  candidates = luotain_map_critical_dup_candidates (LUOTAIN_MAP_CRITICAL (critical));
  g_assert_cmpuint (candidates->len, >, 0);
  g_signal_emit_by_name (critical, "select");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_map_view_get_selected (test->view)->len, ==, candidates->len);
}

static gboolean
has_begun_with (const char *path, const char *begin)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) && g_str_has_prefix (content, begin);
}

/* Each format by its suffix; one that is not known gets that of the format chosen. */
static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* What is written of a finding shows beside it, for the keyboard and for the pointer, and goes with them. */
static void
test_card (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *card = luotain_ui_test_find (test->page, LUOTAIN_TYPE_MAP_CARD);
  GtkWidget *text = gtk_widget_get_last_child (gtk_widget_get_first_child (card));
  const gint64 id = finding (test, 3)->id;
  GtkEventController *motion = luotain_ui_test_find_motion (GTK_WIDGET (test->view), GTK_PHASE_BUBBLE);
  double x, y, radius;

  gtk_widget_grab_focus (GTK_WIDGET (test->view));
  gtk_window_set_focus_visible (GTK_WINDOW (test->ui->window), TRUE);
  luotain_map_view_select (test->view, &id, 1);
  luotain_ui_test_wait (is_mapped, card);
  g_assert_cmpuint (strlen (gtk_label_get_text (GTK_LABEL (text))), >, 20);
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_picture (test->ui, "map-card");
  luotain_map_view_select (test->view, NULL, 0);
  gtk_widget_grab_focus (luotain_ui_test_find (test->page, GTK_TYPE_SEARCH_ENTRY));
  luotain_ui_test_settle (test->ui);
  g_assert_false (gtk_widget_get_mapped (card));

  g_assert_true (luotain_map_view_place (test->view, id, &x, &y, &radius));
  g_signal_emit_by_name (motion, "motion", x, y);
  luotain_ui_test_wait (is_mapped, card);
  g_signal_emit_by_name (motion, "leave");
  luotain_ui_test_settle (test->ui);
  g_assert_false (gtk_widget_get_mapped (card));
}

/* The dialog says what is written; with a filter it asks, and offers what is shown. */
static void
test_save_dialog (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainMapData *data = luotain_map_view_get_data (test->view);
  LuotainMapExport map = { 0 };
  g_autofree char *expected = g_strdup_printf ("Save Map: %s, 72 Findings", data->title);
  g_autofree char *title = luotain_map_save_dup_title (&map, data);
  g_autofree char *shown = NULL;
  g_autofree char *count = NULL;
  guint n = 0;

  g_assert_cmpstr (title, ==, expected);
  g_assert_null (luotain_map_save_dup_shown (&map, data));
  map.kind = "trend";
  for (guint i = 0; i < data->n_findings; i++)
    n += g_strcmp0 (data->findings[i].kind, "trend") == 0 ? 1 : 0;
  count = g_strdup_printf ("Only What Is Shown: %u of 72", n);
  shown = luotain_map_save_dup_shown (&map, data);
  g_assert_cmpstr (shown, ==, count);
}

static void
test_save (void)
{
  static const struct
  {
    const char *name, *written, *begin;
  } files[] = {
    { "kartta.svg", "kartta.svg", "<?xml" },
    { "kartta.PDF", "kartta.PDF", "%PDF-" },
    { "kartta.html", "kartta.html", "<!DOCTYPE html>" },
    { "kartta", "kartta.svg", "<?xml" },
  };
  const LuotainMapExport map = { .format = LUOTAIN_MAP_SVG, .mode = LUOTAIN_MAP_GRID };
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autofree char *folder = g_dir_make_tmp ("luotain-map-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autofree char *written = g_build_filename (folder, files[i].written, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      luotain_map_save_to (test->ui->context, file, &map);
      for (guint tries = 0; tries < 500 && !g_file_test (written, G_FILE_TEST_EXISTS); tries++)
        {
          luotain_ui_test_settle (test->ui);
          g_usleep (10000);
        }
      g_assert_true (has_begun_with (written, files[i].begin));
      g_assert_cmpint (g_remove (written), ==, 0);
    }
  luotain_ui_test_settle (test->ui);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/map-page/shows", test_shows);
  g_test_add_func ("/map-page/empty", test_empty);
  g_test_add_func ("/map-page/selection", test_selection);
  g_test_add_func ("/map-page/arrows", test_arrows);
  g_test_add_func ("/map-page/step", test_step);
  g_test_add_func ("/map-page/several", test_several);
  g_test_add_func ("/map-page/drop", test_drop);
  g_test_add_func ("/map-page/dimension", test_dimension);
  g_test_add_func ("/map-page/grid", test_grid);
  g_test_add_func ("/map-page/gather", test_gather);
  g_test_add_func ("/map-page/gather-by-drag", test_gather_by_drag);
  g_test_add_func ("/map-page/make-variables", test_make_variables);
  g_test_add_func ("/map-page/search", test_search);
  g_test_add_func ("/map-page/filter", test_filter);
  g_test_add_func ("/map-page/zoom", test_zoom);
  g_test_add_func ("/map-page/elsewhere", test_elsewhere);
  g_test_add_func ("/map-page/menus", test_menus);
  g_test_add_func ("/map-page/card", test_card);
  g_test_add_func ("/map-page/save-dialog", test_save_dialog);
  g_test_add_func ("/map-page/save", test_save);
  return g_test_run ();
}
