#pragma once

#include "luotain-context.h"
#include "luotain-map-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MAP_CRITICAL (luotain_map_critical_get_type ())

/**
 * LuotainMapCritical: what the critical corner of impact × uncertainty holds: candidates for key variables, from which
 * they can be made, and the choice of two key variables as axes.
 *
 * Signal `select`: the candidates are to be selected; see luotain_map_critical_dup_candidates().
 */
G_DECLARE_FINAL_TYPE (LuotainMapCritical, luotain_map_critical, LUOTAIN, MAP_CRITICAL, GtkWidget)

void luotain_map_critical_set_context (LuotainMapCritical *self, LuotainContext *context);

/** luotain_map_critical_set_data: (transfer none): what the map shows. */
void luotain_map_critical_set_data (LuotainMapCritical *self, LuotainMapData *data);

/** luotain_map_critical_dup_candidates: (transfer full) (element-type gint64): findings of great impact and uncertainty. */
GArray *luotain_map_critical_dup_candidates (LuotainMapCritical *self);

G_END_DECLS
