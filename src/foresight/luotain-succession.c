#include "luotain-succession.h"

#include <string.h>

static guint
best_state (const LuotainCrossImpact *matrix, const int *scores, guint j, guint present)
{
  const int *balance = scores + matrix->offsets[j];
  guint best = present;

  for (guint l = 0; l < matrix->states[j]; l++)
    if (balance[l] > balance[best])
      best = l;

  return best;
}

static void
step_globally (const LuotainCrossImpact *matrix, const int *scores, const guint8 *path, guint8 *next)
{
  for (guint j = 0; j < matrix->n_variables; j++)
    next[j] = (guint8) best_state (matrix, scores, j, path[j]);
}

static void
step_locally (const LuotainCrossImpact *matrix, const int *scores, const guint8 *path, guint8 *next)
{
  int worst = 0;
  guint mover = 0;

  for (guint j = 0; j < matrix->n_variables; j++)
    {
      const int *balance = scores + matrix->offsets[j];
      const int gap = balance[best_state (matrix, scores, j, path[j])] - balance[path[j]];

      if (gap > worst)
        {
          worst = gap;
          mover = j;
        }
    }

  memmove (next, path, matrix->n_variables);
  if (worst > 0)
    next[mover] = (guint8) best_state (matrix, scores, mover, path[mover]);
}

gboolean
luotain_succession_step (const LuotainCrossImpact *matrix, LuotainSuccession succession, const guint8 *path,
                         guint8 *next)
{
  g_autofree int *scores = g_new (int, MAX (matrix->n_states, 1));
  g_autofree guint8 *present = g_memdup2 (path, matrix->n_variables);

  luotain_cross_impact_score (matrix, path, scores);
  if (succession == LUOTAIN_SUCCESSION_GLOBAL)
    step_globally (matrix, scores, path, next);
  else
    step_locally (matrix, scores, path, next);

  return matrix->n_variables > 0 && memcmp (present, next, matrix->n_variables) != 0;
}

/* Where a path was met before: the keys are paths. */
static GHashTable *
new_path_table (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
}

LuotainWalk *
luotain_succession_walk (const LuotainCrossImpact *matrix, LuotainSuccession succession, const guint8 *path,
                         GCancellable *cancellable)
{
  const guint n = matrix->n_variables;
  g_autoptr (GHashTable) met = new_path_table ();
  g_autoptr (GByteArray) states = g_byte_array_new ();
  g_autofree guint8 *present = g_memdup2 (path, n);
  g_autoptr (LuotainWalk) self = g_new0 (LuotainWalk, 1);
  gpointer place = NULL;

  self->n_variables = n;
  for (;;)
    {
      g_autoptr (GBytes) key = g_bytes_new (present, n);

      if (g_hash_table_lookup_extended (met, key, NULL, &place))
        break;
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      g_hash_table_insert (met, g_steal_pointer (&key), GSIZE_TO_POINTER (self->n_paths));
      g_byte_array_append (states, present, n);
      self->n_paths++;
      luotain_succession_step (matrix, succession, present, present);
    }

  self->cycle_start = GPOINTER_TO_SIZE (place);
  self->states = g_byte_array_free (g_steal_pointer (&states), FALSE);
  return g_steal_pointer (&self);
}

void
luotain_walk_free (LuotainWalk *self)
{
  if (self == NULL)
    return;

  g_free (self->states);
  g_free (self);
}
