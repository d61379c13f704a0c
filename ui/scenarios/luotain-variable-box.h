#pragma once

#include "luotain-context.h"
#include "luotain-scenario-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_VARIABLE_BOX (luotain_variable_box_get_type ())

/**
 * LuotainVariableBox: a key variable and its alternative states, edited in place.
 *
 * Actions: `variable.move-up`, `variable.move-down`, `variable.delete`.
 */
G_DECLARE_FINAL_TYPE (LuotainVariableBox, luotain_variable_box, LUOTAIN, VARIABLE_BOX, GtkWidget)

GtkWidget *luotain_variable_box_new (LuotainContext *context, gint64 variable);

/** luotain_variable_box_show: brings it up to date; neither is kept. */
void luotain_variable_box_show (LuotainVariableBox *self, const LuotainScenarioSet *set,
                                const LuotainVariableRow *variable);
gint64 luotain_variable_box_get_variable (LuotainVariableBox *self);

/** luotain_variable_box_find: (nullable): what shows the variable, or one of its states. */
GtkWidget *luotain_variable_box_find (LuotainVariableBox *self, gint64 id);

G_END_DECLS
