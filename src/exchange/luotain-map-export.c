#include "config.h"

#include "luotain-map-export.h"

#include "luotain-map-page.h"
#include "luotain-map-picture.h"
#include "luotain-map-svg.h"

#include <glib/gi18n-lib.h>

gboolean
luotain_map_format_lists (LuotainMapFormat format)
{
  return format == LUOTAIN_MAP_HTML || format == LUOTAIN_MAP_PDF;
}

void
luotain_map_export_prepare (LuotainMapDrawing *drawing)
{
  LuotainMapFrame frame = *luotain_map_drawing_get_frame (drawing);

  frame.width = LUOTAIN_MAP_SHEET_WIDTH - 2 * LUOTAIN_MAP_SHEET_MARGIN - LUOTAIN_MAP_SHEET_LEGEND
                - LUOTAIN_MAP_SHEET_MARGIN / 2;
  frame.height = LUOTAIN_MAP_SHEET_HEIGHT - 1.5 * LUOTAIN_MAP_SHEET_MARGIN - LUOTAIN_MAP_SHEET_HEADING;
  frame.symbol = 9;
  frame.text = 16;
  luotain_map_drawing_set_frame (drawing, &frame);
  luotain_map_drawing_set_theme (drawing, &luotain_map_theme_paper);
  luotain_map_drawing_set_font (drawing, NULL);
}

static GBytes *
make_text (LuotainMapDrawing *drawing, LuotainMapFormat format)
{
  GString *text = g_string_new (NULL);

  if (format == LUOTAIN_MAP_HTML)
    luotain_map_page_append (drawing, text);
  else
    luotain_map_svg_append (drawing, NULL, text);
  return g_string_free_to_bytes (text);
}

gboolean
luotain_map_export_write (LuotainMapDrawing *drawing, LuotainMapFormat format, GOutputStream *stream,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (format == LUOTAIN_MAP_PDF)
    bytes = luotain_map_picture_pdf (drawing, error);
  else if (format == LUOTAIN_MAP_PNG)
    bytes = luotain_map_picture_png (drawing, error);
  else
    bytes = make_text (drawing, format);

  return bytes != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                       cancellable, error)
         && g_output_stream_flush (stream, cancellable, error);
}

gboolean
luotain_map_export_data (LuotainMapData *data, const LuotainMapExport *export, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LuotainMapDrawing) drawing = luotain_map_drawing_new (data);
  LuotainMapFrame frame = *luotain_map_drawing_get_frame (drawing);

  frame.mode = export->mode;
  frame.sharing = export->sharing;
  frame.horizon_inside = export->horizon_inside;
  luotain_map_drawing_set_frame (drawing, &frame);
  luotain_map_drawing_set_links (drawing, export->links);
  luotain_map_drawing_set_filter (drawing, export->kind, export->dimension);
  luotain_map_export_prepare (drawing);
  return luotain_map_export_write (drawing, export->format, export->stream, cancellable, error);
}

gboolean
luotain_map_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainMapExport *export = data;
  LuotainMapQuery query = { .sector = export->sector, .language = export->language };
  g_autoptr (LuotainMapData) map = NULL;

  query.descriptions = luotain_map_format_lists (export->format);
  return luotain_map_query_run (db, &query, (gpointer *) &map, error)
         && luotain_map_export_data (map, export, luotain_db_get_cancellable (db), error);
}
