#pragma once

#include "luotain-record-type.h"
#include "luotain-window.h"

G_BEGIN_DECLS

/**
 * LuotainUiTest: the real window in the test's own process, with a workbook in a folder of its own.
 *
 * Every window test begins its main() with luotain_ui_test_init(); a test is luotain_ui_test_new(), what it does, and
 * luotain_ui_test_free(), which asserts that nothing holds the window any more.
 */
typedef struct
{
  char *folder;
  GFile *file; /* the workbook */
  GtkApplication *application;
  LuotainWindow *window;
  LuotainContext *context; /* borrowed from the window */
} LuotainUiTest;

/** What a test's workbook holds to begin with. */
typedef enum
{
  LUOTAIN_UI_TEST_EMPTY, /* the defaults */
  LUOTAIN_UI_TEST_MARITIME /* all of scenarios/ and profiles/ */
} LuotainUiTestContent;

/**
 * luotain_ui_test_init:
 *
 * As gtk_test_init(), but leaves the interface in the language that LANGUAGE names.
 */
void luotain_ui_test_init (int *argc, char ***argv);

/**
 * luotain_ui_test_new:
 * @content: what the workbook holds
 *
 * Makes a workbook, opens a window on it and waits until its first page stands.
 *
 * Returns: (transfer full): the test; free with luotain_ui_test_free()
 */
LuotainUiTest *luotain_ui_test_new (LuotainUiTestContent content);
void luotain_ui_test_free (LuotainUiTest *self);

/**
 * luotain_ui_test_show:
 * @self: a test
 * @page: name of a page
 *
 * Returns: (nullable) (transfer none): the page, once it has nothing more to load
 */
GtkWidget *luotain_ui_test_show (LuotainUiTest *self, const char *page);

/** luotain_ui_test_settle: waits until the store has answered all that was asked, and the window has drawn it. */
void luotain_ui_test_settle (LuotainUiTest *self);

/** luotain_ui_test_wait: runs the main loop until @holds says so, or fails after some seconds. */
void luotain_ui_test_wait (gboolean (*holds) (gpointer data), gpointer data);

/** luotain_ui_test_find: (nullable): the first widget of a type below @root, itself among them. */
GtkWidget *luotain_ui_test_find (GtkWidget *root, GType type);

/** luotain_ui_test_find_button: (nullable): the first button of a label below @root. */
GtkWidget *luotain_ui_test_find_button (GtkWidget *root, const char *label);

/** luotain_ui_test_find_action: (nullable): the first widget below @root that names an action. */
GtkWidget *luotain_ui_test_find_action (GtkWidget *root, const char *action);

/** luotain_ui_test_find_motion: (nullable) (transfer none): the first controller of a widget that follows the pointer in a phase. */
GtkEventController *luotain_ui_test_find_motion (GtkWidget *widget, GtkPropagationPhase phase);

/** luotain_ui_test_press: as if a key had been pressed on a widget: whether one of its own controllers took it. */
gboolean luotain_ui_test_press (GtkWidget *widget, guint keyval, GdkModifierType state);

/**
 * luotain_ui_test_do:
 * @self: a test
 * @job: a change, which must succeed
 * @data: what it takes
 *
 * Does it as a step of the history, and waits until the window shows it.
 *
 * Returns: (nullable): what the job made
 */
gpointer luotain_ui_test_do (LuotainUiTest *self, LuotainJob job, gpointer data);

/** luotain_ui_test_ask: as luotain_ui_test_do(), of a job that only reads. */
gpointer luotain_ui_test_ask (LuotainUiTest *self, LuotainJob job, gpointer data);

/** luotain_ui_test_count: how many records of a type the workbook has. */
guint luotain_ui_test_count (LuotainUiTest *self, const LuotainRecordType *type);

/** luotain_ui_test_undo: takes the last change back, and waits until the window shows it. */
void luotain_ui_test_undo (LuotainUiTest *self);

/**
 * luotain_ui_test_first:
 * @self: a test
 * @type: name of a record type
 *
 * Returns: id of the first record of the type, 0 for none
 */
gint64 luotain_ui_test_first (LuotainUiTest *self, const char *type);

/** luotain_ui_test_dup_label: (nullable): the accessible label a widget was given. */
char *luotain_ui_test_dup_label (GtkWidget *widget);

/**
 * luotain_ui_test_picture:
 * @self: a test
 * @name: of the picture
 *
 * Writes what the window shows as NAME.png into the folder that LUOTAIN_PICTURES names, if it is set: to look at.
 */
void luotain_ui_test_picture (LuotainUiTest *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainUiTest, luotain_ui_test_free)

G_END_DECLS
