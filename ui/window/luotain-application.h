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

G_END_DECLS
