#pragma once

#include "luotain-map-layout.h"

G_BEGIN_DECLS

/** luotain_map_places_fill: makes the symbols and clusters of a layout whose frame and sizes are known. */
void luotain_map_places_fill (LuotainMapLayout *self, const LuotainMapItem *items, guint n_items);

G_END_DECLS
