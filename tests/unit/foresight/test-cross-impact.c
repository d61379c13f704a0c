#include "luotain-big-number.h"

#include "foresight-models.h"

static void
test_combinations (void)
{
  const guint few[] = { 3, 3, 4 };
  g_autofree guint *many = g_new (guint, LUOTAIN_CROSS_IMPACT_MAX_VARIABLES);
  g_autoptr (LuotainCrossImpact) small = luotain_cross_impact_new (3, few);
  g_autoptr (LuotainCrossImpact) none = luotain_cross_impact_new (0, few);
  g_autoptr (LuotainCrossImpact) tens = NULL;
  g_autofree char *of_small = NULL;
  g_autofree char *of_none = NULL;
  g_autofree char *of_tens = NULL;
  g_autofree char *zeros = g_strnfill (40, '0');
  g_autofree char *expected = g_strconcat ("1", zeros, NULL);

  for (guint i = 0; i < LUOTAIN_CROSS_IMPACT_MAX_VARIABLES; i++)
    many[i] = 10;
  tens = luotain_cross_impact_new (40, many);
  of_small = luotain_cross_impact_n_combinations_string (small);
  of_none = luotain_cross_impact_n_combinations_string (none);
  of_tens = luotain_cross_impact_n_combinations_string (tens);
  g_assert_cmpstr (of_small, ==, "36");
  g_assert_cmpstr (of_none, ==, "1");
  g_assert_cmpstr (of_tens, ==, expected);
}

static void
test_big_number (void)
{
  LuotainBigNumber a = { 0 };
  LuotainBigNumber b = { 0 };
  g_autofree char *zero = luotain_big_number_to_string (&a);
  g_autofree char *product = NULL;
  g_autofree char *sum = NULL;

  luotain_big_number_set (&a, G_MAXUINT64);
  luotain_big_number_copy (&b, &a);
  luotain_big_number_multiply (&a, &b);
  product = luotain_big_number_to_string (&a);
  luotain_big_number_add (&a, &b);
  luotain_big_number_add (&a, &b);
  sum = luotain_big_number_to_string (&a);

  g_assert_cmpstr (zero, ==, "0");
  g_assert_cmpstr (product, ==, "340282366920938463426481119284349108225");
  g_assert_cmpstr (sum, ==, "340282366920938463463374607431768211455");
  g_assert_cmpfloat_with_epsilon (luotain_big_number_to_double (&a) / 3.402823669209385e38, 1.0, 1e-9);
}

/* Figures that ScenarioWizard printed for these paths. */
static void
test_published (void)
{
  const guint8 paths[][3] = { { 1, 2, 1 }, { 2, 0, 2 }, { 1, 1, 1 }, { 0, 1, 2 } };
  const int values[] = { 0, 1, 0, 0 };
  const int scores[] = { 15, 12, 9, 8 };
  g_autoptr (LuotainCrossImpact) matrix = load_global ();

  for (guint p = 0; p < G_N_ELEMENTS (paths); p++)
    {
      LuotainVerdict verdict;

      luotain_cross_impact_judge (matrix, paths[p], &verdict);
      g_assert_cmpint (verdict.inconsistency, ==, 0);
      g_assert_cmpint (verdict.consistency_value, ==, values[p]);
      g_assert_cmpint (verdict.total_impact_score, ==, scores[p]);
      g_assert_true (luotain_cross_impact_is_consistent (matrix, paths[p], 0));
    }
}

static void
test_verdicts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint model = 0; model < 300; model++)
    {
      const guint n = (guint) g_rand_int_range (rand, 0, 6);
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, 1, 4, 0.7, -3, 3);
      guint8 path[6] = { 0 };

      do
        {
          LuotainVerdict ours;
          LuotainVerdict plain;

          luotain_cross_impact_judge (matrix, path, &ours);
          judge_plainly (matrix, path, &plain);
          g_assert_cmpint (ours.inconsistency, ==, plain.inconsistency);
          g_assert_cmpint (ours.consistency_value, ==, plain.consistency_value);
          g_assert_cmpint (ours.total_impact_score, ==, plain.total_impact_score);
          if (plain.inconsistency > 0)
            g_assert_false (luotain_cross_impact_is_consistent (matrix, path, plain.inconsistency - 1));
          g_assert_true (luotain_cross_impact_is_consistent (matrix, path, plain.inconsistency));
        }
      while (next_path (matrix, path));
    }
}

static void
test_single_states (void)
{
  const guint ones[] = { 1, 1, 1 };
  g_autoptr (LuotainCrossImpact) matrix = luotain_cross_impact_new (3, ones);
  const guint8 path[] = { 0, 0, 0 };
  LuotainVerdict verdict;

  luotain_cross_impact_set (matrix, 0, 0, 1, 0, -3);
  luotain_cross_impact_judge (matrix, path, &verdict);
  g_assert_cmpint (verdict.inconsistency, ==, 0);
  g_assert_cmpint (verdict.consistency_value, ==, 0);
  g_assert_cmpint (verdict.total_impact_score, ==, -3);
}

static void
test_copy (void)
{
  g_autoptr (LuotainCrossImpact) matrix = load_somewhereland ();
  g_autoptr (LuotainCrossImpact) copy = luotain_cross_impact_copy (matrix);

  g_assert_true (luotain_cross_impact_same_shape (matrix, copy));
  g_assert_cmpint (luotain_cross_impact_get (copy, 0, 0, 1, 0), ==, -2);
  luotain_cross_impact_set (copy, 0, 0, 1, 0, 3);
  g_assert_cmpint (luotain_cross_impact_get (matrix, 0, 0, 1, 0), ==, -2);
  g_assert_false (luotain_cross_impact_block_is_empty (matrix, 0, 1));
  g_assert_true (luotain_cross_impact_block_is_empty (matrix, 3, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cross-impact/combinations", test_combinations);
  g_test_add_func ("/cross-impact/big-number", test_big_number);
  g_test_add_func ("/cross-impact/published", test_published);
  g_test_add_func ("/cross-impact/verdicts", test_verdicts);
  g_test_add_func ("/cross-impact/single-states", test_single_states);
  g_test_add_func ("/cross-impact/copy", test_copy);
  return g_test_run ();
}
