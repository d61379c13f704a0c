#include "luotain-rating-summary.h"

#include <math.h>

static LuotainRatingSummary
summarize (const char *hands, LuotainQuartileRule rule)
{
  g_autoptr (GArray) steps = luotain_rating_parse_hands (hands);
  LuotainRatingSummary summary;

  g_assert_nonnull (steps);
  g_assert_true (
      luotain_rating_summarize ((const LuotainRatingStep *) steps->data, steps->len, rule, &summary));
  return summary;
}

static void
test_parse (void)
{
  const char *const bad[] = {
    NULL, "", "5", "5:", ":3", "5:x", "5:3 5:4", "5:-1", "5:0 4:0", "5:3.5", "99999999999:1", "5:3 :", "5::3"
  };
  g_autoptr (GArray) steps = luotain_rating_parse_hands ("5:3 4:9;3:12, 2:0\n-1:2");
  g_autofree char *text = NULL;

  g_assert_cmpuint (steps->len, ==, 5);
  g_assert_cmpint (g_array_index (steps, LuotainRatingStep, 4).step, ==, -1);
  text = luotain_rating_format_hands ((const LuotainRatingStep *) steps->data, steps->len);
  g_assert_cmpstr (text, ==, "5:3 4:9 3:12 -1:2");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (luotain_rating_parse_hands (bad[i]));
}

/* As quantile (x, type = 7) in R and QUARTILE.INC in spreadsheets say. */
static void
test_type_7 (void)
{
  LuotainRatingSummary summary = summarize ("1:1 2:1 3:1 4:1", LUOTAIN_QUARTILES_TYPE_7);

  g_assert_cmpuint (summary.n, ==, 4);
  g_assert_cmpfloat (summary.lower, ==, 1.75);
  g_assert_cmpfloat (summary.median, ==, 2.5);
  g_assert_cmpfloat (summary.upper, ==, 3.25);

  summary = summarize ("5:3 4:9 3:12 2:4 1:2", LUOTAIN_QUARTILES_TYPE_7);
  g_assert_cmpuint (summary.n, ==, 30);
  g_assert_cmpfloat (summary.lower, ==, 3);
  g_assert_cmpfloat (summary.median, ==, 3);
  g_assert_cmpfloat (summary.upper, ==, 4);
  g_assert_cmpint (summary.least, ==, 1);
  g_assert_cmpint (summary.most, ==, 5);

  summary = summarize ("2030:1", LUOTAIN_QUARTILES_TYPE_7);
  g_assert_cmpfloat (summary.lower, ==, 2030);
  g_assert_cmpfloat (summary.upper, ==, 2030);
}

/* sorted[round (q · (n − 1))], halves to the even one. */
static void
test_nearest_rank (void)
{
  LuotainRatingSummary summary = summarize ("1:1 2:1 3:1 4:1", LUOTAIN_QUARTILES_NEAREST_RANK);

  g_assert_cmpfloat (summary.lower, ==, 2);
  g_assert_cmpfloat (summary.median, ==, 3);
  g_assert_cmpfloat (summary.upper, ==, 3);

  summary = summarize ("1:7 2:1 3:23", LUOTAIN_QUARTILES_NEAREST_RANK);
  g_assert_cmpuint (summary.n, ==, 31);
  g_assert_cmpfloat (summary.lower, ==, 3);
}

/* Against the plain way: all answers in a row. */
static void
test_random (void)
{
  GRand *random = g_rand_new_with_seed (42);

  for (guint round = 0; round < 2000; round++)
    {
      LuotainRatingStep steps[5];
      LuotainRatingSummary summary;
      double answers[60];
      guint n = 0;
      double place;

      for (int i = 0; i < 5; i++)
        {
          steps[i] = (LuotainRatingStep){ i + 1, (guint) g_rand_int_range (random, 0, 12) };
          for (guint j = 0; j < steps[i].count; j++)
            answers[n++] = i + 1;
        }
      g_assert_cmpint (luotain_rating_summarize (steps, 5, LUOTAIN_QUARTILES_TYPE_7, &summary), ==, n > 0);
      if (n == 0)
        continue;
      g_assert_cmpuint (summary.n, ==, n);
      place = 0.75 * (n - 1);
      g_assert_cmpfloat_with_epsilon (summary.upper,
                                      answers[(guint) floor (place)] * (1 - (place - floor (place)))
                                          + answers[(guint) ceil (place)] * (place - floor (place)),
                                      1e-9);
      luotain_rating_summarize (steps, 5, LUOTAIN_QUARTILES_NEAREST_RANK, &summary);
      g_assert_cmpfloat (summary.median, ==, answers[(guint) rint (0.5 * (n - 1))]);
    }
  g_rand_free (random);
}

static gboolean
agrees (const char *hands, LuotainConsensusRule rule)
{
  g_autoptr (GArray) steps = luotain_rating_parse_hands (hands);

  return luotain_rating_agrees ((const LuotainRatingStep *) steps->data, steps->len, LUOTAIN_QUARTILES_TYPE_7,
                                rule);
}

static void
test_consensus (void)
{
  g_assert_true (agrees ("5:1 4:9 3:9 2:1", LUOTAIN_CONSENSUS_QUARTILES));
  g_assert_false (agrees ("5:9 4:1 3:1 1:9", LUOTAIN_CONSENSUS_QUARTILES));
  g_assert_true (agrees ("4:3 3:3 2:2 5:1 1:1", LUOTAIN_CONSENSUS_NEAR_MEDIAN));
  g_assert_false (agrees ("5:4 3:4 1:4", LUOTAIN_CONSENSUS_NEAR_MEDIAN));
  g_assert_true (agrees ("5:3 4:3 1:2", LUOTAIN_CONSENSUS_TOP_TWO));
  g_assert_false (agrees ("5:3 4:2 1:2", LUOTAIN_CONSENSUS_TOP_TWO));
  g_assert_false (luotain_rating_agrees (NULL, 0, LUOTAIN_QUARTILES_TYPE_7, LUOTAIN_CONSENSUS_QUARTILES));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rating-summary/parse", test_parse);
  g_test_add_func ("/rating-summary/type-7", test_type_7);
  g_test_add_func ("/rating-summary/nearest-rank", test_nearest_rank);
  g_test_add_func ("/rating-summary/random", test_random);
  g_test_add_func ("/rating-summary/consensus", test_consensus);
  return g_test_run ();
}
