#pragma once

#include "luotain-consistent.h"

G_BEGIN_DECLS

/* A look at every path; for the files of this folder.
 *
 * Some variables, the last ones, are the inner ones: their combinations are lanes, looked at 64 at a time, while the others are
 * counted through like the hands of a clock. For every pair of states of a variable, one chosen and its rival, what the inner
 * variables add to the difference of their scores is kept for every lane; what the outer ones add is the same for all lanes, and
 * brought up to date at each step. */

/**
 * LuotainSweepCheck:
 * @variable: which variable of the matrix
 * @n_states: its states, 2 or more
 * @first: its first pair; those of a chosen state come one after the other, with the rival behind it first
 * @selectors: (nullable): of an inner variable, for each state and block which lanes are in it: all ones there, else 0.
 *   Its additions are those of the state each lane is in; they stand where those of its first state would
 */
typedef struct
{
  guint variable;
  guint n_states;
  guint first;
  void *selectors;
} LuotainSweepCheck;

/**
 * LuotainSweepPlan:
 * @n_checks: variables that can be inconsistent
 * @checks: these
 * @n_blocks: vectors that hold all combinations of the inner variables
 * @lane_size: bytes of a lane: 1 or 2
 * @lanes: for each block which lanes stand for a combination
 * @additions: what the inner variables add, by pair and block, of type lane
 */
typedef struct
{
  guint n_checks;
  LuotainSweepCheck *checks;
  guint n_blocks;
  guint lane_size;
  guint64 *lanes;
  void *additions;
} LuotainSweepPlan;

/**
 * LuotainSweepKernel:
 * @plan: how to sweep
 * @path: the states of the outer variables
 * @bases: for every pair what they add, with the inconsistency that is let pass
 * @found: (out): for each block the lanes that are consistent
 */
typedef void (*LuotainSweepKernel) (const LuotainSweepPlan *plan, const guint8 *path, const gint16 *bases,
                                    guint64 *found);

/**
 * luotain_consistent_sweep:
 * @matrix: the judgements
 * @options: how to search
 *
 * Looks at every path: for a small matrix quicker than to search.
 *
 * Returns: (transfer full) (nullable): the consistent paths, neither judged nor sorted; %NULL if the judgements are too large
 */
LuotainConsistentSet *luotain_consistent_sweep (const LuotainCrossImpact *matrix,
                                                const LuotainConsistentOptions *options);

G_END_DECLS
