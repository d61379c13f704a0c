#pragma once

#include "luotain-finding-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDING_CELL (luotain_finding_cell_get_type ())

/**
 * LuotainFindingCell: a finding in a list, in two lines.
 *
 * The first line holds the title and, at its end, how many sources there are and how much it supports; the second the
 * kind (shape and word), the dimensions as chips, and the session. It draws itself: a list view sets up some two
 * hundred rows at once, and nine widgets in each would be seen. It names its row for screen readers.
 *
 * Property `item`: the #LuotainFindingItem.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingCell, luotain_finding_cell, LUOTAIN, FINDING_CELL, GtkWidget)

G_END_DECLS
