#pragma once

#include "luotain-scenario-card.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SCENARIO_COLUMNS (luotain_scenario_columns_get_type ())

/**
 * LuotainScenarioColumns: scenarios side by side, in one, two or four columns as wide as text is read well, the same
 * sections of neighbours beginning on one line.
 */
G_DECLARE_FINAL_TYPE (LuotainScenarioColumns, luotain_scenario_columns, LUOTAIN, SCENARIO_COLUMNS, GtkWidget)

/** luotain_scenario_columns_insert_after: puts a card behind another one; (nullable): first. */
void luotain_scenario_columns_insert_after (LuotainScenarioColumns *self, LuotainScenarioCard *card,
                                            LuotainScenarioCard *previous);

/** luotain_scenario_columns_count: how many columns a width has room for. */
guint luotain_scenario_columns_count (LuotainScenarioColumns *self, int width);

G_END_DECLS
