#pragma once

#include "luotain-context.h"
#include "luotain-scenario-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PATH_BOX (luotain_path_box_get_type ())

/** LuotainPathBox: the path of a scenario: one line a key variable with the state that is chosen, to choose another. */
G_DECLARE_FINAL_TYPE (LuotainPathBox, luotain_path_box, LUOTAIN, PATH_BOX, GtkWidget)

/**
 * luotain_path_box_show:
 * @self: a path
 * @context: a context
 * @set: the key variables; must live until the next is shown
 * @sheet: the scenario, of @set
 */
void luotain_path_box_show (LuotainPathBox *self, LuotainContext *context, const LuotainScenarioSet *set,
                            const LuotainScenarioSheet *sheet);

/** luotain_path_box_concerns: whether a key variable belongs to the sector of a scenario. */
gboolean luotain_path_box_concerns (const LuotainVariableRow *variable, const LuotainScenarioSheet *sheet);

G_END_DECLS
