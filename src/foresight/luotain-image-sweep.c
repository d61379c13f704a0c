#include "luotain-image-sweep.h"

#include <string.h>

/* So many combinations of inner variables are aimed at. */
#define MANY_INNER 256
#define MAX_INNER 4096
#define AHEAD 24

void luotain_images_8 (const LuotainImagePlan *plan, const int *bases, guint32 fixed, guint32 *images);
void luotain_images_16 (const LuotainImagePlan *plan, const int *bases, guint32 fixed, guint32 *images);
#ifdef LUOTAIN_HAVE_X86_KERNELS
void luotain_images_avx2_8 (const LuotainImagePlan *plan, const int *bases, guint32 fixed, guint32 *images);
void luotain_images_avx2_16 (const LuotainImagePlan *plan, const int *bases, guint32 fixed, guint32 *images);
void luotain_images_avx512_8 (const LuotainImagePlan *plan, const int *bases, guint32 fixed, guint32 *images);
void luotain_images_avx512_16 (const LuotainImagePlan *plan, const int *bases, guint32 fixed,
                               guint32 *images);
#endif

static LuotainImageKernel
pick_kernel (guint lane_size, gboolean portable)
{
#ifdef LUOTAIN_HAVE_X86_KERNELS
  if (!portable)
    {
      if (__builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512vl"))
        return lane_size == 1 ? luotain_images_avx512_8 : luotain_images_avx512_16;
      if (__builtin_cpu_supports ("avx2"))
        return lane_size == 1 ? luotain_images_avx2_8 : luotain_images_avx2_16;
    }
#endif

  return lane_size == 1 ? luotain_images_8 : luotain_images_16;
}

/* What a state adds to twice the score of another. */
static int
addition_of (const LuotainCrossImpact *matrix, guint source, guint target)
{
  return 2 * matrix->judgements[(gsize) source * matrix->n_states + target] + (source == target);
}

static gboolean
acts_on (const LuotainCrossImpact *matrix, guint i, guint j)
{
  if (i == j)
    return TRUE;

  for (guint x = matrix->offsets[i] + 1; x < matrix->offsets[i + 1]; x++)
    for (guint y = matrix->offsets[j]; y < matrix->offsets[j + 1]; y++)
      if (addition_of (matrix, x, y) != addition_of (matrix, x - 1, y))
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
            most = MAX (most, ABS (addition_of (matrix, x, y)));
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

            sum += addition_of (matrix, matrix->offsets[i] + rest % matrix->states[i], y);
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
          scores[(gsize) part * matrix->n_states + y] += (gint16) addition_of (matrix, state, y);
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
      guint best = matrix->offsets[j];
      int highest = low[best] + high[best];

      for (guint a = matrix->offsets[j] + 1; a < matrix->offsets[j + 1]; a++)
        if (low[a] + high[a] > highest)
          {
            highest = low[a] + high[a];
            best = a;
          }
      image += (best - matrix->offsets[j]) * self->strides[j];
    }

  return image;
}

/* A part of the sweep: a range of combinations of the outer variables. */
typedef struct
{
  const LuotainImagePlan *plan;
  LuotainImageKernel kernel;
  gboolean count;
  guint64 first;
  guint64 end;
  GCancellable *cancellable;
  LuotainProgressFunc progress;
  gpointer data;
  guint32 *counts;
  GArray *numbers;
  gboolean cancelled;
  guint32 sum;
} Sweep;

static void
add_row (const LuotainCrossImpact *matrix, guint source, int sign, int *bases)
{
  for (guint y = 0; y < matrix->n_states; y++)
    bases[y] += sign * addition_of (matrix, source, y);
}

/* The part of the images that the inner variables have no say in. */
static guint32
find_fixed (const LuotainImagePlan *plan, const int *bases)
{
  const LuotainCrossImpact *matrix = plan->matrix;
  guint32 fixed = 0;

  for (guint j = 0; j < matrix->n_variables; j++)
    {
      const int *balance = bases + matrix->offsets[j];
      guint best = 0;

      if (plan->varies[j])
        continue;
      /* Inner variables that are not told apart still add what their first state adds. */
      for (guint a = 1; a < matrix->states[j]; a++)
        if (balance[a] > balance[best])
          best = a;
      fixed += best * plan->strides[j];
    }

  return fixed;
}

static void
count_images (Sweep *self, const guint32 *images)
{
  guint32 *counts = self->counts;
  const guint n = self->plan->n_inner;

  /* The counts are far apart: they are asked for some lanes before they are needed. */
  for (guint lane = 0; lane < n; lane++)
    {
      __builtin_prefetch (&counts[images[MIN (lane + AHEAD, n - 1)]], 1);
      if (counts[images[lane]]++ == 0)
        g_array_append_val (self->numbers, images[lane]);
    }
}

/* The scores that the outer variables make; what does not vary with the inner ones is added too where it matters. */
static void
start_bases (const LuotainImagePlan *plan, guint8 *states, guint64 outer, int *bases, int *constants)
{
  const LuotainCrossImpact *matrix = plan->matrix;

  memset (bases, 0, sizeof (int) * matrix->n_states);
  memset (constants, 0, sizeof (int) * matrix->n_states);
  for (guint k = plan->n_outer; k-- > 0;)
    {
      const guint i = plan->order[k];

      states[i] = (guint8) (outer % matrix->states[i]);
      outer /= matrix->states[i];
      add_row (matrix, matrix->offsets[i] + states[i], 1, bases);
    }
  for (guint k = plan->n_outer; k < matrix->n_variables; k++)
    add_row (matrix, matrix->offsets[plan->order[k]], 1, constants);
}

static void
step_outer (const LuotainImagePlan *plan, guint8 *states, int *bases)
{
  const LuotainCrossImpact *matrix = plan->matrix;

  for (guint k = plan->n_outer; k-- > 0;)
    {
      const guint i = plan->order[k];

      add_row (matrix, matrix->offsets[i] + states[i], -1, bases);
      if (++states[i] == matrix->states[i])
        states[i] = 0;
      add_row (matrix, matrix->offsets[i] + states[i], 1, bases);
      if (states[i] != 0)
        return;
    }
}

static gpointer
run_sweep (gpointer data)
{
  Sweep *self = data;
  const LuotainImagePlan *plan = self->plan;
  const guint n_states = plan->matrix->n_states;
  g_autofree int *bases = g_new (int, n_states + 1);
  g_autofree int *constants = g_new (int, n_states + 1);
  g_autofree int *scores = g_new (int, n_states + 1);
  g_autofree guint8 *states = g_malloc0 (plan->matrix->n_variables + 1);
  guint32 *images = g_aligned_alloc (plan->n_blocks * LUOTAIN_IMAGE_LANES, sizeof (guint32), 128);

  start_bases (plan, states, self->first, bases, constants);
  for (guint64 outer = self->first; outer < self->end && !self->cancelled; outer++)
    {
      for (guint y = 0; y < n_states; y++)
        scores[y] = bases[y] + constants[y];
      self->kernel (plan, bases, find_fixed (plan, scores), images);
      if (self->count)
        count_images (self, images);
      else
        self->sum += images[outer % plan->n_inner];
      step_outer (plan, states, bases);
      if (outer % 4096 != 0)
        continue;
      self->cancelled = g_cancellable_is_cancelled (self->cancellable);
      if (self->progress != NULL)
        self->progress ((double) (outer - self->first) / (double) (self->end - self->first), self->data);
    }

  g_aligned_free (images);
  return NULL;
}

static void
start_sweep (Sweep *self)
{
  if (!self->count)
    return;

  /* Pages that are not written to take no memory, and most are not: images are few. */
  self->counts = g_new0 (guint32, self->plan->n_combinations);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
clear_sweep (Sweep *self)
{
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->numbers, g_array_unref);
}

static void
unite (Sweep *first, const Sweep *second)
{
  for (guint i = 0; i < second->numbers->len; i++)
    {
      const guint32 number = g_array_index (second->numbers, guint32, i);

      if (first->counts[number] == 0)
        g_array_append_val (first->numbers, number);
      first->counts[number] += second->counts[number];
    }
}

static void
take_images (Sweep *sweep, LuotainImages *images)
{
  images->n = sweep->numbers->len;
  images->numbers = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&sweep->numbers), FALSE);
  images->counts = g_new (guint64, MAX (images->n, 1));
  images->slots = g_steal_pointer (&sweep->counts);
  for (gsize i = 0; i < images->n; i++)
    {
      images->counts[i] = images->slots[images->numbers[i]];
      images->slots[images->numbers[i]] = (guint32) i + 1;
    }
}

gboolean
luotain_image_sweep (const LuotainImagePlan *plan, gboolean count, guint n_threads, gboolean portable,
                     GCancellable *cancellable, LuotainProgressFunc progress, gpointer data,
                     LuotainImages *images)
{
  const guint64 n_outer = plan->n_combinations / plan->n_inner;
  const guint64 middle = n_threads > 1 ? n_outer / 2 : n_outer;
  Sweep sweeps[2] = {
    { plan, pick_kernel (plan->lane_size, portable), count, 0, middle, cancellable, progress, data },
    { plan, pick_kernel (plan->lane_size, portable), count, middle, n_outer, cancellable, NULL, NULL },
  };
  GThread *helper = NULL;
  gboolean cancelled;

  memset (images, 0, sizeof (*images));
  start_sweep (&sweeps[0]);
  if (middle < n_outer)
    {
      start_sweep (&sweeps[1]);
      helper = g_thread_new ("succession", run_sweep, &sweeps[1]);
    }
  run_sweep (&sweeps[0]);
  if (helper != NULL)
    g_thread_join (helper);

  cancelled = sweeps[0].cancelled || sweeps[1].cancelled;
  if (count && helper != NULL && !cancelled)
    unite (&sweeps[0], &sweeps[1]);
  if (count && !cancelled)
    take_images (&sweeps[0], images);
  clear_sweep (&sweeps[0]);
  clear_sweep (&sweeps[1]);
  return !cancelled;
}

void
luotain_images_clear (LuotainImages *self)
{
  g_clear_pointer (&self->numbers, g_free);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->slots, g_free);
}
