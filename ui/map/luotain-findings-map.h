#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDINGS_MAP (luotain_findings_map_get_type ())

/**
 * LuotainFindingsMap: the findings of a sector as a map, the same as a list beside it, what the group thinks of each, and
 * what matters for the region. A #LuotainPage.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingsMap, luotain_findings_map, LUOTAIN, FINDINGS_MAP, GtkWidget)

GtkWidget *luotain_findings_map_new (LuotainContext *context);

G_END_DECLS
