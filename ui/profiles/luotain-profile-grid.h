#pragma once

#include "luotain-context.h"
#include "luotain-profile-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PROFILE_GRID (luotain_profile_grid_get_type ())

/**
 * LuotainProfileGrid: a profile as the academy draws it: role levels as columns, competence groups as rows, chips.
 *
 * Signals: `selected (grid, gint64 entry)`: a chip got the focus; `opened (grid, gint64 entry)`: a chip was clicked.
 *
 * Actions on the chip that is selected: `entry.open`, `entry.remove`, `entry.move-to` and `entry.copy-to` (int64: a
 * role level).
 */
G_DECLARE_FINAL_TYPE (LuotainProfileGrid, luotain_profile_grid, LUOTAIN, PROFILE_GRID, GtkWidget)

GtkWidget *luotain_profile_grid_new (LuotainContext *context);

/**
 * luotain_profile_grid_set_sheet:
 * @self: a grid
 * @sheet: (nullable): what to show; must live until the next one is set
 */
void luotain_profile_grid_set_sheet (LuotainProfileGrid *self, const LuotainProfileSheet *sheet);

/**
 * luotain_profile_grid_reveal:
 *
 * Returns: (transfer none) (nullable): the chip of the entry, which has the focus now
 */
GtkWidget *luotain_profile_grid_reveal (LuotainProfileGrid *self, gint64 entry);

/** luotain_profile_grid_show_chosen: makes a narrow table show the column of the chip that is selected. */
void luotain_profile_grid_show_chosen (LuotainProfileGrid *self);

/** luotain_profile_grid_begin: puts the focus on the line of the first cell. */
void luotain_profile_grid_begin (LuotainProfileGrid *self);

G_END_DECLS
