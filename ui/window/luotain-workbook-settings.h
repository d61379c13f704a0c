#pragma once

#include "luotain-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WORKBOOK_SETTINGS (luotain_workbook_settings_get_type ())

/**
 * LuotainWorkbookSettings: what a workbook is, its sectors, and the words it works with.
 *
 * Its pages are named `workbook`, `sectors` and `words`.
 */
G_DECLARE_FINAL_TYPE (LuotainWorkbookSettings, luotain_workbook_settings, LUOTAIN, WORKBOOK_SETTINGS,
                      AdwPreferencesWindow)

GtkWidget *luotain_workbook_settings_new (LuotainContext *context);

G_END_DECLS
