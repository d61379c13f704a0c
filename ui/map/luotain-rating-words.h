#pragma once

#include "luotain-map-query.h"
#include "luotain-rating-summary.h"
#include "luotain-rating.h"

G_BEGIN_DECLS

/** LUOTAIN_RATING_MOST_DOTS: more dots than any room has are a slip. */
#define LUOTAIN_RATING_MOST_DOTS 100000

/**
 * luotain_rating_words_value:
 * @scale: a scale
 * @rating: a rating of it
 *
 * Returns: (transfer full): what it says: “4”, “strengthening”, or “median 4 of 30 hands, quartiles 3–4”
 */
char *luotain_rating_words_value (LuotainMapScale scale, const LuotainRating *rating);

/** luotain_rating_words_when: (transfer full): its round and date: “Round 2 · 12 Mar 2026”. */
char *luotain_rating_words_when (const LuotainRating *rating);

/** luotain_rating_words_hands: (transfer full): every step with its hands: “5: 3, 4: 9, 3: 12”. */
char *luotain_rating_words_hands (LuotainMapScale scale, const LuotainRating *rating);

/** luotain_rating_words_read_year: Returns: the year that somebody typed; 0 where it is none, or more than a year. */
gint64 luotain_rating_words_read_year (const char *text);

G_END_DECLS
