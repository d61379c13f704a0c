#include "luotain-ui-test.h"

#include "luotain-archive-page.h"
#include "luotain-atomic-folder.h"
#include "luotain-record-io.h"
#include "luotain-shelf-line.h"
#include "luotain-workbook-model.h"

#include <glib/gstdio.h>
#include <string.h>

static LuotainArchivePage *
show_archive (LuotainUiTest *ui)
{
  return LUOTAIN_ARCHIVE_PAGE (luotain_ui_test_show (ui, "archive"));
}

static gboolean
is_idle (gpointer page)
{
  return !luotain_archive_page_is_busy (page);
}

static void
wait_idle (LuotainUiTest *ui, LuotainArchivePage *page)
{
  luotain_ui_test_wait (is_idle, page);
  luotain_ui_test_settle (ui);
  luotain_ui_test_wait (is_idle, page);
}

static GFile *
make (LuotainUiTest *ui, LuotainArchivePage *page, const char *name, gboolean without)
{
  GFile *target = g_file_new_build_filename (ui->folder, name, NULL);

  luotain_archive_page_make (page, target, g_str_has_suffix (name, ".zip"), without);
  wait_idle (ui, page);
  return target;
}

static void
set_shelf (LuotainUiTest *ui, LuotainArchivePage *page, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  luotain_archive_page_set_folder (page, folder);
  wait_idle (ui, page);
}

/* (nullable): where nothing is on it */
static GtkListBox *
get_list (LuotainArchivePage *page)
{
  GtkWidget *line = luotain_ui_test_find (GTK_WIDGET (page), LUOTAIN_TYPE_SHELF_LINE);

  return line != NULL ? GTK_LIST_BOX (gtk_widget_get_parent (line)) : NULL;
}

static GtkListBoxRow *
find_line (LuotainArchivePage *page, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0;
       get_list (page) != NULL && (row = gtk_list_box_get_row_at_index (get_list (page), i)) != NULL; i++)
    if (strcmp (luotain_shelf_line_get_item (LUOTAIN_SHELF_LINE (row))->name, name) == 0)
      return row;

  return NULL;
}

static void
select_line (LuotainUiTest *ui, LuotainArchivePage *page, const char *name)
{
  GtkListBoxRow *row = find_line (page, name);

  g_assert_nonnull (row);
  gtk_list_box_select_row (get_list (page), row);
  luotain_ui_test_settle (ui);
}

static char *
state_of (LuotainArchivePage *page, const char *name)
{
  return luotain_shelf_state (luotain_shelf_line_get_item (LUOTAIN_SHELF_LINE (find_line (page, name))));
}

static void
act (LuotainUiTest *ui, LuotainArchivePage *page, const char *action, gint64 id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), action, id != 0 ? "x" : NULL, id));
  wait_idle (ui, page);
}

static void
test_empty (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  LuotainArchivePage *page = show_archive (ui);
  g_autofree char *path = g_build_filename (ui->folder, "shelf", NULL);

  luotain_ui_test_picture (ui, "archive-none");
  g_assert_nonnull (luotain_ui_test_find_action (GTK_WIDGET (page), "archive.choose-folder"));
  g_mkdir (path, 0700);
  set_shelf (ui, page, path);
  luotain_ui_test_picture (ui, "archive-empty");
  g_assert_null (get_list (page));
}

static void
test_make_and_verify (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainArchivePage *page = show_archive (ui);
  g_autoptr (GFile) zip = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *report = g_build_filename (ui->folder, "meri-2026", "data", "report.xml", NULL);
  g_autofree char *state = NULL;

  /* Without a shelf, the folder of the first package becomes it. */
  zip = make (ui, page, "meri-2025.zip", TRUE);
  folder = make (ui, page, "meri-2026", FALSE);
  g_assert_true (g_file_query_exists (zip, NULL));
  g_assert_nonnull (find_line (page, "meri-2025.zip"));
  g_assert_nonnull (find_line (page, "meri-2026"));
  luotain_ui_test_picture (ui, "archive-made");
  state = state_of (page, "meri-2026");
  g_assert_true (g_str_has_prefix (state, "Verified"));
  g_clear_pointer (&state, g_free);

  g_assert_true (g_file_set_contents (report, "<luotain/>", -1, NULL));
  select_line (ui, page, "meri-2026");
  act (ui, page, "archive.verify", 0);
  luotain_ui_test_picture (ui, "archive-faults");
  state = state_of (page, "meri-2026");
  g_assert_false (g_str_has_prefix (state, "Verified"));
}

static gboolean
title_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) sources = luotain_record_list (db, &luotain_source_type, 0, error);
  guint count = 0;

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const LuotainSource *source = sources->pdata[i];

      count += source->note.text[LUOTAIN_FI] != NULL
               && strstr (source->note.text[LUOTAIN_FI], "SHA-256") != NULL;
    }

  *result = GUINT_TO_POINTER (count);
  return sources != NULL;
}

static guint
count_origins (LuotainUiTest *ui)
{
  return GPOINTER_TO_UINT (luotain_ui_test_ask (ui, title_job, NULL));
}

/* Makes a package of the maritime workbook in a folder that outlives its window. */
static char *
prepare_shelf (gint64 *scenario, gint64 *profile)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainArchivePage *page = show_archive (ui);
  char *folder = g_dir_make_tmp ("luotain-shelf-XXXXXX", NULL);
  g_autoptr (GFile) target = g_file_new_build_filename (folder, "meri.zip", NULL);

  *scenario = luotain_ui_test_first (ui, "scenario");
  *profile = luotain_ui_test_first (ui, "profile");
  luotain_archive_page_make (page, target, TRUE, FALSE);
  wait_idle (ui, page);
  return folder;
}

static void
test_take_over (void)
{
  gint64 scenario, profile;
  g_autofree char *shelf = prepare_shelf (&scenario, &profile);
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  LuotainArchivePage *page = show_archive (ui);

  set_shelf (ui, page, shelf);
  select_line (ui, page, "meri.zip");
  luotain_ui_test_picture (ui, "archive-take");
  act (ui, page, "archive.take", scenario);
  g_assert_cmpuint (luotain_ui_test_count (ui, &luotain_scenario_type), ==, 1);
  g_assert_cmpuint (luotain_ui_test_count (ui, &luotain_profile_type), ==, 0);
  g_assert_cmpuint (count_origins (ui), ==, 1);
  luotain_ui_test_picture (ui, "archive-taken");

  act (ui, page, "archive.compare", 0);
  luotain_ui_test_picture (ui, "archive-compared");
  g_assert_nonnull (luotain_ui_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_BOX));

  /* A second time nothing is new, and another part has the same origin. */
  act (ui, page, "archive.take", scenario);
  g_assert_cmpuint (count_origins (ui), ==, 1);
  act (ui, page, "archive.take", profile);
  g_assert_cmpuint (luotain_ui_test_count (ui, &luotain_profile_type), ==, 1);
  g_assert_cmpuint (count_origins (ui), ==, 1);

  luotain_ui_test_undo (ui);
  g_assert_cmpuint (luotain_ui_test_count (ui, &luotain_profile_type), ==, 0);
  luotain_ui_test_undo (ui);
  g_assert_cmpuint (luotain_ui_test_count (ui, &luotain_scenario_type), ==, 0);
  g_assert_cmpuint (count_origins (ui), ==, 0);
  luotain_folder_remove (shelf);
}

static void
test_cancel (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainArchivePage *page = show_archive (ui);
  g_autoptr (GFile) target = g_file_new_build_filename (ui->folder, "meri.zip", NULL);

  luotain_archive_page_make (page, target, TRUE, FALSE);
  g_assert_true (luotain_archive_page_is_busy (page));
  act (ui, page, "archive.cancel", 0);
  g_assert_false (g_file_query_exists (target, NULL));
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("luotain-state-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/archive/empty", test_empty);
  g_test_add_func ("/archive/make-and-verify", test_make_and_verify);
  g_test_add_func ("/archive/take-over", test_take_over);
  g_test_add_func ("/archive/cancel", test_cancel);

  status = g_test_run ();
  luotain_folder_remove (state);
  return status;
}
