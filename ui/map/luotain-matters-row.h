#pragma once

#include "luotain-map-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MATTERS_ROW (luotain_matters_row_get_type ())

/**
 * LuotainMattersRow: a finding that matters for the region, in its place.
 *
 * Signal `move (int places)`; `dropped (gint64 id)`: another is to stand in its place; `unmark`; `make`: a key variable of
 * it is wanted; `dots (gint64 dots)`: -1 for none.
 */
G_DECLARE_FINAL_TYPE (LuotainMattersRow, luotain_matters_row, LUOTAIN, MATTERS_ROW, GtkListBoxRow)

GtkWidget *luotain_matters_row_new (void);
void luotain_matters_row_show (LuotainMattersRow *self, guint place, const LuotainMapFinding *finding,
                               gboolean writable);
gint64 luotain_matters_row_get_id (LuotainMattersRow *self);

G_END_DECLS
