/* Skills of ESCO: suggested behind the workbook's own competences, chosen by keyboard in one step, linked to, and imported. */
#include "luotain-competence.h"
#include "luotain-entry-editor.h"
#include "luotain-esco-dialog.h"
#include "luotain-esco-finder.h"
#include "luotain-esco-package.h"
#include "luotain-esco-picker.h"
#include "luotain-external-identifier.h"
#include "luotain-profile-cell.h"
#include "luotain-profile-chip.h"
#include "luotain-profile-entry.h"
#include "luotain-profile-table.h"
#include "luotain-record-io.h"
#include "luotain-ui-test.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  LuotainUiTest *ui;
  LuotainProfileTable *table;
  char *catalogue;
} EscoTest;

static char *
package_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "esco", "v1.1.1", NULL);
}

static EscoTest *
esco_test_new (gboolean with_catalogue)
{
  EscoTest *self = g_new0 (EscoTest, 1);
  g_autofree char *package = package_path ();
  g_autofree char *folder = g_dir_make_tmp ("luotain-esco-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  self->catalogue = g_build_filename (folder, "esco.sqlite", NULL);
  g_setenv ("LUOTAIN_ESCO_CATALOGUE", self->catalogue, TRUE);
  if (with_catalogue)
    {
      g_auto (LuotainEscoImport) import = { .path = package, .catalogue = self->catalogue };

      luotain_esco_import_run (&import, NULL, &error);
      g_assert_no_error (error);
    }

  self->ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  page = luotain_ui_test_show (self->ui, "profiles");
  self->table = LUOTAIN_PROFILE_TABLE (luotain_ui_test_find (page, LUOTAIN_TYPE_PROFILE_TABLE));
  return self;
}

static void
esco_test_free (EscoTest *self)
{
  g_autofree char *folder = g_path_get_dirname (self->catalogue);

  luotain_ui_test_free (self->ui);
  g_unlink (self->catalogue);
  g_rmdir (folder);
  g_free (self->catalogue);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EscoTest, esco_test_free)

/* Headers are children of a list too. */
static GtkListBoxRow *
last_row (GtkListBox *list)
{
  GtkListBoxRow *last = NULL, *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    last = row;
  return last;
}

/* Rows come when the catalogue has answered, in its own time. */
static gboolean
last_row_is_of_esco (gpointer data)
{
  GtkListBoxRow *row = last_row (data);

  return row != NULL && luotain_esco_row_get_choice (row) != NULL;
}

static gboolean
last_row_imports (gpointer data)
{
  GtkListBoxRow *row = last_row (data);
  g_autofree char *label = row != NULL ? luotain_ui_test_dup_label (GTK_WIDGET (row)) : NULL;

  return g_strcmp0 (label, "Import Skills of ESCO…") == 0;
}

static GtkWidget *
type_in (EscoTest *self, const char *text)
{
  GtkWidget *cell = luotain_profile_table_get_cell (self->table, 1, 0);
  GtkWidget *entry = luotain_profile_cell_get_entry (LUOTAIN_PROFILE_CELL (cell));

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (luotain_ui_test_find (entry, GTK_TYPE_TEXT)), text);
  luotain_ui_test_settle (self->ui);
  return entry;
}

static gboolean
read_identifiers (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_external_identifier_type, 0, error);

  *result = luotain_record_load (db, &luotain_external_identifier_type,
                                 g_array_index (ids, gint64, ids->len - 1), error);
  return *result != NULL;
}

static void
assert_last_identifier (EscoTest *self)
{
  LuotainExternalIdentifier *identifier = luotain_ui_test_ask (self->ui, read_identifiers, NULL);

  g_assert_cmpstr (identifier->scheme, ==, "esco");
  g_assert_cmpstr (identifier->version, ==, "1.1.1");
  g_assert_true (g_str_has_prefix (identifier->uri, "http://data.europa.eu/esco/skill/"));
  luotain_record_destroy (identifier);
}

static void
test_suggest (void)
{
  g_autoptr (EscoTest) test = esco_test_new (TRUE);
  const guint competences = luotain_ui_test_count (test->ui, &luotain_competence_type);
  const guint entries = luotain_ui_test_count (test->ui, &luotain_profile_entry_type);
  const guint identifiers = luotain_ui_test_count (test->ui, &luotain_external_identifier_type);
  GtkWidget *entry = type_in (test, "navig");
  GtkWidget *inner = luotain_ui_test_find (entry, GTK_TYPE_TEXT);
  GtkListBox *matches = GTK_LIST_BOX (luotain_ui_test_find (entry, GTK_TYPE_LIST_BOX));
  g_autofree char *label = NULL;

  luotain_ui_test_wait (last_row_is_of_esco, matches);
  luotain_ui_test_picture (test->ui, "esco-suggestions");
  /* The workbook's own come first, and what was typed can be made as it is. */
  g_assert_null (luotain_esco_row_get_choice (gtk_list_box_get_row_at_index (matches, 0)));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (
      gtk_popover_get_child (GTK_POPOVER (luotain_ui_test_find (entry, GTK_TYPE_POPOVER))))));
  for (GtkListBoxRow *row = NULL; row == NULL || luotain_esco_row_get_choice (row) == NULL;
       row = gtk_list_box_get_selected_row (matches))
    g_assert_true (luotain_ui_test_press (inner, GDK_KEY_Down, 0));
  label = luotain_ui_test_dup_label (GTK_WIDGET (gtk_list_box_get_selected_row (matches)));
  g_assert_true (g_str_has_prefix (label, "ESCO: "));

  g_signal_emit_by_name (inner, "activate");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_competence_type), ==, competences + 1);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_profile_entry_type), ==, entries + 1);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_external_identifier_type), ==, identifiers + 1);
  assert_last_identifier (test);

  /* All of it is one step. */
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_competence_type), ==, competences);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_profile_entry_type), ==, entries);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_external_identifier_type), ==, identifiers);
}

static void
test_no_catalogue (void)
{
  g_autoptr (EscoTest) test = esco_test_new (FALSE);
  GtkWidget *entry = type_in (test, "navig");
  GtkListBox *matches = GTK_LIST_BOX (luotain_ui_test_find (entry, GTK_TYPE_LIST_BOX));
  GListModel *windows;
  gboolean found = FALSE;

  luotain_ui_test_wait (last_row_imports, matches);
  g_signal_emit_by_name (matches, "row-activated", last_row (matches));
  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!LUOTAIN_IS_ESCO_DIALOG (window))
        continue;

      found = TRUE;
      gtk_window_destroy (window);
      break;
    }
  g_assert_true (found);
  luotain_ui_test_settle (test->ui);
}

static gboolean
stands_at (gpointer data)
{
  GtkStack *stack = GTK_STACK (luotain_ui_test_find (data, GTK_TYPE_STACK));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "reading") != 0;
}

static void
test_import (void)
{
  g_autoptr (EscoTest) test = esco_test_new (FALSE);
  g_autofree char *package = package_path ();
  GtkWidget *good = g_object_new (LUOTAIN_TYPE_ESCO_DIALOG, NULL);
  GtkWidget *bad = g_object_new (LUOTAIN_TYPE_ESCO_DIALOG, NULL);
  GtkStack *stack = GTK_STACK (luotain_ui_test_find (good, GTK_TYPE_STACK));

  gtk_window_present (GTK_WINDOW (good));
  luotain_esco_dialog_read (LUOTAIN_ESCO_DIALOG (good), package);
  luotain_ui_test_wait (stands_at, good);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "done");
  gtk_window_destroy (GTK_WINDOW (good));

  luotain_esco_dialog_read (LUOTAIN_ESCO_DIALOG (bad), test->ui->folder);
  luotain_ui_test_wait (stands_at, bad);
  stack = GTK_STACK (luotain_ui_test_find (bad, GTK_TYPE_STACK));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "faults");
  gtk_window_destroy (GTK_WINDOW (bad));

  /* What was imported is suggested at once. */
  luotain_ui_test_wait (last_row_is_of_esco,
                        luotain_ui_test_find (type_in (test, "navig"), GTK_TYPE_LIST_BOX));
}

static void
test_link (void)
{
  g_autoptr (EscoTest) test = esco_test_new (TRUE);
  const guint before = luotain_ui_test_count (test->ui, &luotain_external_identifier_type);
  const guint competences = luotain_ui_test_count (test->ui, &luotain_competence_type);
  GtkWidget *page = luotain_ui_test_show (test->ui, "profiles");
  GtkWidget *picker, *list, *search;

  g_signal_emit_by_name (luotain_ui_test_find (GTK_WIDGET (test->table), LUOTAIN_TYPE_PROFILE_CHIP),
                         "clicked");
  luotain_ui_test_settle (test->ui);
  picker = luotain_ui_test_find (luotain_ui_test_find (page, LUOTAIN_TYPE_ENTRY_EDITOR),
                                 LUOTAIN_TYPE_ESCO_PICKER);
  g_assert_true (gtk_widget_get_visible (picker));
  list = luotain_ui_test_find (picker, GTK_TYPE_LIST_BOX);
  search = luotain_ui_test_find (picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "navigation");
  g_signal_emit_by_name (search, "search-changed");
  luotain_ui_test_wait (last_row_is_of_esco, list);
  luotain_ui_test_picture (test->ui, "esco-link");
  g_assert_true (luotain_ui_test_press (search, GDK_KEY_Down, 0));
  g_signal_emit_by_name (search, "activate");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_external_identifier_type), ==, before + 1);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_competence_type), ==, competences);
  assert_last_identifier (test);
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (luotain_ui_test_count (test->ui, &luotain_external_identifier_type), ==, before);
}

int
main (int argc, char **argv)
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/esco/suggest", test_suggest);
  g_test_add_func ("/esco/no-catalogue", test_no_catalogue);
  g_test_add_func ("/esco/import", test_import);
  g_test_add_func ("/esco/link", test_link);

  return g_test_run ();
}
