/* Yardsticks for src/foresight, written from the methods and apart from the code they are held against: a depth-first search for
 * consistent paths in the order of the file, with pairwise bounds; and a sweep over all paths that updates the balances from one
 * path to the next. */
#pragma once

#include "foresight-models.h"

typedef struct
{
  const LuotainCrossImpact *matrix;
  int ic;
  guint64 max_nodes;
  guint64 n_nodes;
  /* For each depth, what the variables from there on can still add to a state of a variable against another. */
  int *most;
  guint n_lanes;
  guint *first_lane;
  int *scores;
  guint8 path[64];
  GByteArray *found;
} PlainSearch;

static inline void
search_plainly_from (PlainSearch *self, guint depth)
{
  const LuotainCrossImpact *matrix = self->matrix;
  int *scores = self->scores + (gsize) depth * matrix->n_states;

  for (guint j = 0; j < depth; j++)
    {
      const int *balance = scores + matrix->offsets[j];
      const int *most = self->most + (gsize) depth * self->n_lanes + self->first_lane[j]
                        + self->path[j] * matrix->states[j];

      for (guint l = 0; l < matrix->states[j]; l++)
        if (balance[self->path[j]] - balance[l] + most[l] < -self->ic)
          return;
    }

  if (depth == matrix->n_variables)
    {
      g_byte_array_append (self->found, self->path, depth);
      return;
    }

  for (guint x = 0; x < matrix->states[depth] && self->n_nodes < self->max_nodes; x++)
    {
      const gint16 *row = matrix->judgements + (gsize) (matrix->offsets[depth] + x) * matrix->n_states;

      self->n_nodes++;
      self->path[depth] = (guint8) x;
      for (guint s = 0; s < matrix->n_states; s++)
        scores[matrix->n_states + s] = scores[s] + row[s];
      search_plainly_from (self, depth + 1);
    }
}

static inline void
prepare_plain_bounds (PlainSearch *self)
{
  const LuotainCrossImpact *m = self->matrix;

  for (guint depth = m->n_variables; depth-- > 0;)
    for (guint j = 0; j < m->n_variables; j++)
      for (guint lane = 0; lane < m->states[j] * m->states[j]; lane++)
        {
          const guint a = m->offsets[j] + lane / m->states[j];
          const guint r = m->offsets[j] + lane % m->states[j];
          const gsize at = (gsize) depth * self->n_lanes + self->first_lane[j] + lane;
          int most = G_MININT;

          for (guint x = m->offsets[depth]; x < m->offsets[depth + 1]; x++)
            most = MAX (most, m->judgements[x * m->n_states + a] - m->judgements[x * m->n_states + r]);
          self->most[at] = self->most[at + self->n_lanes] + most;
        }
}

/* All consistent paths, one after the other; stops after @max_nodes steps. */
static inline GByteArray *
search_plainly (const LuotainCrossImpact *matrix, int ic, guint64 max_nodes, guint64 *n_nodes)
{
  const guint n = matrix->n_variables;
  PlainSearch self = { matrix, ic, max_nodes };

  self.first_lane = g_new (guint, n);
  for (guint j = 0; j < n; j++)
    {
      self.first_lane[j] = self.n_lanes;
      self.n_lanes += matrix->states[j] * matrix->states[j];
    }
  self.most = g_new0 (int, (gsize) (n + 1) * self.n_lanes);
  self.scores = g_new0 (int, (gsize) (n + 1) * matrix->n_states);
  self.found = g_byte_array_new ();
  prepare_plain_bounds (&self);
  search_plainly_from (&self, 0);
  g_free (self.first_lane);
  g_free (self.most);
  g_free (self.scores);
  *n_nodes = self.n_nodes;
  return self.found;
}

/* Every path, with the balances brought up to date from one to the next. */
static inline GByteArray *
sweep_plainly (const LuotainCrossImpact *matrix, int ic)
{
  GByteArray *found = g_byte_array_new ();
  g_autofree int *scores = g_new0 (int, matrix->n_states + 1);
  g_autofree guint8 *path = g_malloc0 (matrix->n_variables + 1);
  guint moved = 0;

  luotain_cross_impact_score (matrix, path, scores);
  do
    {
      gboolean consistent = TRUE;

      for (guint j = 0; j < matrix->n_variables && consistent; j++)
        for (guint l = matrix->offsets[j]; l < matrix->offsets[j + 1]; l++)
          consistent &= scores[matrix->offsets[j] + path[j]] + ic >= scores[l];
      if (consistent)
        g_byte_array_append (found, path, matrix->n_variables);

      for (moved = matrix->n_variables; moved-- > 0;)
        {
          const gint16 *before = matrix->judgements
                                 + (gsize) (matrix->offsets[moved] + path[moved]) * matrix->n_states;
          const gint16 *after;

          path[moved] = (guint8) (path[moved] + 1U < matrix->states[moved] ? path[moved] + 1 : 0);
          after = matrix->judgements + (gsize) (matrix->offsets[moved] + path[moved]) * matrix->n_states;
          for (guint s = 0; s < matrix->n_states; s++)
            scores[s] += after[s] - before[s];
          if (path[moved] != 0)
            break;
        }
    }
  while (moved < matrix->n_variables);

  return found;
}
