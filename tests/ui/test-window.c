#include "luotain-ui-test.h"

#include "luotain-finding-query.h"
#include "luotain-import-dialog.h"
#include "luotain-judgement.h"
#include "luotain-key-variable.h"
#include "luotain-new-dialog.h"
#include "luotain-scenario-edit.h"
#include "luotain-scenario.h"
#include "luotain-sidebar.h"
#include "luotain-store.h"
#include "luotain-window-title.h"
#include "luotain-workbook-model.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkWidget *
find_named_stack (GtkWidget *root, const char *child)
{
  if (GTK_IS_STACK (root) && gtk_stack_get_child_by_name (GTK_STACK (root), child) != NULL)
    return root;

  for (GtkWidget *widget = gtk_widget_get_first_child (root); widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    {
      GtkWidget *found = find_named_stack (widget, child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
shell_page (LuotainWindow *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find_named_stack (GTK_WIDGET (window), "trouble")));
}

static const char *
shown_page (LuotainUiTest *test)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (find_named_stack (GTK_WIDGET (test->window), "loading")));
}

static gboolean
has_text (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

static void
capture (LuotainUiTest *test, const char *lines)
{
  luotain_context_do (test->context, "Add Finding", luotain_capture_run, luotain_capture_new (lines, 0, 0),
                      (GDestroyNotify) luotain_capture_free, (GDestroyNotify) g_array_unref, NULL, NULL);
  luotain_ui_test_settle (test);
}

static void
test_opens (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *sidebar = luotain_ui_test_find (GTK_WIDGET (test->window), LUOTAIN_TYPE_SIDEBAR);
  GtkWidget *title = luotain_ui_test_find (GTK_WIDGET (test->window), LUOTAIN_TYPE_WINDOW_TITLE);

  g_assert_cmpstr (shell_page (test->window), ==, "work");
  g_assert_cmpstr (shown_page (test), ==, "findings");
  g_assert_true (has_text (sidebar, "72"));
  g_assert_true (has_text (title, "Meriklusterin ennakointi 2030"));
  g_assert_true (has_text (title, "Saved"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (test->window)), ==, "Meriklusterin ennakointi 2030");
  g_assert_true (g_file_equal (luotain_window_get_file (test->window), test->file));
  luotain_ui_test_picture (test, "window");
}

static void
test_pages (void)
{
  static const char *const names[] = { "findings", "sessions", "map",      "table",  "scenarios",
                                       "profiles", "coverage", "editions", "reports" };
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);

  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    {
      if (luotain_window_show_page (test->window, names[i]) == NULL)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (test->window), "win.page", "i", i + 1);
      luotain_ui_test_settle (test);
      g_assert_cmpstr (shown_page (test), ==, names[i]);
    }
}

/* Not at the foot of its page. */
static gboolean
stands_high (GtkWidget *widget, GtkWidget *page)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, page, &bounds)
         && bounds.origin.y < 0.75F * (float) gtk_widget_get_height (page);
}

/* Whoever turns to a page by its keys goes on there by keys, and not in the panel beside it. */
static void
test_focus (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkStack *pages = GTK_STACK (find_named_stack (GTK_WIDGET (test->window), "loading"));

  for (int i = 0; i < 9; i++)
    {
      GtkWidget *focus;

      if (i > 0)
        gtk_widget_activate_action (GTK_WIDGET (test->window), "win.page", "i", i + 1);
      luotain_ui_test_settle (test);
      focus = gtk_window_get_focus (GTK_WINDOW (test->window));
      g_test_message ("%s: %s", gtk_stack_get_visible_child_name (pages),
                      focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
      g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, gtk_stack_get_visible_child (pages)));
      g_assert_true (stands_high (focus, gtk_stack_get_visible_child (pages)));
    }
}

static gboolean
is_in_page (gpointer data)
{
  LuotainUiTest *test = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (test->window));
  GtkStack *pages = GTK_STACK (find_named_stack (GTK_WIDGET (test->window), "loading"));

  return focus != NULL && gtk_widget_is_ancestor (focus, gtk_stack_get_visible_child (pages));
}

static gboolean
is_in_sight (gpointer data)
{
  LuotainUiTest *test = data;

  return is_in_page (test) && gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (test->window)));
}

/* What has the focus may be switched off while it works, or go with what it did: something near it takes over. */
static void
test_focus_stays (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *page = luotain_ui_test_show (test, "sessions");
  GtkWidget *button = luotain_ui_test_find_action (page, "sessions.add");

  gtk_widget_grab_focus (button);
  gtk_widget_set_sensitive (button, FALSE);
  luotain_ui_test_wait (is_in_page, test);
  gtk_widget_set_sensitive (button, TRUE);

  gtk_widget_grab_focus (button);
  gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
  luotain_ui_test_wait (is_in_page, test);
}

/* A page may have turned to something else while another was shown: its hidden button does not answer the space bar. */
static void
test_focus_of_before (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  g_autoptr (LuotainPartAdd) add = luotain_part_add_new (&luotain_scenario_type, 0, "Valoisa");

  luotain_ui_test_show (test, "profiles");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.page", "i", 1);
  luotain_ui_test_settle (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.page", "i", 6);
  luotain_ui_test_settle (test);
  g_assert_true (is_in_page (test));
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.page", "i", 1);
  g_free (luotain_ui_test_do (test, luotain_part_add_run, add));
  luotain_ui_test_settle (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.page", "i", 6);
  luotain_ui_test_settle (test);
  luotain_ui_test_wait (is_in_sight, test);
}

static void
test_counts (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *sidebar = luotain_ui_test_find (GTK_WIDGET (test->window), LUOTAIN_TYPE_SIDEBAR);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 1234; i++)
    g_string_append_printf (lines, "%u\n", i);
  capture (test, lines->str);
  g_assert_true (has_text (sidebar, "1,234"));
  g_assert_true (has_text (GTK_WIDGET (test->window), "1,234 of 1,234"));
}

static void
test_undo (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *sidebar = luotain_ui_test_find (GTK_WIDGET (test->window), LUOTAIN_TYPE_SIDEBAR);
  LuotainHistory *history = luotain_context_get_history (test->context);

  capture (test, "one\ntwo\nthree\nfour\nfive\nsix\nseven");
  g_assert_true (has_text (sidebar, "7"));
  g_assert_true (luotain_history_can_undo (history));

  gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  luotain_ui_test_settle (test);
  luotain_ui_test_settle (test);
  g_assert_false (has_text (sidebar, "7"));
  g_assert_true (has_text (GTK_WIDGET (test->window), "Undone: Add Finding"));
  g_assert_true (luotain_history_can_redo (history));

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.redo", NULL);
  luotain_ui_test_settle (test);
  luotain_ui_test_settle (test);
  g_assert_true (has_text (sidebar, "7"));
}

/* After undo the window shows what changed, on its page. */
static void
test_undo_reveals (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  gint64 finding = luotain_ui_test_first (test, "finding");

  luotain_context_set_field (test->context, "Edit Title", finding, "title", "Something else", NULL, NULL);
  luotain_ui_test_settle (test);
  luotain_ui_test_show (test, "reports");
  gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  for (guint i = 0; i < 3; i++)
    luotain_ui_test_settle (test);
  g_assert_cmpstr (shown_page (test), ==, "findings");
  g_assert_cmpint (luotain_context_get_selection (test->context), ==, finding);
}

/* The records that ship were changed on a day of their own; undo is written now, as everything is. */
static void
test_undo_is_saved (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *title = luotain_ui_test_find (GTK_WIDGET (test->window), LUOTAIN_TYPE_WINDOW_TITLE);

  g_assert_true (has_text (title, "Saved 5 Oct 2026"));
  capture (test, "Something new");
  luotain_ui_test_undo (test);
  luotain_ui_test_settle (test);
  g_assert_true (has_text (title, "Saved"));
  g_assert_false (has_text (title, "Oct 2026"));
}

static void
test_sector (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *title = luotain_ui_test_find (GTK_WIDGET (test->window), LUOTAIN_TYPE_WINDOW_TITLE);
  GtkWidget *button = luotain_ui_test_find (title, GTK_TYPE_MENU_BUTTON);
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  GtkWidget *entry;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  luotain_ui_test_settle (test);
  entry = luotain_ui_test_find (GTK_WIDGET (popover), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Lääkekehitys ");
  g_signal_emit_by_name (entry, "activate");
  luotain_ui_test_settle (test);
  luotain_ui_test_settle (test);

  g_assert_cmpint (luotain_context_get_sector (test->context), !=, 0);
  g_assert_true (has_text (title, "Meriklusterin ennakointi 2030 · Lääkekehitys"));
  g_assert_false (has_text (luotain_ui_test_find (GTK_WIDGET (test->window), LUOTAIN_TYPE_SIDEBAR), "72"));

  /* Undone, the sector is gone, and everything is shown again. */
  gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  for (guint i = 0; i < 3; i++)
    luotain_ui_test_settle (test);
  g_assert_cmpint (luotain_context_get_sector (test->context), ==, 0);
  g_assert_true (has_text (luotain_ui_test_find (GTK_WIDGET (test->window), LUOTAIN_TYPE_SIDEBAR), "72"));
}

static gboolean
is_in_trouble (gpointer window)
{
  return g_strcmp0 (shell_page (window), "trouble") == 0;
}

static void
assert_trouble (LuotainUiTest *test, const char *name, const char *content, const char *title)
{
  g_autofree char *path = g_build_filename (test->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LuotainWindow *window = luotain_window_new (test->application);

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  luotain_window_open (window, file);
  luotain_ui_test_wait (is_in_trouble, window);
  g_assert_true (has_text (GTK_WIDGET (window), title));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_trouble (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);

  assert_trouble (test, "gone.luotain", NULL, "The Workbook Is Not There");
  assert_trouble (test, "text.luotain", "This is a shopping list: bread, milk, coffee.", "Not a Workbook");
}

static gboolean
has_new_context (gpointer data)
{
  return luotain_window_get_context (data) != NULL;
}

/* A second window on a workbook that is held opens it for reading, and says so. */
static void
test_held (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainWindow *window = luotain_window_new (test->application);
  LuotainContext *context;

  gtk_window_present (GTK_WINDOW (window));
  luotain_window_open (window, test->file);
  luotain_ui_test_wait (has_new_context, window);
  context = luotain_window_get_context (window);
  g_assert_false (luotain_context_get_writable (context));
  luotain_ui_test_settle (test);
  luotain_ui_test_settle (test);
  g_assert_true (has_text (GTK_WIDGET (window), "open for reading only"));
  g_assert_true (has_text (GTK_WIDGET (window), "Read-Only"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_saved_on_closing (void)
{
  g_autoptr (GError) error = NULL;
  LuotainUiTest *test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  g_autofree char *copy = NULL;
  g_autoptr (LuotainStore) store = NULL;
  gpointer summary = NULL;
  LuotainFindingQuery query = { .text = (char *) "last words" };

  luotain_context_do (test->context, "Add Finding", luotain_capture_run,
                      luotain_capture_new ("Last words", 0, 0), (GDestroyNotify) luotain_capture_free,
                      (GDestroyNotify) g_array_unref, NULL, NULL);
  gtk_window_close (GTK_WINDOW (test->window));

  store = luotain_store_open (test->file, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_true (luotain_store_read (store, luotain_finding_query_run, &query, &summary, &error));
  g_assert_cmpint (((LuotainFindingIds *) summary)->ids->len, ==, 1);
  luotain_finding_ids_free (summary);
  luotain_store_close (store);

  copy = g_strdup (test->folder);
  g_assert_cmpstr (copy, !=, NULL);
  g_assert_true (g_file_delete (test->file, NULL, NULL));
  g_rmdir (test->folder);
  g_object_unref (test->window);
  g_object_unref (test->file);
  g_free (test->folder);
  g_free (test);
}

static GListModel *
one_file (LuotainUiTest *test, const char *content)
{
  g_autofree char *path = g_build_filename (test->folder, "part.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_list_store_append (files, file);
  return G_LIST_MODEL (files);
}

static gboolean
has_read (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (find_named_stack (dialog, "reading"))),
                    "reading")
         != 0;
}

static void
test_import (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  g_autoptr (GListModel) files = one_file (
      test, "<luotain xmlns='urn:luotain:workbook:1' version='1.0' language='fi'>"
            "<finding id='finding-00000000ZZZZ1'><title xml:lang='fi'>Satamien sähkö</title></finding>"
            "</luotain>");
  GtkWidget *dialog = luotain_import_dialog_new (test->context, files);
  GtkWidget *button;

  gtk_window_present (GTK_WINDOW (dialog));
  luotain_ui_test_wait (has_read, dialog);
  luotain_ui_test_settle (test);
  g_assert_true (has_text (dialog, "Records added"));
  g_assert_true (has_text (dialog, "Satamien sähkö"));
  g_assert_cmpint (luotain_ui_test_first (test, "finding"), ==, 0);

  button = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
  for (guint i = 0; i < 3; i++)
    luotain_ui_test_settle (test);
  g_assert_cmpint (luotain_ui_test_first (test, "finding"), !=, 0);
  g_assert_true (has_text (GTK_WIDGET (test->window), "Imported: 1 added, 0 changed"));
}

static void
test_import_faults (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  g_autoptr (GListModel) files = one_file (
      test, "<luotain xmlns='urn:luotain:workbook:1' version='1.0' language='fi'>"
            "<nonsense/></luotain>");
  GtkWidget *dialog = luotain_import_dialog_new (test->context, files);

  gtk_window_present (GTK_WINDOW (dialog));
  luotain_ui_test_wait (has_read, dialog);
  luotain_ui_test_settle (test);
  g_assert_true (has_text (dialog, "Cannot Be Imported"));
  g_assert_true (has_text (dialog, "part.xml:1"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  luotain_ui_test_settle (test);
}

/* The dialog of a file of others among the test data, read. */
static GtkWidget *
import_data (LuotainUiTest *test, const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GtkWidget *dialog;

  g_list_store_append (files, file);
  dialog = luotain_import_dialog_new (test->context, G_LIST_MODEL (files));
  gtk_window_present (GTK_WINDOW (dialog));
  luotain_ui_test_wait (has_read, dialog);
  luotain_ui_test_settle (test);
  return dialog;
}

/* A qualification of ePerusteet comes in the same way; what was left out of it is told. */
static void
test_import_qualification (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *dialog = import_data (test, "eperusteet", "kotoPeruste.json");

  g_assert_true (has_text (dialog, "Työelämätaidot"));
  g_assert_true (has_text (dialog, "osaamisAlueet was not understood"));

  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (dialog)), "clicked");
  for (guint i = 0; i < 3; i++)
    luotain_ui_test_settle (test);
  g_assert_cmpint (luotain_ui_test_first (test, "curriculum-unit"), !=, 0);
  luotain_ui_test_undo (test);
  g_assert_cmpint (luotain_ui_test_first (test, "curriculum-unit"), ==, 0);
  g_assert_cmpint (luotain_ui_test_first (test, "organisation"), ==, 0);
}

/* A model of ScenarioWizard and a matrix come in the same way. */
static void
test_import_model (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWidget *dialog = import_data (test, "cib", "CIB_global.scw");

  g_assert_true (has_text (dialog, "WTRD"));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (dialog)), "clicked");
  for (guint i = 0; i < 3; i++)
    luotain_ui_test_settle (test);
  g_assert_cmpuint (luotain_ui_test_count (test, &luotain_key_variable_type), ==, 3);
  g_assert_cmpuint (luotain_ui_test_count (test, &luotain_judgement_type), ==, 66);
  luotain_ui_test_undo (test);
  g_assert_cmpuint (luotain_ui_test_count (test, &luotain_key_variable_type), ==, 0);

  dialog = import_data (test, "cib", "SomewhereLand.csv");
  g_assert_true (has_text (dialog, "SomewhereLand"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  luotain_ui_test_settle (test);
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *title;
    const char *name;
  } names[] = {
    { "Ennakointi 2030", "Ennakointi 2030.luotain" },
    { " a/b\\c: d? ", "a-b-c- d-.luotain" },
    { "..hidden", "-.hidden.luotain" },
    { "  ", "Workbook.luotain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = luotain_new_dialog_file_name (names[i].title);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/window/opens", test_opens);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/focus", test_focus);
  g_test_add_func ("/window/focus-stays", test_focus_stays);
  g_test_add_func ("/window/focus-of-before", test_focus_of_before);
  g_test_add_func ("/window/counts", test_counts);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/undo-reveals", test_undo_reveals);
  g_test_add_func ("/window/undo-is-saved", test_undo_is_saved);
  g_test_add_func ("/window/sector", test_sector);
  g_test_add_func ("/window/trouble", test_trouble);
  g_test_add_func ("/window/held", test_held);
  g_test_add_func ("/window/saved-on-closing", test_saved_on_closing);
  g_test_add_func ("/window/import", test_import);
  g_test_add_func ("/window/import-faults", test_import_faults);
  g_test_add_func ("/window/import-qualification", test_import_qualification);
  g_test_add_func ("/window/import-model", test_import_model);
  g_test_add_func ("/window/file-names", test_file_names);

  return g_test_run ();
}
