#pragma once

#include "luotain-map-sheet.h"

G_BEGIN_DECLS

/**
 * luotain_map_listing_draw:
 * @drawing: a drawing that was prepared for a sheet
 * @cr: where to draw, from the origin of a sheet; each but the last is ended by cairo_show_page()
 *
 * Lists the findings that a map shows on sheets of their own: title, what the map says of it, description. In a PDF it is tagged as
 * a list, for who cannot see the map.
 */
void luotain_map_listing_draw (LuotainMapDrawing *drawing, cairo_t *cr);

G_END_DECLS
