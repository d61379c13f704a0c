#include "config.h"

#include "luotain-standing.h"

guint
luotain_path_distance (const guint8 *path, const guint8 *other, guint n_variables)
{
  guint distance = 0;

  for (guint i = 0; i < n_variables; i++)
    distance += path[i] != LUOTAIN_OPEN && other[i] != LUOTAIN_OPEN && path[i] != other[i] ? 1 : 0;
  return distance;
}

static guint
count_open (const guint8 *path, guint n_variables)
{
  guint n_open = 0;

  for (guint i = 0; i < n_variables; i++)
    n_open += path[i] == LUOTAIN_OPEN ? 1 : 0;
  return n_open;
}

static LuotainStanding
find_of_open (const LuotainCrossImpact *matrix, const guint8 *path, const LuotainConsistentSet *known)
{
  LuotainStanding standing = { LUOTAIN_STANDING_UNKNOWN, 0, 0 };

  for (gsize i = 0; known != NULL && i < known->n; i++)
    if (luotain_path_distance (path, luotain_consistent_set_path (known, i), matrix->n_variables) == 0)
      {
        standing.kind = LUOTAIN_STANDING_CAN_HOLD;
        return standing;
      }

  if (known != NULL && known->end == LUOTAIN_END_COMPLETE)
    standing.kind = LUOTAIN_STANDING_CANNOT_HOLD;
  return standing;
}

LuotainStanding
luotain_standing_find (const LuotainCrossImpact *matrix, const guint8 *path,
                       const LuotainConsistentSet *known, int ic)
{
  const guint n_open = count_open (path, matrix->n_variables);
  LuotainStanding standing = { LUOTAIN_STANDING_EMPTY, 0, 0 };
  g_autofree int *scores = NULL;

  if (n_open == matrix->n_variables)
    return standing;
  if (n_open > 0)
    return find_of_open (matrix, path, known);

  scores = g_new0 (int, matrix->n_states);
  luotain_cross_impact_score (matrix, path, scores);
  for (guint i = 0; i < matrix->n_variables; i++)
    {
      const int chosen = scores[matrix->offsets[i] + path[i]];

      for (guint x = matrix->offsets[i]; x < matrix->offsets[i + 1]; x++)
        if (scores[x] - chosen > standing.deficit)
          {
            standing.deficit = scores[x] - chosen;
            standing.variable = i;
          }
    }
  standing.kind = standing.deficit > ic ? LUOTAIN_STANDING_BREAKS : LUOTAIN_STANDING_HOLDS;
  return standing;
}

gboolean
luotain_standing_holds (const LuotainStanding *self)
{
  return self->kind == LUOTAIN_STANDING_HOLDS || self->kind == LUOTAIN_STANDING_CAN_HOLD;
}
