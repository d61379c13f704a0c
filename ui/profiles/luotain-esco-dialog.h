#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_ESCO_DIALOG (luotain_esco_dialog_get_type ())

/** LuotainEscoDialog: says what ESCO is for and where it is had from, and reads its package into the catalogue. */
G_DECLARE_FINAL_TYPE (LuotainEscoDialog, luotain_esco_dialog, LUOTAIN, ESCO_DIALOG, AdwWindow)

/** luotain_esco_dialog_present: shows it above the window that @widget is in. */
void luotain_esco_dialog_present (GtkWidget *widget);

/** luotain_esco_dialog_read: reads the package in a folder or archive; what the file chooser does, for tests. */
void luotain_esco_dialog_read (LuotainEscoDialog *self, const char *path);

G_END_DECLS
