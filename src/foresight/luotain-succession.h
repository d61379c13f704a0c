#pragma once

#include "luotain-computation.h"
#include "luotain-cross-impact.h"

G_BEGIN_DECLS

/**
 * LuotainSuccession:
 * @LUOTAIN_SUCCESSION_GLOBAL: all variables move at once to their best state
 * @LUOTAIN_SUCCESSION_LOCAL: only the variable with the largest inconsistency moves; among equals the first
 *
 * How a path moves on. A variable whose present state is among its best keeps it; else it takes the first of its best.
 */
typedef enum
{
  LUOTAIN_SUCCESSION_GLOBAL,
  LUOTAIN_SUCCESSION_LOCAL,
} LuotainSuccession;

/**
 * LuotainWalk:
 * @n_variables: length of a path
 * @n_paths: paths walked through, the start first, none of them twice
 * @cycle_start: which of them the last one moves on to; from there on it goes round. Where it is the last one, the walk ended in
 *   a consistent path
 * @states: @n_paths × @n_variables states
 *
 * Where succession leads from a path.
 */
typedef struct
{
  guint n_variables;
  gsize n_paths;
  gsize cycle_start;
  guint8 *states;
} LuotainWalk;

/**
 * LuotainAttractor:
 * @length: 1: a consistent path; more: a cycle of so many paths
 * @states: @length × n_variables states; a cycle begins with the path whose states come first
 * @weight: how many starting paths end in it; where the weights are sampled, how many of those drawn
 */
typedef struct
{
  gsize length;
  guint8 *states;
  guint64 weight;
} LuotainAttractor;

/**
 * LuotainAttractorSet:
 * @n_variables: length of a path
 * @n: attractors
 * @attractors: falling by weight, then by their states
 * @n_starts: starting paths followed: the sum of all weights
 * @exact: whether every path was followed once; else only @n_starts of them were, drawn at random or until it was stopped
 * @end: whether it was stopped before
 */
typedef struct
{
  guint n_variables;
  gsize n;
  LuotainAttractor *attractors;
  guint64 n_starts;
  gboolean exact;
  LuotainEnd end;
} LuotainAttractorSet;

/**
 * LuotainWeightOptions:
 * @succession: global or local
 * @max_combinations: up to so many paths all are followed, beyond that samples are drawn; at most 2²⁸; 0: 2²⁸ for global succession, 2²⁴ for
 *   local
 * @n_samples: how many are drawn; 0: 100,000
 * @seed: of the drawing; the same seed draws the same
 * @n_threads: 1 or 2; 0: 1
 * @portable: see LuotainConsistentOptions
 */
typedef struct
{
  LuotainSuccession succession;
  guint64 max_combinations;
  guint64 n_samples;
  guint32 seed;
  guint n_threads;
  gboolean portable;
} LuotainWeightOptions;

/**
 * luotain_succession_step:
 * @path: a path without open variables
 * @next: (out caller-allocates): the path it moves on to; may be @path itself
 *
 * Returns: whether anything moved
 */
gboolean luotain_succession_step (const LuotainCrossImpact *matrix, LuotainSuccession succession,
                                  const guint8 *path, guint8 *next);

/**
 * luotain_succession_walk:
 * @path: a path without open variables
 * @cancellable: (nullable): stops it
 *
 * Follows succession until it comes to a path a second time.
 *
 * Returns: (transfer full) (nullable): all paths on the way; %NULL where it was stopped
 */
LuotainWalk *luotain_succession_walk (const LuotainCrossImpact *matrix, LuotainSuccession succession,
                                      const guint8 *path, GCancellable *cancellable);

/** luotain_walk_free: */
void luotain_walk_free (LuotainWalk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainWalk, luotain_walk_free)

/**
 * luotain_succession_weigh:
 * @options: (nullable): how to count
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told how far it is
 * @data: for @progress
 *
 * Finds all attractors and how many of all paths end in each, exactly where the space is small enough.
 *
 * Returns: (transfer full): the attractors
 */
LuotainAttractorSet *luotain_succession_weigh (const LuotainCrossImpact *matrix,
                                               const LuotainWeightOptions *options, GCancellable *cancellable,
                                               LuotainProgressFunc progress, gpointer data);

/**
 * luotain_attractor_set_weight:
 * @path: a consistent path
 *
 * Returns: the weight of the attractor that is this path alone, 0 where there is none
 */
guint64 luotain_attractor_set_weight (const LuotainAttractorSet *self, const guint8 *path);

/** luotain_attractor_set_free: */
void luotain_attractor_set_free (LuotainAttractorSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainAttractorSet, luotain_attractor_set_free)

G_END_DECLS
