/* cross-impact GROUP: measures src/foresight, on one thread in processor time unless it says otherwise, and prints a line a figure:
 *
 *     name|figure|yardstick|reach        milliseconds; figure / yardstick should be at most reach
 *     # text                             what the reader should know
 *
 * Both sides run in the same process. Where their answers differ the program aborts. */
#include "luotain-consistent-sweep.h"
#include "luotain-consistent.h"
#include "luotain-futures-space.h"
#include "luotain-image-sweep.h"
#include "luotain-succession.h"

#include "plain-search.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define FRAME 16.0
#define ROUNDS 5
/* Beyond this the plain search is cut off: some five seconds. What it took is then less than it would have. */
#define MAX_PLAIN_NODES 60000000
#define N_CHANGES 20

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
print_line (const char *name, double figure, double yardstick, double reach)
{
  printf ("%s|%.6f|%.6f|%.3f\n", name, figure, yardstick, reach);
  fflush (stdout);
}

static LuotainCrossImpact *
make_model (guint n, double filled, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1000 * n + seed);

  return random_model (rand, n, 3, 4, filled, -3, 3);
}

static void
check_same (const LuotainConsistentSet *set, const GByteArray *plain)
{
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                        (GDestroyNotify) g_bytes_unref, NULL);

  for (gsize p = 0; p < set->n; p++)
    g_hash_table_add (paths, g_bytes_new (luotain_consistent_set_path (set, p), set->n_variables));
  for (gsize p = 0; p < plain->len / set->n_variables; p++)
    {
      g_autoptr (GBytes) path = g_bytes_new_static (plain->data + p * set->n_variables, set->n_variables);

      g_assert_true (g_hash_table_contains (paths, path));
    }
  g_assert_cmpuint (g_hash_table_size (paths), ==, plain->len / set->n_variables);
}

/* The best of some rounds: others use the processor too. */
static double
time_search (const LuotainCrossImpact *matrix, LuotainConsistentSet **set)
{
  double best = INFINITY;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const double begun = now (CLOCK_THREAD_CPUTIME_ID);

      g_clear_pointer (set, luotain_consistent_set_free);
      *set = luotain_consistent_find (matrix, NULL, NULL, NULL, NULL);
      best = MIN (best, now (CLOCK_THREAD_CPUTIME_ID) - begun);
      if (best > 200)
        break;
    }

  return best;
}

/* Returns our time as a share of the plain search's. */
static double
compare_searches (guint n, double filled, const char *share, double reach)
{
  double ours = 0;
  double plain = 0;
  gboolean cut = FALSE;

  for (guint32 seed = 0; seed < 2; seed++)
    {
      g_autoptr (LuotainCrossImpact) matrix = make_model (n, filled, seed);
      g_autoptr (LuotainConsistentSet) set = NULL;
      g_autoptr (GByteArray) found = NULL;
      double best = INFINITY;
      guint64 n_nodes = 0;

      ours += time_search (matrix, &set);
      for (guint round = 0; round < ROUNDS && (round == 0 || best < 200); round++)
        {
          const double begun = now (CLOCK_THREAD_CPUTIME_ID);

          g_clear_pointer (&found, g_byte_array_unref);
          found = search_plainly (matrix, 0, MAX_PLAIN_NODES, &n_nodes);
          best = MIN (best, now (CLOCK_THREAD_CPUTIME_ID) - begun);
        }
      plain += best;
      if (n_nodes < MAX_PLAIN_NODES)
        check_same (set, found);
      else
        cut = TRUE;
    }

  {
    g_autofree char *name = g_strdup_printf ("consistent, %u variables, %s filled%s", n, share,
                                             cut ? " (cut)" : "");

    print_line (name, ours, plain, reach);
  }
  return ours / plain;
}

static void
measure_search (void)
{
  const guint sizes[] = { 15, 17, 20, 25 };
  double at_25 = 1;

  compare_searches (12, 1, "all", 0.2);
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      const double fifth = compare_searches (sizes[s], 0.2, "a fifth", 0.2);
      const double third = compare_searches (sizes[s], 1 / 3.0, "a third", 0.2);

      if (sizes[s] == 25)
        at_25 = sqrt (fifth * third);
      if (sizes[s] <= 20)
        compare_searches (sizes[s], 0.5, "half", 0.2);
      if (sizes[s] <= 17)
        compare_searches (sizes[s], 1, "all", 0.2);
    }

  print_line ("consistent, 25 variables, geometric mean", at_25, 1, 0.02);
  puts ("# (cut): the plain search was cut off after a few seconds; its true time is longer.");
  puts (
      "# Not run: 20 variables all filled, 25 half and all filled. They take us seconds to minutes, the plain search hours.");
}

static void
measure_small (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  double ours = 0;
  double plain = 0;

  for (guint model = 0; model < 60; model++)
    {
      const guint n = (guint) g_rand_int_range (rand, 3, 9);
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, 2, 4, model % 2 != 0 ? 1 : 0.4, -3, 3);
      double best[2] = { INFINITY, INFINITY };

      if (luotain_cross_impact_n_combinations (matrix) > 1e4)
        continue;
      for (guint round = 0; round < ROUNDS; round++)
        {
          double begun = now (CLOCK_THREAD_CPUTIME_ID);
          g_autoptr (LuotainConsistentSet) set = luotain_consistent_find (matrix, NULL, NULL, NULL, NULL);
          g_autoptr (GByteArray) found = NULL;

          best[0] = MIN (best[0], now (CLOCK_THREAD_CPUTIME_ID) - begun);
          begun = now (CLOCK_THREAD_CPUTIME_ID);
          found = sweep_plainly (matrix, 0);
          best[1] = MIN (best[1], now (CLOCK_THREAD_CPUTIME_ID) - begun);
          check_same (set, found);
        }
      ours += best[0];
      plain += best[1];
    }

  print_line ("consistent, models of at most 10,000 paths", ours, plain, 1.2);
}

static void
change_one (GRand *rand, const LuotainCrossImpact *was, LuotainCrossImpact *matrix)
{
  const int n = (int) was->n_variables;
  guint i;
  guint j;
  guint x;
  guint y;
  int judgement;

  do
    {
      i = (guint) g_rand_int_range (rand, 0, n);
      j = (guint) g_rand_int_range (rand, 0, n);
    }
  while (i == j || luotain_cross_impact_block_is_empty (was, i, j));

  x = (guint) g_rand_int_range (rand, 0, (int) was->states[i]);
  y = (guint) g_rand_int_range (rand, 0, (int) was->states[j]);
  judgement = luotain_cross_impact_get (was, i, x, j, y);
  luotain_cross_impact_set (matrix, i, x, j, y, judgement < 3 ? judgement + 1 : judgement - 1);
}

/* By the clock on the wall, the best of some rounds: as the window does it, with a second thread where it takes its time. */
static double
time_again (const LuotainConsistentSet *set, const LuotainCrossImpact *was, const LuotainCrossImpact *changed,
            guint n_threads, LuotainConsistentSet **again)
{
  const LuotainConsistentOptions options = { .n_threads = n_threads };
  double best = INFINITY;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const double begun = now (CLOCK_MONOTONIC);

      g_clear_pointer (again, luotain_consistent_set_free);
      *again = luotain_consistent_find_again (set, was, changed, &options, NULL, NULL, NULL);
      best = MIN (best, now (CLOCK_MONOTONIC) - begun);
    }

  return best;
}

static void
measure_again (void)
{
  const double filled[] = { 0.2, 1 / 3.0, 0.5, 1 };
  const char *names[] = { "a fifth", "a third", "half", "all" };

  for (guint n = 15; n <= 17; n += 2)
    for (guint f = 0; f < G_N_ELEMENTS (filled); f++)
      {
        g_autoptr (GRand) rand = g_rand_new_with_seed (21);
        g_autoptr (LuotainCrossImpact) matrix = make_model (n, filled[f], 0);
        g_autoptr (LuotainConsistentSet) set = luotain_consistent_find (matrix, NULL, NULL, NULL, NULL);
        g_autofree char *name = g_strdup_printf ("solve again, %u variables, %s filled", n, names[f]);
        double alone = 0;
        double sum = 0;

        for (guint change = 0; change < N_CHANGES; change++)
          {
            g_autoptr (LuotainCrossImpact) changed = luotain_cross_impact_copy (matrix);
            g_autoptr (LuotainConsistentSet) again = NULL;
            g_autoptr (LuotainConsistentSet) anew = NULL;

            change_one (rand, matrix, changed);
            alone += time_again (set, matrix, changed, 1, &again);
            sum += time_again (set, matrix, changed, 2, &again);
            if (change > 2)
              continue;
            anew = luotain_consistent_find (changed, NULL, NULL, NULL, NULL);
            g_assert_cmpmem (again->states, again->n * n, anew->states, anew->n * n);
          }
        print_line (name, sum / N_CHANGES, FRAME, 0.1);
        if (alone > 1.2 * sum)
          printf ("# With one thread it takes %.2f ms.\n", alone / N_CHANGES);
      }
}

static LuotainCrossImpact *
make_large_model (void)
{
  for (guint32 seed = 0;; seed++)
    {
      LuotainCrossImpact *matrix = make_model (14, 1 / 3.0, seed);
      const double n = luotain_cross_impact_n_combinations (matrix);

      if (n > 5.5e7 && n < 6.5e7)
        return matrix;
      luotain_cross_impact_free (matrix);
    }
}

static double
time_weights (const LuotainCrossImpact *matrix, guint n_threads, clockid_t clock)
{
  const LuotainWeightOptions options = { .n_threads = n_threads };
  double best = INFINITY;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const double begun = now (clock);
      g_autoptr (LuotainAttractorSet) set = luotain_succession_weigh (matrix, &options, NULL, NULL, NULL);

      g_assert_true (set->exact);
      best = MIN (best, now (clock) - begun);
    }

  return best;
}

static void
measure_weights (void)
{
  g_autoptr (LuotainCrossImpact) matrix = make_large_model ();
  g_autoptr (LuotainImagePlan) plan = luotain_image_plan_new (matrix, TRUE);
  double alone = INFINITY;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const double begun = now (CLOCK_THREAD_CPUTIME_ID);

      luotain_image_sweep (plan, 1, FALSE, NULL, NULL, NULL, NULL);
      alone = MIN (alone, now (CLOCK_THREAD_CPUTIME_ID) - begun);
    }

  print_line ("weights of 60,000,000 paths, the sweep alone",
              time_weights (matrix, 1, CLOCK_THREAD_CPUTIME_ID), alone, 1.5);
  print_line ("weights of the same, two threads and one", time_weights (matrix, 2, CLOCK_MONOTONIC),
              time_weights (matrix, 1, CLOCK_MONOTONIC), 0.6);
  print_line ("weights of the same, processor time of two threads and one",
              time_weights (matrix, 2, CLOCK_PROCESS_CPUTIME_ID),
              time_weights (matrix, 1, CLOCK_PROCESS_CPUTIME_ID), 1.2);
  puts (
      "# Two threads can only be told from one by the clock on the wall: where others use the processors, the");
  puts (
      "# processor time says what is left of it: up to 1.2 makes 0.6 of the time on two processors of one's own.");
}

static void
measure_sweep (void)
{
  const LuotainConsistentOptions options = { 0 };
  g_autoptr (LuotainCrossImpact) matrix = make_large_model ();
  g_autoptr (GByteArray) found = NULL;
  double ours = INFINITY;
  double plain;
  double begun;

  begun = now (CLOCK_THREAD_CPUTIME_ID);
  found = sweep_plainly (matrix, 0);
  plain = now (CLOCK_THREAD_CPUTIME_ID) - begun;
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (LuotainConsistentSet) set = NULL;

      begun = now (CLOCK_THREAD_CPUTIME_ID);
      set = luotain_consistent_sweep (matrix, &options);
      ours = MIN (ours, now (CLOCK_THREAD_CPUTIME_ID) - begun);
      check_same (set, found);
    }

  print_line ("sweep of 60,000,000 paths, plain sweep", ours, plain, 1 / 15.0);
  printf ("# That is %.0f million paths a second.\n",
          luotain_cross_impact_n_combinations (matrix) / ours / 1e3);
}

static void
measure_futures (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);
  guint states[10];
  g_autoptr (LuotainFuturesSpace) space = NULL;
  double worst = 0;

  for (guint row = 0; row < 10; row++)
    states[row] = 4;
  space = luotain_futures_space_new (10, states);
  for (guint pair = 0; pair < 40; pair++)
    {
      const guint row = (guint) g_rand_int_range (rand, 0, 10);

      luotain_futures_space_mark (space, row, (guint) g_rand_int_range (rand, 0, 4),
                                  (row + (guint) g_rand_int_range (rand, 1, 10)) % 10,
                                  (guint) g_rand_int_range (rand, 0, 4), TRUE);
    }

  for (guint row = 0; row < 10; row++)
    {
      guint64 possible[10];
      g_autofree char *count = NULL;
      const double begun = now (CLOCK_THREAD_CPUTIME_ID);

      luotain_futures_space_fix (space, row, 0);
      luotain_futures_space_possible (space, possible);
      count = luotain_futures_space_n_remaining (space, 0);
      worst = MAX (worst, now (CLOCK_THREAD_CPUTIME_ID) - begun);
      g_assert_nonnull (count);
      luotain_futures_space_fix (space, row, LUOTAIN_OPEN);
    }

  print_line ("futures table 10 × 4, fixing a row", worst, FRAME, 1);
}

int
main (int argc, char *argv[])
{
  const char *group = argc > 1 ? argv[1] : "";

  if (g_str_equal (group, "search"))
    measure_search ();
  else if (g_str_equal (group, "small"))
    measure_small ();
  else if (g_str_equal (group, "again"))
    measure_again ();
  else if (g_str_equal (group, "weights"))
    measure_weights ();
  else if (g_str_equal (group, "sweep"))
    measure_sweep ();
  else if (g_str_equal (group, "futures"))
    measure_futures ();
  else
    return EXIT_FAILURE;

  return EXIT_SUCCESS;
}
