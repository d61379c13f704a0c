#pragma once

#include "luotain-application.h"

G_BEGIN_DECLS

/**
 * luotain_example_open:
 * @application: the application
 *
 * Makes a copy of the maritime cluster's workbook from the content that ships with the program, where there is none
 * yet, and opens it.
 */
void luotain_example_open (LuotainApplication *application);

G_END_DECLS
