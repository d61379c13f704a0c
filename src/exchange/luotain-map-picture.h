#pragma once

#include "luotain-map-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** luotain_map_picture_pdf: (transfer full) (nullable): the sheet as a page of A3, with title and language. */
GBytes *luotain_map_picture_pdf (LuotainMapDrawing *drawing, GError **error);

/** luotain_map_picture_png: (transfer full) (nullable): the same at 300 dots an inch. */
GBytes *luotain_map_picture_png (LuotainMapDrawing *drawing, GError **error);

G_END_DECLS
