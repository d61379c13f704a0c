#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MAP_PAGE (luotain_map_page_get_type ())

/**
 * LuotainMapPage: the findings of a sector as a map, the same as a list beside it, what the group thinks of each, and
 * what matters for the region. A #LuotainPage.
 */
G_DECLARE_FINAL_TYPE (LuotainMapPage, luotain_map_page, LUOTAIN, MAP_PAGE, GtkWidget)

GtkWidget *luotain_map_page_new (LuotainContext *context);

G_END_DECLS
