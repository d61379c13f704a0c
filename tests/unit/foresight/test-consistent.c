#include "luotain-consistent-sweep.h"
#include "luotain-consistent.h"

#include "foresight-models.h"

/* All that is consistent, by looking at every path, in the order of their states. */
static GByteArray *
find_plainly (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options)
{
  GByteArray *found = g_byte_array_new ();
  g_autofree guint8 *path = g_malloc0 (matrix->n_variables + 1);

  do
    {
      LuotainVerdict verdict;
      gboolean wanted = TRUE;
      guint distance = 0;

      judge_plainly (matrix, path, &verdict);
      for (guint j = 0; j < matrix->n_variables; j++)
        {
          wanted &= options->fixed == NULL || options->fixed[j] == LUOTAIN_OPEN
                    || options->fixed[j] == path[j];
          distance += options->near != NULL && options->near[j] != path[j];
        }
      if (wanted && distance <= options->max_distance && verdict.inconsistency <= options->ic)
        g_byte_array_append (found, path, matrix->n_variables);
    }
  while (next_path (matrix, path));

  return found;
}

static void
check_order (const LuotainCrossImpact *matrix, const LuotainConsistentSet *set)
{
  for (gsize p = 0; p < set->n; p++)
    {
      LuotainVerdict verdict;

      judge_plainly (matrix, luotain_consistent_set_path (set, p), &verdict);
      g_assert_cmpint (set->consistency_values[p], ==, verdict.consistency_value);
      g_assert_cmpint (set->total_impact_scores[p], ==, verdict.total_impact_score);
      if (p == 0)
        continue;
      g_assert_cmpint (set->total_impact_scores[p - 1], >=, set->total_impact_scores[p]);
      if (set->total_impact_scores[p - 1] == set->total_impact_scores[p])
        g_assert_cmpint (memcmp (luotain_consistent_set_path (set, p - 1),
                                 luotain_consistent_set_path (set, p), set->n_variables),
                         <, 0);
    }
}

/* Same paths: as many, none twice (see check_order()), and each of the plain ones is there. */
static void
check_same (const LuotainConsistentSet *set, const GByteArray *plain)
{
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                        (GDestroyNotify) g_bytes_unref, NULL);
  const guint n = MAX (set->n_variables, 1);

  g_assert_cmpint (set->end, ==, LUOTAIN_END_COMPLETE);
  if (set->n_variables > 0)
    g_assert_cmpuint (set->n, ==, plain->len / n);
  for (gsize p = 0; p < set->n; p++)
    g_hash_table_add (paths, g_bytes_new (luotain_consistent_set_path (set, p), set->n_variables));
  g_assert_cmpuint (g_hash_table_size (paths), ==, set->n);
  for (gsize p = 0; p < plain->len / n; p++)
    {
      g_autoptr (GBytes) path = g_bytes_new_static (plain->data + p * n, n);

      g_assert_true (g_hash_table_contains (paths, path));
    }
}

static void
check_model (const LuotainCrossImpact *matrix, LuotainConsistentOptions options)
{
  g_autoptr (GByteArray) plain = NULL;

  if (options.near == NULL)
    options.max_distance = matrix->n_variables;
  plain = find_plainly (matrix, &options);
  /* Small matrices are swept, unless there is a budget: that has to give the same. */
  for (guint way = 0; way < 4; way++)
    {
      g_autoptr (LuotainConsistentSet) set = NULL;

      options.node_budget = way % 2 != 0 ? G_MAXUINT64 : 0;
      options.portable = way > 1;
      set = luotain_consistent_find (matrix, &options, NULL, NULL, NULL);
      check_same (set, plain);
      check_order (matrix, set);
    }
}

static void
test_somewhereland (void)
{
  const gsize expected[] = { 10, 15, 32 };
  g_autoptr (LuotainCrossImpact) matrix = load_somewhereland ();

  for (int ic = 0; ic < 3; ic++)
    {
      const LuotainConsistentOptions options = { .ic = ic };
      g_autoptr (LuotainConsistentSet) set = luotain_consistent_find (matrix, &options, NULL, NULL, NULL);

      g_assert_cmpuint (set->n, ==, expected[ic]);
      check_model (matrix, options);
    }
}

/* CIB_global.sl, states from 1: " 2 3 2",…,0,0,15 and so on. */
static void
test_global (void)
{
  g_autoptr (LuotainCrossImpact) matrix = load_global ();
  g_autoptr (LuotainConsistentSet) set = luotain_consistent_find (matrix, NULL, NULL, NULL, NULL);
  g_autofree char *text = read_model_file ("CIB_global.sl");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (set->n, ==, 4);
  for (gsize p = 0; p < set->n; p++)
    {
      const guint8 *path = luotain_consistent_set_path (set, p);
      g_auto (GStrv) parts = g_strsplit (lines[4 + p], ",", -1);
      g_autofree char *states = g_strdup_printf ("\" %d %d %d\"", path[0] + 1, path[1] + 1, path[2] + 1);

      g_assert_cmpstr (parts[0], ==, states);
      g_assert_cmpint (atoi (parts[2]), ==, set->consistency_values[p]);
      g_assert_cmpint (atoi (parts[4]), ==, set->total_impact_scores[p]);
    }
}

/* Matrices of every kind: ties, single states, negative ones, hardly filled (islands), judgements too large for small vectors. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  const int ranges[][2] = { { -3, 3 }, { -1, 1 },   { -3, 0 },      { -3, -1 },
                            { 0, 1 },  { -60, 60 }, { -1000, 1000 } };
  const double filled[] = { 0, 0.1, 0.2, 0.33, 0.5, 1 };

  for (guint model = 0; model < 3000; model++)
    {
      const int *range = ranges[model % G_N_ELEMENTS (ranges)];
      const guint n = (guint) g_rand_int_range (rand, 0, 8);
      const int fewest = g_rand_int_range (rand, 1, 3);
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, fewest, 3,
                                                            filled[g_rand_int_range (rand, 0, 6)], range[0],
                                                            range[1]);

      check_model (matrix,
                   (LuotainConsistentOptions){ .ic = g_rand_int_range (rand, 0, 4) * MAX (range[1], 3) / 3 });
    }
}

/* Larger ones, above what is swept, so that the search itself has to answer; few, since the plain way takes long. */
static void
test_random_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  const double filled[] = { 0.15, 0.25, 0.5, 1 };

  for (guint model = 0; model < 24; model++)
    {
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, 10, 1, 5, filled[model % 4], -3, 3);

      if (luotain_cross_impact_n_combinations (matrix) < 3e5)
        check_model (matrix, (LuotainConsistentOptions){ .ic = g_rand_int_range (rand, 0, 3) });
    }
}

static void
test_many_states (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint model = 0; model < 20; model++)
    {
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, 3, 1, 40, 1, -3, 3);

      check_model (matrix, (LuotainConsistentOptions){ .ic = 1 });
    }
}

static void
test_fixed_and_near (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint model = 0; model < 400; model++)
    {
      const guint n = (guint) g_rand_int_range (rand, 1, 9);
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, 1, 4, 0.4, -2, 2);
      guint8 fixed[9];
      guint8 near[9];
      LuotainConsistentOptions options = { .ic = g_rand_int_range (rand, 0, 2) };

      for (guint j = 0; j < n; j++)
        {
          fixed[j] = (guint8) g_rand_int_range (rand, 0, (int) matrix->states[j]);
          near[j] = (guint8) g_rand_int_range (rand, 0, (int) matrix->states[j]);
          if (g_rand_boolean (rand))
            fixed[j] = LUOTAIN_OPEN;
        }
      options.fixed = fixed;
      check_model (matrix, options);
      options.near = near;
      options.max_distance = (guint) g_rand_int_range (rand, 0, (int) n + 1);
      check_model (matrix, options);
      options.fixed = NULL;
      check_model (matrix, options);
    }
}

/* The sweep is not asked for more paths than a few thousand, but it can look at more. */
static void
test_sweep (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint model = 0; model < 6; model++)
    {
      const LuotainConsistentOptions options = { .ic = (int) model % 3, .portable = model % 2 != 0 };
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, 12, 3, 4, 0.4, -3, 3);
      g_autoptr (LuotainConsistentSet) found = luotain_consistent_find (matrix, &options, NULL, NULL, NULL);
      g_autoptr (LuotainConsistentSet) swept = luotain_consistent_sweep (matrix, &options);
      g_autoptr (GByteArray) paths = g_byte_array_new ();

      g_byte_array_append (paths, found->states, (guint) found->n * found->n_variables);
      check_same (swept, paths);
    }
}

/* After some changed judgements the same is found as from the beginning. */
static void
test_again (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint model = 0; model < 600; model++)
    {
      const guint n = (guint) g_rand_int_range (rand, 2, 9);
      const LuotainConsistentOptions options = { .ic = g_rand_int_range (rand, 0, 3) };
      g_autoptr (LuotainCrossImpact) was = random_model (rand, n, 1, 4, model % 2 != 0 ? 1 : 0.3, -3, 3);
      g_autoptr (LuotainCrossImpact) matrix = luotain_cross_impact_copy (was);
      g_autoptr (LuotainConsistentSet) previous = luotain_consistent_find (was, &options, NULL, NULL, NULL);
      g_autoptr (LuotainConsistentSet) again = NULL;
      g_autoptr (GByteArray) plain = NULL;
      LuotainConsistentOptions all = options;

      for (int change = g_rand_int_range (rand, 0, 3); change >= 0; change--)
        {
          const guint i = (guint) g_rand_int_range (rand, 0, (int) n);
          const guint j = (i + (guint) g_rand_int_range (rand, 1, (int) n)) % n;

          luotain_cross_impact_set (matrix, i, (guint) g_rand_int_range (rand, 0, (int) matrix->states[i]), j,
                                    (guint) g_rand_int_range (rand, 0, (int) matrix->states[j]),
                                    g_rand_int_range (rand, -3, 4));
        }

      all.max_distance = n;
      plain = find_plainly (matrix, &all);
      again = luotain_consistent_find_again (previous, was, matrix, &options, NULL, NULL, NULL);
      check_same (again, plain);
      check_order (matrix, again);
    }
}

/* Two threads find the same in as many steps, whichever of them comes where first. */
static void
test_two_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  gsize n_found = 0;

  for (guint model = 0; model < 40; model++)
    {
      const double filled = (model % 4 + 1) / 4.0;
      const LuotainConsistentOptions one = { .ic = (int) (model % 3), .portable = model % 5 == 0 };
      LuotainConsistentOptions two = one;
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, 13, 2, 4, filled, -3, 3);
      g_autoptr (LuotainConsistentSet) alone = luotain_consistent_find (matrix, &one, NULL, NULL, NULL);
      g_autoptr (LuotainConsistentSet) together = NULL;

      two.n_threads = 2;
      together = luotain_consistent_find (matrix, &two, NULL, NULL, NULL);
      g_assert_cmpint (together->end, ==, LUOTAIN_END_COMPLETE);
      g_assert_cmpmem (together->states, together->n * 13, alone->states, alone->n * 13);
      g_assert_cmpuint (together->n_nodes, ==, alone->n_nodes);
      n_found += alone->n_nodes > 1000 ? alone->n : 0;
    }

  g_assert_cmpuint (n_found, >, 100);
}

static void
note_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
check_part (const LuotainConsistentSet *part, LuotainEnd end, const LuotainCrossImpact *matrix)
{
  g_assert_cmpint (part->end, ==, end);
  check_order (matrix, part);
  for (gsize p = 0; p < part->n; p++)
    g_assert_true (luotain_cross_impact_is_consistent (matrix, luotain_consistent_set_path (part, p), 0));
}

/* Nothing is judged in half of the blocks: very many are consistent. */
static void
test_stopped (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (LuotainCrossImpact) matrix = random_model (rand, 24, 3, 4, 0.03, -1, 1);
  const LuotainConsistentOptions limited = { .limit = 1000 };
  const LuotainConsistentOptions short_of = { .node_budget = 5000 };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  double progress = 0;
  g_autoptr (LuotainConsistentSet) first = luotain_consistent_find (matrix, &limited, NULL, note_progress,
                                                                    &progress);
  g_autoptr (LuotainConsistentSet) second = luotain_consistent_find (matrix, &short_of, NULL, NULL, NULL);
  g_autoptr (LuotainConsistentSet) third = NULL;

  g_cancellable_cancel (cancelled);
  third = luotain_consistent_find (matrix, NULL, cancelled, NULL, NULL);
  g_assert_cmpuint (first->n, ==, 1000);
  g_assert_cmpuint (second->n_nodes, <=, 5000 + 1);
  g_assert_cmpuint (second->n, >, 0);
  check_part (first, LUOTAIN_END_LIMIT, matrix);
  check_part (second, LUOTAIN_END_BUDGET, matrix);
  check_part (third, LUOTAIN_END_CANCELLED, matrix);
}

/* A limit that is just reached cuts nothing off. */
static void
test_limit_exact (void)
{
  g_autoptr (LuotainCrossImpact) matrix = load_somewhereland ();
  LuotainConsistentOptions options = { .limit = 10 };
  g_autoptr (LuotainConsistentSet) all = luotain_consistent_find (matrix, &options, NULL, NULL, NULL);
  g_autoptr (LuotainConsistentSet) part = NULL;

  options.limit = 9;
  part = luotain_consistent_find (matrix, &options, NULL, NULL, NULL);
  g_assert_cmpint (all->end, ==, LUOTAIN_END_COMPLETE);
  g_assert_cmpuint (all->n, ==, 10);
  g_assert_cmpuint (part->n, ==, 9);
  check_part (part, LUOTAIN_END_LIMIT, matrix);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consistent/somewhereland", test_somewhereland);
  g_test_add_func ("/consistent/global", test_global);
  g_test_add_func ("/consistent/random", test_random);
  g_test_add_func ("/consistent/random-large", test_random_large);
  g_test_add_func ("/consistent/many-states", test_many_states);
  g_test_add_func ("/consistent/fixed-and-near", test_fixed_and_near);
  g_test_add_func ("/consistent/sweep", test_sweep);
  g_test_add_func ("/consistent/again", test_again);
  g_test_add_func ("/consistent/two-threads", test_two_threads);
  g_test_add_func ("/consistent/stopped", test_stopped);
  g_test_add_func ("/consistent/limit-exact", test_limit_exact);
  return g_test_run ();
}
