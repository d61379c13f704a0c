#pragma once

#include "luotain-futures-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SCENARIO_CHIPS (luotain_scenario_chips_get_type ())

/**
 * LuotainScenarioChips: the scenarios of a futures table by name and line.
 *
 * Signal `chosen (gint64 scenario)`: somebody chose one, or with 0 none. Signal `lit (gint64 scenario)`: the pointer or the
 * focus stands on one, or with 0 on none.
 */
G_DECLARE_FINAL_TYPE (LuotainScenarioChips, luotain_scenario_chips, LUOTAIN, SCENARIO_CHIPS, GtkWidget)

void luotain_scenario_chips_show (LuotainScenarioChips *self, const LuotainFuturesTable *table);

/** luotain_scenario_chips_choose: as if somebody had; 0 for none. */
void luotain_scenario_chips_choose (LuotainScenarioChips *self, gint64 scenario);

G_END_DECLS
