#pragma once

#include "luotain-context.h"
#include "luotain-map-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MAP_ROW (luotain_map_row_get_type ())

/**
 * LuotainMapRow: a finding of the map as a row of the list beside it: all that its symbol shows, in words.
 *
 * Properties, all to be read: `context`; `title`; `words`: kind, dimensions, year and so on; `label`: both, for screen
 * readers; `kind`: its key.
 */
G_DECLARE_FINAL_TYPE (LuotainMapRow, luotain_map_row, LUOTAIN, MAP_ROW, GObject)

LuotainMapRow *luotain_map_row_new (LuotainContext *context, LuotainMapData *data, guint finding);

/** luotain_map_row_update: the same finding in newer data; what differs is notified. */
void luotain_map_row_update (LuotainMapRow *self, LuotainMapData *data, guint finding);
gint64 luotain_map_row_get_id (LuotainMapRow *self);

G_END_DECLS
