/* The page of findings in the real window: capture, filters, editor, deletion. */
#include "luotain-ui-test.h"

#include "luotain-capture-line.h"
#include "luotain-choice-button.h"
#include "luotain-finding-cell.h"
#include "luotain-finding-editor.h"
#include "luotain-finding-filters.h"
#include "luotain-finding-query.h"
#include "luotain-finding.h"
#include "luotain-findings-page.h"
#include "luotain-kind-box.h"
#include "luotain-kind-change.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-session.h"
#include "luotain-tag-entry.h"
#include "luotain-text-area.h"

typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *page;
  GtkSelectionModel *selection;
} Test;

static Test *
test_new (LuotainUiTestContent content)
{
  Test *self = g_new0 (Test, 1);

  self->ui = luotain_ui_test_new (content);
  gtk_window_set_default_size (GTK_WINDOW (self->ui->window), 1280, 800);
  self->page = luotain_ui_test_show (self->ui, "findings");
  self->selection = gtk_list_view_get_model (
      GTK_LIST_VIEW (luotain_ui_test_find (self->page, GTK_TYPE_LIST_VIEW)));
  g_assert_nonnull (self->selection);
  return self;
}

static void
test_free (Test *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

static guint
n_shown (Test *self)
{
  luotain_ui_test_settle (self->ui);
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static LuotainCaptureLine *
get_line (Test *self)
{
  return LUOTAIN_CAPTURE_LINE (luotain_ui_test_find (self->page, LUOTAIN_TYPE_CAPTURE_LINE));
}

static const char *
shown_title (Test *self, guint position)
{
  g_autoptr (LuotainFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  luotain_finding_item_get_row (item);
  luotain_ui_test_settle (self->ui);
  return luotain_finding_item_get_row (item)->title;
}

static gint64
selected_id (Test *self)
{
  return luotain_context_get_selection (self->ui->context);
}

static gboolean
load_finding (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_record_load (db, &luotain_finding_type, *(gint64 *) data, error);
  return *result != NULL;
}

static LuotainFinding *
get_finding (Test *self, gint64 id)
{
  return luotain_ui_test_ask (self->ui, load_finding, &id);
}

static void
type_line (Test *self, const char *text)
{
  GtkEditable *entry = luotain_capture_line_get_entry (get_line (self));

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_empty (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkStack *whole = GTK_STACK (luotain_ui_test_find (test->page, GTK_TYPE_STACK));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "empty");
  luotain_ui_test_picture (test->ui, "findings-empty");
  type_line (test, "Sähkö ei riitä satamiin");
  g_assert_cmpuint (n_shown (test), ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (whole), ==, "work");
  test_free (test);
}

static void
test_capture (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkEditable *entry = luotain_capture_line_get_entry (get_line (test));

  type_line (test, "Yksi");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  type_line (test, "Kaksi");
  g_assert_cmpuint (n_shown (test), ==, 2);
  g_assert_cmpstr (shown_title (test, 0), ==, "Kaksi");
  type_line (test, "   ");
  g_assert_cmpuint (n_shown (test), ==, 2);

  /* Several lines, as they are pasted, are several findings and one step. */
  gtk_editable_set_text (entry, "Kolme\n\nNeljä\r\nViisi");
  g_assert_cmpuint (n_shown (test), ==, 5);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (n_shown (test), ==, 2);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (n_shown (test), ==, 1);

  /* What cannot be kept is left out. */
  type_line (test, "Rivi\x01 ja\x02 merkit");
  g_assert_cmpuint (n_shown (test), ==, 2);
  g_assert_cmpstr (shown_title (test, 0), ==, "Rivi ja merkit");
  test_free (test);
}

static gboolean
run_first_session (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_session_type, 0, error);

  if (ids == NULL)
    return FALSE;
  *(gint64 *) data = g_array_index (ids, gint64, 0);
  return luotain_session_run (db, data, NULL, error);
}

typedef struct
{
  gint64 finding;
  const char *role;
  gint64 target;
} OnlyLink;

static gboolean
load_link (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  OnlyLink *link = data;

  return luotain_link_get_only (db, link->finding, link->role, &link->target, error);
}

static gint64
get_target (Test *self, gint64 finding, const char *role)
{
  OnlyLink link = { finding, role, 0 };

  luotain_ui_test_ask (self->ui, load_link, &link);
  return link.target;
}

static void
test_running_session (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  gint64 session = 0;

  g_assert_cmpint (luotain_capture_line_get_session (get_line (test)), ==, 0);
  luotain_ui_test_do (test->ui, run_first_session, &session);
  g_assert_cmpint (luotain_capture_line_get_session (get_line (test)), ==, session);
  type_line (test, "Kuultu työpajassa");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpint (get_target (test, selected_id (test), "session"), ==, session);
  g_assert_cmpint (get_target (test, selected_id (test), "sector"), !=, 0);
  luotain_ui_test_picture (test->ui, "findings-captured");

  luotain_findings_page_show_session (LUOTAIN_FINDINGS_PAGE (test->page), session);
  g_assert_cmpuint (n_shown (test), >=, 1);
  g_assert_cmpuint (n_shown (test), <, 30);
  test_free (test);
}

static LuotainChoiceButton *
find_choice (GtkWidget *root, const char *title)
{
  g_autofree char *its = NULL;

  if (LUOTAIN_IS_CHOICE_BUTTON (root))
    {
      g_object_get (root, "title", &its, NULL);
      if (g_strcmp0 (its, title) == 0)
        return LUOTAIN_CHOICE_BUTTON (root);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LuotainChoiceButton *found = find_choice (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose (Test *self, const char *title, const char *key)
{
  GtkWidget *filters = luotain_ui_test_find (self->page, LUOTAIN_TYPE_FINDING_FILTERS);
  LuotainChoiceButton *button = find_choice (filters, title);

  luotain_choice_button_set_chosen (button, key, key);
  g_signal_emit_by_name (button, "chosen", key);
}

static void
test_filters (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *filters = luotain_ui_test_find (test->page, LUOTAIN_TYPE_FINDING_FILTERS);
  GtkWidget *text = luotain_ui_test_find (filters, GTK_TYPE_SEARCH_ENTRY);
  guint all = n_shown (test);
  guint trends, some;

  g_assert_cmpuint (all, >=, 40);
  choose (test, "Kind", "trend");
  trends = n_shown (test);
  g_assert_cmpuint (trends, <, all);
  g_assert_cmpuint (trends, >, 0);
  choose (test, "PESTE", "economic");
  some = n_shown (test);
  g_assert_cmpuint (some, <=, trends);
  g_assert_true (luotain_finding_filters_is_narrowed (LUOTAIN_FINDING_FILTERS (filters)));
  luotain_finding_filters_clear (LUOTAIN_FINDING_FILTERS (filters));
  g_assert_cmpuint (n_shown (test), ==, all);

  gtk_editable_set_text (GTK_EDITABLE (text), "no such words anywhere");
  g_signal_emit_by_name (text, "search-changed");
  g_assert_cmpuint (n_shown (test), ==, 0);
  luotain_ui_test_picture (test->ui, "findings-nothing");

  /* Somebody is taken to a finding that the filter hides: the filter gives way. */
  luotain_page_reveal (LUOTAIN_PAGE (test->page), luotain_ui_test_first (test->ui, "finding"));
  g_assert_cmpuint (n_shown (test), ==, all);
  g_assert_cmpint (selected_id (test), ==, luotain_ui_test_first (test->ui, "finding"));
  test_free (test);
}

static void
select_only (Test *self, guint position)
{
  gtk_selection_model_select_item (self->selection, position, TRUE);
  luotain_ui_test_settle (self->ui);
}

static void
test_editor (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainFinding *finding;
  GtkWidget *editor, *title;
  gint64 id;

  select_only (test, 3);
  id = selected_id (test);
  g_assert_cmpint (id, !=, 0);
  editor = luotain_ui_test_find (test->page, LUOTAIN_TYPE_FINDING_EDITOR);
  g_assert_cmpint (luotain_finding_editor_get_id (LUOTAIN_FINDING_EDITOR (editor)), ==, id);
  luotain_ui_test_picture (test->ui, "findings-editor");

  /* A field saves as it is left, here because something else is selected. */
  title = luotain_ui_test_find (editor, LUOTAIN_TYPE_TEXT_AREA);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (luotain_text_area_get_view (LUOTAIN_TEXT_AREA (title))),
                            "Toisin sanottu", -1);
  select_only (test, 4);
  finding = get_finding (test, id);
  g_assert_cmpstr (luotain_record_title (&luotain_finding_type, finding, LUOTAIN_FI), ==, "Toisin sanottu");
  luotain_record_free (&luotain_finding_type, finding);
  g_assert_cmpstr (shown_title (test, 3), ==, "Toisin sanottu");

  /* The selection survives what is done to other rows. */
  g_assert_true (gtk_selection_model_is_selected (test->selection, 4));
  luotain_ui_test_undo (test->ui);
  g_assert_true (gtk_selection_model_is_selected (test->selection, 4));
  test_free (test);
}

static gboolean
count_kind_changes (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) changes = luotain_record_list (db, &luotain_kind_change_type, *(gint64 *) data,
                                                       error);
  const LuotainKindChange *last;

  if (changes == NULL)
    return FALSE;
  if (changes->len > 0)
    {
      last = g_ptr_array_index (changes, changes->len - 1);
      *result = g_strdup_printf ("%s: %s", last->kind, luotain_translated_get (&last->reason, LUOTAIN_FI));
    }
  return TRUE;
}

static GtkWidget *
find_toggle (GtkWidget *root, const char *key)
{
  if (GTK_IS_TOGGLE_BUTTON (root) && g_strcmp0 (g_object_get_data (G_OBJECT (root), "key"), key) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_kind (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autofree char *last = NULL;
  LuotainFinding *finding;
  GtkWidget *box, *reason;
  gint64 id;

  choose (test, "Kind", "signal");
  g_assert_cmpuint (n_shown (test), >, 0);
  select_only (test, 0);
  id = selected_id (test);
  box = luotain_ui_test_find (test->page, LUOTAIN_TYPE_KIND_BOX);
  reason = luotain_ui_test_find (box, GTK_TYPE_ENTRY);

  /* The choice waits for its reason, and nothing is changed until then. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (box, "trend")), TRUE);
  luotain_ui_test_settle (test->ui);
  finding = get_finding (test, id);
  g_assert_cmpstr (finding->kind, ==, "signal");
  luotain_record_free (&luotain_finding_type, finding);
  luotain_ui_test_picture (test->ui, "findings-kind");

  gtk_editable_set_text (GTK_EDITABLE (reason), "Kolme lähdettä sanoo samaa");
  g_signal_emit_by_name (reason, "activate");
  luotain_ui_test_settle (test->ui);
  finding = get_finding (test, id);
  g_assert_cmpstr (finding->kind, ==, "trend");
  luotain_record_free (&luotain_finding_type, finding);
  last = luotain_ui_test_ask (test->ui, count_kind_changes, &id);
  g_assert_cmpstr (last, ==, "trend: Kolme lähdettä sanoo samaa");
  test_free (test);
}

static void
test_delete (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  guint all = n_shown (test);

  select_only (test, 2);
  gtk_selection_model_select_item (test->selection, 5, FALSE);
  gtk_selection_model_select_item (test->selection, 6, FALSE);
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_picture (test->ui, "findings-several");
  gtk_widget_activate_action (test->page, "findings.delete", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (n_shown (test), ==, all - 3);
  /* One step back brings all three. */
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (n_shown (test), ==, all);

  select_only (test, 2);
  gtk_widget_activate_action (test->page, "findings.delete", NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (n_shown (test), ==, all - 1);
  g_assert_true (gtk_selection_model_is_selected (test->selection, 2));
  g_assert_cmpint (selected_id (test), !=, 0);
  test_free (test);
}

static void
test_tags (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainFinding *finding;
  GtkWidget *tags, *entry;
  guint all = n_shown (test);
  gint64 id;

  select_only (test, 0);
  id = selected_id (test);
  tags = luotain_ui_test_find (test->page, LUOTAIN_TYPE_TAG_ENTRY);
  entry = luotain_ui_test_find (tags, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "aivan uusi, toinen uusi");
  luotain_ui_test_settle (test->ui);
  finding = get_finding (test, id);
  g_assert_nonnull (g_strstr_len (finding->tags, -1, "aivan uusi"));
  g_assert_nonnull (g_strstr_len (finding->tags, -1, "toinen uusi"));
  luotain_record_free (&luotain_finding_type, finding);

  g_signal_emit_by_name (tags, "tag", "aivan uusi");
  g_assert_cmpuint (n_shown (test), ==, 1);
  luotain_finding_filters_clear (
      LUOTAIN_FINDING_FILTERS (luotain_ui_test_find (test->page, LUOTAIN_TYPE_FINDING_FILTERS)));
  g_assert_cmpuint (n_shown (test), ==, all);
  test_free (test);
}

static void
test_rows_are_named (void)
{
  Test *test = test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *cell = luotain_ui_test_find (test->page, LUOTAIN_TYPE_FINDING_CELL);
  g_autofree char *name = luotain_ui_test_dup_label (gtk_widget_get_parent (cell));
  g_autofree char *title = g_strdup (shown_title (test, 0));

  g_assert_nonnull (name);
  g_assert_true (g_str_has_prefix (name, title));
  test_free (test);
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);
  g_test_add_func ("/findings-page/empty", test_empty);
  g_test_add_func ("/findings-page/capture", test_capture);
  g_test_add_func ("/findings-page/running-session", test_running_session);
  g_test_add_func ("/findings-page/filters", test_filters);
  g_test_add_func ("/findings-page/editor", test_editor);
  g_test_add_func ("/findings-page/kind", test_kind);
  g_test_add_func ("/findings-page/delete", test_delete);
  g_test_add_func ("/findings-page/tags", test_tags);
  g_test_add_func ("/findings-page/rows-are-named", test_rows_are_named);
  return g_test_run ();
}
