#include "luotain-consistent.h"

#include "luotain-consistent-islands.h"
#include "luotain-consistent-search.h"
#include "luotain-consistent-set.h"
#include "luotain-consistent-sweep.h"

#include <string.h>

/* Beyond so many changed judgements all is searched anew. */
#define MANY_CHANGES 8
/* Up to so many paths it is quicker to look at all of them. */
#define FEW_PATHS 10000
/* What an estimate may try out. */
#define TRIAL_NODES 300
#define N_DIVES 40

LuotainConsistentSet *
luotain_consistent_find (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options,
                         GCancellable *cancellable, LuotainProgressFunc progress, gpointer data)
{
  const LuotainConsistentOptions plain = { 0 };
  const LuotainConsistentOptions *o = options != NULL ? options : &plain;
  g_autoptr (LuotainIslands) islands = NULL;
  LuotainConsistentSet *set = NULL;

  if (luotain_cross_impact_n_combinations (matrix) <= FEW_PATHS && o->node_budget == 0)
    set = luotain_consistent_sweep (matrix, o);
  if (set == NULL)
    {
      islands = luotain_islands_new (matrix, o, NULL);
      set = luotain_islands_find (islands, matrix, o, cancellable, progress, data);
    }

  luotain_consistent_set_finish (set, matrix);
  return set;
}

typedef struct
{
  gsize cell;
  int becomes;
} Change;

static guint
find_changes (const LuotainCrossImpact *was, const LuotainCrossImpact *matrix, Change *changes)
{
  const gsize size = (gsize) matrix->n_states * matrix->n_states;
  guint n = 0;

  for (gsize c = 0; c < size; c++)
    if (was->judgements[c] != matrix->judgements[c])
      {
        if (n < MANY_CHANGES)
          changes[n] = (Change){ c, matrix->judgements[c] };
        n++;
      }

  return n;
}

static guint
find_variable (const LuotainCrossImpact *matrix, guint state)
{
  guint i = 0;

  while (matrix->offsets[i + 1] <= state)
    i++;

  return i;
}

/* Those of @before that are still consistent, and those that became so. The latter hold the source's state, and were not. */
static LuotainConsistentSet *
follow_change (const LuotainConsistentSet *before, LuotainCrossImpact *matrix, const Change *change,
               const LuotainConsistentOptions *options, GCancellable *cancellable,
               LuotainProgressFunc progress, gpointer data)
{
  const guint source = (guint) (change->cell / matrix->n_states);
  const guint target = (guint) (change->cell % matrix->n_states);
  const guint i = find_variable (matrix, source);
  const guint j = find_variable (matrix, target);
  const gint16 was = matrix->judgements[change->cell];
  const LuotainPivot pivot = { j, target - matrix->offsets[j], change->becomes - was };
  g_autofree guint8 *fixed = g_malloc (matrix->n_variables);
  g_autoptr (LuotainIslands) islands = NULL;
  g_autoptr (LuotainConsistentSet) found = NULL;
  LuotainConsistentOptions narrowed = *options;
  LuotainConsistentSet *after = luotain_consistent_set_new (matrix->n_variables, options->ic);
  const guint8 x = (guint8) (source - matrix->offsets[i]);

  matrix->judgements[change->cell] = (gint16) change->becomes;
  for (gsize p = 0; p < before->n; p++)
    {
      const guint8 *path = luotain_consistent_set_path (before, p);

      if (path[i] != x || luotain_cross_impact_is_consistent (matrix, path, options->ic))
        luotain_consistent_set_add (after, path);
    }
  if (matrix->states[j] == 1
      || (options->fixed != NULL && options->fixed[i] != LUOTAIN_OPEN && options->fixed[i] != x))
    return after;

  memset (fixed, LUOTAIN_OPEN, matrix->n_variables);
  if (options->fixed != NULL)
    memcpy (fixed, options->fixed, matrix->n_variables);
  fixed[i] = x;
  narrowed.fixed = fixed;
  islands = luotain_islands_new (matrix, &narrowed, &pivot);
  found = luotain_islands_find (islands, matrix, &narrowed, cancellable, progress, data);
  after->end = found->end;
  after->n_nodes = before->n_nodes + found->n_nodes;

  matrix->judgements[change->cell] = was;
  for (gsize p = 0; p < found->n; p++)
    if (!luotain_cross_impact_is_consistent (matrix, luotain_consistent_set_path (found, p), options->ic))
      luotain_consistent_set_add (after, luotain_consistent_set_path (found, p));
  matrix->judgements[change->cell] = (gint16) change->becomes;
  return after;
}

/* What was kept and what was found may together be more than the limit. Stopped at the only change there is, all found until
 * then is consistent. */
static gboolean
is_answer (const LuotainConsistentSet *set, guint n_changes, const LuotainConsistentOptions *options)
{
  const gsize limit = options->limit != 0 ? options->limit : LUOTAIN_CONSISTENT_MAX_PATHS;

  if (n_changes > MANY_CHANGES || set->n > MIN (limit, LUOTAIN_CONSISTENT_MAX_PATHS))
    return FALSE;
  return set->end == LUOTAIN_END_COMPLETE || (set->end == LUOTAIN_END_CANCELLED && n_changes == 1);
}

LuotainConsistentSet *
luotain_consistent_find_again (const LuotainConsistentSet *previous, const LuotainCrossImpact *was,
                               const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options,
                               GCancellable *cancellable, LuotainProgressFunc progress, gpointer data)
{
  const LuotainConsistentOptions plain = { 0 };
  const LuotainConsistentOptions *o = options != NULL ? options : &plain;
  g_autoptr (LuotainCrossImpact) between = luotain_cross_impact_copy (was);
  LuotainConsistentSet *set = luotain_consistent_set_new (matrix->n_variables, o->ic);
  Change changes[MANY_CHANGES];
  const guint n = find_changes (was, matrix, changes);

  g_assert (luotain_cross_impact_same_shape (was, matrix));
  g_assert (previous->ic == o->ic);

  for (gsize p = 0; p < previous->n; p++)
    luotain_consistent_set_add (set, luotain_consistent_set_path (previous, p));
  set->end = previous->end;
  for (guint c = 0; c < MIN (n, MANY_CHANGES) && set->end == LUOTAIN_END_COMPLETE; c++)
    {
      LuotainConsistentSet *after = follow_change (set, between, &changes[c], o, cancellable, progress, data);

      luotain_consistent_set_free (set);
      set = after;
    }

  if (previous->end != LUOTAIN_END_COMPLETE || !is_answer (set, n, o))
    {
      luotain_consistent_set_free (set);
      return luotain_consistent_find (matrix, o, cancellable, progress, data);
    }
  luotain_consistent_set_finish (set, matrix);
  return set;
}

/* Steps that the search of one island will take: as many as a trial took, or what dives into it stand for. */
static double
estimate_island (const LuotainProblem *problem, gboolean portable, guint64 *tried)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_auto (LuotainSearch) trial;
  double steps = 0;

  luotain_search_init (&trial, problem);
  trial.node_budget = TRIAL_NODES;
  luotain_search_run (&trial, portable);
  *tried += trial.n_nodes;
  if (trial.end == LUOTAIN_END_COMPLETE)
    return (double) trial.n_nodes;

  for (guint d = 0; d < N_DIVES; d++)
    {
      g_auto (LuotainSearch) search;

      luotain_search_init (&search, problem);
      search.dive = rand;
      luotain_search_run (&search, portable);
      *tried += search.n_nodes;
      steps += search.estimate / N_DIVES;
    }

  return MAX (steps, TRIAL_NODES);
}

double
luotain_consistent_estimate (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options)
{
  const LuotainConsistentOptions plain = { 0 };
  const LuotainConsistentOptions *o = options != NULL ? options : &plain;
  const gint64 begun = g_get_monotonic_time ();
  g_autoptr (LuotainIslands) islands = luotain_islands_new (matrix, o, NULL);
  const gint64 prepared = g_get_monotonic_time ();
  double steps = 0;
  guint64 tried = 0;

  for (guint i = 0; i < islands->n; i++)
    steps += estimate_island (islands->problems[i], o->portable, &tried);

  return ((double) (prepared - begun)
          + (double) (g_get_monotonic_time () - prepared) * steps / (double) MAX (tried, 1))
         / 1e6;
}
