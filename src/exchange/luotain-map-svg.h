#pragma once

#include "luotain-map-sheet.h"

G_BEGIN_DECLS

/**
 * luotain_map_svg_append:
 * @drawing: a drawing that was prepared
 * @page: (nullable): as a part of an HTML page, where each symbol leads to its finding, and ids begin with this word; else as
 *   a file with a heading
 * @out: where to
 *
 * Writes the map as SVG from the same arrays as it is drawn from. Text stays text: it can be read aloud, searched and
 * copied, and takes the room it was given even in another font.
 */
void luotain_map_svg_append (LuotainMapDrawing *drawing, const char *page, GString *out);

/** luotain_map_svg_style: the rules of its classes, with colours as CSS variables where @variables is set. */
void luotain_map_svg_style (LuotainMapDrawing *drawing, gboolean variables, GString *out);

G_END_DECLS
