#pragma once

#include "luotain-overview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SIDEBAR (luotain_sidebar_get_type ())

/**
 * LuotainSidebar: the working model, in its order and words, with how much there is of each.
 *
 * Signal `chosen (sidebar, const char *page)`: somebody wants to see a page.
 */
G_DECLARE_FINAL_TYPE (LuotainSidebar, luotain_sidebar, LUOTAIN, SIDEBAR, AdwBin)

/**
 * luotain_sidebar_set_page:
 * @self: a sidebar
 * @name: the page that is shown
 */
void luotain_sidebar_set_page (LuotainSidebar *self, const char *name);

/**
 * luotain_sidebar_set_overview:
 * @self: a sidebar
 * @overview: what it counts
 */
void luotain_sidebar_set_overview (LuotainSidebar *self, LuotainOverview *overview);

G_END_DECLS
