#pragma once

#include "luotain-page.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SESSIONS_PAGE (luotain_sessions_page_get_type ())

/** LuotainSessionsPage: the meetings and surveys in which findings are caught, and an editor of each. */
G_DECLARE_FINAL_TYPE (LuotainSessionsPage, luotain_sessions_page, LUOTAIN, SESSIONS_PAGE, GtkWidget)

GtkWidget *luotain_sessions_page_new (LuotainContext *context);

G_END_DECLS
