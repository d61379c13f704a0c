#pragma once

#include "luotain-rating-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MAP_MOVE (luotain_map_move_get_type ())

/**
 * LuotainMapMove: where findings are to stand, said by keyboard: year, impact, probability, direction.
 *
 * Signal `moved`: somebody said so: luotain_map_move_apply() writes it into an edit.
 */
G_DECLARE_FINAL_TYPE (LuotainMapMove, luotain_map_move, LUOTAIN, MAP_MOVE, GtkPopover)

/**
 * luotain_map_move_begin:
 * @self: a popover
 * @year: of the finding, NAN for none, or for several that differ
 * @impact: the same
 * @probability: the same
 * @direction: the same
 */
void luotain_map_move_begin (LuotainMapMove *self, double year, double impact, double probability,
                             double direction);

/** luotain_map_move_apply: writes what was changed for one finding into an edit. */
void luotain_map_move_apply (LuotainMapMove *self, LuotainRatingEdit *edit, gint64 finding);

G_END_DECLS
