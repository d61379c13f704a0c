#pragma once

#include "luotain-db.h"
#include "luotain-map-query.h"
#include "luotain-rank-correlation.h"

G_BEGIN_DECLS

/**
 * LuotainRatingRound: what the group thought of a finding in one round.
 *
 * A round is called by its name, or by its day where it has none.
 */
typedef struct
{
  gint64 finding;
  LuotainMapScale scale;
  char *round;
  double value; /* the group's own or the median of the hands; the last of a round counts */
} LuotainRatingRound;

/**
 * luotain_rating_rounds_load:
 * @db: a database
 * @variable: a key variable
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainRatingRound): what was thought of the findings behind it
 */
GPtrArray *luotain_rating_rounds_load (LuotainDb *db, gint64 variable, GError **error);

/** LuotainRatedTogether: ratings that rise and fall together. */
typedef struct
{
  LuotainMapScale scale;
  LuotainRankCorrelation correlation; /* over rounds */
} LuotainRatedTogether;

/**
 * luotain_rating_rounds_compare:
 * @rounds: (element-type LuotainRatingRound): of one variable
 * @others: (element-type LuotainRatingRound): of another
 * @together: (out): the scale that ties them most
 *
 * Looks whether the ratings of two variables are correlated. Hands carry no voter, so that what one person thought of both is not
 * known; what can be compared is rounds. A pair of numbers is one round: the median of the findings behind either variable.
 * Findings that stand behind both are left out. Year of breakthrough, impact and probability are tried; one counts as correlated
 * where chance would give as strong a rank correlation in no more than one of twenty cases, divided by the number of scales
 * tried (Bonferroni). That takes five rounds at least.
 *
 * Returns: whether one is
 */
gboolean luotain_rating_rounds_compare (const GPtrArray *rounds, const GPtrArray *others,
                                        LuotainRatedTogether *together);

G_END_DECLS
