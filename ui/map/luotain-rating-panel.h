#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_RATING_PANEL (luotain_rating_panel_get_type ())

/**
 * LuotainRatingPanel: what the group thinks of one finding: time of breakthrough, impact, probability, direction, and
 * the dots it got; the rounds stand side by side, and nothing is averaged.
 */
G_DECLARE_FINAL_TYPE (LuotainRatingPanel, luotain_rating_panel, LUOTAIN, RATING_PANEL, GtkWidget)

void luotain_rating_panel_set_context (LuotainRatingPanel *self, LuotainContext *context);

/** luotain_rating_panel_show: shows a finding's ratings, of 0 none. */
void luotain_rating_panel_show (LuotainRatingPanel *self, gint64 finding);

G_END_DECLS
