#pragma once

#include "luotain-map-drawing-private.h"

G_BEGIN_DECLS

/* A sheet of A3 across, in the pixels of the drawing. */
#define LUOTAIN_MAP_SHEET_WIDTH 1680.0
#define LUOTAIN_MAP_SHEET_HEIGHT 1188.0
#define LUOTAIN_MAP_SHEET_MARGIN 36.0
#define LUOTAIN_MAP_SHEET_HEADING 60.0
#define LUOTAIN_MAP_SHEET_LEGEND 250.0

/** luotain_map_sheet_title: (transfer full): what the map is of: `Futures map: Maritime cluster`. */
char *luotain_map_sheet_title (LuotainMapDrawing *drawing);

/** luotain_map_sheet_subtitle: (transfer full): how many findings it shows of which years. */
char *luotain_map_sheet_subtitle (LuotainMapDrawing *drawing);

/**
 * luotain_map_sheet_begin: paints an empty sheet. That comes before any tag: what covers all lets cairo forget whatever was there.
 */
void luotain_map_sheet_begin (LuotainMapDrawing *drawing, cairo_t *cr);

/** luotain_map_sheet_draw: heading, map and legend, from the origin; tagged in a PDF. */
void luotain_map_sheet_draw (LuotainMapDrawing *drawing, cairo_t *cr);

G_END_DECLS
