#pragma once

#include "luotain-consistent-problem.h"
#include "luotain-consistent.h"

G_BEGIN_DECLS

/* A matrix taken apart into problems that can be solved one by one; for the files of this folder. */

/**
 * LuotainPivot:
 * @variable: the variable with the judgement that changed
 * @state: its state
 * @rise: by how much the judgement rose; below 0 it fell
 *
 * Only paths are wanted that were not consistent before one judgement on a state of a variable changed.
 */
typedef struct
{
  guint variable;
  guint state;
  int rise;
} LuotainPivot;

/**
 * LuotainIslands:
 * @n: problems, those with the fewest variables first
 * @problems: islands of variables that do not influence one another; every variable of two or more states is in one
 * @impossible: whether it is plain already that nothing is consistent
 */
typedef struct
{
  guint n;
  LuotainProblem **problems;
  gboolean impossible;
} LuotainIslands;

/**
 * luotain_islands_new:
 * @matrix: the judgements
 * @options: how to search
 * @pivot: (nullable): what changed
 *
 * Takes away the states that cannot be on any consistent path, then takes apart what is left.
 *
 * Returns: (transfer full): the islands
 */
LuotainIslands *luotain_islands_new (const LuotainCrossImpact *matrix,
                                     const LuotainConsistentOptions *options, const LuotainPivot *pivot);

/** luotain_islands_free: */
void luotain_islands_free (LuotainIslands *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainIslands, luotain_islands_free)

/**
 * luotain_islands_find:
 * @self: the islands of @matrix
 * @matrix: the judgements
 * @options: how to search
 * @cancellable: (nullable): stops the search
 * @progress: (nullable): told how far it is
 * @data: for @progress
 *
 * Returns: (transfer full): the consistent paths, neither judged nor sorted
 */
LuotainConsistentSet *luotain_islands_find (const LuotainIslands *self, const LuotainCrossImpact *matrix,
                                            const LuotainConsistentOptions *options,
                                            GCancellable *cancellable, LuotainProgressFunc progress,
                                            gpointer data);

G_END_DECLS
