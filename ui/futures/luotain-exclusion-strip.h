#pragma once

#include "luotain-context.h"
#include "luotain-futures-table.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_EXCLUSION_STRIP (luotain_exclusion_strip_get_type ())

/**
 * LuotainExclusionStrip: the pairs of a futures table that cannot coexist, and why.
 *
 * Signal `base (gint64 state)`: the state with which others are to be compared is another. Signal `closed`: somebody wants
 * it away.
 */
G_DECLARE_FINAL_TYPE (LuotainExclusionStrip, luotain_exclusion_strip, LUOTAIN, EXCLUSION_STRIP, GtkWidget)

GtkWidget *luotain_exclusion_strip_new (LuotainContext *context);

/**
 * luotain_exclusion_strip_show:
 * @table: what is shown; it must live until the next call
 * @base: the state with which others are compared, 0 for none
 */
void luotain_exclusion_strip_show (LuotainExclusionStrip *self, const LuotainFuturesTable *table,
                                   gint64 base);

/** luotain_exclusion_strip_toggle: says that a state cannot stand with the base, or that it can after all. */
void luotain_exclusion_strip_toggle (LuotainExclusionStrip *self, gint64 state);

/** luotain_exclusion_strip_choose: shows an exclusion of the table, by its index. */
void luotain_exclusion_strip_choose (LuotainExclusionStrip *self, guint index);

G_END_DECLS
