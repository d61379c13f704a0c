#include "luotain-image-sweep.h"

#include <string.h>

void luotain_follow_16 (const LuotainImagePlan *plan, const guint32 *numbers, gsize n, guint32 *next);
#ifdef LUOTAIN_HAVE_X86_KERNELS
void luotain_follow_avx2_16 (const LuotainImagePlan *plan, const guint32 *numbers, gsize n, guint32 *next);
void luotain_follow_avx512_16 (const LuotainImagePlan *plan, const guint32 *numbers, gsize n, guint32 *next);
#endif

/* Of variables with many states and few: the former first. */
static int
compare_states (gconstpointer a, gconstpointer b, gpointer data)
{
  const LuotainCrossImpact *matrix = data;
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;

  if (matrix->states[first] != matrix->states[second])
    return matrix->states[first] > matrix->states[second] ? -1 : 1;

  return (int) first - (int) second;
}

/* Gives each variable a lane; returns for every state of the matrix where its score stands. */
static guint *
lay_out_lanes (LuotainFollowTables *self, const LuotainImagePlan *plan)
{
  const LuotainCrossImpact *matrix = plan->matrix;
  g_autofree guint *order = g_memdup2 (plan->order, sizeof (guint) * matrix->n_variables);
  guint *places = g_new (guint, matrix->n_states);
  guint n_lanes = matrix->n_variables;

  g_qsort_with_data (order, (int) matrix->n_variables, sizeof (guint), compare_states, (gpointer) matrix);
  self->rank_groups = g_new0 (guint, matrix->states[order[0]] + 1);
  for (guint a = 0; a < matrix->states[order[0]]; a++)
    {
      while (matrix->states[order[n_lanes - 1]] <= a)
        n_lanes--;
      for (guint lane = 0; lane < n_lanes; lane++)
        places[matrix->offsets[order[lane]] + a] = self->n_score_groups * LUOTAIN_FOLLOW_LANES + lane;
      self->rank_groups[a] = (n_lanes + LUOTAIN_FOLLOW_LANES - 1) / LUOTAIN_FOLLOW_LANES;
      self->n_score_groups += self->rank_groups[a];
    }

  self->lane_strides = g_aligned_alloc0 (self->rank_groups[0] * LUOTAIN_FOLLOW_LANES, sizeof (guint32), 64);
  for (guint lane = 0; lane < matrix->n_variables; lane++)
    self->lane_strides[lane] = plan->strides[order[lane]];
  return places;
}

static void
add_state (const LuotainCrossImpact *matrix, const guint *places, guint state, int sign, gint16 *scores)
{
  for (guint y = 0; y < matrix->n_states; y++)
    scores[places[y]] += (gint16) (sign * luotain_image_addition (matrix, state, y));
}

/* What the states of some variables add, for all their combinations: parts of numbers below @n_parts in steps of @step. @digits are
 * the variables from the highest to the lowest, @first scores to begin with. */
static gint16 *
score_parts (const LuotainImagePlan *plan, const guint *places, const guint *digits, guint n_digits,
             gsize n_parts, guint step, const gint16 *first)
{
  const LuotainCrossImpact *matrix = plan->matrix;
  const gsize n_lanes = (gsize) plan->follow.n_score_groups * LUOTAIN_FOLLOW_LANES;
  g_autofree gint16 *more = g_new (gint16, n_lanes);
  gint16 *all = g_aligned_alloc0 (n_parts * n_lanes, sizeof (gint16), 64);

  memcpy (all, first, n_lanes * sizeof (gint16));
  for (guint d = 0; d < n_digits; d++)
    add_state (matrix, places, matrix->offsets[digits[d]], 1, all);

  /* With each digit there are as many times more as it has states: what there was, and the same with the other states. */
  for (guint d = n_digits; d-- > 0;)
    for (guint a = 1; a < matrix->states[digits[d]]; a++)
      {
        const gsize n = plan->strides[digits[d]] / step;

        memset (more, 0, n_lanes * sizeof (gint16));
        add_state (matrix, places, matrix->offsets[digits[d]] + a, 1, more);
        add_state (matrix, places, matrix->offsets[digits[d]], -1, more);
        for (gsize part = 0; part < n; part++)
          for (gsize lane = 0; lane < n_lanes; lane++)
            all[(a * n + part) * n_lanes + lane] = (gint16) (all[part * n_lanes + lane] + more[lane]);
      }

  return all;
}

void
luotain_follow_tables_init (LuotainImagePlan *plan)
{
  const guint n = plan->matrix->n_variables;
  LuotainFollowTables *self = &plan->follow;
  g_autofree guint *places = lay_out_lanes (self, plan);
  const gsize n_lanes = (gsize) self->n_score_groups * LUOTAIN_FOLLOW_LANES;
  g_autofree gint16 *first = g_new0 (gint16, n_lanes);
  guint n_high = n;

  /* Both parts are about as large; places on a line are not parted. */
  while (n_high > 0
         && (plan->strides[plan->digits[n_high - 1]] < LUOTAIN_LINE_PATHS
             || plan->strides[plan->digits[n_high - 1]]
                    <= plan->n_numbers / plan->strides[plan->digits[n_high - 1]]))
    n_high--;
  self->n_low = n_high > 0 ? plan->strides[plan->digits[n_high - 1]] : (guint) plan->n_numbers;

  self->high_scores = score_parts (plan, places, plan->digits, n_high,
                                   (gsize) (plan->n_numbers / self->n_low), self->n_low, first);
  /* Where there is no state, none is best. */
  for (gsize lane = 0; lane < n_lanes; lane++)
    first[lane] = G_MININT16;
  for (guint y = 0; y < plan->matrix->n_states; y++)
    first[places[y]] = 0;
  self->low_scores = score_parts (plan, places, plan->digits + n_high, n - n_high, self->n_low, 1, first);
}

void
luotain_follow_tables_clear (LuotainFollowTables *self)
{
  g_clear_pointer (&self->rank_groups, g_free);
  g_clear_pointer (&self->lane_strides, g_aligned_free);
  g_clear_pointer (&self->low_scores, g_aligned_free);
  g_clear_pointer (&self->high_scores, g_aligned_free);
}

void
luotain_image_plan_follow (const LuotainImagePlan *self, const guint32 *numbers, gsize n, gboolean portable,
                           guint32 *next)
{
#ifdef LUOTAIN_HAVE_X86_KERNELS
  if (!portable && __builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512vl"))
    luotain_follow_avx512_16 (self, numbers, n, next);
  else if (!portable && __builtin_cpu_supports ("avx2"))
    luotain_follow_avx2_16 (self, numbers, n, next);
  else
#endif
    luotain_follow_16 (self, numbers, n, next);
}
