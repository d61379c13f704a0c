#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** Scales of ratings: see docs/xml.md. */
#define LUOTAIN_SCALE_BREAKTHROUGH "breakthrough"
#define LUOTAIN_SCALE_IMPACT "impact"
#define LUOTAIN_SCALE_PROBABILITY "probability"
#define LUOTAIN_SCALE_DIRECTION "direction"
#define LUOTAIN_SCALE_DOTS "dots"
#define LUOTAIN_SCALE_PRIORITY "priority"

/**
 * LuotainRatingEdit: what the group says of one finding or many, made at once and undone at once.
 *
 * A value replaces the latest rating of its scale where that is an own value of today and of the same round; else it
 * becomes a rating of its own, dated today, and the earlier stay as history. The same holds for hands.
 */
typedef struct _LuotainRatingEdit LuotainRatingEdit;

LuotainRatingEdit *luotain_rating_edit_new (void);
void luotain_rating_edit_free (LuotainRatingEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainRatingEdit, luotain_rating_edit_free)

/**
 * luotain_rating_edit_set_value:
 * @self: an edit
 * @finding: a finding
 * @scale: a scale
 * @value: the group's own value
 * @round: (nullable): name of the round
 */
void luotain_rating_edit_set_value (LuotainRatingEdit *self, gint64 finding, const char *scale, gint64 value,
                                    const char *round);

/**
 * luotain_rating_edit_set_hands:
 * @self: an edit
 * @finding: a finding
 * @scale: a scale
 * @hands: hands counted a step, as luotain_rating_parse_hands() reads them
 * @round: (nullable): name of the round
 */
void luotain_rating_edit_set_hands (LuotainRatingEdit *self, gint64 finding, const char *scale,
                                    const char *hands, const char *round);

/** luotain_rating_edit_clear: deletes the latest rating of a scale; an earlier one then counts again. */
void luotain_rating_edit_clear (LuotainRatingEdit *self, gint64 finding, const char *scale);

/** luotain_rating_edit_set_dimensions: @keys are keys of dimensions with a blank between, "" or %NULL for none. */
void luotain_rating_edit_set_dimensions (LuotainRatingEdit *self, gint64 finding, const char *keys);

/**
 * luotain_rating_edit_set_priorities:
 * @self: an edit
 * @sector: whose findings are put in order, 0 for all
 * @findings: (array length=n_findings): what matters for the region, the first foremost
 * @n_findings: how many
 *
 * Findings of the sector that had a priority and are not among them lose it.
 */
void luotain_rating_edit_set_priorities (LuotainRatingEdit *self, gint64 sector, const gint64 *findings,
                                         guint n_findings);

gboolean luotain_rating_edit_is_empty (const LuotainRatingEdit *self);

/**
 * luotain_rating_edit_run:
 * @error: LUOTAIN_STORE_ERROR_INVALID where a value does not stand on its scale; _NOT_FOUND
 *
 * A #LuotainJob for luotain_history_do(): @data is a #LuotainRatingEdit. What is said already changes nothing.
 */
gboolean luotain_rating_edit_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
