#pragma once

#include "luotain-scw.h"

G_BEGIN_DECLS

/** luotain_scw_owners: Returns: (transfer full): for each state which variable it belongs to. */
guint *luotain_scw_owners (const LuotainScw *self);

/**
 * luotain_scw_set_cell:
 * @owners: see luotain_scw_owners()
 * @row: the state that influences
 * @column: the state influenced
 * @word: what stands in a file for the judgement
 *
 * Returns: (transfer full) (nullable): what is wrong with @word
 */
char *luotain_scw_set_cell (LuotainScw *self, const guint *owners, guint row, guint column, const char *word);

G_END_DECLS
