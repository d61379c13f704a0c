#include "luotain-competence.h"
#include "luotain-entry-editor.h"
#include "luotain-link.h"
#include "luotain-profile-cell.h"
#include "luotain-profile-chip.h"
#include "luotain-profile-entry.h"
#include "luotain-profile-grid.h"
#include "luotain-profile-table.h"
#include "luotain-robustness-view.h"
#include "luotain-role-level.h"
#include "luotain-scenario-edit.h"
#include "luotain-scenario.h"
#include "luotain-text-area.h"
#include "luotain-ui-test.h"

/* The page on a workbook, and what stands on it. */
typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *page;
  LuotainProfileGrid *grid;
  LuotainProfileTable *table;
} PageTest;

static PageTest *
page_test_new (LuotainUiTestContent content)
{
  PageTest *self = g_new0 (PageTest, 1);

  self->ui = luotain_ui_test_new (content);
  self->page = luotain_ui_test_show (self->ui, "profiles");
  self->grid = LUOTAIN_PROFILE_GRID (luotain_ui_test_find (self->page, LUOTAIN_TYPE_PROFILE_GRID));
  self->table = LUOTAIN_PROFILE_TABLE (luotain_ui_test_find (self->page, LUOTAIN_TYPE_PROFILE_TABLE));
  return self;
}

static void
page_test_free (PageTest *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageTest, page_test_free)

static LuotainProfileCell *
cell_at (PageTest *self, guint row, guint column)
{
  return LUOTAIN_PROFILE_CELL (luotain_profile_table_get_cell (self->table, row, column));
}

static guint
count_chips (PageTest *self, guint row, guint column)
{
  guint n_chips = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (cell_at (self, row, column)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    n_chips += LUOTAIN_IS_PROFILE_CHIP (child) ? 1 : 0;
  return n_chips;
}

static guint
count_all_chips (PageTest *self)
{
  guint n_chips = 0;

  for (guint r = 0; r < luotain_profile_table_get_n_rows (self->table); r++)
    {
      for (guint c = 0; c < luotain_profile_table_get_n_columns (self->table); c++)
        n_chips += count_chips (self, r, c);
    }
  return n_chips;
}

static LuotainProfileChip *
first_chip (PageTest *self, guint row, guint column)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (cell_at (self, row, column)));

  g_assert_true (LUOTAIN_IS_PROFILE_CHIP (chip));
  return LUOTAIN_PROFILE_CHIP (chip);
}

static void
type_in (PageTest *self, guint row, guint column, const char *text)
{
  GtkWidget *entry = luotain_profile_cell_get_entry (cell_at (self, row, column));
  GtkWidget *inner = luotain_ui_test_find (entry, GTK_TYPE_TEXT);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (inner), text);
  luotain_ui_test_settle (self->ui);
}

static void
press_enter (PageTest *self, guint row, guint column)
{
  GtkWidget *entry = luotain_profile_cell_get_entry (cell_at (self, row, column));
  GtkWidget *inner = luotain_ui_test_find (entry, GTK_TYPE_TEXT);

  g_signal_emit_by_name (inner, "activate");
  luotain_ui_test_settle (self->ui);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (inner)), ==, "");
}

static gint64
insert (PageTest *self, const LuotainRecordType *type, const char *title)
{
  g_autoptr (LuotainPartAdd) add = luotain_part_add_new (type, 0, title);
  g_autofree gint64 *id = luotain_ui_test_do (self->ui, luotain_part_add_run, add);

  return *id;
}

static void
test_shows (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autofree char *label = NULL;

  g_assert_cmpuint (luotain_profile_table_get_n_columns (test->table), ==, 4);
  g_assert_cmpuint (luotain_profile_table_get_n_rows (test->table), ==, 3);
  g_assert_cmpuint (count_all_chips (test), >, 10);
  /* What is drawn is said too. */
  label = luotain_ui_test_dup_label (GTK_WIDGET (first_chip (test, 0, 0)));
  g_assert_nonnull (strstr (label, "needed in all 4 scenarios"));
  g_assert_nonnull (strstr (label, "essential"));
}

static void
test_add_by_typing (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = count_chips (test, 0, 2);
  const guint n_competences = luotain_ui_test_count (test->ui, &luotain_competence_type);
  GtkWidget *chosen = GTK_WIDGET (first_chip (test, 0, 0));

  gtk_widget_grab_focus (chosen);
  g_assert_true (gtk_widget_has_css_class (chosen, "chosen"));
  type_in (test, 0, 2, "Jäätilanteen lukeminen");
  press_enter (test, 0, 2);
  g_assert_false (gtk_widget_has_css_class (chosen, "chosen"));
  g_assert_cmpuint (count_chips (test, 0, 2), ==, before + 1);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_competence_type), ==, n_competences + 1);

  /* A name of the catalogue, letter case aside, is that competence. */
  type_in (test, 0, 2, "DIGITAL competence");
  press_enter (test, 0, 2);
  g_assert_cmpuint (count_chips (test, 0, 2), ==, before + 2);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_competence_type), ==, n_competences + 1);

  /* Once is enough. */
  type_in (test, 0, 2, "digital competence");
  press_enter (test, 0, 2);
  g_assert_cmpuint (count_chips (test, 0, 2), ==, before + 2);

  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (count_chips (test, 0, 2), ==, before + 1);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (count_chips (test, 0, 2), ==, before);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_competence_type), ==, n_competences);
}

static void
test_add_by_completion (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint n_competences = luotain_ui_test_count (test->ui, &luotain_competence_type);
  const guint before = count_chips (test, 1, 0);
  GtkWidget *entry = luotain_profile_cell_get_entry (cell_at (test, 1, 0));
  GtkWidget *inner = luotain_ui_test_find (entry, GTK_TYPE_TEXT);
  GtkWidget *popover = luotain_ui_test_find (entry, GTK_TYPE_POPOVER);

  type_in (test, 1, 0, "hydrod");
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_true (luotain_ui_test_press (inner, GDK_KEY_Down, 0));
  press_enter (test, 1, 0);
  /* What is closed takes no click away from what stands there now. */
  g_assert_false (gtk_widget_get_realized (popover));
  g_assert_cmpuint (count_chips (test, 1, 0), ==, before + 1);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_competence_type), ==, n_competences);
}

static void
test_walk_and_move (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainProfileChip *chip = first_chip (test, 1, 0);
  const gint64 entry = luotain_profile_chip_get_entry (chip);
  const guint left = count_chips (test, 1, 0);
  const guint right = count_chips (test, 1, 1);
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (chip));
  g_assert_cmpint (luotain_context_get_selection (test->ui->context), ==, entry);
  g_assert_true (luotain_ui_test_press (GTK_WIDGET (test->grid), GDK_KEY_Right, 0));
  focus = gtk_root_get_focus (gtk_widget_get_root (test->page));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (cell_at (test, 1, 1))));
  g_assert_true (luotain_ui_test_press (GTK_WIDGET (test->grid), GDK_KEY_Left, 0));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (chip)));

  g_assert_true (
      luotain_ui_test_press (GTK_WIDGET (test->grid), GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_chips (test, 1, 0), ==, left - 1);
  g_assert_cmpuint (count_chips (test, 1, 1), ==, right + 1);
  /* The focus goes along. */
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (luotain_profile_cell_find (cell_at (test, 1, 1), entry))));

  luotain_ui_test_undo (test->ui);
  g_assert_nonnull (luotain_profile_cell_find (cell_at (test, 1, 0), entry));
}

static void
test_copy_chip (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = count_all_chips (test);
  LuotainProfileChip *chip = first_chip (test, 2, 0);

  gtk_widget_grab_focus (GTK_WIDGET (chip));
  gtk_widget_activate_action (GTK_WIDGET (test->grid), "entry.copy-to", "x",
                              luotain_profile_cell_get_level (cell_at (test, 2, 2)));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_all_chips (test), ==, before + 1);
  g_assert_cmpuint (count_chips (test, 2, 2), ==, 1);

  /* Dropped where it stands already, nothing is doubled. */
  g_signal_emit_by_name (cell_at (test, 2, 2), "dropped", luotain_profile_chip_get_entry (chip), (gint64) 0,
                         TRUE);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_all_chips (test), ==, before + 1);
}

static void
test_remove (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = count_chips (test, 1, 2);

  gtk_widget_grab_focus (GTK_WIDGET (first_chip (test, 1, 2)));
  g_assert_true (luotain_ui_test_press (GTK_WIDGET (test->grid), GDK_KEY_Delete, 0));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_chips (test, 1, 2), ==, before - 1);
  /* The focus is not lost. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (test->page)),
                                         GTK_WIDGET (test->grid)));
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (count_chips (test, 1, 2), ==, before);
}

static void
test_editor (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *editor = luotain_ui_test_find (test->page, LUOTAIN_TYPE_ENTRY_EDITOR);
  LuotainProfileChip *chip = first_chip (test, 1, 0);
  const gint64 entry = luotain_profile_chip_get_entry (chip);
  GtkWidget *flap = luotain_ui_test_find (test->page, ADW_TYPE_FLAP);

  g_signal_emit_by_name (chip, "clicked");
  luotain_ui_test_settle (test->ui);
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (flap)));
  g_assert_cmpint (luotain_entry_editor_get_entry (LUOTAIN_ENTRY_EDITOR (editor)), ==, entry);
  luotain_ui_test_picture (test->ui, "profile-editor");

  luotain_context_set_field (test->ui->context, "Change Importance", entry, "importance", "useful", NULL,
                             NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (chip), "useful"));

  g_signal_emit_by_name (editor, "closed");
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (flap)));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (chip)));
}

/* Whatever changes elsewhere, what is being written stays, and so does the focus. */
static void
test_typing (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *editor = luotain_ui_test_find (test->page, LUOTAIN_TYPE_ENTRY_EDITOR);
  LuotainProfileChip *chip = first_chip (test, 1, 0);
  GtkWidget *reason;
  GtkTextView *view;

  g_signal_emit_by_name (chip, "clicked");
  luotain_ui_test_settle (test->ui);
  reason = luotain_ui_test_find (editor, LUOTAIN_TYPE_TEXT_AREA);
  view = luotain_text_area_get_view (LUOTAIN_TEXT_AREA (reason));
  gtk_widget_grab_focus (reason);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "Half a sen", -1);

  luotain_context_set_field (test->ui->context, "Change Importance", luotain_profile_chip_get_entry (chip),
                             "importance", "useful", NULL, NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (chip), "useful"));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (view)));
  g_assert_true (luotain_text_field_is_dirty (LUOTAIN_TEXT_FIELD (reason)));

  /* Another competence in the same cell comes between two letters. */
  type_in (test, 0, 2, "Jäätilanteen lukeminen");
  g_assert_false (luotain_text_field_is_dirty (LUOTAIN_TEXT_FIELD (reason)));
  gtk_widget_grab_focus (reason);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "tence", -1);
  press_enter (test, 0, 2);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (view)));
  g_assert_true (luotain_text_field_is_dirty (LUOTAIN_TEXT_FIELD (reason)));
  g_assert_cmpint (luotain_entry_editor_get_entry (LUOTAIN_ENTRY_EDITOR (editor)), ==,
                   luotain_profile_chip_get_entry (chip));
}

static gboolean
competence_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_link_get_only (db, *(gint64 *) data, "competence", (gint64 *) data, error);
}

static void
test_unfinished (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  gint64 id = luotain_profile_chip_get_entry (first_chip (test, 1, 0));
  const gint64 entry = id;
  g_autofree char *label = NULL;
  GtkWidget *chip;

  luotain_ui_test_ask (test->ui, competence_job, &id);
  luotain_context_delete (test->ui->context, "Delete Competence", id, NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_profile_table_get_n_rows (test->table), ==, 4);
  chip = GTK_WIDGET (luotain_profile_cell_find (cell_at (test, 3, 0), entry));
  g_assert_nonnull (chip);
  label = luotain_ui_test_dup_label (chip);
  g_assert_nonnull (strstr (label, "Unfinished"));

  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_profile_table_get_n_rows (test->table), ==, 3);
}

static void
test_fifth_level (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);

  insert (test, &luotain_role_level_type, "Omistaja");
  g_assert_cmpuint (luotain_profile_table_get_n_columns (test->table), ==, 5);
  type_in (test, 0, 4, "Foresight competence");
  press_enter (test, 0, 4);
  g_assert_cmpuint (count_chips (test, 0, 4), ==, 1);
}

static void
test_copy_profile (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *choices = luotain_ui_test_find (test->page, GTK_TYPE_DROP_DOWN);
  const gint64 profile = luotain_ui_test_first (test->ui, "profile");

  insert (test, &luotain_scenario_type, "Viides skenaario");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choices), 4);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_all_chips (test), ==, 0);
  luotain_ui_test_picture (test->ui, "profile-empty");

  gtk_widget_activate_action (test->page, "profile.copy-from", "x", profile);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_all_chips (test), >=, 20);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (count_all_chips (test), ==, 0);
}

/* Chips said to stand in this profile alone, and what stands only in the one laid over it. */
static void
count_differences (PageTest *self, guint *n_here, guint *n_there)
{
  *n_here = *n_there = 0;

  for (guint r = 0; r < luotain_profile_table_get_n_rows (self->table); r++)
    {
      for (guint c = 0; c < luotain_profile_table_get_n_columns (self->table); c++)
        {
          for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (cell_at (self, r, c)));
               child != NULL; child = gtk_widget_get_next_sibling (child))
            {
              g_autofree char *label = luotain_ui_test_dup_label (child);

              *n_there += GTK_IS_LABEL (child);
              *n_here += LUOTAIN_IS_PROFILE_CHIP (child) && strstr (label, "only in this profile") != NULL;
            }
        }
    }
}

static void
test_compare (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkDropDown *choices = GTK_DROP_DOWN (luotain_ui_test_find (test->page, GTK_TYPE_DROP_DOWN));
  const gint64 first = luotain_ui_test_first (test->ui, "profile");
  guint n_first;
  guint n_second;
  guint n_here;
  guint n_there;

  /* The profile that was made first is that of the third scenario. */
  gtk_drop_down_set_selected (choices, 2);
  luotain_ui_test_settle (test->ui);
  n_first = count_all_chips (test);
  gtk_drop_down_set_selected (choices, 0);
  luotain_ui_test_settle (test->ui);
  n_second = count_all_chips (test);
  count_differences (test, &n_here, &n_there);
  g_assert_cmpuint (n_here + n_there, ==, 0);

  gtk_widget_activate_action (test->page, "profile.compare-with", "x", first);
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_picture (test->ui, "profile-compared");
  count_differences (test, &n_here, &n_there);
  g_assert_cmpuint (n_here, >, 0);
  g_assert_cmpuint (n_there, >, 0);
  g_assert_cmpuint (count_all_chips (test), ==, n_second);
  /* What both have is as much on the one side as on the other. */
  g_assert_cmpuint (n_second - n_here, ==, n_first - n_there);

  gtk_widget_activate_action (test->page, "profile.compare-with", "x", (gint64) 0);
  luotain_ui_test_settle (test->ui);
  count_differences (test, &n_here, &n_there);
  g_assert_cmpuint (n_here + n_there, ==, 0);
}

static guint
count_of_type (GtkWidget *root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_of_type (child, type);
  return n;
}

static void
test_robustness (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *view = luotain_ui_test_find (test->page, LUOTAIN_TYPE_ROBUSTNESS_VIEW);
  GtkStack *stack = GTK_STACK (luotain_ui_test_find (test->page, GTK_TYPE_STACK));
  GtkWidget *level = luotain_ui_test_find (view, GTK_TYPE_DROP_DOWN);
  const guint n_entries = luotain_ui_test_count (test->ui, &luotain_profile_entry_type);
  guint n_all;

  gtk_widget_activate_action (test->page, "profile.robustness", NULL);
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_picture (test->ui, "robustness");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "robustness");
  /* Robust, shared and bets; a chip for each entry of the four profiles. */
  g_assert_cmpuint (count_of_type (view, LUOTAIN_TYPE_PROFILE_TABLE), ==, 3);
  n_all = count_of_type (view, GTK_TYPE_BUTTON);
  g_assert_cmpuint (n_all, >=, n_entries);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (level), 1);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (count_of_type (view, GTK_TYPE_BUTTON), <, n_all);

  g_signal_emit_by_name (view, "closed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "profile");
}

/* A window is asked again: it becomes no narrower than what has not folded away yet. */
static void
resize (PageTest *self, int width)
{
  for (int i = 2; i >= 0; i--)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->ui->window), width + i, 700);
      luotain_ui_test_settle (self->ui);
    }
}

static void
test_widths (void)
{
  static const int widths[] = { 1600, 1024, 640, 360 };
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_MARITIME);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("profiles-%d", widths[i]);

      resize (test, widths[i]);
      luotain_ui_test_picture (test->ui, name);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (test->table)), <=, widths[i]);
    }
  g_assert_true (luotain_profile_table_is_narrow (test->table));
  luotain_profile_table_show_column (test->table, 3);
  luotain_ui_test_settle (test->ui);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (cell_at (test, 0, 3))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (cell_at (test, 0, 0))));
}

static void
test_empty (void)
{
  g_autoptr (PageTest) test = page_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *stack = luotain_ui_test_find (test->page, GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  insert (test, &luotain_scenario_type, "Ensimmäinen");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "profile");
  type_in (test, 0, 0, "Ennakointiosaaminen");
  press_enter (test, 0, 0);
  g_assert_cmpuint (count_chips (test, 0, 0), ==, 1);
}

int
main (int argc, char **argv)
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/profiles-page/shows", test_shows);
  g_test_add_func ("/profiles-page/add-by-typing", test_add_by_typing);
  g_test_add_func ("/profiles-page/add-by-completion", test_add_by_completion);
  g_test_add_func ("/profiles-page/walk-and-move", test_walk_and_move);
  g_test_add_func ("/profiles-page/copy-chip", test_copy_chip);
  g_test_add_func ("/profiles-page/remove", test_remove);
  g_test_add_func ("/profiles-page/editor", test_editor);
  g_test_add_func ("/profiles-page/typing", test_typing);
  g_test_add_func ("/profiles-page/unfinished", test_unfinished);
  g_test_add_func ("/profiles-page/fifth-level", test_fifth_level);
  g_test_add_func ("/profiles-page/copy-profile", test_copy_profile);
  g_test_add_func ("/profiles-page/compare", test_compare);
  g_test_add_func ("/profiles-page/robustness", test_robustness);
  g_test_add_func ("/profiles-page/widths", test_widths);
  g_test_add_func ("/profiles-page/empty", test_empty);

  return g_test_run ();
}
