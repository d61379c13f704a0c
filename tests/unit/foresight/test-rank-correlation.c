#include "luotain-rank-correlation.h"

#include <math.h>

/* Ten people, their wit and the hours they watch television: the example many textbooks have. */
static void
test_textbook (void)
{
  static const double wit[] = { 106, 100, 86, 101, 99, 103, 97, 113, 112, 110 };
  static const double hours[] = { 7, 27, 2, 50, 28, 29, 20, 12, 6, 17 };
  LuotainRankCorrelation found;

  g_assert_true (luotain_rank_correlation (wit, hours, 10, &found));
  g_assert_cmpuint (found.n, ==, 10);
  g_assert_cmpfloat_with_epsilon (found.rho, -29.0 / 165, 1e-12);
  g_assert_cmpfloat_with_epsilon (found.p, 0.627188, 1e-6);
}

/* Of the 120 orders of five, two are as strict as the same and the reverse one. */
static void
test_exact (void)
{
  static const double up[] = { 1, 2, 3, 4, 5 };
  static const double down[] = { 2030, 2029, 2027, 2026, 2020 };
  static const double nearly[] = { 1, 2, 3, 5, 4 };
  LuotainRankCorrelation found;

  g_assert_true (luotain_rank_correlation (up, up, 5, &found));
  g_assert_cmpfloat_with_epsilon (found.rho, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (found.p, 2.0 / 120, 1e-12);
  g_assert_true (luotain_rank_correlation (up, down, 5, &found));
  g_assert_cmpfloat_with_epsilon (found.rho, -1, 1e-12);
  g_assert_cmpfloat_with_epsilon (found.p, 2.0 / 120, 1e-12);
  /* Either strict one, and the four that swap two neighbours, both ways. */
  g_assert_true (luotain_rank_correlation (up, nearly, 5, &found));
  g_assert_cmpfloat_with_epsilon (found.rho, 0.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (found.p, 10.0 / 120, 1e-12);
}

/* Equal numbers share the mean of their ranks: 1, 2½, 2½, 4, 5 against 1, 2, 3, 4½, 4½. */
static void
test_ties (void)
{
  static const double x[] = { 1, 2, 2, 3, 4 };
  static const double y[] = { 1, 2, 3, 5, 5 };
  LuotainRankCorrelation found;

  g_assert_true (luotain_rank_correlation (x, y, 5, &found));
  g_assert_cmpfloat_with_epsilon (found.rho, 9.0 / 9.5, 1e-12);
}

/* Where too few are known, or nothing moves, nothing is said. */
static void
test_nothing (void)
{
  static const double x[] = { 1, 2, 3, 4, NAN, 6 };
  static const double y[] = { 1, 2, 3, NAN, 5, 6 };
  static const double same[] = { 3, 3, 3, 3, 3, 3 };
  static const double all[] = { 1, 2, 3, 4, 5, 6 };
  LuotainRankCorrelation found;

  g_assert_false (luotain_rank_correlation (x, y, 6, &found));
  g_assert_cmpuint (found.n, ==, 4);
  g_assert_false (luotain_rank_correlation (all, same, 6, &found));
  g_assert_false (luotain_rank_correlation (all, all, 0, &found));
  g_assert_true (luotain_rank_correlation (x, all, 6, &found));
  g_assert_cmpuint (found.n, ==, 5);
}

/* Beyond nine pairs, an odd number of degrees of freedom too: p by numeric integration of Student's t. */
static void
test_long (void)
{
  static const double x[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  static const double loose[] = { 4, 0, 3, 2, 10, 6, 5, 9, 7, 1, 8 };
  static const double tight[] = { 1, 0, 3, 2, 6, 4, 5, 9, 7, 10, 8 };
  LuotainRankCorrelation found;

  g_assert_true (luotain_rank_correlation (x, loose, 11, &found));
  g_assert_cmpfloat_with_epsilon (found.rho, 90.0 / 220, 1e-12);
  g_assert_cmpfloat_with_epsilon (found.p, 0.21154501, 1e-8);
  g_assert_true (luotain_rank_correlation (x, tight, 11, &found));
  g_assert_cmpfloat_with_epsilon (found.rho, 10.0 / 11, 1e-12);
  g_assert_cmpfloat_with_epsilon (found.p, 0.000105593, 1e-8);
  g_assert_true (luotain_rank_correlation (x, x, 11, &found));
  g_assert_cmpfloat (found.p, <, 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rank-correlation/textbook", test_textbook);
  g_test_add_func ("/rank-correlation/exact", test_exact);
  g_test_add_func ("/rank-correlation/ties", test_ties);
  g_test_add_func ("/rank-correlation/nothing", test_nothing);
  g_test_add_func ("/rank-correlation/long", test_long);

  return g_test_run ();
}
