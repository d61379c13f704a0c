#pragma once

#include "luotain-succession.h"

G_BEGIN_DECLS

/* Exact weights, for the files of this folder. */

/** luotain_attractor_turn: lets a cycle begin with its least path. */
void luotain_attractor_turn (LuotainAttractor *self, guint n_variables);

/**
 * luotain_attractor_graph_weigh:
 * @matrix: the judgements, of at most 2²⁸ paths
 *
 * Follows every path once.
 *
 * Returns: (transfer full) (nullable) (element-type LuotainAttractor): the attractors with their weights, %NULL if it was
 *   cancelled
 */
GArray *luotain_attractor_graph_weigh (const LuotainCrossImpact *matrix, const LuotainWeightOptions *options,
                                       GCancellable *cancellable, LuotainProgressFunc progress,
                                       gpointer data);

G_END_DECLS
