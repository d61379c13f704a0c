#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_ROBUSTNESS_VIEW (luotain_robustness_view_get_type ())

/**
 * LuotainRobustnessView: which competences the scenarios need whatever comes: competence × scenario, with the role
 * levels in the cells, the robust ones first.
 *
 * Signal `closed (view)`: somebody wants to see the profile again.
 */
G_DECLARE_FINAL_TYPE (LuotainRobustnessView, luotain_robustness_view, LUOTAIN, ROBUSTNESS_VIEW, GtkWidget)

GtkWidget *luotain_robustness_view_new (LuotainContext *context);

/** luotain_robustness_view_refresh: reads the workbook and shows what it says now. */
void luotain_robustness_view_refresh (LuotainRobustnessView *self);

G_END_DECLS
