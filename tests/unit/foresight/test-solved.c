#include "luotain-solved.h"

#include "foresight-models.h"

#define N_CHANGES 12

/* What is found is what a search finds that knows of nothing before. */
static void
check_fresh (const LuotainSolved *solved, const LuotainCrossImpact *matrix,
             const LuotainConsistentOptions *options)
{
  const LuotainConsistentSet *set = solved->set;
  g_autoptr (LuotainConsistentSet) fresh = luotain_consistent_find (matrix, options, NULL, NULL, NULL);

  g_assert_cmpint (set->end, ==, fresh->end);
  g_assert_cmpint (set->ic, ==, fresh->ic);
  g_assert_cmpmem (set->states, set->n * set->n_variables, fresh->states, fresh->n * fresh->n_variables);
  g_assert_cmpmem (set->consistency_values, set->n * sizeof (int), fresh->consistency_values,
                   fresh->n * sizeof (int));
  g_assert_cmpmem (set->total_impact_scores, set->n * sizeof (int), fresh->total_impact_scores,
                   fresh->n * sizeof (int));
}

static void
change_one (GRand *rand, LuotainCrossImpact *matrix)
{
  const guint n = matrix->n_variables;
  const guint i = (guint) g_rand_int_range (rand, 0, (int) n);
  const guint j = (i + (guint) g_rand_int_range (rand, 1, (int) n)) % n;
  const guint x = (guint) g_rand_int_range (rand, 0, (int) matrix->states[i]);
  const guint y = (guint) g_rand_int_range (rand, 0, (int) matrix->states[j]);
  const int was = luotain_cross_impact_get (matrix, i, x, j, y);

  luotain_cross_impact_set (matrix, i, x, j, y, was < 3 ? g_rand_int_range (rand, was + 1, 4) : -3);
}

/* Judgement after judgement changes, as in a room that judges. The limit is reached now and then. */
static void
test_one (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_limited = 0;

  for (guint model = 0; model < 200; model++)
    {
      const LuotainConsistentOptions options = { .ic = (int) model % 3, .limit = 8, .node_budget = 1 << 28 };
      const guint n = (guint) g_rand_int_range (rand, 2, 9);
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, 1, 4, model % 2 != 0 ? 1 : 0.3, -3, 3);
      g_autoptr (LuotainSolved) last = luotain_solved_new (NULL, matrix, &options, NULL, NULL, NULL);

      g_assert_false (last->from_last);
      for (guint change = 0; change < N_CHANGES; change++)
        {
          LuotainSolved *solved;

          change_one (rand, matrix);
          solved = luotain_solved_new (last, matrix, &options, NULL, NULL, NULL);
          g_assert_cmpint (solved->from_last, ==, last->set->end == LUOTAIN_END_COMPLETE);
          n_limited += solved->from_last && solved->set->end == LUOTAIN_END_LIMIT;
          check_fresh (solved, matrix, &options);
          luotain_solved_unref (last);
          last = solved;
        }
    }

  g_assert_cmpuint (n_limited, >, 0);
}

static void
check_anew (const LuotainSolved *last, const LuotainCrossImpact *matrix,
            const LuotainConsistentOptions *options)
{
  g_autoptr (LuotainSolved) solved = luotain_solved_new (last, matrix, options, NULL, NULL, NULL);

  g_assert_false (solved->from_last);
  check_fresh (solved, matrix, options);
}

static void
test_anew (void)
{
  const LuotainConsistentOptions options = { 0 };
  const LuotainConsistentOptions other = { .ic = 1 };
  const LuotainConsistentOptions limited = { .limit = 1 };
  g_autoptr (LuotainCrossImpact) matrix = load_somewhereland ();
  g_autoptr (LuotainCrossImpact) another = load_global ();
  g_autoptr (LuotainSolved) last = luotain_solved_new (NULL, matrix, &options, NULL, NULL, NULL);
  g_autoptr (LuotainSolved) part = luotain_solved_new (NULL, matrix, &limited, NULL, NULL, NULL);

  check_anew (last, matrix, &options);
  check_anew (last, another, &options);
  luotain_cross_impact_set (matrix, 0, 0, 1, 0, 3);
  check_anew (last, matrix, &other);
  check_anew (part, matrix, &limited);
  luotain_cross_impact_set (matrix, 1, 0, 0, 0, 3);
  check_anew (last, matrix, &options);
}

/* What is left when a search is stopped is consistent now, whatever was before. */
static void
test_stopped (void)
{
  const LuotainConsistentOptions options = { .ic = 3 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (LuotainCrossImpact) matrix = random_model (rand, 14, 3, 3, 0.5, -3, 3);
  g_autoptr (LuotainSolved) last = luotain_solved_new (NULL, matrix, &options, NULL, NULL, NULL);
  guint n_stopped = 0;

  g_cancellable_cancel (cancelled);
  for (guint change = 0; change < N_CHANGES; change++)
    {
      g_autoptr (LuotainCrossImpact) changed = luotain_cross_impact_copy (matrix);
      g_autoptr (LuotainSolved) part = NULL;
      g_autoptr (LuotainSolved) next = NULL;

      change_one (rand, changed);
      part = luotain_solved_new (last, changed, &options, cancelled, NULL, NULL);
      g_assert_true (part->from_last);
      for (gsize p = 0; p < part->set->n; p++)
        g_assert_true (luotain_cross_impact_is_consistent (
            changed, luotain_consistent_set_path (part->set, p), options.ic));
      n_stopped += part->set->end == LUOTAIN_END_CANCELLED;
      change_one (rand, changed);
      next = luotain_solved_new (part, changed, &options, NULL, NULL, NULL);
      g_assert_cmpint (next->from_last, ==, part->set->end == LUOTAIN_END_COMPLETE);
      check_fresh (next, changed, &options);
    }
  g_assert_cmpuint (n_stopped, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solved/one", test_one);
  g_test_add_func ("/solved/anew", test_anew);
  g_test_add_func ("/solved/stopped", test_stopped);
  return g_test_run ();
}
