#pragma once

#include "luotain-consistent.h"
#include "luotain-faults.h"
#include "luotain-succession.h"

G_BEGIN_DECLS

/** LUOTAIN_SOLUTIONS_SATURATED: from 2²⁴ on, ScenarioWizard's weights do not count any more. */
#define LUOTAIN_SOLUTIONS_SATURATED 16777216.0

/** LuotainSolution: a consistent scenario as a file tells it. */
typedef struct
{
  guint8 *path; /* states from 0 */
  double weight;
  int consistency_value;
  int total_impact_score;
  guint line;
} LuotainSolution;

/** LuotainSolutions: a solution set as ScenarioWizard keeps it in a `.sl` file. */
typedef struct
{
  guint n_variables;
  gint64 n_declared; /* how many the file says it holds */
  GPtrArray *solutions; /* (element-type LuotainSolution): in their order */
} LuotainSolutions;

void luotain_solutions_free (LuotainSolutions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainSolutions, luotain_solutions_free)

/**
 * luotain_solutions_read:
 * @data: the bytes of a file
 * @length: how many
 * @file: what to call it in messages
 * @matrix: the model it should be of
 * @faults: where to add what is wrong, with its line; a set of another model than @matrix, too
 *
 * Returns: (transfer full) (nullable): the solutions, %NULL where there are faults
 */
LuotainSolutions *luotain_solutions_read (const char *data, gsize length, const char *file,
                                          const LuotainCrossImpact *matrix, LuotainFaults *faults);

/**
 * luotain_solutions_compare:
 * @self: what a file tells
 * @file: what to call it
 * @matrix: the model
 * @found: what was computed from @matrix
 * @weights: (nullable): exact weights, where they were computed
 * @differences: where to add a sentence, with its line in the file, for each thing in which the file disagrees
 *
 * Recomputes what a file tells: whether each scenario is consistent at the inconsistency of @found, its consistency value and
 * total impact score, and its weight unless that is 0 or saturated in the file; whether one stands there twice, and
 * whether any are missing.
 *
 * Returns: how many solutions agree in all this
 */
guint luotain_solutions_compare (const LuotainSolutions *self, const char *file,
                                 const LuotainCrossImpact *matrix, const LuotainConsistentSet *found,
                                 const LuotainAttractorSet *weights, LuotainFaults *differences);

G_END_DECLS
