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

GtkWidget *luotain_table_hints_new (void);
void luotain_table_hints_show (LuotainTableHints *self, const LuotainFuturesTable *table,
                               const LuotainTableMarks *marks);

/** luotain_table_hints_number: Returns: (transfer full): digits in groups of three, as they are read. */
char *luotain_table_hints_number (const char *digits);

G_END_DECLS
