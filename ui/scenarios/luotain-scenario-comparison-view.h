#pragma once

#include "luotain-context.h"
#include "luotain-scenario-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SCENARIO_COMPARISON_VIEW (luotain_scenario_comparison_view_get_type ())

/**
 * LuotainScenarioComparisonView: two scenarios laid side by side, to see what differs.
 *
 * Signal `closed (view)`: somebody wants to see all scenarios again.
 */
G_DECLARE_FINAL_TYPE (LuotainScenarioComparisonView, luotain_scenario_comparison_view, LUOTAIN,
                      SCENARIO_COMPARISON_VIEW, GtkWidget)

GtkWidget *luotain_scenario_comparison_view_new (LuotainContext *context);

/**
 * luotain_scenario_comparison_view_show:
 * @self: a view
 * @set: the scenarios to choose from; not kept
 *
 * Compares the two that were compared last, or the first two; anew each time the workbook has changed.
 */
void luotain_scenario_comparison_view_show (LuotainScenarioComparisonView *self,
                                            const LuotainScenarioSet *set);

G_END_DECLS
