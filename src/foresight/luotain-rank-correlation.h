#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LUOTAIN_RANK_CORRELATION_LEAST: of fewer pairs nothing is said: by chance alone, four follow each other strictly one time in twelve. */
#define LUOTAIN_RANK_CORRELATION_LEAST 5

/** LuotainRankCorrelation: whether two rows of numbers rise and fall together. */
typedef struct
{
  guint n; /* pairs of which both numbers are known */
  double rho; /* −1 to 1 */
  double p; /* how often chance alone would give as strong a one, either way */
} LuotainRankCorrelation;

/**
 * luotain_rank_correlation:
 * @x: (array length=n): numbers; NAN where one is not known
 * @y: (array length=n): the numbers beside them
 * @n: how many pairs
 * @result: (out): what was found
 *
 * Spearman's rank correlation (C. Spearman, The American Journal of Psychology 15, 1904, 72–101); equal numbers share the
 * mean of their ranks. @p is two-sided: exact up to nine pairs, by all orders of one row; beyond that from Student's t with n − 2
 * degrees of freedom (M. G. Kendall & J. D. Gibbons, Rank Correlation Methods, 1990).
 *
 * Returns: whether there is one: at least LUOTAIN_RANK_CORRELATION_LEAST pairs, and neither row all the same
 */
gboolean luotain_rank_correlation (const double *x, const double *y, guint n, LuotainRankCorrelation *result);

G_END_DECLS
