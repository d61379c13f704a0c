#pragma once

#include "luotain-table-marks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TABLE_HINTS (luotain_table_hints_get_type ())

/**
 * LuotainTableHints: what there is to be said of a futures table, in place: each is a button that leads there, by the
 * action `table.hint` with one of `combinations`, `unused`, `twins`, `findings`, `struck`.
 */
G_DECLARE_FINAL_TYPE (LuotainTableHints, luotain_table_hints, LUOTAIN, TABLE_HINTS, GtkWidget)

void luotain_table_hints_show (LuotainTableHints *self, const LuotainFuturesTable *table,
                               const LuotainTableMarks *marks);

/**
 * luotain_table_hints_next:
 * @hint: one of those above
 * @after: where the hint led before, 0 for nowhere yet
 *
 * Returns: the id of what the hint leads to: a state, a key variable, a scenario or an exclusion; each time one further,
 *   and behind the last the first again. 0 for none
 */
gint64 luotain_table_hints_next (const LuotainFuturesTable *table, const char *hint, gint64 after);

/** luotain_table_hints_number: Returns: (transfer full): digits in groups of three, as they are read. */
char *luotain_table_hints_number (const char *digits);

G_END_DECLS
