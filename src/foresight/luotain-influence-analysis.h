#pragma once

#include "luotain-cross-impact.h"

G_BEGIN_DECLS

/** LUOTAIN_INFLUENCE_MAX_POWER: beyond this power of the matrix the rankings are not waited for. */
#define LUOTAIN_INFLUENCE_MAX_POWER 20

/**
 * LuotainQuadrant:
 * @LUOTAIN_QUADRANT_DRIVER: high influence, low dependence
 * @LUOTAIN_QUADRANT_RELAY: both high
 * @LUOTAIN_QUADRANT_RESULT: low influence, high dependence
 * @LUOTAIN_QUADRANT_AUTONOMOUS: both low
 */
typedef enum
{
  LUOTAIN_QUADRANT_DRIVER,
  LUOTAIN_QUADRANT_RELAY,
  LUOTAIN_QUADRANT_RESULT,
  LUOTAIN_QUADRANT_AUTONOMOUS,
} LuotainQuadrant;

/**
 * LuotainIndirect:
 * @LUOTAIN_INDIRECT_SETTLED: the rankings repeated
 * @LUOTAIN_INDIRECT_OSCILLATES: they did not within LUOTAIN_INFLUENCE_MAX_POWER; the sums are those of the last power
 * @LUOTAIN_INDIRECT_VANISHES: a power of the matrix is zero, since no influence ever comes back; the sums are those of the last
 *   power that is not
 */
typedef enum
{
  LUOTAIN_INDIRECT_SETTLED,
  LUOTAIN_INDIRECT_OSCILLATES,
  LUOTAIN_INDIRECT_VANISHES,
} LuotainIndirect;

/**
 * LuotainInfluenceAnalysis:
 * @n: variables
 * @influence: row sums: how strongly each influences the others
 * @dependence: column sums: how strongly each is influenced
 * @quadrants: of the direct sums; high is above the mean
 * @indirect_influence: row sums of the last power, as shares of their total
 * @indirect_dependence: column sums of it, as shares of their total
 * @indirect_quadrants: of the indirect shares
 * @power: the power of the matrix the indirect sums are of
 * @indirect: how the powers went
 *
 * Structural analysis (M. Godet, MICMAC).
 */
typedef struct
{
  guint n;
  guint *influence;
  guint *dependence;
  LuotainQuadrant *quadrants;
  double *indirect_influence;
  double *indirect_dependence;
  LuotainQuadrant *indirect_quadrants;
  guint power;
  LuotainIndirect indirect;
} LuotainInfluenceAnalysis;

/**
 * luotain_influence_analysis_new:
 * @n: variables
 * @direct: @n × @n strengths, 0 to 3 usually; the row influences the column; the diagonal is taken as 0
 *
 * Returns: (transfer full): the analysis
 */
LuotainInfluenceAnalysis *luotain_influence_analysis_new (guint n, const guint8 *direct);

/** luotain_influence_analysis_free: */
void luotain_influence_analysis_free (LuotainInfluenceAnalysis *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainInfluenceAnalysis, luotain_influence_analysis_free)

/**
 * luotain_influence_from_cross_impact:
 * @matrix: a cross-impact matrix
 *
 * Derives strengths from the judgements of a cross-impact matrix: how strongly one variable influences another is the largest
 * absolute judgement of their block, and 3 where it is more.
 *
 * Returns: (transfer full): n_variables × n_variables strengths, 0 to 3
 */
guint8 *luotain_influence_from_cross_impact (const LuotainCrossImpact *matrix);

G_END_DECLS
