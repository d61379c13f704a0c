#include "luotain-image-sweep.h"

#include <string.h>

/* So many combinations of inner variables are aimed at. */
#define MANY_INNER 256
#define MAX_INNER 4096

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

/* What the states add that make a part of a number: @n values in steps of @step. */
static gint16 *
score_parts (const LuotainImagePlan *self, guint n, guint step)
{
  const LuotainCrossImpact *matrix = self->matrix;
  gint16 *scores = g_new0 (gint16, (gsize) n * matrix->n_states + 1);

  for (guint part = 0; part < n; part++)
    for (guint i = 0; i < matrix->n_variables; i++)
      {
        const guint state = matrix->offsets[i]
                            + (guint) ((guint64) part * step / self->strides[i]) % matrix->states[i];
        const gboolean high = self->strides[i] >= self->n_low;

        /* A variable of one state can stand on the border: it counts once. */
        for (guint y = 0; high == (step > 1) && y < matrix->n_states; y++)
          scores[(gsize) part * matrix->n_states + y] += (gint16) luotain_image_addition (matrix, state, y);
      }

  return scores;
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
      self->low_scores = score_parts (self, self->n_low, 1);
      self->high_scores = score_parts (self, (guint) (self->n_combinations / self->n_low), self->n_low);
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
  g_free (self->low_scores);
  g_free (self->high_scores);
  g_aligned_free (self->additions);
  g_free (self);
}

void
luotain_image_plan_read (const LuotainImagePlan *self, guint32 number, guint8 *path)
{
  for (guint i = 0; i < self->matrix->n_variables; i++)
    path[i] = (guint8) (number / self->strides[i] % self->matrix->states[i]);
}

guint32
luotain_image_plan_follow (const LuotainImagePlan *self, guint32 number)
{
  const LuotainCrossImpact *matrix = self->matrix;
  const gint16 *low = self->low_scores + (gsize) (number % self->n_low) * matrix->n_states;
  const gint16 *high = self->high_scores + (gsize) (number / self->n_low) * matrix->n_states;
  guint32 image = 0;

  for (guint j = 0; j < matrix->n_variables; j++)
    {
      guint best = 0;
      int highest = *low++ + *high++;

      /* Which is best cannot be foreseen: branches would be slower. */
      for (guint a = 1; a < matrix->states[j]; a++)
        {
          const int score = *low++ + *high++;

          best = score > highest ? a : best;
          highest = MAX (score, highest);
        }
      image += best * self->strides[j];
    }

  return image;
}
