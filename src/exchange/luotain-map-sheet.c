#include "luotain-map-sheet.h"

char *
luotain_map_sheet_title (LuotainMapDrawing *drawing)
{
  const LuotainMapData *data = drawing->data;
  const char *map = luotain_map_word (LUOTAIN_MAP_WORD_MAP, data->language);

  return data->title != NULL ? g_strdup_printf ("%s: %s", map, data->title) : g_strdup (map);
}

char *
luotain_map_sheet_subtitle (LuotainMapDrawing *drawing)
{
  const LuotainMapData *data = drawing->data;
  guint shown = 0;

  for (guint i = 0; i < data->n_findings; i++)
    shown += drawing->items[i].hidden ? 0 : 1;
  if (drawing->filter != NULL)
    return g_strdup_printf ("%s: %u / %u · %s · %d–%d",
                            luotain_map_word (LUOTAIN_MAP_WORD_FINDINGS, data->language), shown,
                            data->n_findings, drawing->filter, data->first_year, data->last_year);
  return g_strdup_printf ("%s: %u · %d–%d", luotain_map_word (LUOTAIN_MAP_WORD_FINDINGS, data->language),
                          shown, data->first_year, data->last_year);
}

static void
draw_heading (LuotainMapDrawing *drawing, cairo_t *cr)
{
  g_autofree char *title = luotain_map_sheet_title (drawing);
  g_autofree char *subtitle = luotain_map_sheet_subtitle (drawing);
  g_autoptr (PangoLayout) large = luotain_map_drawing_text (drawing, title, 1.9);
  g_autoptr (PangoLayout) small = luotain_map_drawing_text (drawing, subtitle, 1);

  pango_layout_set_width (large,
                          (int) ((LUOTAIN_MAP_SHEET_WIDTH - 2 * LUOTAIN_MAP_SHEET_MARGIN) * PANGO_SCALE));
  pango_layout_set_height (large, 0);
  pango_layout_set_ellipsize (large, PANGO_ELLIPSIZE_END);
  luotain_map_set_color (cr, &drawing->theme.text, 1);
  cairo_tag_begin (cr, "H1", NULL);
  cairo_move_to (cr, LUOTAIN_MAP_SHEET_MARGIN, LUOTAIN_MAP_SHEET_MARGIN * 0.7);
  pango_cairo_show_layout (cr, large);
  cairo_tag_end (cr, "H1");
  luotain_map_set_color (cr, &drawing->theme.dim, 1);
  cairo_tag_begin (cr, "P", NULL);
  cairo_move_to (cr, LUOTAIN_MAP_SHEET_MARGIN, LUOTAIN_MAP_SHEET_MARGIN * 0.7 + drawing->frame.text * 2.2);
  pango_cairo_show_layout (cr, small);
  cairo_tag_end (cr, "P");
  cairo_new_path (cr);
}

void
luotain_map_sheet_begin (LuotainMapDrawing *drawing, cairo_t *cr)
{
  luotain_map_set_color (cr, &drawing->theme.background, 1);
  cairo_paint (cr);
}

void
luotain_map_sheet_draw (LuotainMapDrawing *drawing, cairo_t *cr)
{
  draw_heading (drawing, cr);

  cairo_tag_begin (cr, "Figure", NULL);
  cairo_save (cr);
  cairo_translate (cr, LUOTAIN_MAP_SHEET_MARGIN, LUOTAIN_MAP_SHEET_MARGIN + LUOTAIN_MAP_SHEET_HEADING);
  luotain_map_drawing_draw (drawing, cr, LUOTAIN_MAP_ALL);
  cairo_translate (cr, drawing->frame.width + LUOTAIN_MAP_SHEET_MARGIN / 2, 0);
  luotain_map_drawing_draw_legend (drawing, cr, LUOTAIN_MAP_SHEET_LEGEND);
  cairo_restore (cr);
  cairo_tag_end (cr, "Figure");
}
