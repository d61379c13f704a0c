#pragma once

#include "luotain-context.h"
#include "luotain-map-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MATTERS_LIST (luotain_matters_list_get_type ())

/**
 * LuotainMattersList: what matters for the region: the findings marked so, in an order that can be changed by drag and by
 * Alt+arrows, with their dots; and the way from there to key variables.
 *
 * Signal `selected (gint64 id)`: a row was chosen.
 */
G_DECLARE_FINAL_TYPE (LuotainMattersList, luotain_matters_list, LUOTAIN, MATTERS_LIST, GtkWidget)

void luotain_matters_list_set_context (LuotainMattersList *self, LuotainContext *context);
void luotain_matters_list_set_data (LuotainMattersList *self, LuotainMapData *data);

/**
 * luotain_matters_list_mark:
 * @self: a list
 * @ids: (element-type gint64): findings
 *
 * Marks findings as mattering, last in the order; where all of them are marked already, takes the marks away.
 */
void luotain_matters_list_mark (LuotainMattersList *self, const GArray *ids);

/** luotain_matters_list_move: moves a marked finding by some places. */
void luotain_matters_list_move (LuotainMattersList *self, gint64 id, int places);

G_END_DECLS
