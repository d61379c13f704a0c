#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_MAP_AXES (luotain_map_axes_get_type ())

/**
 * LuotainMapAxes: two key variables as the axes of a 2×2, with what its corners would be, and a warning where the two
 * are not independent of each other.
 */
G_DECLARE_FINAL_TYPE (LuotainMapAxes, luotain_map_axes, LUOTAIN, MAP_AXES, GtkPopover)

void luotain_map_axes_set_context (LuotainMapAxes *self, LuotainContext *context);

G_END_DECLS
