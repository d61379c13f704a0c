#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_APPLICATION (luotain_application_get_type ())

/** LuotainApplication: the program: one window a workbook. */
G_DECLARE_FINAL_TYPE (LuotainApplication, luotain_application, LUOTAIN, APPLICATION, AdwApplication)

/**
 * luotain_application_new:
 *
 * Returns: (transfer full): the application, to be run
 */
GApplication *luotain_application_new (void);

/**
 * luotain_application_open_workbook:
 * @self: the application
 * @file: a workbook
 *
 * Shows the workbook: in the window that has it open, in one that has none, or in a new one.
 */
void luotain_application_open_workbook (LuotainApplication *self, GFile *file);

G_END_DECLS
