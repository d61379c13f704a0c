#include "luotain-influence-analysis.h"

#include "foresight-models.h"

/* Worked by hand: 0 drives 1 and 2, 1 and 2 work on each other, 2 on 3; nothing works on 0. */
static void
test_direct (void)
{
  const guint8 direct[] = { 3, 3, 2, 0, 0, 0, 2, 0, 0, 3, 0, 1, 0, 0, 0, 0 };
  const guint influence[] = { 5, 2, 4, 0 };
  const guint dependence[] = { 0, 6, 4, 1 };
  const LuotainQuadrant quadrants[] = { LUOTAIN_QUADRANT_DRIVER, LUOTAIN_QUADRANT_RESULT,
                                        LUOTAIN_QUADRANT_RELAY, LUOTAIN_QUADRANT_AUTONOMOUS };
  g_autoptr (LuotainInfluenceAnalysis) analysis = luotain_influence_analysis_new (4, direct);

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (analysis->influence[i], ==, influence[i]);
      g_assert_cmpuint (analysis->dependence[i], ==, dependence[i]);
      g_assert_cmpint (analysis->quadrants[i], ==, quadrants[i]);
    }
}

/* The sums of the power that is reported, from whole matrices multiplied the plain way. */
static void
check_power (const LuotainInfluenceAnalysis *analysis, const guint8 *direct)
{
  const guint n = analysis->n;
  g_autofree double *power = g_new0 (double, n *n);
  g_autofree double *next = g_new0 (double, n *n);
  double total = 0;

  for (guint c = 0; c < n * n; c++)
    power[c] = c % (n + 1) == 0 ? 0 : direct[c];
  for (guint p = 1; p < analysis->power; p++)
    {
      memset (next, 0, sizeof (double) * n * n);
      for (guint c = 0; c < n * n; c++)
        for (guint k = 0; k < n; k++)
          next[c] += power[c / n * n + k] * (k == c % n ? 0 : direct[k * n + c % n]);
      memcpy (power, next, sizeof (double) * n * n);
    }

  for (guint c = 0; c < n * n; c++)
    total += power[c];
  for (guint i = 0; i < n && total > 0; i++)
    {
      double row = 0;
      double column = 0;

      for (guint j = 0; j < n; j++)
        {
          row += power[i * n + j];
          column += power[j * n + i];
        }
      g_assert_cmpfloat_with_epsilon (analysis->indirect_influence[i], row / total, 1e-9);
      g_assert_cmpfloat_with_epsilon (analysis->indirect_dependence[i], column / total, 1e-9);
    }
}

static void
test_indirect (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);

  for (guint round = 0; round < 500; round++)
    {
      const guint n = (guint) g_rand_int_range (rand, 1, 9);
      guint8 direct[64];
      g_autoptr (LuotainInfluenceAnalysis) analysis = NULL;

      for (guint c = 0; c < n * n; c++)
        direct[c] = (guint8) (g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 4) : 0);
      analysis = luotain_influence_analysis_new (n, direct);
      check_power (analysis, direct);
    }
}

/* Influence only ever goes forward: the third power is zero. */
static void
test_vanishes (void)
{
  const guint8 direct[] = { 0, 1, 0, 0, 0, 2, 0, 0, 0 };
  const guint8 nothing[9] = { 0 };
  g_autoptr (LuotainInfluenceAnalysis) analysis = luotain_influence_analysis_new (3, direct);
  g_autoptr (LuotainInfluenceAnalysis) empty = luotain_influence_analysis_new (3, nothing);
  g_autoptr (LuotainInfluenceAnalysis) none = luotain_influence_analysis_new (0, nothing);

  g_assert_cmpint (analysis->indirect, ==, LUOTAIN_INDIRECT_VANISHES);
  g_assert_cmpuint (analysis->power, ==, 2);
  g_assert_cmpfloat (analysis->indirect_influence[0], ==, 1);
  g_assert_cmpfloat (analysis->indirect_dependence[2], ==, 1);
  g_assert_cmpint (empty->indirect, ==, LUOTAIN_INDIRECT_VANISHES);
  g_assert_cmpuint (empty->power, ==, 1);
  g_assert_cmpint (empty->quadrants[0], ==, LUOTAIN_QUADRANT_AUTONOMOUS);
  g_assert_cmpuint (none->n, ==, 0);
}

/* Two groups that only work on each other, unevenly: the rankings swing for ever. */
static void
test_oscillates (void)
{
  const guint8 direct[] = { 0, 3, 1, 0 };
  g_autoptr (LuotainInfluenceAnalysis) analysis = luotain_influence_analysis_new (2, direct);

  g_assert_cmpint (analysis->indirect, ==, LUOTAIN_INDIRECT_OSCILLATES);
  g_assert_cmpuint (analysis->power, ==, LUOTAIN_INFLUENCE_MAX_POWER);
}

static void
test_settles (void)
{
  const guint8 direct[] = { 0, 3, 3, 1, 0, 1, 1, 0, 0 };
  g_autoptr (LuotainInfluenceAnalysis) analysis = luotain_influence_analysis_new (3, direct);

  g_assert_cmpint (analysis->indirect, ==, LUOTAIN_INDIRECT_SETTLED);
  g_assert_cmpuint (analysis->power, <, LUOTAIN_INFLUENCE_MAX_POWER);
  g_assert_cmpint (analysis->indirect_quadrants[0], !=, LUOTAIN_QUADRANT_AUTONOMOUS);
}

static void
test_from_cross_impact (void)
{
  g_autoptr (LuotainCrossImpact) matrix = load_global ();
  g_autofree guint8 *direct = luotain_influence_from_cross_impact (matrix);
  const guint8 expected[] = { 0, 3, 3, 3, 0, 2, 3, 3, 0 };

  g_assert_cmpmem (direct, 9, expected, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/influence-analysis/direct", test_direct);
  g_test_add_func ("/influence-analysis/indirect", test_indirect);
  g_test_add_func ("/influence-analysis/vanishes", test_vanishes);
  g_test_add_func ("/influence-analysis/oscillates", test_oscillates);
  g_test_add_func ("/influence-analysis/settles", test_settles);
  g_test_add_func ("/influence-analysis/from-cross-impact", test_from_cross_impact);
  return g_test_run ();
}
