#include "luotain-image-sweep.h"

#include "luotain-share.h"

#include <string.h>

/* The work is taken in so many parts: few enough that beginning one costs nothing, and so many that threads end together and are
 * stopped at once. */
#define MANY_PARTS 512

guint luotain_images_8 (const LuotainImagePlan *plan, const LuotainImageIsland *island, const int *bases,
                        guint32 fixed, guint32 *images, LuotainImageSum *sums);
guint luotain_images_16 (const LuotainImagePlan *plan, const LuotainImageIsland *island, const int *bases,
                         guint32 fixed, guint32 *images, LuotainImageSum *sums);
#ifdef LUOTAIN_HAVE_X86_KERNELS
guint luotain_images_avx2_8 (const LuotainImagePlan *plan, const LuotainImageIsland *island, const int *bases,
                             guint32 fixed, guint32 *images, LuotainImageSum *sums);
guint luotain_images_avx2_16 (const LuotainImagePlan *plan, const LuotainImageIsland *island,
                              const int *bases, guint32 fixed, guint32 *images, LuotainImageSum *sums);
guint luotain_images_avx512_8 (const LuotainImagePlan *plan, const LuotainImageIsland *island,
                               const int *bases, guint32 fixed, guint32 *images, LuotainImageSum *sums);
guint luotain_images_avx512_16 (const LuotainImagePlan *plan, const LuotainImageIsland *island,
                                const int *bases, guint32 fixed, guint32 *images, LuotainImageSum *sums);
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
  int n_taken;
  /* One for each thread; without them the images are found and forgotten. */
  LuotainTally *tallies;
  GCancellable *cancellable;
  LuotainProgressFunc progress;
  gpointer data;
} Sweep;

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

  for (guint k = 0; k < plan->n_fixed; k++)
    {
      const guint j = plan->digits[k];
      const int *balance = bases + matrix->offsets[j];
      guint best = 0;

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
  LuotainImageSum *sums;
  LuotainImageSum *more;
} Walk;

/* Each of @n sums with each of @n_more. */
static guint
combine (LuotainImageSum *sums, guint n, const LuotainImageSum *more, guint n_more)
{
  /* From behind: what is written over has been read. */
  for (guint s = n; s-- > 0;)
    {
      const LuotainImageSum sum = sums[s];

      for (guint m = 0; m < n_more; m++)
        sums[s * n_more + m] = (LuotainImageSum){ sum.number + more[m].number, sum.count * more[m].count };
    }

  return n * n_more;
}

/* What the smaller islands say, as a rule within a line, goes with each lane of the largest. */
static void
count_lanes (LuotainTally *tally, const LuotainImageSum *sums, guint n_sums, const guint32 *images, guint n)
{
  guint all = 0;

  for (guint s = 0, end = 0; s < n_sums; s = end)
    {
      const guint32 first = sums[s].number - sums[s].number % LUOTAIN_LINE_PATHS;

      for (end = s + 1; end < n_sums && sums[end].number - first < LUOTAIN_LINE_PATHS;)
        end++;
      for (guint lane = 0; lane < n; lane++)
        {
          guint16 *line = luotain_tally_line (tally, first + images[lane]);
          const guint32 place = images[lane] % LUOTAIN_LINE_PATHS - first;

          for (guint t = s; t < end; t++)
            all |= line[place + sums[t].number] = (guint16) (line[place + sums[t].number] + sums[t].count);
        }
    }

  /* To ask once is sooner done than to ask at each count, and all the combinations of the islands are too few to fill one. */
  if (G_UNLIKELY (all >= LUOTAIN_FULL))
    for (guint s = 0; s < n_sums; s++)
      for (guint lane = 0; lane < n; lane++)
        luotain_tally_lessen (tally, sums[s].number + images[lane]);
}

static void
count_images (const Sweep *sweep, Walk *walk, guint32 fixed, LuotainTally *tally)
{
  const LuotainImagePlan *plan = sweep->plan;
  const LuotainImageIsland *largest = &plan->islands[plan->n_islands - 1];
  guint n_sums = 1;

  walk->sums[0] = (LuotainImageSum){ fixed, 1 };
  for (const LuotainImageIsland *island = plan->islands; island < largest; island++)
    n_sums = combine (walk->sums, n_sums, walk->more,
                      sweep->kernel (plan, island, walk->bases, 0, walk->images, walk->more));
  sweep->kernel (plan, largest, walk->bases, 0, walk->images, NULL);
  count_lanes (tally, walk->sums, n_sums, walk->images, largest->n_lanes);
}

static void
sweep_part (const Sweep *sweep, guint part, Walk *walk, LuotainTally *tally)
{
  const LuotainImagePlan *plan = sweep->plan;
  const guint64 first = sweep->n_outer * part / sweep->n_parts;
  const guint64 end = sweep->n_outer * (part + 1) / sweep->n_parts;

  start_bases (plan, walk->states, first, walk->bases, walk->constants);
  for (guint64 outer = first; outer < end; outer++)
    {
      guint32 fixed;

      for (guint y = 0; y < plan->matrix->n_states; y++)
        walk->scores[y] = walk->bases[y] + walk->constants[y];
      fixed = find_fixed (plan, walk->scores);
      if (tally != NULL)
        count_images (sweep, walk, fixed, tally);
      else
        for (guint i = 0; i < plan->n_islands; i++)
          sweep->kernel (plan, &plan->islands[i], walk->bases, fixed, walk->images, NULL);
      step_outer (plan, walk->states, walk->bases);
    }
}

static void
run_sweeper (gpointer data, guint number, guint n)
{
  Sweep *sweep = data;
  const LuotainImagePlan *plan = sweep->plan;
  const LuotainImageIsland *largest = &plan->islands[plan->n_islands - 1];
  const guint n_states = plan->matrix->n_states;
  g_autofree int *scores = g_new (int, 3 * n_states + 1);
  g_autofree guint8 *states = g_malloc0 (plan->matrix->n_variables + 1);
  g_autofree LuotainImageSum *sums = g_new (LuotainImageSum,
                                            plan->n_inner / largest->n_lanes + largest->n_lanes);
  Walk walk = { scores,
                scores + n_states,
                scores + 2 * n_states,
                states,
                g_aligned_alloc (largest->n_blocks * LUOTAIN_IMAGE_LANES, sizeof (guint32), 128),
                sums,
                sums + plan->n_inner / largest->n_lanes };
  /* In memory of its own: what threads change side by side keeps the others waiting. */
  LuotainTally tally = { 0 };
  guint done = 0;

  if (sweep->tallies != NULL)
    luotain_tally_init (&tally, plan->n_numbers);

  /* One thread takes parts from the beginning and one from the end, until they meet: far apart fewer images are the same. */
  while ((guint) g_atomic_int_add (&sweep->n_taken, 1) < sweep->n_parts
         && !g_cancellable_is_cancelled (sweep->cancellable))
    {
      const guint part = number == 0 ? done : sweep->n_parts - 1 - done;

      done++;
      sweep_part (sweep, part, &walk, sweep->tallies != NULL ? &tally : NULL);
      /* Progress is told in the thread that asked. */
      if (number == 0 && sweep->progress != NULL)
        sweep->progress (MIN (1, (double) done * n / (double) sweep->n_parts), sweep->data);
    }

  if (sweep->tallies != NULL)
    sweep->tallies[number] = tally;
  g_aligned_free (walk.images);
}

gboolean
luotain_image_sweep (const LuotainImagePlan *plan, guint n_threads, gboolean portable,
                     GCancellable *cancellable, LuotainProgressFunc progress, gpointer data,
                     LuotainImages *images)
{
  const guint64 n_outer = plan->n_combinations / plan->n_inner;
  LuotainTally tallies[LUOTAIN_MAX_TALLIES] = { { 0 } };
  Sweep sweep = { plan,        pick_kernel (plan->lane_size, portable),
                  n_outer,     (guint) MIN (n_outer, MANY_PARTS),
                  0,           images != NULL ? tallies : NULL,
                  cancellable, progress,
                  data };
  gboolean cancelled;

  g_return_val_if_fail (n_threads >= 1 && n_threads <= LUOTAIN_MAX_TALLIES, FALSE);

  luotain_share (n_threads, run_sweeper, &sweep);

  cancelled = g_cancellable_is_cancelled (cancellable);
  if (images != NULL && !cancelled)
    luotain_images_gather (images, tallies, n_threads);
  for (guint t = 0; t < n_threads; t++)
    luotain_tally_clear (&tallies[t]);
  return !cancelled;
}
