#include "luotain-influence-analysis.h"

#include <math.h>
#include <string.h>

/* Sums that differ by less than this share count as equal: beyond 2⁵³ a double rounds. */
#define NOTHING 1e-9

void
luotain_influence_analysis_free (LuotainInfluenceAnalysis *self)
{
  if (self == NULL)
    return;

  g_free (self->influence);
  g_free (self->dependence);
  g_free (self->quadrants);
  g_free (self->indirect_influence);
  g_free (self->indirect_dependence);
  g_free (self->indirect_quadrants);
  g_free (self);
}

static guint
strength (const guint8 *direct, guint n, guint i, guint j)
{
  return i == j ? 0 : direct[(gsize) i * n + j];
}

/* Turns sums into shares of their total; FALSE where all are 0. */
static gboolean
make_shares (double *sums, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += sums[i];
  if (total <= 0)
    return FALSE;

  for (guint i = 0; i < n; i++)
    sums[i] /= total;
  return TRUE;
}

static gboolean
is_less (double a, double b)
{
  return a < b - NOTHING * MAX (fabs (a), fabs (b));
}

/* Whether both order the variables alike, ties included. */
static gboolean
same_ranking (const double *first, const double *second, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (is_less (first[i], first[j]) != is_less (second[i], second[j]))
        return FALSE;

  return TRUE;
}

static void
find_quadrants (const double *influence, const double *dependence, guint n, LuotainQuadrant *quadrants)
{
  double means[2] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      means[0] += influence[i] / n;
      means[1] += dependence[i] / n;
    }

  for (guint i = 0; i < n; i++)
    {
      const gboolean influential = is_less (means[0], influence[i]);
      const gboolean dependent = is_less (means[1], dependence[i]);

      if (influential)
        quadrants[i] = dependent ? LUOTAIN_QUADRANT_RELAY : LUOTAIN_QUADRANT_DRIVER;
      else
        quadrants[i] = dependent ? LUOTAIN_QUADRANT_RESULT : LUOTAIN_QUADRANT_AUTONOMOUS;
    }
}

/* The sums of the next power follow from those of this one: no matrix has to be multiplied by a matrix. */
static void
raise_power (const guint8 *direct, guint n, const double *influence, const double *dependence,
             double *next_influence, double *next_dependence)
{
  for (guint i = 0; i < n; i++)
    {
      next_influence[i] = 0;
      next_dependence[i] = 0;
      for (guint j = 0; j < n; j++)
        {
          next_influence[i] += strength (direct, n, i, j) * influence[j];
          next_dependence[i] += strength (direct, n, j, i) * dependence[j];
        }
    }
}

static void
find_indirect (LuotainInfluenceAnalysis *self, const guint8 *direct)
{
  const guint n = self->n;
  g_autofree double *influence = g_new0 (double, n + 1);
  g_autofree double *dependence = g_new0 (double, n + 1);

  self->indirect = LUOTAIN_INDIRECT_OSCILLATES;
  for (self->power = 1; self->power < LUOTAIN_INFLUENCE_MAX_POWER;)
    {
      gboolean settled;

      raise_power (direct, n, self->indirect_influence, self->indirect_dependence, influence, dependence);
      if (!make_shares (influence, n) || !make_shares (dependence, n))
        {
          self->indirect = LUOTAIN_INDIRECT_VANISHES;
          return;
        }

      settled = same_ranking (influence, self->indirect_influence, n)
                && same_ranking (dependence, self->indirect_dependence, n);
      memcpy (self->indirect_influence, influence, sizeof (double) * n);
      memcpy (self->indirect_dependence, dependence, sizeof (double) * n);
      self->power++;
      if (settled)
        {
          self->indirect = LUOTAIN_INDIRECT_SETTLED;
          return;
        }
    }
}

LuotainInfluenceAnalysis *
luotain_influence_analysis_new (guint n, const guint8 *direct)
{
  LuotainInfluenceAnalysis *self = g_new0 (LuotainInfluenceAnalysis, 1);

  self->n = n;
  self->influence = g_new0 (guint, n + 1);
  self->dependence = g_new0 (guint, n + 1);
  self->quadrants = g_new0 (LuotainQuadrant, n + 1);
  self->indirect_influence = g_new0 (double, n + 1);
  self->indirect_dependence = g_new0 (double, n + 1);
  self->indirect_quadrants = g_new0 (LuotainQuadrant, n + 1);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        self->influence[i] += strength (direct, n, i, j);
        self->dependence[j] += strength (direct, n, i, j);
      }

  for (guint i = 0; i < n; i++)
    {
      self->indirect_influence[i] = self->influence[i];
      self->indirect_dependence[i] = self->dependence[i];
    }

  find_quadrants (self->indirect_influence, self->indirect_dependence, n, self->quadrants);
  make_shares (self->indirect_influence, n);
  make_shares (self->indirect_dependence, n);
  find_indirect (self, direct);
  find_quadrants (self->indirect_influence, self->indirect_dependence, n, self->indirect_quadrants);
  return self;
}

guint8 *
luotain_influence_from_cross_impact (const LuotainCrossImpact *matrix)
{
  const guint n = matrix->n_variables;
  guint8 *direct = g_malloc0 (MAX ((gsize) n * n, 1));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      for (guint x = matrix->offsets[i]; x < matrix->offsets[i + 1]; x++)
        for (guint y = matrix->offsets[j]; y < matrix->offsets[j + 1]; y++)
          {
            const int judgement = ABS (matrix->judgements[(gsize) x * matrix->n_states + y]);

            direct[(gsize) i * n + j] = (guint8) MAX (direct[(gsize) i * n + j], MIN (judgement, 3));
          }

  return direct;
}
