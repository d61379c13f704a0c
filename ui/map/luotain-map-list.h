#pragma once

#include "luotain-context.h"
#include "luotain-map-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MAP_LIST (luotain_map_list_get_type ())

/**
 * LuotainMapList: the same findings as on the map, in words, for keyboard and screen reader.
 *
 * Signal `selected`: somebody selected others here. Signal `open (gint64 id)`: a row was activated.
 */
G_DECLARE_FINAL_TYPE (LuotainMapList, luotain_map_list, LUOTAIN, MAP_LIST, GtkWidget)

void luotain_map_list_set_context (LuotainMapList *self, LuotainContext *context);

/**
 * luotain_map_list_set_data:
 * @self: a list
 * @data: (transfer none): a map's data
 * @shown: (nullable): which findings, by their indices; %NULL for all
 */
void luotain_map_list_set_data (LuotainMapList *self, LuotainMapData *data, GtkBitset *shown);

/** luotain_map_list_dup_selected: (transfer full) (element-type gint64): ids of what is selected. */
GArray *luotain_map_list_dup_selected (LuotainMapList *self);

/** luotain_map_list_select: selects these and no others, and brings the first into sight; tells nobody. */
void luotain_map_list_select (LuotainMapList *self, const gint64 *ids, guint n_ids);

G_END_DECLS
