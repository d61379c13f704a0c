#pragma once

#include "luotain-context.h"
#include "luotain-map-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MAP_CARD (luotain_map_card_get_type ())

/**
 * LuotainMapCard: what is written of a finding, laid over the map as long as it is pointed at or has the cursor of the keyboard.
 * It stands in a corner away from the finding, and a moment after it was asked for.
 */
G_DECLARE_FINAL_TYPE (LuotainMapCard, luotain_map_card, LUOTAIN, MAP_CARD, GtkWidget)

/** luotain_map_card_set_context: @view: the map, to which screen readers are told the same. */
void luotain_map_card_set_context (LuotainMapCard *self, LuotainContext *context, GtkWidget *view);

/**
 * luotain_map_card_show:
 * @self: a card
 * @data: (nullable): a map's data
 * @finding: index of a finding, -1 for none
 * @x: where it stands in the map, from 0 at the left to 1
 * @y: the same from the top
 */
void luotain_map_card_show (LuotainMapCard *self, LuotainMapData *data, int finding, double x, double y);

G_END_DECLS
