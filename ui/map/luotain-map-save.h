#pragma once

#include "luotain-context.h"
#include "luotain-map-export.h"

G_BEGIN_DECLS

/**
 * luotain_map_save:
 * @context: the workbook
 * @parent: over which window to ask
 * @map: sector, mode, sharing, links and filter of the map
 * @data: what is on it
 *
 * Asks for a file and writes the map into it: PDF, PNG, SVG or HTML. The dialog says what is written; where a filter is set,
 * it asks whether only what is shown or all is wanted. A toast tells how it went.
 */
void luotain_map_save (LuotainContext *context, GtkWindow *parent, const LuotainMapExport *map,
                       const LuotainMapData *data);

/** luotain_map_save_dup_title: (transfer full): how the dialog is headed: what is written. */
char *luotain_map_save_dup_title (const LuotainMapExport *map, const LuotainMapData *data);

/** luotain_map_save_dup_shown: (transfer full) (nullable): what it offers first where a filter is set. */
char *luotain_map_save_dup_shown (const LuotainMapExport *map, const LuotainMapData *data);

/**
 * luotain_map_save_to:
 * @context: the workbook
 * @file: where to write; its suffix says in which format
 * @map: as in luotain_map_save(); its format is that of files without a suffix that is known
 */
void luotain_map_save_to (LuotainContext *context, GFile *file, const LuotainMapExport *map);

G_END_DECLS
