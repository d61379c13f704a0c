#pragma once

#include "luotain-context.h"
#include "luotain-map-export.h"

G_BEGIN_DECLS

/**
 * luotain_map_save:
 * @context: the workbook
 * @parent: over which window to ask
 * @map: sector, mode, sharing and links of the map
 *
 * Asks for a file and writes the map into it: PDF, PNG, SVG or HTML. A toast tells how it went.
 */
void luotain_map_save (LuotainContext *context, GtkWindow *parent, const LuotainMapExport *map);

/**
 * luotain_map_save_to:
 * @context: the workbook
 * @file: where to write; its suffix says in which format
 * @map: as in luotain_map_save(); its format is that of files without a suffix that is known
 */
void luotain_map_save_to (LuotainContext *context, GFile *file, const LuotainMapExport *map);

G_END_DECLS
