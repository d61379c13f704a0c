#include "luotain-rank-correlation.h"

#include <math.h>

/* 9! orders are looked through in a moment. */
#define MOST_EXACT 9

/* What differs by less differs by rounding. */
#define ROUNDING 1e-9

static int
compare (gconstpointer a, gconstpointer b, gpointer values)
{
  const double first = ((const double *) values)[*(const guint *) a];
  const double second = ((const double *) values)[*(const guint *) b];

  return first < second ? -1 : first > second;
}

/* Ranks less their mean, so that the products of two rows sum up to their covariance. */
static double *
rank (const double *values, guint n)
{
  g_autofree guint *order = g_new (guint, n);
  double *ranks = g_new (double, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare, (gpointer) values);
  for (guint from = 0, to; from < n; from = to)
    {
      for (to = from + 1; to < n && !(values[order[to]] > values[order[from]]); to++)
        continue;
      for (guint i = from; i < to; i++)
        ranks[order[i]] = (from + to - 1) / 2.0 - (n - 1) / 2.0;
    }
  return ranks;
}

static double
sum_products (const double *x, const double *y, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += x[i] * y[i];
  return sum;
}

/* All orders of one row, each a swap from the one before (B. R. Heap, 1963). */
static double
find_exact_p (const double *x, double *y, guint n)
{
  const double found = fabs (sum_products (x, y, n)) - ROUNDING;
  guint places[MOST_EXACT] = { 0 };
  guint n_orders = 1, n_as_strong = 1;

  for (guint i = 0; i < n;)
    {
      const guint with = i % 2 == 0 ? 0 : places[i];
      double swapped;

      if (places[i] >= i)
        {
          places[i++] = 0;
          continue;
        }
      swapped = y[with];
      y[with] = y[i];
      y[i] = swapped;
      n_orders++;
      n_as_strong += fabs (sum_products (x, y, n)) >= found ? 1 : 0;
      places[i]++;
      i = 0;
    }
  return (double) n_as_strong / n_orders;
}

/* Student's t with whole degrees of freedom: M. Abramowitz & I. A. Stegun, Handbook of Mathematical Functions, 26.7.3 and 4. */
static double
find_t_p (double rho, guint n)
{
  const guint freedom = n - 2;
  const double theta = fabs (rho) >= 1 ? G_PI_2 : atan (fabs (rho) / sqrt (1 - rho * rho));
  const double square = cos (theta) * cos (theta);
  double term = freedom % 2 == 0 ? sin (theta) : sin (theta) * cos (theta);
  double sum = freedom == 1 ? 0 : term;

  for (guint k = freedom % 2 == 0 ? 2 : 3; k < freedom; k += 2)
    {
      term *= square * (k - 1) / k;
      sum += term;
    }
  return MAX (1 - (freedom % 2 == 0 ? sum : 2 / G_PI * (theta + sum)), 0);
}

gboolean
luotain_rank_correlation (const double *x, const double *y, guint n, LuotainRankCorrelation *result)
{
  g_autofree double *known_x = g_new (double, MAX (n, 1));
  g_autofree double *known_y = g_new (double, MAX (n, 1));
  g_autofree double *ranks_x = NULL;
  g_autofree double *ranks_y = NULL;
  double spread;

  *result = (LuotainRankCorrelation){ .p = 1 };
  for (guint i = 0; i < n; i++)
    if (!isnan (x[i]) && !isnan (y[i]))
      {
        known_x[result->n] = x[i];
        known_y[result->n++] = y[i];
      }
  if (result->n < LUOTAIN_RANK_CORRELATION_LEAST)
    return FALSE;

  ranks_x = rank (known_x, result->n);
  ranks_y = rank (known_y, result->n);
  spread = sqrt (sum_products (ranks_x, ranks_x, result->n) * sum_products (ranks_y, ranks_y, result->n));
  if (spread < ROUNDING)
    return FALSE;

  result->rho = CLAMP (sum_products (ranks_x, ranks_y, result->n) / spread, -1, 1);
  result->p = result->n <= MOST_EXACT ? find_exact_p (ranks_x, ranks_y, result->n)
                                      : find_t_p (result->rho, result->n);
  return TRUE;
}
