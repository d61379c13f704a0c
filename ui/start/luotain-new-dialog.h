#pragma once

#include "luotain-application.h"

G_BEGIN_DECLS

/**
 * luotain_new_dialog_present:
 * @application: the application
 * @parent: (nullable): a window
 * @files: (nullable) (element-type GFile): XML files to fill it with
 *
 * Asks for title and language of a new workbook and where it is to stand, makes it and opens it.
 */
void luotain_new_dialog_present (LuotainApplication *application, GtkWindow *parent, GListModel *files);

/**
 * luotain_new_dialog_file_name:
 * @title: title of a workbook
 *
 * Returns: (transfer full): a name for its file
 */
char *luotain_new_dialog_file_name (const char *title);

G_END_DECLS
