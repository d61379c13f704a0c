#include "luotain-exclusion-strip.h"
#include "luotain-exclusion.h"
#include "luotain-findings-picker.h"
#include "luotain-future-cell.h"
#include "luotain-futures-grid.h"
#include "luotain-key-variable.h"
#include "luotain-remains-strip.h"
#include "luotain-scenario-chips.h"
#include "luotain-state.h"
#include "luotain-text-area.h"
#include "luotain-ui-test.h"

#include <string.h>

/* The page on a workbook, and what stands on it. */
typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *page;
  LuotainFuturesGrid *grid;
} PageTest;

static PageTest *
page_test_new (LuotainUiTestContent content)
{
  PageTest *self = g_new0 (PageTest, 1);

  self->ui = luotain_ui_test_new (content);
  self->page = luotain_ui_test_show (self->ui, "table");
  self->grid = LUOTAIN_FUTURES_GRID (luotain_ui_test_find (self->page, LUOTAIN_TYPE_FUTURES_GRID));
  return self;
}

static void
page_test_free (PageTest *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageTest, page_test_free)

static LuotainFutureCell *
cell (PageTest *self, int row, int column)
{
  GtkWidget *found = luotain_futures_grid_get_cell (self->grid, row, column);

  g_assert_nonnull (found);
  return LUOTAIN_FUTURE_CELL (found);
}

static const char *
text (PageTest *self, int row, int column)
{
  return luotain_future_cell_get_text (cell (self, row, column));
}

static char *
name (PageTest *self, int row, int column)
{
  return luotain_ui_test_dup_label (GTK_WIDGET (cell (self, row, column)));
}

static gboolean
has_class (PageTest *self, int row, int column, const char *css_class)
{
  return gtk_widget_has_css_class (GTK_WIDGET (cell (self, row, column)), css_class);
}

/* A key on the cell that has the focus. */
static void
press (PageTest *self, guint keyval, GdkModifierType state)
{
  g_assert_true (luotain_ui_test_press (GTK_WIDGET (self->grid), keyval, state));
  luotain_ui_test_settle (self->ui);
}

/* Writes where somebody has begun to write, and goes on with a key. */
static void
type_in (PageTest *self, const char *written, guint keyval)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->page));

  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  /* What is written can be seen while it is. */
  luotain_ui_test_settle (self->ui);
  g_assert_cmpint (gtk_widget_get_height (focus), >, 8);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), written, -1);
  g_assert_true (luotain_ui_test_press (focus, keyval, 0));
  luotain_ui_test_settle (self->ui);
}

static void
focus_cell (PageTest *self, int row, int column)
{
  gtk_widget_grab_focus (GTK_WIDGET (cell (self, row, column)));
  luotain_ui_test_settle (self->ui);
}

static void
assert_focus (PageTest *self, int row, int column)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->page));

  g_assert_true (focus == GTK_WIDGET (cell (self, row, column)));
}

static void
toggle (PageTest *self, const char *label)
{
  GtkWidget *modes = NULL;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, self->page);
  while (modes == NULL && open->len > 0)
    {
      GtkWidget *widget = g_ptr_array_steal_index (open, open->len - 1);
      g_autofree char *present = luotain_ui_test_dup_label (widget);

      if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (present, label) == 0)
        modes = widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (open, child);
    }
  g_assert_nonnull (modes);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (modes),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (modes)));
  luotain_ui_test_settle (self->ui);
}

static void
test_shows (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autofree char *said = name (test, 0, 1);

  g_assert_cmpstr (text (test, 0, -1), ==, "Logistiikan hinta");
  g_assert_cmpstr (text (test, 6, 3), ==, "Matkailu siirtyy suuriin ulkomaisiin käsiin");
  g_assert_cmpstr (said, ==, "Logistiikan hinta, dystopia: Hinta tukahduttaa rahdin; Kituva Varsinais-Suomi");
  g_assert_null (luotain_futures_grid_get_cell (test->grid, 7, 0));
  g_assert_null (luotain_futures_grid_get_cell (test->grid, 0, 4));
  luotain_ui_test_picture (test->ui, "table");
}

static void
test_write (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *stack = luotain_ui_test_find (test->page, GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  luotain_ui_test_picture (test->ui, "table-empty");
  g_signal_emit_by_name (luotain_ui_test_find (test->page, g_type_from_name ("LuotainEmptyState")), "begin");
  luotain_ui_test_settle (test->ui);

  /* Tab goes on to the states of the row that is just being made, Enter down to the next row. */
  type_in (test, "Hinta", GDK_KEY_Tab);
  g_assert_cmpstr (text (test, 0, -1), ==, "Hinta");
  assert_focus (test, 0, 0);
  press (test, GDK_KEY_F2, 0);
  type_in (test, "laskee", GDK_KEY_Tab);
  assert_focus (test, 0, 1);
  press (test, GDK_KEY_F2, 0);
  type_in (test, "nousee", GDK_KEY_Return);
  g_assert_cmpstr (text (test, 0, 1), ==, "nousee");
  assert_focus (test, 1, -1);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_state_type), ==, 2);

  /* Escape leaves what stood there. */
  focus_cell (test, 0, 0);
  press (test, GDK_KEY_Return, 0);
  type_in (test, "jotain muuta", GDK_KEY_Escape);
  g_assert_cmpstr (text (test, 0, 0), ==, "laskee");
  assert_focus (test, 0, 0);

  press (test, GDK_KEY_Right, 0);
  assert_focus (test, 0, 1);
  press (test, GDK_KEY_Home, 0);
  assert_focus (test, 0, -1);
  luotain_ui_test_undo (test->ui);
  g_assert_null (text (test, 0, 1));
  luotain_ui_test_undo (test->ui);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_key_variable_type), ==, 0);
}

static void
test_clear (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);

  focus_cell (test, 0, 0);
  press (test, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (test, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (has_class (test, 1, 1, "in-range"));
  gtk_widget_activate_action (GTK_WIDGET (test->grid), "grid.clear", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_state_type), ==, 24);
  g_assert_null (text (test, 1, 1));
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_state_type), ==, 28);
}

static void
test_paste (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);

  focus_cell (test, 6, -1);
  luotain_futures_grid_paste_text (test->grid,
                                   "Matkailu\tkasvaa\t\"romahtaa,\r\nkokonaan\"\r\nSatamat\tuusi\r\n");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (text (test, 6, -1), ==, "Matkailu");
  g_assert_cmpstr (text (test, 6, 1), ==, "romahtaa, kokonaan");
  g_assert_cmpstr (text (test, 6, 2), ==, "Lauttaliikenne kantaa, kasvu on maltillista");
  g_assert_cmpstr (text (test, 7, -1), ==, "Satamat");
  g_assert_cmpstr (text (test, 7, 0), ==, "uusi");
  luotain_ui_test_undo (test->ui);
  g_assert_cmpstr (text (test, 6, -1), ==, "Meriturismi");
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_key_variable_type), ==, 7);
}

static void
test_order (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autofree char *first = g_strdup (text (test, 0, 0));
  g_autofree char *second = g_strdup (text (test, 0, 1));

  focus_cell (test, 0, -1);
  press (test, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpstr (text (test, 1, -1), ==, "Logistiikan hinta");
  /* The focus goes with it. */
  assert_focus (test, 1, -1);
  press (test, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpstr (text (test, 0, -1), ==, "Logistiikan hinta");

  /* By image two states change places. */
  focus_cell (test, 0, 0);
  press (test, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpstr (text (test, 0, 1), ==, first);
  g_assert_cmpstr (text (test, 0, 0), ==, second);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpstr (text (test, 0, 0), ==, first);
}

/* Lets go of a record over a cell, as a drag does. */
static void
drop_on (PageTest *self, gint64 id, int row, int column)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (cell (self, row, column)));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, id);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 5.0, 5.0, &taken);
    }
  g_assert_true (taken);
  luotain_ui_test_settle (self->ui);
}

/* A key variable goes to the row it is dropped on, a state to the place in its row. */
static void
test_drag (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autofree char *first = g_strdup (text (test, 0, 0));
  g_autofree char *second = g_strdup (text (test, 0, 1));

  drop_on (test, luotain_future_cell_get_id (cell (test, 0, -1)), 3, -1);
  g_assert_cmpstr (text (test, 3, -1), ==, "Logistiikan hinta");
  drop_on (test, luotain_future_cell_get_id (cell (test, 3, -1)), 0, -1);
  g_assert_cmpstr (text (test, 0, -1), ==, "Logistiikan hinta");
  luotain_ui_test_undo (test->ui);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpstr (text (test, 0, -1), ==, "Logistiikan hinta");

  drop_on (test, luotain_future_cell_get_id (cell (test, 0, 0)), 0, 1);
  g_assert_cmpstr (text (test, 0, 0), ==, second);
  g_assert_cmpstr (text (test, 0, 1), ==, first);
}

static void
test_layouts (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *choice = luotain_ui_test_find (test->page, GTK_TYPE_DROP_DOWN);
  g_autofree char *said = NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  luotain_ui_test_settle (test->ui);
  said = name (test, 0, 1);
  g_assert_true (g_str_has_prefix (said, "Logistiikan hinta, B: "));
  focus_cell (test, 0, 4);
  press (test, GDK_KEY_F2, 0);
  type_in (test, "viides", GDK_KEY_Tab);
  g_assert_cmpstr (text (test, 0, 4), ==, "viides");
  assert_focus (test, 0, 5);
  focus_cell (test, 0, 4);
  press (test, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpstr (text (test, 0, 3), ==, "viides");
  luotain_ui_test_picture (test->ui, "table-free");
}

static void
test_path (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 blue = luotain_ui_test_first (test->ui, "scenario");
  g_autofree char *before = name (test, 0, 1);
  g_autofree char *after = NULL;
  g_autofree char *open = NULL;

  luotain_scenario_chips_choose (
      LUOTAIN_SCENARIO_CHIPS (luotain_ui_test_find (test->page, LUOTAIN_TYPE_SCENARIO_CHIPS)), blue);
  g_assert_true (has_class (test, 0, 0, "on-path"));
  focus_cell (test, 0, 1);
  press (test, GDK_KEY_space, 0);
  after = name (test, 0, 1);
  g_assert_nonnull (strstr (after, "Blue Hub, Kituva Varsinais-Suomi"));
  g_assert_true (has_class (test, 0, 1, "on-path"));
  luotain_ui_test_picture (test->ui, "table-path");

  /* Again: the row is left open. */
  press (test, GDK_KEY_space, 0);
  open = name (test, 0, 1);
  g_assert_cmpstr (open, ==, before);
  g_assert_false (has_class (test, 0, 0, "on-path"));

  /* Undoing it stays here, though a path is a scenario's. */
  gtk_widget_activate_action (GTK_WIDGET (test->ui->window), "win.undo", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_true (gtk_widget_get_mapped (test->page));
  luotain_ui_test_undo (test->ui);
  g_assert_true (has_class (test, 0, 0, "on-path"));
}

static void
test_exclusion (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = luotain_ui_test_count (test->ui, &luotain_exclusion_type);
  g_autofree char *said = NULL;

  toggle (test, "Exclude Pairs");
  focus_cell (test, 0, 0);
  press (test, GDK_KEY_space, 0);
  g_assert_true (has_class (test, 0, 0, "base"));
  g_assert_true (has_class (test, 6, 0, "coexists"));
  focus_cell (test, 6, 0);
  press (test, GDK_KEY_space, 0);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_exclusion_type), ==, before + 1);
  g_assert_true (has_class (test, 6, 0, "struck"));
  said = name (test, 6, 0);
  g_assert_true (g_str_has_suffix (said, "Logically impossible"));
  luotain_ui_test_picture (test->ui, "table-exclude");

  /* Nothing is written in this mode. */
  press (test, GDK_KEY_F2, 0);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_exclusion_type), ==, before);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_exclusion_type), ==, before + 1);
  luotain_ui_test_undo (test->ui);
  g_assert_true (has_class (test, 6, 0, "coexists"));
  toggle (test, "Exclude Pairs");
  g_assert_false (has_class (test, 6, 0, "coexists"));
}

/* An exclusion says of what kind it is and why, in the table's own list. */
static void
test_exclusion_reason (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *strip = luotain_ui_test_find (test->page, LUOTAIN_TYPE_EXCLUSION_STRIP);
  GtkWidget *area = luotain_ui_test_find (strip, LUOTAIN_TYPE_TEXT_AREA);
  GtkWidget *view = luotain_ui_test_find (area, GTK_TYPE_TEXT_VIEW);
  GtkListBox *list = GTK_LIST_BOX (luotain_ui_test_find (strip, GTK_TYPE_LIST_BOX));
  gboolean said = FALSE;

  toggle (test, "Exclude Pairs");
  focus_cell (test, 0, 0);
  press (test, GDK_KEY_space, 0);
  focus_cell (test, 6, 0);
  press (test, GDK_KEY_space, 0);
  g_assert_true (gtk_widget_get_mapped (area));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Ei ole nähty", -1);
  luotain_text_field_save (LUOTAIN_TEXT_FIELD (area));
  luotain_ui_test_settle (test->ui);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (luotain_ui_test_find (strip, GTK_TYPE_DROP_DOWN)), 1);
  luotain_ui_test_settle (test->ui);
  for (guint i = 0; gtk_list_box_get_row_at_index (list, (int) i) != NULL; i++)
    {
      g_autofree char *row = luotain_ui_test_dup_label (
          GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) i)));

      said = said || g_str_has_suffix (row, "; Empirical · Ei ole nähty");
    }
  g_assert_true (said);
}

static void
test_remains (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *list;

  toggle (test, "Exclude Pairs");
  focus_cell (test, 0, 0);
  press (test, GDK_KEY_space, 0);
  for (int column = 1; column < 4; column++)
    {
      focus_cell (test, 6, column);
      if (!has_class (test, 6, column, "struck"))
        press (test, GDK_KEY_space, 0);
    }
  toggle (test, "What Remains");
  g_assert_true (has_class (test, 6, 1, "coexists"));
  focus_cell (test, 0, 0);
  press (test, GDK_KEY_space, 0);
  /* At once: only what is left of the row can stand with the state that is fixed. */
  g_assert_true (has_class (test, 0, 0, "base"));
  g_assert_true (has_class (test, 6, 0, "coexists"));
  g_assert_true (has_class (test, 6, 1, "struck"));
  luotain_ui_test_picture (test->ui, "table-remains");

  /* A combination of the list fixes all rows, and one click opens them. */
  list = luotain_ui_test_find (luotain_ui_test_find (test->page, LUOTAIN_TYPE_REMAINS_STRIP),
                               GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  for (int row = 0; row < 7; row++)
    {
      gboolean fixed = FALSE;

      for (int column = 0; column < 4; column++)
        fixed = fixed || has_class (test, row, column, "base");
      g_assert_true (fixed);
    }
  press (test, GDK_KEY_space, 0);
  g_assert_false (has_class (test, 0, 0, "base"));
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

  luotain_context_go_to (test->ui->context, state);
  luotain_ui_test_wait (is_marked, luotain_futures_grid_find (test->grid, state));
  g_assert_cmpint (luotain_context_get_selection (test->ui->context), ==, state);

  /* A hint leads to what it tells of. */
  gtk_widget_activate_action (test->page, "table.hint", "s", "combinations");
  luotain_ui_test_settle (test->ui);
  g_assert_true (gtk_widget_get_mapped (luotain_ui_test_find (test->page, LUOTAIN_TYPE_REMAINS_STRIP)));
}

/* Two findings ticked, one of them after another search: each becomes a key variable that rests on it. Undo takes both. */
static void
test_from_findings (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = luotain_ui_test_count (test->ui, &luotain_key_variable_type);
  GtkWidget *picker = luotain_ui_test_find (test->page, LUOTAIN_TYPE_FINDINGS_PICKER);
  GtkWidget *search = luotain_ui_test_find (picker, GTK_TYPE_SEARCH_ENTRY);
  GtkListBox *list = GTK_LIST_BOX (luotain_ui_test_find (picker, GTK_TYPE_LIST_BOX));
  g_autofree char *second = NULL;

  gtk_widget_activate_action (test->page, "table.from-findings", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_true (gtk_widget_get_mapped (picker));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 20));
  luotain_ui_test_picture (test->ui, "table-from-findings");

  second = luotain_ui_test_dup_label (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)));
  g_signal_emit_by_name (search, "activate");
  gtk_editable_set_text (GTK_EDITABLE (search), second);
  g_signal_emit_by_name (search, "search-changed");
  luotain_ui_test_settle (test->ui);
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
  g_signal_emit_by_name (search, "activate");
  g_assert_nonnull (luotain_ui_test_find_button (picker, "Make 2 Key Variables"));
  gtk_widget_activate_action (picker, "findings.make", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_false (gtk_widget_get_mapped (picker));
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_key_variable_type), ==, before + 2);
  g_assert_cmpstr (text (test, (int) before + 1, -1), ==, second);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_key_variable_type), ==, before);
}

static void
test_room (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);

  luotain_context_set_room (test->ui->context, TRUE);
  luotain_ui_test_settle (test->ui);
  g_assert_false (gtk_widget_get_mapped (luotain_ui_test_find (test->page, GTK_TYPE_DROP_DOWN)));
  g_assert_null (luotain_futures_grid_get_cell (test->grid, 7, -1));
  luotain_ui_test_picture (test->ui, "table-room");
}

int
main (int argc, char **argv)
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/table-page/shows", test_shows);
  g_test_add_func ("/table-page/write", test_write);
  g_test_add_func ("/table-page/clear", test_clear);
  g_test_add_func ("/table-page/paste", test_paste);
  g_test_add_func ("/table-page/order", test_order);
  g_test_add_func ("/table-page/drag", test_drag);
  g_test_add_func ("/table-page/layouts", test_layouts);
  g_test_add_func ("/table-page/path", test_path);
  g_test_add_func ("/table-page/exclusion", test_exclusion);
  g_test_add_func ("/table-page/exclusion-reason", test_exclusion_reason);
  g_test_add_func ("/table-page/remains", test_remains);
  g_test_add_func ("/table-page/reveal", test_reveal);
  g_test_add_func ("/table-page/from-findings", test_from_findings);
  g_test_add_func ("/table-page/room", test_room);

  return g_test_run ();
}
