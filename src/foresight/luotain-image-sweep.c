#include "luotain-image-sweep.h"

#include <string.h>

/* The work is taken in so many parts: few enough that beginning one costs nothing, and so many that threads end together and are
 * stopped at once. */
#define MANY_PARTS 512

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

/* What the threads of a sweep share. The combinations of the outer variables are taken a part at a time. */
typedef struct
{
  const LuotainImagePlan *plan;
  LuotainImageKernel kernel;
  guint64 n_outer;
  guint n_parts;
  int next_part;
  GCancellable *cancellable;
  LuotainProgressFunc progress;
  gpointer data;
} Sweep;

/* One of the threads; without a tally the images are found and forgotten. */
typedef struct
{
  Sweep *sweep;
  LuotainTally *tally;
  gboolean tells;
} Sweeper;

static void
add_row (const LuotainCrossImpact *matrix, guint source, int sign, int *bases)
{
  for (guint y = 0; y < matrix->n_states; y++)
    bases[y] += sign * luotain_image_addition (matrix, source, y);
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

/* What is needed to walk through a part. */
typedef struct
{
  int *bases;
  int *constants;
  int *scores;
  guint8 *states;
  guint32 *images;
} Walk;

static void
sweep_part (const Sweeper *self, guint part, Walk *walk)
{
  const Sweep *sweep = self->sweep;
  const LuotainImagePlan *plan = sweep->plan;
  const guint64 first = sweep->n_outer * part / sweep->n_parts;
  const guint64 end = sweep->n_outer * (part + 1) / sweep->n_parts;

  start_bases (plan, walk->states, first, walk->bases, walk->constants);
  for (guint64 outer = first; outer < end; outer++)
    {
      for (guint y = 0; y < plan->matrix->n_states; y++)
        walk->scores[y] = walk->bases[y] + walk->constants[y];
      sweep->kernel (plan, walk->bases, find_fixed (plan, walk->scores), walk->images);
      if (self->tally != NULL)
        luotain_tally_add (self->tally, walk->images, plan->n_inner);
      step_outer (plan, walk->states, walk->bases);
    }
}

static gpointer
run_sweeper (gpointer data)
{
  const Sweeper *self = data;
  Sweep *sweep = self->sweep;
  const LuotainImagePlan *plan = sweep->plan;
  const guint n_states = plan->matrix->n_states;
  g_autofree int *scores = g_new (int, 3 * n_states + 1);
  g_autofree guint8 *states = g_malloc0 (plan->matrix->n_variables + 1);
  Walk walk = { scores, scores + n_states, scores + 2 * n_states, states,
                g_aligned_alloc (plan->n_blocks * LUOTAIN_IMAGE_LANES, sizeof (guint32), 128) };
  guint part;

  while ((part = (guint) g_atomic_int_add (&sweep->next_part, 1)) < sweep->n_parts
         && !g_cancellable_is_cancelled (sweep->cancellable))
    {
      sweep_part (self, part, &walk);
      if (self->tells && sweep->progress != NULL)
        sweep->progress ((double) part / (double) sweep->n_parts, sweep->data);
    }

  g_aligned_free (walk.images);
  return NULL;
}

gboolean
luotain_image_sweep (const LuotainImagePlan *plan, guint n_threads, gboolean portable,
                     GCancellable *cancellable, LuotainProgressFunc progress, gpointer data,
                     LuotainImages *images)
{
  const guint64 n_outer = plan->n_combinations / plan->n_inner;
  const guint n_tallies = images != NULL ? CLAMP (n_threads, 1, 2) : 0;
  LuotainTally tallies[2] = { { NULL, NULL }, { NULL, NULL } };
  Sweep sweep = { plan,     pick_kernel (plan->lane_size, portable),
                  n_outer,  (guint) MIN (n_outer, MANY_PARTS),
                  0,        cancellable,
                  progress, data };
  Sweeper sweepers[2] = { { &sweep, n_tallies > 0 ? &tallies[0] : NULL, TRUE },
                          { &sweep, n_tallies > 1 ? &tallies[1] : NULL, FALSE } };
  GThread *helper = NULL;
  gboolean cancelled;

  for (guint t = 0; t < n_tallies; t++)
    luotain_tally_init (&tallies[t], plan->n_combinations);
  if (n_threads > 1)
    helper = g_thread_new ("succession", run_sweeper, &sweepers[1]);
  run_sweeper (&sweepers[0]);
  if (helper != NULL)
    g_thread_join (helper);

  cancelled = g_cancellable_is_cancelled (cancellable);
  if (images != NULL && !cancelled)
    luotain_images_gather (images, tallies, n_tallies, plan->n_combinations);
  for (guint t = 0; t < n_tallies; t++)
    luotain_tally_clear (&tallies[t]);
  return !cancelled;
}
