#pragma once

#include "luotain-consistent.h"

G_BEGIN_DECLS

/**
 * LuotainSolved:
 * @judgements: a matrix
 * @set: what is consistent in it
 * @from_last: whether it was found from what was solved before
 *
 * A matrix and what was found in it, never changed again: threads may share it. Nothing but the judgements and the options
 * decides what is found; which variables and states they are about does not.
 */
typedef struct
{
  LuotainCrossImpact *judgements;
  LuotainConsistentSet *set;
  gboolean from_last;
} LuotainSolved;

/**
 * luotain_solved_new:
 * @last: (nullable): what was solved before, with the same options but perhaps another inconsistency let pass
 * @judgements: the judgements now
 * @options: how to search; neither fixed nor near a path
 * @cancellable: (nullable): stops the search; what was found until then is returned
 * @progress: (nullable): told how far the search is
 * @data: for @progress
 *
 * Finds what luotain_consistent_find() would. Where one judgement is all that changed since @last, and that was complete,
 * only what the judgement can have touched is searched.
 *
 * Returns: (transfer full): the matrix and what was found in it
 */
LuotainSolved *luotain_solved_new (const LuotainSolved *last, const LuotainCrossImpact *judgements,
                                   const LuotainConsistentOptions *options, GCancellable *cancellable,
                                   LuotainProgressFunc progress, gpointer data);

/** luotain_solved_ref: Returns: (transfer full): @self. */
LuotainSolved *luotain_solved_ref (LuotainSolved *self);

/** luotain_solved_unref: */
void luotain_solved_unref (LuotainSolved *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainSolved, luotain_solved_unref)

G_END_DECLS
