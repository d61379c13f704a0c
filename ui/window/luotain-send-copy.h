#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

/**
 * luotain_send_copy:
 * @context: a workbook's context
 * @parent: the window that asks
 *
 * Asks where to, and makes a sound copy of the workbook there that holds nothing that was deleted.
 */
void luotain_send_copy (LuotainContext *context, GtkWindow *parent);

G_END_DECLS
