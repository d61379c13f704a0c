#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SCENARIOS_PAGE (luotain_scenarios_page_get_type ())

/** LuotainScenariosPage: the scenarios of a sector side by side, and the key variables they go through. */
G_DECLARE_FINAL_TYPE (LuotainScenariosPage, luotain_scenarios_page, LUOTAIN, SCENARIOS_PAGE, GtkWidget)

GtkWidget *luotain_scenarios_page_new (LuotainContext *context);

G_END_DECLS
