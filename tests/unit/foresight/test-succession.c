#include "luotain-image-sweep.h"
#include "luotain-succession.h"

#include "foresight-models.h"

/* From the definition: a tie keeps the present state, else the lowest index. */
static void
step_plainly (const LuotainCrossImpact *matrix, LuotainSuccession succession, guint8 *path)
{
  g_autofree guint8 *next = g_memdup2 (path, matrix->n_variables);
  int worst = 0;
  guint mover = G_MAXUINT;

  for (guint j = 0; j < matrix->n_variables; j++)
    {
      const int own = plain_score (matrix, path, j, path[j]);
      int best = own;

      for (guint l = 0; l < matrix->states[j]; l++)
        best = MAX (best, plain_score (matrix, path, j, l));
      for (guint l = matrix->states[j]; l-- > 0 && best > own;)
        if (plain_score (matrix, path, j, l) == best)
          next[j] = (guint8) l;
      if (best - own > worst)
        {
          worst = best - own;
          mover = j;
        }
    }

  for (guint j = 0; j < matrix->n_variables; j++)
    if (succession == LUOTAIN_SUCCESSION_GLOBAL || j == mover)
      path[j] = next[j];
}

/* The path with the least states on the cycle that @start leads to, and its length. */
static guint
find_end_plainly (const LuotainCrossImpact *matrix, LuotainSuccession succession, const guint8 *start,
                  guint8 *least)
{
  const guint n = matrix->n_variables;
  g_autofree guint8 *path = g_memdup2 (start, n);
  g_autofree guint8 *first = NULL;
  guint length = 0;

  /* No way is longer than the space has paths. */
  for (double steps = luotain_cross_impact_n_combinations (matrix); steps > 0; steps--)
    step_plainly (matrix, succession, path);

  first = g_memdup2 (path, n);
  memcpy (least, path, n);
  do
    {
      step_plainly (matrix, succession, path);
      if (memcmp (path, least, n) < 0)
        memcpy (least, path, n);
      length++;
    }
  while (memcmp (path, first, n) != 0);

  return length;
}

static const LuotainAttractor *
find_attractor (const LuotainAttractorSet *set, const guint8 *least)
{
  for (gsize a = 0; a < set->n; a++)
    if (memcmp (set->attractors[a].states, least, set->n_variables) == 0)
      return &set->attractors[a];

  return NULL;
}

static void
check_weights (const LuotainCrossImpact *matrix, const LuotainAttractorSet *set, LuotainSuccession succession)
{
  g_autofree guint8 *path = g_malloc0 (matrix->n_variables + 1);
  g_autofree guint8 *least = g_malloc0 (matrix->n_variables + 1);
  g_autofree guint64 *weights = g_new0 (guint64, set->n + 1);
  guint64 sum = 0;

  g_assert_true (set->exact);
  g_assert_cmpint (set->end, ==, LUOTAIN_END_COMPLETE);
  do
    {
      const guint length = find_end_plainly (matrix, succession, path, least);
      const LuotainAttractor *attractor = find_attractor (set, least);

      g_assert_nonnull (attractor);
      g_assert_cmpuint (attractor->length, ==, length);
      weights[attractor - set->attractors]++;
      sum++;
    }
  while (next_path (matrix, path));

  g_assert_cmpuint (set->n_starts, ==, sum);
  for (gsize a = 0; a < set->n; a++)
    {
      g_assert_cmpuint (set->attractors[a].weight, ==, weights[a]);
      g_assert_cmpuint (weights[a], >, 0);
      if (a > 0)
        g_assert_cmpuint (set->attractors[a - 1].weight, >=, weights[a]);
    }
}

static void
test_global (void)
{
  const guint8 paths[][3] = { { 1, 2, 1 }, { 2, 0, 2 }, { 1, 1, 1 }, { 0, 1, 2 } };
  const guint weights[] = { 4, 12, 1, 2 };
  g_autoptr (LuotainCrossImpact) matrix = load_global ();
  g_autoptr (LuotainAttractorSet) set = luotain_succession_weigh (matrix, NULL, NULL, NULL, NULL);
  guint64 in_cycles = 0;

  for (guint p = 0; p < G_N_ELEMENTS (paths); p++)
    g_assert_cmpuint (luotain_attractor_set_weight (set, paths[p]), ==, weights[p]);
  for (gsize a = 0; a < set->n; a++)
    if (set->attractors[a].length > 1)
      in_cycles += set->attractors[a].weight;
  g_assert_cmpuint (in_cycles, ==, 17);
  g_assert_cmpuint (set->n_starts, ==, 36);
  check_weights (matrix, set, LUOTAIN_SUCCESSION_GLOBAL);
}

static void
check_model (const LuotainCrossImpact *matrix)
{
  for (guint way = 0; way < 8; way++)
    {
      const LuotainWeightOptions options = { .succession = way % 2 != 0 ? LUOTAIN_SUCCESSION_LOCAL
                                                                        : LUOTAIN_SUCCESSION_GLOBAL,
                                             .n_threads = way & 2 ? 2 : 1,
                                             .portable = (way & 4) != 0 };
      g_autoptr (LuotainAttractorSet) set = luotain_succession_weigh (matrix, &options, NULL, NULL, NULL);

      check_weights (matrix, set, options.succession);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  const int ranges[][2] = { { -3, 3 }, { -1, 1 }, { -3, -1 }, { -100, 100 } };

  for (guint model = 0; model < 150; model++)
    {
      const guint n = (guint) g_rand_int_range (rand, 1, 6);
      const int *range = ranges[model % G_N_ELEMENTS (ranges)];
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, 1, 3, 0.6, range[0], range[1]);

      check_model (matrix);
    }
}

static gsize
number_of (const LuotainCrossImpact *matrix, const guint8 *path)
{
  gsize number = 0;

  for (guint j = 0; j < matrix->n_variables; j++)
    number = number * matrix->states[j] + path[j];

  return number;
}

/* Where every path is after more steps than there are paths: on a cycle, of which the least path is told. */
static gsize *
find_all_ends_plainly (const LuotainCrossImpact *matrix, gsize n_paths)
{
  g_autofree guint8 *path = g_malloc0 (matrix->n_variables);
  g_autofree guint8 *moved = g_malloc0 (matrix->n_variables);
  g_autofree gsize *next = g_new (gsize, n_paths);
  gsize *ends = g_new (gsize, n_paths);

  do
    {
      memcpy (moved, path, matrix->n_variables);
      step_plainly (matrix, LUOTAIN_SUCCESSION_GLOBAL, moved);
      next[number_of (matrix, path)] = number_of (matrix, moved);
    }
  while (next_path (matrix, path));

  for (gsize p = 0; p < n_paths; p++)
    {
      gsize end = p;
      gsize least;

      for (gsize steps = 0; steps < 1000; steps++)
        end = next[end];
      least = end;
      for (gsize on = next[end]; on != end; on = next[on])
        least = MIN (least, on);
      ends[p] = least;
    }

  return ends;
}

/* Where few variables act on each other, the inner ones fall into several islands. */
static void
test_sparse (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  guint n_attractors = 0;
  guint most_islands = 0;

  for (guint model = 0; model < 24; model++)
    {
      const guint n = (guint) g_rand_int_range (rand, 6, 9);
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, 1, 4, 0.05 + 0.05 * (model % 6),
                                                            model % 4 != 0 ? -3 : -100,
                                                            model % 4 != 0 ? 3 : 100);
      const gsize n_paths = (gsize) luotain_cross_impact_n_combinations (matrix);
      g_autoptr (LuotainImagePlan) plan = luotain_image_plan_new (matrix, FALSE);
      g_autofree gsize *ends = find_all_ends_plainly (matrix, n_paths);

      most_islands = MAX (most_islands, plan->n_islands);

      for (guint way = 0; way < 4; way++)
        {
          const LuotainWeightOptions options = { .n_threads = 1 + way % 2, .portable = way > 1 };
          g_autoptr (LuotainAttractorSet) set = luotain_succession_weigh (matrix, &options, NULL, NULL, NULL);
          guint64 sum = 0;

          g_assert_true (set->exact);
          for (gsize a = 0; a < set->n; a++)
            {
              const gsize least = number_of (matrix, set->attractors[a].states);
              guint64 weight = 0;

              for (gsize p = 0; p < n_paths; p++)
                weight += ends[p] == least;
              g_assert_cmpuint (set->attractors[a].weight, ==, weight);
              sum += weight;
            }
          g_assert_cmpuint (sum, ==, n_paths);
          n_attractors += (guint) set->n;
        }
    }

  g_assert_cmpuint (n_attractors, >, 100);
  g_assert_cmpuint (most_islands, >=, 3);
}

/* The first variable leads: all others go to its state, from 3⁹ paths each. */
static void
test_led (void)
{
  const guint states[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
  g_autoptr (LuotainCrossImpact) matrix = luotain_cross_impact_new (G_N_ELEMENTS (states), states);

  for (guint j = 1; j < matrix->n_variables; j++)
    for (guint x = 0; x < 3; x++)
      luotain_cross_impact_set (matrix, 0, x, j, x, 2);

  for (guint way = 0; way < 4; way++)
    {
      const LuotainWeightOptions options = { .n_threads = 1 + way % 2, .portable = way > 1 };
      g_autoptr (LuotainAttractorSet) set = luotain_succession_weigh (matrix, &options, NULL, NULL, NULL);

      g_assert_cmpuint (set->n, ==, 3);
      for (guint a = 0; a < 3; a++)
        g_assert_cmpuint (set->attractors[a].weight, ==, 19683);
    }
}

/* Whatever a variable is in, it pulls all others to their first state: all paths move on to the same one, more than 2²⁴. */
static void
test_all_to_one (void)
{
  const guint states[] = { 4, 4, 4, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4 };
  const guint64 n_paths = G_GUINT64_CONSTANT (3) << 24;
  const guint8 path[G_N_ELEMENTS (states)] = { 0 };
  g_autoptr (LuotainCrossImpact) matrix = luotain_cross_impact_new (G_N_ELEMENTS (states), states);

  for (guint i = 0; i < matrix->n_variables; i++)
    for (guint x = 0; x < states[i]; x++)
      for (guint j = 0; j < matrix->n_variables; j++)
        if (i != j)
          luotain_cross_impact_set (matrix, i, x, j, 0, 1);

  for (guint n_threads = 1; n_threads <= 2; n_threads++)
    {
      const LuotainWeightOptions options = { .n_threads = n_threads };
      g_autoptr (LuotainAttractorSet) set = luotain_succession_weigh (matrix, &options, NULL, NULL, NULL);

      g_assert_cmpuint (set->n, ==, 1);
      g_assert_cmpuint (luotain_attractor_set_weight (set, path), ==, n_paths);
    }
}

/* Without variables there is one path, and it stays. */
static void
test_nothing (void)
{
  g_autoptr (LuotainCrossImpact) matrix = luotain_cross_impact_new (0, NULL);
  g_autoptr (LuotainAttractorSet) set = luotain_succession_weigh (matrix, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (set->n, ==, 1);
  g_assert_cmpuint (set->attractors[0].weight, ==, 1);
}

static void
test_steps (void)
{
  g_autoptr (LuotainCrossImpact) matrix = load_somewhereland ();

  for (int succession = LUOTAIN_SUCCESSION_GLOBAL; succession <= LUOTAIN_SUCCESSION_LOCAL; succession++)
    {
      guint8 path[6] = { 0 };

      do
        {
          guint8 ours[6];
          guint8 plain[6];
          const gboolean moved = luotain_succession_step (matrix, (LuotainSuccession) succession, path, ours);

          memcpy (plain, path, sizeof (path));
          step_plainly (matrix, (LuotainSuccession) succession, plain);
          g_assert_cmpmem (ours, sizeof (ours), plain, sizeof (plain));
          g_assert_true (moved == (memcmp (ours, path, sizeof (path)) != 0));
          g_assert_true (moved != luotain_cross_impact_is_consistent (matrix, path, 0));
        }
      while (next_path (matrix, path));
    }
}

static void
test_walk (void)
{
  g_autoptr (LuotainCrossImpact) matrix = load_global ();
  guint8 path[3] = { 0 };

  do
    {
      g_autoptr (LuotainWalk) walk = luotain_succession_walk (matrix, LUOTAIN_SUCCESSION_GLOBAL, path, NULL);
      guint8 next[3];
      guint8 least[3];

      g_assert_cmpmem (walk->states, 3, path, 3);
      for (gsize p = 0; p < walk->n_paths; p++)
        {
          const gsize after = p + 1 < walk->n_paths ? p + 1 : walk->cycle_start;

          memcpy (next, walk->states + p * 3, 3);
          step_plainly (matrix, LUOTAIN_SUCCESSION_GLOBAL, next);
          g_assert_cmpmem (next, 3, walk->states + after * 3, 3);
        }
      g_assert_cmpuint (walk->n_paths - walk->cycle_start, ==,
                        find_end_plainly (matrix, LUOTAIN_SUCCESSION_GLOBAL, path, least));
    }
  while (next_path (matrix, path));
}

/* What is drawn at random says so, repeats itself, and comes near the exact shares. */
static void
test_sampled (void)
{
  g_autoptr (LuotainCrossImpact) matrix = load_somewhereland ();
  const LuotainWeightOptions options = { .max_combinations = 100, .n_samples = 20000, .seed = 1 };
  g_autoptr (LuotainAttractorSet) exact = luotain_succession_weigh (matrix, NULL, NULL, NULL, NULL);
  g_autoptr (LuotainAttractorSet) first = luotain_succession_weigh (matrix, &options, NULL, NULL, NULL);
  g_autoptr (LuotainAttractorSet) second = luotain_succession_weigh (matrix, &options, NULL, NULL, NULL);

  g_assert_true (exact->exact);
  g_assert_false (first->exact);
  g_assert_cmpuint (first->n_starts, ==, 20000);
  g_assert_cmpuint (first->n, ==, second->n);
  for (gsize a = 0; a < first->n; a++)
    {
      const LuotainAttractor *true_one = find_attractor (exact, first->attractors[a].states);

      g_assert_cmpuint (first->attractors[a].weight, ==, second->attractors[a].weight);
      g_assert_cmpfloat_with_epsilon ((double) first->attractors[a].weight / 20000,
                                      (double) true_one->weight / 486, 0.02);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (LuotainCrossImpact) matrix = random_model (rand, 12, 4, 4, 0.4, -3, 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LuotainAttractorSet) set = NULL;

  g_cancellable_cancel (cancellable);
  set = luotain_succession_weigh (matrix, NULL, cancellable, NULL, NULL);
  g_assert_cmpint (set->end, ==, LUOTAIN_END_CANCELLED);
  g_assert_false (set->exact);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/succession/global", test_global);
  g_test_add_func ("/succession/random", test_random);
  g_test_add_func ("/succession/sparse", test_sparse);
  g_test_add_func ("/succession/led", test_led);
  g_test_add_func ("/succession/all-to-one", test_all_to_one);
  g_test_add_func ("/succession/nothing", test_nothing);
  g_test_add_func ("/succession/steps", test_steps);
  g_test_add_func ("/succession/walk", test_walk);
  g_test_add_func ("/succession/sampled", test_sampled);
  g_test_add_func ("/succession/cancelled", test_cancelled);
  return g_test_run ();
}
