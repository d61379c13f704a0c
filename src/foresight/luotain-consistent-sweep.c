#include "luotain-consistent-sweep.h"

#include "luotain-consistent-set.h"

typedef struct
{
  const LuotainCrossImpact *matrix;
  const LuotainConsistentOptions *options;
  int *scores;
  guint8 *path;
} Sweep;

static void
add_row (Sweep *self, guint i, guint state, int sign)
{
  const LuotainCrossImpact *matrix = self->matrix;
  const gint16 *row = matrix->judgements + (gsize) (matrix->offsets[i] + state) * matrix->n_states;

  for (guint s = 0; s < matrix->n_states; s++)
    self->scores[s] += sign * row[s];
}

static gboolean
is_consistent (const Sweep *self)
{
  const LuotainCrossImpact *matrix = self->matrix;

  for (guint j = 0; j < matrix->n_variables; j++)
    {
      const int *balance = self->scores + matrix->offsets[j];
      const int enough = balance[self->path[j]] + self->options->ic;

      for (guint l = 0; l < matrix->states[j]; l++)
        if (balance[l] > enough)
          return FALSE;
    }

  return TRUE;
}

static gboolean
is_asked_for (const Sweep *self)
{
  const LuotainConsistentOptions *o = self->options;
  guint distance = 0;

  for (guint j = 0; j < self->matrix->n_variables; j++)
    {
      if (o->fixed != NULL && o->fixed[j] != LUOTAIN_OPEN && o->fixed[j] != self->path[j])
        return FALSE;
      distance += o->near != NULL && o->near[j] != self->path[j];
    }

  return o->near == NULL || distance <= o->max_distance;
}

/* Moves on to the next path and brings the scores up to date; FALSE behind the last. */
static gboolean
move_on (Sweep *self)
{
  const LuotainCrossImpact *matrix = self->matrix;

  for (guint i = matrix->n_variables; i-- > 0;)
    {
      add_row (self, i, self->path[i], -1);
      if (++self->path[i] == matrix->states[i])
        self->path[i] = 0;
      add_row (self, i, self->path[i], 1);
      if (self->path[i] != 0)
        return TRUE;
    }

  return FALSE;
}

LuotainConsistentSet *
luotain_consistent_sweep (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options)
{
  g_autofree int *scores = g_new (int, matrix->n_states + 1);
  g_autofree guint8 *path = g_malloc0 (matrix->n_variables + 1);
  LuotainConsistentSet *set = luotain_consistent_set_new (matrix->n_variables, options->ic);
  Sweep self = { matrix, options, scores, path };

  luotain_cross_impact_score (matrix, path, scores);
  do
    {
      set->n_nodes++;
      if (!is_consistent (&self) || !is_asked_for (&self))
        continue;
      if (options->limit != 0 && set->n >= options->limit)
        {
          set->end = LUOTAIN_END_LIMIT;
          break;
        }
      luotain_consistent_set_add (set, path);
    }
  while (move_on (&self));

  return set;
}
