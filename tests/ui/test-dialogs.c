#include "luotain-ui-test.h"

#include "luotain-finding-query.h"
#include "luotain-store.h"
#include "luotain-workbook-model.h"

#include <adwaita.h>
#include <string.h>
#include <sys/wait.h>

#define WORD "Kuunsirppilaituri"

/* The window that came up beside the workbook's. */
static gboolean
find_dialog (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow **dialog = data;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window)) && !LUOTAIN_IS_WINDOW (window))
        *dialog = window;
    }
  return *dialog != NULL;
}

static gboolean
no_dialog (gpointer data)
{
  GtkWindow *dialog = NULL;

  return !find_dialog (&dialog);
}

static GtkWindow *
open_dialog (LuotainUiTest *test, const char *action)
{
  GtkWindow *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->window), action, NULL));
  luotain_ui_test_wait (find_dialog, &dialog);
  return dialog;
}

static void
click (LuotainUiTest *test, GtkWindow *dialog, const char *label)
{
  GtkWidget *button = luotain_ui_test_find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  luotain_ui_test_wait (no_dialog, NULL);
  luotain_ui_test_settle (test);
}

/* By another process: here, to open and to close the workbook would take the store's lock away. */
static gboolean
holds_word (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  const char *const argv[] = { "grep", "-q", "-a", WORD, path, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL) || WEXITSTATUS (status) == 1);
  return status == 0;
}

static guint
count_files (LuotainUiTest *test)
{
  g_autoptr (GDir) folder = g_dir_open (test->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;
  return count;
}

static gboolean
exists (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static gboolean
cannot_undo (gpointer history)
{
  return !luotain_history_can_undo (history);
}

static gint64
add_finding (LuotainUiTest *test)
{
  luotain_context_do (test->context, "Add Finding", luotain_capture_run, luotain_capture_new (WORD, 0, 0),
                      (GDestroyNotify) luotain_capture_free, (GDestroyNotify) g_array_unref, NULL, NULL);
  luotain_ui_test_settle (test);
  g_assert_true (holds_word (test->file));
  return luotain_ui_test_first (test, "finding");
}

static void
assert_workbook (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainStore) store = luotain_store_open (file, &luotain_workbook_model, LUOTAIN_OPEN_READ,
                                                       &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  luotain_store_close (store);
}

/* Until the dialog has read its folder it takes no answer. */
static gboolean
has_file (gpointer chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  return file != NULL;
}

static void
test_send_copy (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  g_autofree char *path = g_build_filename (test->folder, "Copy.luotain", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  GtkWindow *dialog;

  luotain_context_delete (test->context, "Delete Finding", add_finding (test), NULL);
  luotain_ui_test_settle (test);

  dialog = open_dialog (test, "win.send-copy");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "Copy.luotain");
  luotain_ui_test_wait (has_file, dialog);
  click (test, dialog, "_Make Copy");
  luotain_ui_test_wait (exists, copy);
  luotain_ui_test_settle (test);

  /* The copy is a workbook without what was deleted; this one still can bring it back. */
  assert_workbook (copy);
  g_assert_false (holds_word (copy));
  g_assert_true (holds_word (test->file));
  g_assert_true (luotain_history_can_undo (luotain_context_get_history (test->context)));
}

static void
test_send_no_copy (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  const guint n_files = count_files (test);
  GtkWindow *dialog = open_dialog (test, "win.send-copy");

  luotain_ui_test_wait (has_file, dialog);
  click (test, dialog, "_Cancel");
  g_assert_cmpuint (count_files (test), ==, n_files);
}

static GtkWindow *
ask_to_remove (LuotainUiTest *test)
{
  GtkWindow *dialog;

  luotain_context_set_selection (test->context, add_finding (test));
  dialog = open_dialog (test, "win.remove-permanently");
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), WORD));
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (dialog)), ==, "cancel");
  return dialog;
}

static void
test_remove_permanently (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);

  click (test, ask_to_remove (test), "_Remove Permanently");
  luotain_ui_test_wait (cannot_undo, luotain_context_get_history (test->context));
  luotain_ui_test_settle (test);
  g_assert_cmpint (luotain_ui_test_first (test, "finding"), ==, 0);
  g_assert_false (holds_word (test->file));
  g_assert_cmpint (luotain_context_get_selection (test->context), ==, 0);
}

static void
test_remove_not (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  GtkWindow *dialog = ask_to_remove (test);
  const gint64 finding = luotain_context_get_selection (test->context);

  click (test, dialog, "_Cancel");
  g_assert_cmpint (luotain_ui_test_first (test, "finding"), ==, finding);
  g_assert_true (holds_word (test->file));
  g_assert_true (luotain_history_can_undo (luotain_context_get_history (test->context)));
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/dialogs/send-copy", test_send_copy);
  g_test_add_func ("/dialogs/send-no-copy", test_send_no_copy);
  g_test_add_func ("/dialogs/remove-permanently", test_remove_permanently);
  g_test_add_func ("/dialogs/remove-not", test_remove_not);

  return g_test_run ();
}
