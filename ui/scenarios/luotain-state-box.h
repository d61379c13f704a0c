#pragma once

#include "luotain-context.h"
#include "luotain-scenario-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_STATE_BOX (luotain_state_box_get_type ())

/**
 * LuotainStateBox: one alternative of a key variable, with the scenarios whose paths go through it.
 *
 * Actions: `state.move-up`, `state.move-down`, `state.set-image` (string: key, "" for none), `state.delete`.
 */
G_DECLARE_FINAL_TYPE (LuotainStateBox, luotain_state_box, LUOTAIN, STATE_BOX, GtkWidget)

GtkWidget *luotain_state_box_new (LuotainContext *context, gint64 state);

/** luotain_state_box_show: brings it up to date; @place is its place among the states of the variable. */
void luotain_state_box_show (LuotainStateBox *self, const LuotainScenarioSet *set,
                             const LuotainVariableRow *variable, guint place);
gint64 luotain_state_box_get_state (LuotainStateBox *self);

G_END_DECLS
