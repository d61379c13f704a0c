#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

/**
 * luotain_remove_permanently:
 * @context: the context of a writable workbook
 * @parent: the window that asks
 * @id: a record
 *
 * Asks once more, because this is the one change that cannot be undone, and then removes the record with all it owns
 * from the bytes of the file and from its history.
 */
void luotain_remove_permanently (LuotainContext *context, GtkWindow *parent, gint64 id);

G_END_DECLS
