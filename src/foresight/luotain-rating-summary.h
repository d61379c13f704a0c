#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LuotainRatingStep: how many chose one step of a scale. */
typedef struct
{
  gint64 step;
  guint count;
} LuotainRatingStep;

/** LuotainQuartileRule: how quartiles are computed; chosen before a round opens. */
typedef enum
{
  LUOTAIN_QUARTILES_TYPE_7, /* as spreadsheets do: linear between the two nearest (Hyndman & Fan 1996, type 7) */
  LUOTAIN_QUARTILES_NEAREST_RANK /* sorted[round (q · (n − 1))] */
} LuotainQuartileRule;

/** LuotainRatingSummary: what a count of hands says. */
typedef struct
{
  guint n; /* hands */
  double median;
  double lower, upper; /* quartiles */
  gint64 least, most; /* steps somebody chose */
} LuotainRatingSummary;

/**
 * luotain_rating_parse_hands:
 * @text: (nullable): hands counted a step, `5:3 4:9 3:12`; blanks, commas or semicolons between
 *
 * Returns: (transfer full) (nullable) (element-type LuotainRatingStep): the steps in the order written; %NULL where
 *   the text is no such count, holds a step twice, or nobody raised a hand
 */
GArray *luotain_rating_parse_hands (const char *text);

/**
 * luotain_rating_format_hands:
 * @steps: (array length=n_steps): counts
 * @n_steps: how many
 *
 * Returns: (transfer full): as luotain_rating_parse_hands() reads it, steps of no hands left out
 */
char *luotain_rating_format_hands (const LuotainRatingStep *steps, guint n_steps);

/**
 * luotain_rating_summarize:
 * @steps: (array length=n_steps): counts, in any order
 * @n_steps: how many
 * @rule: how quartiles are computed; the median is that of the rule too
 * @summary: (out): what they say
 *
 * Returns: whether anybody raised a hand
 */
gboolean luotain_rating_summarize (const LuotainRatingStep *steps, guint n_steps, LuotainQuartileRule rule,
                                   LuotainRatingSummary *summary);

/**
 * luotain_rating_share_between:
 * @steps: (array length=n_steps): counts
 * @n_steps: how many
 * @from: the least step that counts
 * @to: the greatest
 *
 * Returns: the share of hands between the two, both included, from 0 to 1; 0 where there are none
 */
double luotain_rating_share_between (const LuotainRatingStep *steps, guint n_steps, double from, double to);

/** LuotainConsensusRule: when a group is said to agree; chosen before a round opens. */
typedef enum
{
  LUOTAIN_CONSENSUS_QUARTILES, /* the quartiles are at most one step apart */
  LUOTAIN_CONSENSUS_NEAR_MEDIAN, /* three in four within one step of the median */
  LUOTAIN_CONSENSUS_TOP_TWO /* three in four chose 4 or 5 */
} LuotainConsensusRule;

/** luotain_rating_agrees: whether the hands agree by a rule; nobody never agrees. */
gboolean luotain_rating_agrees (const LuotainRatingStep *steps, guint n_steps, LuotainQuartileRule quartiles,
                                LuotainConsensusRule rule);

G_END_DECLS
