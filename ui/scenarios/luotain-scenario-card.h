#pragma once

#include "luotain-context.h"
#include "luotain-scenario-query.h"

G_BEGIN_DECLS

/* Around the sections of a card, in pixels. */
#define LUOTAIN_SCENARIO_CARD_PADDING 18

/* Head, narrative, passages, periods, path, drivers, frame scenario, note. */
#define LUOTAIN_SCENARIO_CARD_N_SECTIONS 8

#define LUOTAIN_TYPE_SCENARIO_CARD (luotain_scenario_card_get_type ())

/**
 * LuotainScenarioCard: a scenario as it hangs on the wall, every text of it edited in place.
 *
 * Actions: `scenario.move-earlier`, `scenario.move-later`, `scenario.delete`, `scenario.open-profile`,
 * `scenario.add-period`, `scenario.add-passage` (string: key of a dimension).
 */
G_DECLARE_FINAL_TYPE (LuotainScenarioCard, luotain_scenario_card, LUOTAIN, SCENARIO_CARD, GtkWidget)

GtkWidget *luotain_scenario_card_new (LuotainContext *context, gint64 scenario);

/** luotain_scenario_card_show: brings the card up to date; neither is kept. */
void luotain_scenario_card_show (LuotainScenarioCard *self, const LuotainScenarioSet *set,
                                 const LuotainScenarioSheet *sheet);
gint64 luotain_scenario_card_get_scenario (LuotainScenarioCard *self);

/** luotain_scenario_card_find: (nullable): what shows a passage or period of the scenario, or itself. */
GtkWidget *luotain_scenario_card_find (LuotainScenarioCard *self, gint64 id);

/** luotain_scenario_card_edit_title: puts the focus in the title and selects it. */
void luotain_scenario_card_edit_title (LuotainScenarioCard *self);

/**
 * luotain_scenario_card_measure:
 * @self: a card
 * @section: from 0 to LUOTAIN_SCENARIO_CARD_N_SECTIONS - 1
 * @width: of the whole card
 *
 * Returns: how high the section wants to be, 0 where it is not shown
 */
int luotain_scenario_card_measure (LuotainScenarioCard *self, int section, int width);

/** luotain_scenario_card_add_up: how high a card with such sections is. */
int luotain_scenario_card_add_up (const int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS]);

/** luotain_scenario_card_set_heights: how high the sections are to be when it is allocated next. */
void luotain_scenario_card_set_heights (LuotainScenarioCard *self,
                                        const int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS]);

G_END_DECLS
