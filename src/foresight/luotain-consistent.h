#pragma once

#include "luotain-computation.h"
#include "luotain-cross-impact.h"

G_BEGIN_DECLS

/** LUOTAIN_CONSISTENT_MAX_PATHS: a search stops when it has found so many paths, whatever limit it is given. */
#define LUOTAIN_CONSISTENT_MAX_PATHS 10000000

/**
 * LuotainConsistentOptions:
 * @ic: the inconsistency that is let pass, 0 or more
 * @limit: stop when so many paths are found; 0: at LUOTAIN_CONSISTENT_MAX_PATHS. Those found first are not the best
 * @node_budget: stop after so many steps of the search, of each thread; 0: never
 * @fixed: (nullable): a path: only those are found that agree with it where it is not LUOTAIN_OPEN
 * @near: (nullable): a path: only those are found that differ from it in at most @max_distance variables
 * @max_distance: see @near
 * @n_threads: 2: a search that turns out to take its time gets help from a second thread; the answers are the same, but for which
 *   paths are found first
 * @portable: use nothing of the processor that not every processor has. The answers are the same; the environment variable
 *   `LUOTAIN_PORTABLE=1` does so everywhere
 *
 * How to search. All zeros finds everything that is strictly consistent.
 */
typedef struct
{
  int ic;
  gsize limit;
  guint64 node_budget;
  const guint8 *fixed;
  const guint8 *near;
  guint max_distance;
  guint n_threads;
  gboolean portable;
} LuotainConsistentOptions;

/**
 * LuotainConsistentSet:
 * @n_variables: length of a path
 * @n: paths in the set
 * @states: @n × @n_variables states, path after path
 * @consistency_values: one a path
 * @total_impact_scores: one a path; falling. Paths of the same score are sorted by their states
 * @end: whether these are all, and why not
 * @n_nodes: steps the search took
 * @ic: the inconsistency that was let pass
 *
 * Consistent paths.
 */
typedef struct
{
  guint n_variables;
  gsize n;
  guint8 *states;
  int *consistency_values;
  int *total_impact_scores;
  LuotainEnd end;
  guint64 n_nodes;
  int ic;
} LuotainConsistentSet;

/** luotain_consistent_set_free: */
void luotain_consistent_set_free (LuotainConsistentSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainConsistentSet, luotain_consistent_set_free)

/** luotain_consistent_set_path: Returns: (transfer none): the states of one path of the set. */
const guint8 *luotain_consistent_set_path (const LuotainConsistentSet *self, gsize index);

/**
 * luotain_consistent_find:
 * @matrix: the judgements
 * @options: (nullable): how to search
 * @cancellable: (nullable): stops the search; what was found until then is returned
 * @progress: (nullable): told how far the search is
 * @data: for @progress
 *
 * Finds all consistent paths, or says by @end why it stopped before. A consistent path is a pure Nash equilibrium of a game in
 * which variables play and every pair of them gives its judgements: a constraint problem.
 *
 * Returns: (transfer full): what was found
 */
LuotainConsistentSet *luotain_consistent_find (const LuotainCrossImpact *matrix,
                                               const LuotainConsistentOptions *options,
                                               GCancellable *cancellable, LuotainProgressFunc progress,
                                               gpointer data);

/**
 * luotain_consistent_find_again:
 * @previous: what was found in @was, with the same options; everything
 * @was: the judgements before
 * @matrix: the judgements now, of the same shape
 * @options: (nullable): how to search
 * @cancellable: (nullable): stops the search; what was found until then is returned
 * @progress: (nullable): told how far the search for each change is, or the one for all
 * @data: for @progress
 *
 * As luotain_consistent_find(), quicker where few judgements changed: only what a changed judgement can have touched is
 * searched again.
 *
 * Returns: (transfer full): what luotain_consistent_find() would find in @matrix
 */
LuotainConsistentSet *
luotain_consistent_find_again (const LuotainConsistentSet *previous, const LuotainCrossImpact *was,
                               const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options,
                               GCancellable *cancellable, LuotainProgressFunc progress, gpointer data);

/**
 * luotain_consistent_estimate:
 * @matrix: the judgements
 * @options: (nullable): how to search
 *
 * Estimates how long luotain_consistent_find() will take on this machine, in a millisecond or two. Above a tenth of a second
 * the search belongs on another thread. Meant to be right in the order of magnitude.
 *
 * Returns: seconds
 */
double luotain_consistent_estimate (const LuotainCrossImpact *matrix,
                                    const LuotainConsistentOptions *options);

G_END_DECLS
