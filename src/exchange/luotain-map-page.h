#pragma once

#include "luotain-map-sheet.h"

G_BEGIN_DECLS

/**
 * luotain_map_page_append:
 * @drawing: a drawing that was prepared
 * @out: where to
 *
 * Writes the map as one HTML page that needs no other file: the map, where hovering or focusing a symbol shows the
 * finding's text, and the same findings as a table.
 */
void luotain_map_page_append (LuotainMapDrawing *drawing, GString *out);

G_END_DECLS
