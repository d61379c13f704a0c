#pragma once

#include "luotain-table-marks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_REMAINS_STRIP (luotain_remains_strip_get_type ())

/**
 * LuotainRemainsStrip: how many paths through a futures table remain, and which.
 *
 * Signal `fixed (const guint8 *path)`: all rows are to be fixed to one of them, or opened where it is %NULL. Signal
 * `closed`: somebody wants it away.
 */
G_DECLARE_FINAL_TYPE (LuotainRemainsStrip, luotain_remains_strip, LUOTAIN, REMAINS_STRIP, GtkWidget)

GtkWidget *luotain_remains_strip_new (void);

/** luotain_remains_strip_show: @table must live until the next call. */
void luotain_remains_strip_show (LuotainRemainsStrip *self, const LuotainFuturesTable *table,
                                 const LuotainTableMarks *marks);

G_END_DECLS
