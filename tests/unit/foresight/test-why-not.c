#include "luotain-why-not.h"

#include "foresight-models.h"

/* Asked about alone, each of its states is weighed against the chosen one; the worst as it was found. */
static void
check_break (const LuotainCrossImpact *matrix, const guint8 *path, const LuotainBreak *broken)
{
  for (guint l = 0; l < matrix->states[broken->variable]; l++)
    {
      g_autoptr (LuotainBreak) alone = luotain_break_new (matrix, path, broken->variable, l);
      int sum = 0;

      for (guint p = 0; p < alone->n_pushes; p++)
        sum += alone->pushes[p].on_rival - alone->pushes[p].on_chosen;
      g_assert_cmpint (sum, ==, alone->deficit);
      g_assert_cmpint (alone->deficit, <=, broken->deficit);
      g_assert_cmpuint (alone->n_mends, ==, 0);
      if (l == broken->rival)
        g_assert_cmpmem (alone->pushes, alone->n_pushes * sizeof (LuotainPush), broken->pushes,
                         broken->n_pushes * sizeof (LuotainPush));
    }
}

static void
check_pushes (const LuotainCrossImpact *matrix, const LuotainWhyNot *why)
{
  for (guint b = 0; b < why->n_breaks; b++)
    {
      const LuotainBreak *broken = &why->breaks[b];
      int sum = 0;

      g_assert_cmpint (plain_score (matrix, why->path, broken->variable, broken->rival)
                           - plain_score (matrix, why->path, broken->variable, broken->chosen),
                       ==, broken->deficit);
      g_assert_cmpuint (broken->chosen, ==, why->path[broken->variable]);
      check_break (matrix, why->path, broken);
      for (guint p = 0; p < broken->n_pushes; p++)
        sum += broken->pushes[p].on_rival - broken->pushes[p].on_chosen;
      g_assert_cmpint (sum, ==, broken->deficit);
      if (b > 0)
        g_assert_cmpint (why->breaks[b - 1].deficit, >=, broken->deficit);
    }
}

/* Every single judgement within reach is tried: those that make the path consistent with the least change are the mends. */
static void
check_mends (const LuotainCrossImpact *matrix, const LuotainWhyNot *why, int ic)
{
  g_autoptr (LuotainCrossImpact) changed = luotain_cross_impact_copy (matrix);
  guint n_plain = 0;
  int least = G_MAXINT;

  for (guint i = 0; i < matrix->n_variables; i++)
    for (guint j = 0; j < matrix->n_variables; j++)
      for (guint y = 0; y < matrix->states[j] && i != j; y++)
        {
          const int was = luotain_cross_impact_get (matrix, i, why->path[i], j, y);

          for (int becomes = -3; becomes <= 3; becomes++)
            {
              LuotainVerdict verdict;

              luotain_cross_impact_set (changed, i, why->path[i], j, y, becomes);
              judge_plainly (changed, why->path, &verdict);
              if (verdict.inconsistency > ic || ABS (becomes - was) > least)
                continue;
              if (ABS (becomes - was) < least)
                n_plain = 0;
              least = ABS (becomes - was);
              n_plain++;
            }
          luotain_cross_impact_set (changed, i, why->path[i], j, y, was);
        }

  g_assert_cmpuint (n_plain, ==, why->n_breaks == 1 ? why->breaks[0].n_mends : 0);
  for (guint m = 0; m < n_plain; m++)
    {
      const LuotainJudgementChange *mend = &why->breaks[0].mends[m];

      g_assert_cmpint (ABS (mend->becomes - mend->was), ==, least);
      g_assert_cmpint (luotain_cross_impact_get (matrix, mend->source, mend->source_state, mend->target,
                                                 mend->target_state),
                       ==, mend->was);
    }
}

static void
check_changes (const LuotainCrossImpact *matrix, const LuotainWhyNot *why)
{
  guint8 path[8];

  for (guint c = 0; c < why->n_changes; c++)
    {
      LuotainVerdict verdict;

      memcpy (path, why->path, why->n_variables);
      path[why->changes[c].variable] = (guint8) why->changes[c].state;
      judge_plainly (matrix, path, &verdict);
      g_assert_cmpmem (&verdict, sizeof (verdict), &why->changes[c].verdict, sizeof (verdict));
      if (c > 0)
        g_assert_cmpint (why->changes[c - 1].verdict.inconsistency, <=, verdict.inconsistency);
    }
}

static void
check_nearest (const LuotainCrossImpact *matrix, const LuotainWhyNot *why, int ic)
{
  guint8 path[8] = { 0 };
  guint nearest = G_MAXUINT;
  gsize n = 0;

  do
    {
      LuotainVerdict verdict;
      guint distance = 0;

      judge_plainly (matrix, path, &verdict);
      for (guint j = 0; j < matrix->n_variables; j++)
        distance += path[j] != why->path[j];
      if (verdict.inconsistency > ic || distance > nearest)
        continue;
      n = distance < nearest ? 1 : n + 1;
      nearest = distance;
    }
  while (next_path (matrix, path));

  if (n == 0)
    {
      g_assert_null (why->nearest);
      return;
    }
  g_assert_cmpuint (why->distance, ==, nearest);
  g_assert_cmpuint (why->nearest->n, ==, n);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);

  for (guint model = 0; model < 400; model++)
    {
      const guint n = (guint) g_rand_int_range (rand, 1, 6);
      const int ic = g_rand_int_range (rand, 0, 3);
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, 1, 4, 0.7, -3, 3);
      const LuotainConsistentOptions options = { .ic = ic };
      g_autoptr (LuotainConsistentSet) known = luotain_consistent_find (matrix, &options, NULL, NULL, NULL);
      guint8 path[6];

      for (guint j = 0; j < n; j++)
        path[j] = (guint8) g_rand_int_range (rand, 0, (int) matrix->states[j]);
      for (guint way = 0; way < 2; way++)
        {
          g_autoptr (LuotainWhyNot) why = luotain_why_not (matrix, path, ic, -3, 3, way == 0 ? known : NULL,
                                                           0, NULL);

          g_assert_cmpint (why->end, ==, LUOTAIN_END_COMPLETE);
          g_assert_false (why->completed);
          g_assert_true (why->consistent == (why->n_breaks == 0));
          g_assert_true (why->consistent == luotain_cross_impact_is_consistent (matrix, path, ic));
          check_pushes (matrix, why);
          check_changes (matrix, why);
          check_nearest (matrix, why, ic);
          if (!why->consistent)
            check_mends (matrix, why, ic);
        }
    }
}

/* Of all completions none is less inconsistent, nor as consistent with a higher score. */
static void
test_open (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (16);

  for (guint model = 0; model < 300; model++)
    {
      const guint n = (guint) g_rand_int_range (rand, 2, 6);
      g_autoptr (LuotainCrossImpact) matrix = random_model (rand, n, 1, 4, 0.7, -3, 3);
      g_autoptr (LuotainWhyNot) why = NULL;
      LuotainVerdict best = { G_MAXINT, 0, 0 };
      guint8 asked[6];
      guint8 path[6] = { 0 };

      for (guint j = 0; j < n; j++)
        asked[j] = g_rand_boolean (rand) ? LUOTAIN_OPEN
                                         : (guint8) g_rand_int_range (rand, 0, (int) matrix->states[j]);
      asked[model % n] = LUOTAIN_OPEN;
      why = luotain_why_not (matrix, asked, 0, -3, 3, NULL, 0, NULL);
      do
        {
          LuotainVerdict verdict;
          gboolean agrees = TRUE;

          for (guint j = 0; j < n; j++)
            agrees &= asked[j] == LUOTAIN_OPEN || asked[j] == path[j];
          judge_plainly (matrix, path, &verdict);
          if (agrees
              && (verdict.inconsistency < best.inconsistency
                  || (verdict.inconsistency == best.inconsistency
                      && verdict.total_impact_score > best.total_impact_score)))
            best = verdict;
        }
      while (next_path (matrix, path));

      g_assert_true (why->completed);
      g_assert_cmpint (why->end, ==, LUOTAIN_END_COMPLETE);
      g_assert_cmpint (why->verdict.inconsistency, ==, best.inconsistency);
      g_assert_cmpint (why->verdict.total_impact_score, ==, best.total_impact_score);
      for (guint j = 0; j < n; j++)
        g_assert_true (asked[j] == LUOTAIN_OPEN || asked[j] == why->path[j]);
      for (guint c = 0; c < why->n_changes; c++)
        g_assert_cmpuint (asked[why->changes[c].variable], !=, LUOTAIN_OPEN);
    }
}

/* World trade free, security alert, rapid growth: what ScenarioWizard's matrix says of it, worked by hand. */
static void
test_by_hand (void)
{
  const guint8 path[] = { 0, 2, 3 };
  g_autoptr (LuotainCrossImpact) matrix = load_global ();
  g_autoptr (LuotainWhyNot) why = luotain_why_not (matrix, path, 0, -6, 6, NULL, 0, NULL);

  g_assert_cmpuint (why->n_breaks, ==, 3);
  g_assert_cmpuint (why->breaks[0].variable, ==, 1);
  g_assert_cmpuint (why->breaks[0].rival, ==, 1);
  g_assert_cmpint (why->breaks[0].deficit, ==, 6);
  g_assert_cmpuint (why->breaks[1].variable, ==, 0);
  g_assert_cmpuint (why->breaks[1].rival, ==, 2);
  g_assert_cmpint (why->breaks[1].deficit, ==, 1);
  g_assert_cmpuint (why->breaks[2].variable, ==, 2);
  g_assert_cmpuint (why->breaks[2].rival, ==, 2);
  g_assert_cmpint (why->breaks[2].deficit, ==, 1);
  g_assert_cmpint (why->breaks[0].pushes[0].on_rival, ==, 2);
  g_assert_cmpint (why->breaks[0].pushes[0].on_chosen, ==, -3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/why-not/random", test_random);
  g_test_add_func ("/why-not/open", test_open);
  g_test_add_func ("/why-not/by-hand", test_by_hand);
  return g_test_run ();
}
