#pragma once

#include "luotain-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_IMPORT_DIALOG (luotain_import_dialog_get_type ())

/** LuotainImportDialog: what files would add to a workbook, change and leave; then it does that. */
G_DECLARE_FINAL_TYPE (LuotainImportDialog, luotain_import_dialog, LUOTAIN, IMPORT_DIALOG, AdwWindow)

/**
 * luotain_import_dialog_new:
 * @context: a workbook's context
 * @files: (element-type GFile): XML files or workbooks
 *
 * Returns: (transfer none): a window to be presented
 */
GtkWidget *luotain_import_dialog_new (LuotainContext *context, GListModel *files);

G_END_DECLS
