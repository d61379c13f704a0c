#pragma once

#include "luotain-context.h"
#include "luotain-futures-layout.h"
#include "luotain-table-marks.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FUTURES_GRID (luotain_futures_grid_get_type ())

/**
 * LuotainFuturesGrid: the futures table, as quick to write as a spreadsheet, with the scenarios drawn as paths.
 *
 * Signal `activated (gint64 state)`: a state was clicked, or Space pressed on it, where that does not write: a scenario is
 * chosen, or pairs are excluded, or rows fixed.
 */
G_DECLARE_FINAL_TYPE (LuotainFuturesGrid, luotain_futures_grid, LUOTAIN, FUTURES_GRID, GtkWidget)

GtkWidget *luotain_futures_grid_new (LuotainContext *context);

/**
 * luotain_futures_grid_show:
 * @table: (nullable): what is shown; it and the others must live until the next call
 * @layout: (nullable): its columns
 * @marks: (nullable): what is said of its states
 */
void luotain_futures_grid_show (LuotainFuturesGrid *self, const LuotainFuturesTable *table,
                                const LuotainFuturesLayout *layout, const LuotainTableMarks *marks);

/** luotain_futures_grid_show_marks: the marks have changed, the table has not. */
void luotain_futures_grid_show_marks (LuotainFuturesGrid *self);

/** luotain_futures_grid_light: draws the path of a scenario over all others; 0 for none. */
void luotain_futures_grid_light (LuotainFuturesGrid *self, gint64 scenario);

/** luotain_futures_grid_find: Returns: (nullable): the cell of a key variable or state. */
GtkWidget *luotain_futures_grid_find (LuotainFuturesGrid *self, gint64 id);

/** luotain_futures_grid_get_cell: Returns: (nullable): the cell; column -1 for the variable itself. */
GtkWidget *luotain_futures_grid_get_cell (LuotainFuturesGrid *self, int row, int column);

/** luotain_futures_grid_begin: puts the focus where the next key variable is written, or the first cell. */
void luotain_futures_grid_begin (LuotainFuturesGrid *self);

/** luotain_futures_grid_paste_text: what Ctrl+V does with what is on the clipboard. */
void luotain_futures_grid_paste_text (LuotainFuturesGrid *self, const char *text);

G_END_DECLS
