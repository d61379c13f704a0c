#include "luotain-consistent.h"

#include "luotain-consistent-set.h"

#include <string.h>

/* Depth first over the variables with, for every pair of states of a variable, the most that the undecided variables can
 * still add to chosen − rival. */
typedef struct
{
  const LuotainCrossImpact *matrix;
  const LuotainConsistentOptions *options;
  GCancellable *cancellable;
  LuotainConsistentSet *set;
  /* For each depth: what the variables from there on can add to a state of all (row) against another of its variable. */
  int *most;
  int *scores;
  guint8 *path;
} Search;

static gboolean
may_hold (Search *self, guint depth)
{
  const LuotainCrossImpact *m = self->matrix;
  const int *scores = self->scores + (gsize) depth * m->n_states;

  for (guint j = 0; j < depth; j++)
    {
      const guint chosen = m->offsets[j] + self->path[j];
      const int *most = self->most + ((gsize) depth * m->n_states + chosen) * LUOTAIN_CROSS_IMPACT_MAX_STATES;

      for (guint l = 0; l < m->states[j]; l++)
        if (scores[chosen] - scores[m->offsets[j] + l] + most[l] < -self->options->ic)
          return FALSE;
    }

  return TRUE;
}

static gboolean
is_allowed (const Search *self, guint depth, guint state, guint *distance)
{
  const LuotainConsistentOptions *o = self->options;

  *distance += o->near != NULL && o->near[depth] != state;
  return (o->fixed == NULL || o->fixed[depth] == LUOTAIN_OPEN || o->fixed[depth] == state)
         && (o->near == NULL || *distance <= o->max_distance);
}

static gboolean
must_stop (Search *self)
{
  if (self->set->end != LUOTAIN_END_COMPLETE)
    return TRUE;

  self->set->n_nodes++;
  if (self->options->limit != 0 && self->set->n > self->options->limit)
    self->set->end = LUOTAIN_END_LIMIT;
  else if (self->options->node_budget != 0 && self->set->n_nodes > self->options->node_budget)
    self->set->end = LUOTAIN_END_BUDGET;
  else if (g_cancellable_is_cancelled (self->cancellable))
    self->set->end = LUOTAIN_END_CANCELLED;

  return self->set->end != LUOTAIN_END_COMPLETE;
}

static void
search_from (Search *self, guint depth, guint distance)
{
  const LuotainCrossImpact *m = self->matrix;
  int *scores = self->scores + (gsize) depth * m->n_states;

  if (!may_hold (self, depth))
    return;
  if (depth == m->n_variables)
    {
      luotain_consistent_set_add (self->set, self->path);
      return;
    }

  for (guint x = 0; x < m->states[depth]; x++)
    {
      const gint16 *row = m->judgements + (gsize) (m->offsets[depth] + x) * m->n_states;
      guint further = distance;

      if (!is_allowed (self, depth, x, &further))
        continue;
      if (must_stop (self))
        return;
      self->path[depth] = (guint8) x;
      for (guint s = 0; s < m->n_states; s++)
        scores[m->n_states + s] = scores[s] + row[s];
      search_from (self, depth + 1, further);
    }
}

static void
find_bounds (Search *self)
{
  const LuotainCrossImpact *m = self->matrix;
  const gsize level = (gsize) m->n_states * LUOTAIN_CROSS_IMPACT_MAX_STATES;

  for (guint depth = m->n_variables; depth-- > 0;)
    for (guint j = 0; j < m->n_variables; j++)
      for (guint a = m->offsets[j]; a < m->offsets[j + 1]; a++)
        for (guint r = m->offsets[j]; r < m->offsets[j + 1]; r++)
          {
            const gsize at = depth * level + a * LUOTAIN_CROSS_IMPACT_MAX_STATES + r - m->offsets[j];
            int most = G_MININT;

            for (guint x = m->offsets[depth]; x < m->offsets[depth + 1]; x++)
              most = MAX (most, m->judgements[x * m->n_states + a] - m->judgements[x * m->n_states + r]);
            self->most[at] = self->most[at + level] + most;
          }
}

LuotainConsistentSet *
luotain_consistent_find (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options,
                         GCancellable *cancellable, LuotainProgressFunc progress, gpointer data)
{
  const LuotainConsistentOptions plain = { 0 };
  const guint n = matrix->n_variables;
  g_autofree int *most = g_new0 (int, (gsize) (n + 1) * matrix->n_states * LUOTAIN_CROSS_IMPACT_MAX_STATES);
  g_autofree int *scores = g_new0 (int, (gsize) (n + 1) * matrix->n_states);
  g_autofree guint8 *path = g_malloc0 (MAX (n, 1));
  Search self = { matrix, options != NULL ? options : &plain, cancellable };

  self.most = most;
  self.scores = scores;
  self.path = path;
  self.set = luotain_consistent_set_new (n, self.options->ic);
  find_bounds (&self);
  search_from (&self, 0, 0);
  if (self.set->end == LUOTAIN_END_LIMIT)
    self.set->n = self.options->limit;
  luotain_consistent_set_finish (self.set, matrix);
  return self.set;
}

LuotainConsistentSet *
luotain_consistent_find_again (const LuotainConsistentSet *previous, const LuotainCrossImpact *was,
                               const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options,
                               GCancellable *cancellable)
{
  g_assert (luotain_cross_impact_same_shape (was, matrix));

  return luotain_consistent_find (matrix, options, cancellable, NULL, NULL);
}

double
luotain_consistent_estimate (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options)
{
  return luotain_cross_impact_n_combinations (matrix) * 1e-8;
}
