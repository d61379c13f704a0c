#pragma once

#include "luotain-context.h"
#include "luotain-map-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_RATING_ROW (luotain_rating_row_get_type ())

/**
 * LuotainRatingRow: what the group thinks of a finding on one scale: its own value or hands counted, and what it thought
 * in earlier rounds, each with its date.
 *
 * Signal `value (gint64 value)`: somebody set the group's own value. Signal `hands (const char *hands)`: hands were
 * counted, "" for none. Signal `clear`: the latest is to be taken back.
 */
G_DECLARE_FINAL_TYPE (LuotainRatingRow, luotain_rating_row, LUOTAIN, RATING_ROW, GtkWidget)

GtkWidget *luotain_rating_row_new (LuotainMapScale scale);

/**
 * luotain_rating_row_show:
 * @self: a row
 * @ratings: (element-type LuotainRating): those of its scale, the latest first
 * @first_year: of a scale of years
 * @last_year: the same
 * @writable: whether it can be changed
 */
void luotain_rating_row_show (LuotainRatingRow *self, const GPtrArray *ratings, int first_year, int last_year,
                              gboolean writable);

G_END_DECLS
