#include "luotain-cross-impact.h"

#include "luotain-big-number.h"

#include <string.h>

LuotainCrossImpact *
luotain_cross_impact_new (guint n_variables, const guint *n_states)
{
  LuotainCrossImpact *self = g_new0 (LuotainCrossImpact, 1);

  g_assert (n_variables <= LUOTAIN_CROSS_IMPACT_MAX_VARIABLES);

  self->n_variables = n_variables;
  self->states = g_new (guint, MAX (n_variables, 1));
  self->offsets = g_new (guint, n_variables + 1);
  self->offsets[0] = 0;
  for (guint i = 0; i < n_variables; i++)
    {
      g_assert (n_states[i] >= 1 && n_states[i] <= LUOTAIN_CROSS_IMPACT_MAX_STATES);
      self->states[i] = n_states[i];
      self->offsets[i + 1] = self->offsets[i] + n_states[i];
    }

  self->n_states = self->offsets[n_variables];
  self->judgements = g_new0 (gint16, MAX ((gsize) self->n_states * self->n_states, 1));
  return self;
}

LuotainCrossImpact *
luotain_cross_impact_copy (const LuotainCrossImpact *self)
{
  LuotainCrossImpact *copy = luotain_cross_impact_new (self->n_variables, self->states);

  memcpy (copy->judgements, self->judgements, sizeof (gint16) * self->n_states * self->n_states);
  return copy;
}

void
luotain_cross_impact_free (LuotainCrossImpact *self)
{
  if (self == NULL)
    return;

  g_free (self->states);
  g_free (self->offsets);
  g_free (self->judgements);
  g_free (self);
}

static gsize
find_cell (const LuotainCrossImpact *self, guint i, guint x, guint j, guint y)
{
  g_assert (i < self->n_variables && j < self->n_variables);
  g_assert (x < self->states[i] && y < self->states[j]);

  return (gsize) (self->offsets[i] + x) * self->n_states + self->offsets[j] + y;
}

int
luotain_cross_impact_get (const LuotainCrossImpact *self, guint i, guint x, guint j, guint y)
{
  return self->judgements[find_cell (self, i, x, j, y)];
}

void
luotain_cross_impact_set (LuotainCrossImpact *self, guint i, guint x, guint j, guint y, int judgement)
{
  g_assert (i != j);
  g_assert (ABS (judgement) <= LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT);

  self->judgements[find_cell (self, i, x, j, y)] = (gint16) judgement;
}

gboolean
luotain_cross_impact_same_shape (const LuotainCrossImpact *self, const LuotainCrossImpact *other)
{
  return self->n_variables == other->n_variables
         && memcmp (self->states, other->states, sizeof (guint) * self->n_variables) == 0;
}

gboolean
luotain_cross_impact_block_is_empty (const LuotainCrossImpact *self, guint i, guint j)
{
  for (guint x = 0; x < self->states[i]; x++)
    for (guint y = 0; y < self->states[j]; y++)
      if (self->judgements[find_cell (self, i, x, j, y)] != 0)
        return FALSE;

  return TRUE;
}

double
luotain_cross_impact_n_combinations (const LuotainCrossImpact *self)
{
  double n = 1;

  for (guint i = 0; i < self->n_variables; i++)
    n *= self->states[i];

  return n;
}

char *
luotain_cross_impact_n_combinations_string (const LuotainCrossImpact *self)
{
  LuotainBigNumber n = { 0 };

  luotain_big_number_set (&n, 1);
  for (guint i = 0; i < self->n_variables; i++)
    luotain_big_number_multiply_by (&n, self->states[i]);

  return luotain_big_number_to_string (&n);
}

void
luotain_cross_impact_score (const LuotainCrossImpact *self, const guint8 *path, int *scores)
{
  memset (scores, 0, sizeof (int) * self->n_states);
  for (guint i = 0; i < self->n_variables; i++)
    {
      const gint16 *row = self->judgements + (gsize) (self->offsets[i] + path[i]) * self->n_states;

      for (guint s = 0; s < self->n_states; s++)
        scores[s] += row[s];
    }
}

void
luotain_cross_impact_judge (const LuotainCrossImpact *self, const guint8 *path, LuotainVerdict *verdict)
{
  g_autofree int *scores = g_new (int, MAX (self->n_states, 1));
  int value = G_MAXINT;

  luotain_cross_impact_score (self, path, scores);
  *verdict = (LuotainVerdict){ 0 };
  for (guint j = 0; j < self->n_variables; j++)
    {
      const int *balance = scores + self->offsets[j];
      int best_rival = G_MININT;

      for (guint l = 0; l < self->states[j]; l++)
        if (l != path[j])
          best_rival = MAX (best_rival, balance[l]);

      verdict->total_impact_score += balance[path[j]];
      if (self->states[j] > 1)
        value = MIN (value, balance[path[j]] - best_rival);
    }

  verdict->consistency_value = value == G_MAXINT ? 0 : value;
  verdict->inconsistency = MAX (-verdict->consistency_value, 0);
}

gboolean
luotain_cross_impact_is_consistent (const LuotainCrossImpact *self, const guint8 *path, int ic)
{
  LuotainVerdict verdict;

  luotain_cross_impact_judge (self, path, &verdict);
  return verdict.inconsistency <= ic;
}
