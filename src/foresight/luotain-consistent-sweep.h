#pragma once

#include "luotain-consistent.h"

G_BEGIN_DECLS

/**
 * luotain_consistent_sweep:
 * @matrix: the judgements
 * @options: how to search
 *
 * Looks at every path: for a small matrix quicker than to set up a search. For the files of this folder.
 *
 * Returns: (transfer full): the consistent paths, neither judged nor sorted
 */
LuotainConsistentSet *luotain_consistent_sweep (const LuotainCrossImpact *matrix,
                                                const LuotainConsistentOptions *options);

G_END_DECLS
