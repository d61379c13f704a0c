/* The map: what it shows is what the list says; moving writes ratings; all of it by keyboard too. */
#include "luotain-ui-test.h"

#include "luotain-hands-entry.h"
#include "luotain-key-variable.h"
#include "luotain-link.h"
#include "luotain-map-axes.h"
#include "luotain-map-critical.h"
#include "luotain-map-list.h"
#include "luotain-map-save.h"
#include "luotain-map-view.h"
#include "luotain-matters-list.h"
#include "luotain-rating-edit.h"
#include "luotain-rating-panel.h"
#include "luotain-rating-row.h"
#include "luotain-rating.h"
#include "luotain-record-io.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *page;
  LuotainMapView *view;
  LuotainMapList *list;
} MapTest;

static MapTest *
map_test_new (LuotainUiTestContent content)
{
  MapTest *self = g_new0 (MapTest, 1);

  self->ui = luotain_ui_test_new (content);
  gtk_window_set_default_size (GTK_WINDOW (self->ui->window), 1600, 900);
  self->page = luotain_ui_test_show (self->ui, "map");
  self->view = LUOTAIN_MAP_VIEW (luotain_ui_test_find (self->page, LUOTAIN_TYPE_MAP_VIEW));
  self->list = LUOTAIN_MAP_LIST (luotain_ui_test_find (self->page, LUOTAIN_TYPE_MAP_LIST));
  luotain_ui_test_settle (self->ui);
  return self;
}

static void
map_test_free (MapTest *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MapTest, map_test_free)

static const LuotainMapFinding *
finding (MapTest *self, guint index)
{
  return &luotain_map_view_get_data (self->view)->findings[index];
}

static double
value (MapTest *self, gint64 id, LuotainMapScale scale)
{
  LuotainMapData *data = luotain_map_view_get_data (self->view);

  return data->findings[luotain_map_data_find (data, id)].ratings[scale].value;
}

/* Findings that were rated on a scale by the group itself, so that a step from it is a whole one. */
static gint64
rated (MapTest *self, LuotainMapScale scale, double at, guint skip)
{
  LuotainMapData *data = luotain_map_view_get_data (self->view);

  for (guint i = 0; i < data->n_findings; i++)
    {
      const LuotainMapRating *rating = &data->findings[i].ratings[scale];

      if (rating->id != 0 && rating->n == 0 && (isnan (at) || rating->value == at) && skip-- == 0)
        return data->findings[i].id;
    }
  g_assert_not_reached ();
}

static void
select_findings (MapTest *self, const gint64 *ids, guint n)
{
  luotain_map_view_select (self->view, ids, n);
  g_signal_emit_by_name (self->view, "selected");
  luotain_ui_test_settle (self->ui);
}

static void
undo (MapTest *self)
{
  g_autoptr (GError) error = NULL;

  luotain_history_undo (luotain_context_get_history (self->ui->context), NULL, &error);
  g_assert_no_error (error);
  luotain_ui_test_settle (self->ui);
}

static void
press (MapTest *self, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  gboolean done = FALSE;

  for (guint i = 0; !done && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; !done && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger)
              || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != keyval
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != state)
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->view),
                                        gtk_shortcut_get_arguments (shortcut));
          done = TRUE;
        }
    }
  g_assert_true (done);
  luotain_ui_test_settle (self->ui);
}

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
  gpointer n = NULL;

  g_assert_true (
      luotain_store_read (luotain_context_get_store (self->ui->context), count_evidence, &id, &n, NULL));
  return GPOINTER_TO_UINT (n);
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

static gboolean
count_variables (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_key_variable_type, 0, error);

  *result = GUINT_TO_POINTER (ids != NULL ? ids->len : 0);
  return ids != NULL;
}

static guint
variables (MapTest *self)
{
  gpointer n = NULL;

  g_assert_true (
      luotain_store_read (luotain_context_get_store (self->ui->context), count_variables, NULL, &n, NULL));
  return GPOINTER_TO_UINT (n);
}

static void
test_make_variables (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 ids[] = { finding (test, 1)->id, finding (test, 2)->id };
  const guint before = variables (test);

  select_findings (test, ids, 2);
  gtk_widget_activate_action (test->page, "page.make-variables", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (variables (test), ==, before + 2);
  undo (test);
  g_assert_cmpuint (variables (test), ==, before);
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
  gpointer n = NULL;

  g_assert_true (
      luotain_store_read (luotain_context_get_store (self->ui->context), count_ratings, &id, &n, NULL));
  return GPOINTER_TO_UINT (n);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
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
  g_signal_emit_by_name (find_button (panel, "New Round"), "clicked");
  g_signal_emit_by_name (row, "value", (gint64) 5);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (ratings_of (test, id), ==, before + 2);
  g_assert_cmpfloat (value (test, id, LUOTAIN_MAP_IMPACT), ==, 5);
  luotain_ui_test_picture (test->ui, "map-round");
}

static void
test_axes (void)
{
  g_autoptr (MapTest) test = map_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *axes = luotain_ui_test_find (test->page, LUOTAIN_TYPE_MAP_AXES);
  GtkWidget *choices = luotain_ui_test_find (axes, GTK_TYPE_DROP_DOWN);
  GtkWidget *warning = luotain_ui_test_find (axes, GTK_TYPE_IMAGE);

  gtk_widget_set_visible (luotain_ui_test_find (test->page, LUOTAIN_TYPE_MAP_CRITICAL), TRUE);
  luotain_ui_test_settle (test->ui);
  gtk_popover_popup (GTK_POPOVER (axes));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choices))), ==, 7);
  /* The other axis is the second: the same on both is worth a warning. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choices), 1);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (warning)));
  gtk_popover_popdown (GTK_POPOVER (axes));
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
  g_test_add_func ("/map-page/make-variables", test_make_variables);
  g_test_add_func ("/map-page/search", test_search);
  g_test_add_func ("/map-page/mark", test_mark);
  g_test_add_func ("/map-page/hands", test_hands);
  g_test_add_func ("/map-page/round", test_round);
  g_test_add_func ("/map-page/axes", test_axes);
  g_test_add_func ("/map-page/zoom", test_zoom);
  g_test_add_func ("/map-page/elsewhere", test_elsewhere);
  g_test_add_func ("/map-page/menus", test_menus);
  g_test_add_func ("/map-page/save", test_save);
  return g_test_run ();
}
