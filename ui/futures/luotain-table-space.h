#pragma once

#include "luotain-futures-space.h"
#include "luotain-futures-table.h"

G_BEGIN_DECLS

/**
 * luotain_table_space_new:
 * @fixed: (nullable): id of a variable → id of the state its row is fixed to
 *
 * Returns: (transfer full) (nullable): the paths of a table with what is excluded and fixed; %NULL where the table is
 *   larger than can be computed
 */
LuotainFuturesSpace *luotain_table_space_new (const LuotainFuturesTable *table, GHashTable *fixed);

/**
 * luotain_table_space_compute:
 * @any: (out): whether any path remains
 * @n_remaining: (out) (nullable): how many, in digits
 * @possible: (out) (nullable): bits a row
 */
void luotain_table_space_compute (const LuotainFuturesTable *table, GHashTable *fixed, gboolean *any,
                                  char **n_remaining, guint64 **possible);

/** luotain_table_space_n_struck: Returns: how many excluded pairs that strike a scenario's path holds. */
guint luotain_table_space_n_struck (const LuotainFuturesTable *table, const LuotainFuturesPath *path);

G_END_DECLS
