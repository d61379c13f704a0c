#include "luotain-consistent-set.h"

#include <string.h>

LuotainConsistentSet *
luotain_consistent_set_new (guint n_variables, int ic)
{
  LuotainConsistentSet *self = g_new0 (LuotainConsistentSet, 1);

  self->n_variables = n_variables;
  self->ic = ic;
  return self;
}

void
luotain_consistent_set_free (LuotainConsistentSet *self)
{
  if (self == NULL)
    return;

  g_free (self->states);
  g_free (self->consistency_values);
  g_free (self->total_impact_scores);
  g_free (self);
}

const guint8 *
luotain_consistent_set_path (const LuotainConsistentSet *self, gsize index)
{
  g_assert (index < self->n);

  return self->states + index * self->n_variables;
}

void
luotain_consistent_set_add (LuotainConsistentSet *self, const guint8 *path)
{
  /* Room is doubled whenever the number of paths comes to a power of two. */
  if ((self->n & (self->n - 1)) == 0)
    self->states = g_realloc (self->states, MAX (self->n * 2, 1) * MAX (self->n_variables, 1));

  memcpy (self->states + self->n * self->n_variables, path, self->n_variables);
  self->n++;
}

void
luotain_consistent_set_clear (LuotainConsistentSet *self)
{
  g_clear_pointer (&self->states, g_free);
  self->n = 0;
}

static int
compare_paths (gconstpointer a, gconstpointer b, gpointer data)
{
  const LuotainConsistentSet *self = data;
  const gsize first = *(const gsize *) a;
  const gsize second = *(const gsize *) b;
  const int scores[] = { self->total_impact_scores[first], self->total_impact_scores[second] };

  if (scores[0] != scores[1])
    return scores[0] > scores[1] ? -1 : 1;

  return memcmp (self->states + first * self->n_variables, self->states + second * self->n_variables,
                 self->n_variables);
}

static void
sort_paths (LuotainConsistentSet *self)
{
  g_autofree gsize *order = g_new (gsize, self->n);
  guint8 *states = g_malloc (self->n * MAX (self->n_variables, 1));
  int *values = g_new (int, self->n);
  int *scores = g_new (int, self->n);

  for (gsize p = 0; p < self->n; p++)
    order[p] = p;

  g_qsort_with_data (order, (int) self->n, sizeof (gsize), compare_paths, self);
  for (gsize p = 0; p < self->n; p++)
    {
      memcpy (states + p * self->n_variables, self->states + order[p] * self->n_variables, self->n_variables);
      values[p] = self->consistency_values[order[p]];
      scores[p] = self->total_impact_scores[order[p]];
    }

  g_free (self->states);
  g_free (self->consistency_values);
  g_free (self->total_impact_scores);
  self->states = states;
  self->consistency_values = values;
  self->total_impact_scores = scores;
}

void
luotain_consistent_set_finish (LuotainConsistentSet *self, const LuotainCrossImpact *matrix)
{
  self->consistency_values = g_renew (int, self->consistency_values, self->n);
  self->total_impact_scores = g_renew (int, self->total_impact_scores, self->n);
  for (gsize p = 0; p < self->n; p++)
    {
      LuotainVerdict verdict;

      luotain_cross_impact_judge (matrix, self->states + p * self->n_variables, &verdict);
      self->consistency_values[p] = verdict.consistency_value;
      self->total_impact_scores[p] = verdict.total_impact_score;
    }

  if (self->n > 1)
    sort_paths (self);
}
