#pragma once

#include "luotain-consistent.h"

G_BEGIN_DECLS

/* How a LuotainConsistentSet comes to be; for the files of this folder. */

/** luotain_consistent_set_new: Returns: (transfer full): a set of no paths, for paths of @n_variables. */
LuotainConsistentSet *luotain_consistent_set_new (guint n_variables, int ic);

/** luotain_consistent_set_add: adds a path; what it is worth is found by luotain_consistent_set_finish(). */
void luotain_consistent_set_add (LuotainConsistentSet *self, const guint8 *path);

/** luotain_consistent_set_clear: takes all paths out again. */
void luotain_consistent_set_clear (LuotainConsistentSet *self);

/** luotain_consistent_set_finish: judges all paths by @matrix and sorts them. */
void luotain_consistent_set_finish (LuotainConsistentSet *self, const LuotainCrossImpact *matrix);

G_END_DECLS
