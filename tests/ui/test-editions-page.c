/* The page of editions in the real window: freezing, reading, addenda, what differs. */
#include "luotain-ui-test.h"

#include "luotain-addendum.h"
#include "luotain-change-item.h"
#include "luotain-edition-line.h"
#include "luotain-edition-view.h"
#include "luotain-editions-page.h"
#include "luotain-page.h"

typedef struct
{
  LuotainUiTest *ui;
  LuotainEditionsPage *page;
} Test;

static Test *
test_new (LuotainUiTestContent content)
{
  Test *self = g_new0 (Test, 1);

  self->ui = luotain_ui_test_new (content);
  gtk_window_set_default_size (GTK_WINDOW (self->ui->window), 1360, 800);
  self->page = LUOTAIN_EDITIONS_PAGE (luotain_ui_test_show (self->ui, "editions"));
  return self;
}

static void
test_free (Test *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

static GtkListBox *
get_list (Test *self)
{
  GtkWidget *line = luotain_ui_test_find (GTK_WIDGET (self->page), LUOTAIN_TYPE_EDITION_LINE);

  return line != NULL ? GTK_LIST_BOX (gtk_widget_get_parent (line)) : NULL;
}

static guint
n_lines (Test *self)
{
  guint n = 0;

  while (get_list (self) != NULL && gtk_list_box_get_row_at_index (get_list (self), (int) n) != NULL)
    n++;
  return n;
}

static void
freeze (Test *self, const char *name)
{
  luotain_editions_page_freeze (self->page, name);
  luotain_ui_test_settle (self->ui);
}

static LuotainEditionView *
get_view (Test *self)
{
  return LUOTAIN_EDITION_VIEW (luotain_ui_test_find (GTK_WIDGET (self->page), LUOTAIN_TYPE_EDITION_VIEW));
}

static char *
dup_frozen_text (Test *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (luotain_ui_test_find (GTK_WIDGET (get_view (self)), GTK_TYPE_TEXT_VIEW));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, FALSE);
}

/* Menus have lists of their own. */
static GtkWidget *
find_of_class (GtkWidget *root, const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (root, css_class) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_of_class (child, css_class);

  return found;
}

static guint
n_changes (Test *self)
{
  GtkListView *list = GTK_LIST_VIEW (find_of_class (GTK_WIDGET (self->page), "changes"));
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));
  guint n = 0;

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LuotainChangeItem) item = g_list_model_get_item (model, i);

      n += luotain_change_item_get_change (item) != NULL;
    }

  return n;
}

static void
test_empty (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkStack *whole = GTK_STACK (luotain_ui_test_find (GTK_WIDGET (test->page), GTK_TYPE_STACK));
  g_autofree char *text = NULL;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "empty");
  luotain_ui_test_picture (test->ui, "editions-empty");
  luotain_page_begin (LUOTAIN_PAGE (test->page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "work");
  gtk_menu_button_popdown (
      GTK_MENU_BUTTON (luotain_ui_test_find (GTK_WIDGET (test->page), GTK_TYPE_MENU_BUTTON)));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "empty");
  luotain_page_begin (LUOTAIN_PAGE (test->page));
  freeze (test, "Ensimmäinen");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "work");
  g_assert_cmpuint (n_lines (test), ==, 1);
  text = dup_frozen_text (test);
  g_assert_cmpstr (text, !=, "");
  test_free (test);
}

/* No undo takes an edition away, and a name is taken for good. */
static void
test_freeze (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  luotain_context_delete (test->ui->context, "Delete Scenario", luotain_ui_test_first (test->ui, "scenario"),
                          NULL);
  luotain_ui_test_settle (test->ui);
  freeze (test, "Johtoryhmä 2026");
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (n_lines (test), ==, 1);
  freeze (test, "Johtoryhmä 2026");
  g_assert_cmpuint (n_lines (test), ==, 1);
  freeze (test, "Johtoryhmä 2027");
  g_assert_cmpuint (n_lines (test), ==, 2);
  text = dup_frozen_text (test);
  g_assert_nonnull (strstr (text, "Blue Hub"));
  label = luotain_ui_test_dup_label (GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (test), 0)));
  g_assert_nonnull (strstr (label, "Johtoryhmä 2027"));
  test_free (test);
}

/* The frozen text is not what the workbook says now. */
static gboolean
has_focus_in_sight (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  return focus != NULL && gtk_widget_get_mapped (focus)
         && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL;
}

/* By keys alone: from the empty page through the popover, and on. */
static void
test_freeze_by_keys (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *name = luotain_ui_test_find (GTK_WIDGET (test->page), GTK_TYPE_ENTRY);

  luotain_page_begin (LUOTAIN_PAGE (test->page));
  luotain_ui_test_settle (test->ui);
  gtk_editable_set_text (GTK_EDITABLE (name), "Kevät");
  g_signal_emit_by_name (luotain_ui_test_find (name, GTK_TYPE_TEXT), "activate");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (n_lines (test), ==, 1);
  luotain_ui_test_wait (has_focus_in_sight, test->ui->window);
  test_free (test);
}

static void
test_read (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 scenario = luotain_ui_test_first (test->ui, "scenario");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  freeze (test, "A");
  before = dup_frozen_text (test);
  luotain_context_set_field (test->ui->context, "Edit", scenario, "title_fi", "Punainen keskus", NULL, NULL);
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_show (test->ui, "findings");
  luotain_ui_test_show (test->ui, "editions");
  after = dup_frozen_text (test);
  g_assert_cmpstr (after, ==, before);
  luotain_ui_test_picture (test->ui, "editions-read");
  test_free (test);
}

static void
test_addenda (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  const guint before = luotain_ui_test_count (test->ui, &luotain_addendum_type);

  freeze (test, "A");
  luotain_edition_view_add (get_view (test), "Lausunto saatiin vasta maaliskuussa.\nSe ei muuttanut mitään.",
                            0);
  luotain_ui_test_settle (test->ui);
  luotain_edition_view_add (get_view (test), "Toinen lisäys.", luotain_ui_test_first (test->ui, "scenario"));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_addendum_type), ==, before + 2);
  luotain_ui_test_picture (test->ui, "editions-addenda");
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_addendum_type), ==, before + 1);
  freeze (test, "B");
  luotain_page_reveal (LUOTAIN_PAGE (test->page), luotain_ui_test_first (test->ui, "addendum"));
  luotain_ui_test_settle (test->ui);
  g_assert_true (gtk_list_box_get_selected_row (get_list (test))
                 == gtk_list_box_get_row_at_index (get_list (test), 1));
  test_free (test);
}

static void
test_compare (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  const gint64 finding = luotain_ui_test_first (test->ui, "finding");

  freeze (test, "Johtoryhmä 2026");
  luotain_editions_page_compare (test->page);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (n_changes (test), ==, 0);
  luotain_ui_test_picture (test->ui, "editions-same");
  luotain_context_set_field (test->ui->context, "Edit", finding, "title_fi", "Toinen otsikko", NULL, NULL);
  luotain_context_set_field (test->ui->context, "Edit", finding, "kind", "trend", NULL, NULL);
  luotain_context_set_field (test->ui->context, "Edit", luotain_ui_test_first (test->ui, "profile-entry"),
                             "importance", "useful", NULL, NULL);
  luotain_context_delete (test->ui->context, "Delete", luotain_ui_test_first (test->ui, "source"), NULL);
  luotain_ui_test_settle (test->ui);

  /* It follows what is done, as long as it is looked at: a kind makes an entry in the finding's history too. */
  g_assert_cmpuint (n_changes (test), >=, 4);
  luotain_ui_test_picture (test->ui, "editions-compare");
  test_free (test);
}

static void
test_markup (void)
{
  static const struct
  {
    const char *before, *after, *wanted;
  } cases[] = {
    { "a b c", "a x c", "a <s>b</s> <b>x</b>  c" },
    { "yksi <kaksi> & kolme", "yksi <kaksi> & neljä", "yksi &lt;kaksi&gt; &amp; <s>kolme</s> <b>neljä</b> " },
    { "a", "b", "<s>a</s> <b>b</b> " },
    { "a a", "a a a", "a <s>a</s> <b>a a</b> " },
    { "äö", "äå", "<s>äö</s> <b>äå</b> " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = luotain_change_item_dup_markup (cases[i].before, cases[i].after);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (markup, ==, cases[i].wanted);
      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, &error));
    }
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);
  g_test_add_func ("/editions-page/empty", test_empty);
  g_test_add_func ("/editions-page/freeze", test_freeze);
  g_test_add_func ("/editions-page/freeze-by-keys", test_freeze_by_keys);
  g_test_add_func ("/editions-page/read", test_read);
  g_test_add_func ("/editions-page/addenda", test_addenda);
  g_test_add_func ("/editions-page/compare", test_compare);
  g_test_add_func ("/editions-page/markup", test_markup);
  return g_test_run ();
}
