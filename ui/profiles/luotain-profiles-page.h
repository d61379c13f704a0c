#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PROFILES_PAGE (luotain_profiles_page_get_type ())

/** LuotainProfilesPage: competence profiles, one a scenario. */
G_DECLARE_FINAL_TYPE (LuotainProfilesPage, luotain_profiles_page, LUOTAIN, PROFILES_PAGE, GtkWidget)

GtkWidget *luotain_profiles_page_new (LuotainContext *context);

G_END_DECLS
