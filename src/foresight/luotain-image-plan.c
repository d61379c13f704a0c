#include "luotain-image-sweep.h"

#include <string.h>

/* So many combinations of inner variables are aimed at. */
#define MANY_INNER 256
#define MAX_INNER 4096

void luotain_follow_16 (const LuotainImagePlan *plan, const guint32 *numbers, gsize n, guint32 *next);
#ifdef LUOTAIN_HAVE_X86_KERNELS
void luotain_follow_avx2_16 (const LuotainImagePlan *plan, const guint32 *numbers, gsize n, guint32 *next);
void luotain_follow_avx512_16 (const LuotainImagePlan *plan, const guint32 *numbers, gsize n, guint32 *next);
#endif

static gboolean
acts_on (const LuotainCrossImpact *matrix, guint i, guint j)
{
  if (i == j)
    return TRUE;

  for (guint x = matrix->offsets[i] + 1; x < matrix->offsets[i + 1]; x++)
    for (guint y = matrix->offsets[j]; y < matrix->offsets[j + 1]; y++)
      if (luotain_image_addition (matrix, x, y) != luotain_image_addition (matrix, x - 1, y))
        return TRUE;

  return FALSE;
}

static guint
count_targets (const LuotainCrossImpact *matrix, guint i)
{
  guint n = 0;

  for (guint j = 0; j < matrix->n_variables; j++)
    n += acts_on (matrix, i, j);

  return n;
}

static int
compare_influence (gconstpointer a, gconstpointer b, gpointer data)
{
  const LuotainCrossImpact *matrix = data;
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const guint targets[] = { count_targets (matrix, first), count_targets (matrix, second) };

  if (targets[0] != targets[1])
    return targets[0] > targets[1] ? -1 : 1;

  return (int) first - (int) second;
}

static void
choose_inner (LuotainImagePlan *self)
{
  const LuotainCrossImpact *matrix = self->matrix;

  self->order = g_new (guint, matrix->n_variables + 1);
  for (guint i = 0; i < matrix->n_variables; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) matrix->n_variables, sizeof (guint), compare_influence,
                     (gpointer) matrix);

  self->n_outer = matrix->n_variables;
  self->n_inner = 1;
  while (self->n_outer > 0 && self->n_inner < MANY_INNER
         && self->n_inner * matrix->states[self->order[self->n_outer - 1]] <= MAX_INNER)
    self->n_inner *= matrix->states[self->order[--self->n_outer]];

  self->n_blocks = (self->n_inner + LUOTAIN_IMAGE_LANES - 1) / LUOTAIN_IMAGE_LANES;
  for (guint j = 0; j < matrix->n_variables; j++)
    for (guint k = self->n_outer; k < matrix->n_variables; k++)
      self->varies[j] |= acts_on (matrix, self->order[k], j);
}

/* What varies gets the lowest digits, of these the last variable the lowest. */
static void
number_paths (LuotainImagePlan *self)
{
  const LuotainCrossImpact *matrix = self->matrix;

  self->n_combinations = 1;
  for (guint turn = 0; turn < 2; turn++)
    for (guint i = matrix->n_variables; i-- > 0;)
      {
        if (self->varies[i] != (turn == 0))
          continue;
        self->strides[i] = (guint) self->n_combinations;
        self->n_combinations *= matrix->states[i];
        g_assert (self->n_combinations < G_MAXINT32);
        if (self->n_combinations <= MAX_INNER)
          self->n_low = (guint) self->n_combinations;
      }
}

static void
choose_lane_size (LuotainImagePlan *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  int largest = 0;

  for (guint y = 0; y < matrix->n_states; y++)
    {
      int sum = 1;

      for (guint i = 0; i < matrix->n_variables; i++)
        {
          int most = 0;

          for (guint x = matrix->offsets[i]; x < matrix->offsets[i + 1]; x++)
            most = MAX (most, ABS (luotain_image_addition (matrix, x, y)));
          sum += most;
        }
      largest = MAX (largest, sum);
    }

  self->lane_size = largest <= G_MAXINT8 ? 1 : largest <= G_MAXINT16 ? 2 : 0;
}

static void
fill_additions (LuotainImagePlan *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  const gsize n_lanes = (gsize) self->n_blocks * LUOTAIN_IMAGE_LANES;

  self->additions = g_aligned_alloc0 (MAX (matrix->n_states * n_lanes, 1), MAX (self->lane_size, 1), 128);
  for (guint y = 0; y < matrix->n_states; y++)
    for (guint lane = 0; lane < self->n_inner; lane++)
      {
        guint rest = lane;
        int sum = 0;

        for (guint k = matrix->n_variables; k-- > self->n_outer;)
          {
            const guint i = self->order[k];

            sum += luotain_image_addition (matrix, matrix->offsets[i] + rest % matrix->states[i], y);
            rest /= matrix->states[i];
          }
        if (self->lane_size == 1)
          ((gint8 *) self->additions)[y * n_lanes + lane] = (gint8) sum;
        else
          ((gint16 *) self->additions)[y * n_lanes + lane] = (gint16) sum;
      }
}

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
lay_out_lanes (LuotainImagePlan *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  g_autofree guint *order = g_memdup2 (self->order, sizeof (guint) * matrix->n_variables);
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
    self->lane_strides[lane] = self->strides[order[lane]];
  return places;
}

/* What a state adds to all scores, or takes from them. */
static void
add_state (const LuotainImagePlan *self, const guint *places, guint state, int sign, gint16 *scores)
{
  for (guint y = 0; y < self->matrix->n_states; y++)
    scores[places[y]] += (gint16) (sign * luotain_image_addition (self->matrix, state, y));
}

/* What the states add that make a part of a number: @n values in steps of @step. Where there is no state its score is @none. */
static gint16 *
score_parts (const LuotainImagePlan *self, const guint *places, guint n, guint step, gint16 none)
{
  const LuotainCrossImpact *matrix = self->matrix;
  const gsize n_lanes = (gsize) self->n_score_groups * LUOTAIN_FOLLOW_LANES;
  g_autofree guint *states = g_new0 (guint, matrix->n_variables);
  gint16 *all = g_aligned_alloc (n * n_lanes, sizeof (gint16), 64);

  for (gsize lane = 0; lane < n_lanes; lane++)
    all[lane] = none;
  for (guint y = 0; y < matrix->n_states; y++)
    all[places[y]] = 0;

  for (guint part = 0; part < n; part++)
    {
      gint16 *scores = all + part * n_lanes;

      if (part > 0)
        memcpy (scores, scores - n_lanes, n_lanes * sizeof (gint16));
      for (guint i = 0; i < matrix->n_variables; i++)
        {
          const guint state = (guint) ((guint64) part * step / self->strides[i]) % matrix->states[i];

          /* A variable of one state can stand on the border: it counts once. */
          if ((self->strides[i] >= self->n_low) != (step > 1) || (part > 0 && state == states[i]))
            continue;
          if (part > 0)
            add_state (self, places, matrix->offsets[i] + states[i], -1, scores);
          add_state (self, places, matrix->offsets[i] + state, 1, scores);
          states[i] = state;
        }
    }

  return all;
}

LuotainImagePlan *
luotain_image_plan_new (const LuotainCrossImpact *matrix)
{
  LuotainImagePlan *self = g_new0 (LuotainImagePlan, 1);

  self->matrix = matrix;
  self->strides = g_new0 (guint, matrix->n_variables + 1);
  self->varies = g_new0 (gboolean, matrix->n_variables + 1);
  self->n_low = 1;
  choose_inner (self);
  number_paths (self);
  choose_lane_size (self);
  if (self->lane_size == 0)
    return self;

  fill_additions (self);
  /* With a single low part all is high: the parts have to be told apart by their steps. */
  if (self->n_low > 1)
    {
      g_autofree guint *places = lay_out_lanes (self);

      self->low_scores = score_parts (self, places, self->n_low, 1, G_MININT16);
      self->high_scores = score_parts (self, places, (guint) (self->n_combinations / self->n_low),
                                       self->n_low, 0);
    }
  else
    self->lane_size = 0;
  return self;
}

void
luotain_image_plan_free (LuotainImagePlan *self)
{
  if (self == NULL)
    return;

  g_free (self->strides);
  g_free (self->order);
  g_free (self->varies);
  g_free (self->rank_groups);
  g_aligned_free (self->lane_strides);
  g_aligned_free (self->low_scores);
  g_aligned_free (self->high_scores);
  g_aligned_free (self->additions);
  g_free (self);
}

void
luotain_image_plan_read (const LuotainImagePlan *self, guint32 number, guint8 *path)
{
  for (guint i = 0; i < self->matrix->n_variables; i++)
    path[i] = (guint8) (number / self->strides[i] % self->matrix->states[i]);
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
