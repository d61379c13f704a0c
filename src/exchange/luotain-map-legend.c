#include "luotain-map-drawing-private.h"

#include <math.h>

typedef struct
{
  LuotainMapDrawing *drawing;
  GArray *rows;
  double width;
  double y;
  double mark; /* room for a mark before a text */
} Pen;

static void
clear_row (gpointer data)
{
  g_clear_object (&((LuotainMapLegendRow *) data)->text);
}

static void
add_row (Pen *pen, LuotainMapLegendMark mark, int shape, int outline, const char *text)
{
  const double line = pen->drawing->frame.text;
  LuotainMapLegendRow row = { .mark = mark, .shape = shape, .outline = outline };
  PangoRectangle extents;

  row.text = luotain_map_drawing_text (pen->drawing, text, 0.9);
  if (mark == LUOTAIN_MAP_LEGEND_HEADING)
    {
      g_autoptr (PangoFontDescription) font = pango_font_description_copy (
          pango_layout_get_font_description (row.text));

      pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      pango_layout_set_font_description (row.text, font);
      pen->y += pen->y > 0 ? line * 0.5 : 0;
    }

  row.text_x = mark > LUOTAIN_MAP_LEGEND_HEADING ? pen->mark * 1.25 : 0;
  row.text_y = pen->y;
  row.x = pen->mark / 2;
  row.y = pen->y + line * 0.55;
  row.radius = pen->mark * 0.45;
  pango_layout_set_width (row.text, (int) (MAX (pen->width - row.text_x, pen->mark) * PANGO_SCALE));
  pango_layout_get_extents (row.text, NULL, &extents);
  pen->y += extents.height / (double) PANGO_SCALE + line * 0.25;
  g_array_append_val (pen->rows, row);
}

static void
add_word (Pen *pen, LuotainMapLegendMark mark, int outline, LuotainMapWord word)
{
  add_row (pen, mark, 0, outline, luotain_map_word (word, pen->drawing->data->words));
}

static void
add_sizes (Pen *pen)
{
  const LuotainMapFrame *frame = &pen->drawing->frame;
  const LuotainLanguage language = pen->drawing->data->words;
  g_autofree char *text = g_strdup_printf ("1 %s … 5 %s", luotain_map_word (LUOTAIN_MAP_WORD_SMALL, language),
                                           luotain_map_word (LUOTAIN_MAP_WORD_GREAT, language));
  double x = 2;

  pen->y += frame->symbol * 0.4;
  for (int impact = 1; impact <= 5; impact++)
    {
      LuotainMapLegendRow row = { .mark = LUOTAIN_MAP_LEGEND_SYMBOL };

      row.radius = frame->symbol * (0.6 + 0.2 * (impact - 1));
      row.x = x + row.radius;
      row.y = pen->y + frame->symbol * 1.4;
      x += row.radius * 2 + 5;
      g_array_append_val (pen->rows, row);
    }
  pen->y += frame->symbol * 3;
  add_row (pen, LUOTAIN_MAP_LEGEND_TEXT, 0, 0, text);
}

GArray *
luotain_map_legend_rows (LuotainMapDrawing *self, double width, double *height)
{
  const LuotainLanguage language = self->data->words;
  Pen pen = { self, NULL, width, 0, MAX (self->frame.symbol * 2.2, self->frame.text) };

  pen.rows = g_array_new (FALSE, FALSE, sizeof (LuotainMapLegendRow));
  g_array_set_clear_func (pen.rows, clear_row);
  add_word (&pen, LUOTAIN_MAP_LEGEND_HEADING, 0, LUOTAIN_MAP_WORD_KIND);
  for (guint i = 0; i < self->data->n_kinds; i++)
    add_row (&pen, LUOTAIN_MAP_LEGEND_SYMBOL, (int) i, 0, self->data->kind_titles[i]);
  add_row (&pen, LUOTAIN_MAP_LEGEND_SYMBOL, -1, 0, luotain_map_word (LUOTAIN_MAP_WORD_NO_KIND, language));

  add_word (&pen, LUOTAIN_MAP_LEGEND_HEADING, 0, LUOTAIN_MAP_WORD_IMPACT);
  add_sizes (&pen);

  add_word (&pen, LUOTAIN_MAP_LEGEND_HEADING, 0, LUOTAIN_MAP_WORD_DIRECTION);
  add_word (&pen, LUOTAIN_MAP_LEGEND_SYMBOL, 1, LUOTAIN_MAP_WORD_STRENGTHENING);
  add_word (&pen, LUOTAIN_MAP_LEGEND_SYMBOL, 0, LUOTAIN_MAP_WORD_ESTABLISHED);
  add_word (&pen, LUOTAIN_MAP_LEGEND_SYMBOL, -1, LUOTAIN_MAP_WORD_WEAKENING);
  add_word (&pen, LUOTAIN_MAP_LEGEND_SYMBOL, LUOTAIN_MAP_NO_OUTLINE, LUOTAIN_MAP_WORD_NOT_RATED);

  pen.y += self->frame.text * 0.5;
  if (self->frame.mode == LUOTAIN_MAP_GRID)
    add_word (&pen, LUOTAIN_MAP_LEGEND_TEXT, 0, LUOTAIN_MAP_WORD_CRITICAL);
  else
    add_word (&pen, LUOTAIN_MAP_LEGEND_TEXT, 0,
              self->frame.horizon_inside ? LUOTAIN_MAP_WORD_DISTANCE_INSIDE : LUOTAIN_MAP_WORD_DISTANCE);
  if (self->links != LUOTAIN_MAP_NO_LINKS)
    add_word (&pen, LUOTAIN_MAP_LEGEND_LINK, 0, LUOTAIN_MAP_WORD_EVIDENCE);
  if (self->layout->n_clusters > 0)
    add_word (&pen, LUOTAIN_MAP_LEGEND_CLUSTER, 0, LUOTAIN_MAP_WORD_CLUSTER);

  *height = pen.y;
  return pen.rows;
}

static void
draw_cluster (LuotainMapDrawing *self, cairo_t *cr, double radius)
{
  g_autoptr (PangoLayout) layout = luotain_map_drawing_text (self, "12", 0.65);
  PangoRectangle extents;

  luotain_map_set_color (cr, &self->theme.dim, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  luotain_map_set_color (cr, &self->theme.text, 1);
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (cr, -extents.width / 2.0 / PANGO_SCALE, -extents.height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
draw_link (LuotainMapDrawing *self, cairo_t *cr, double half)
{
  luotain_map_set_color (cr, &self->theme.dim, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, -half, 0);
  cairo_line_to (cr, half, 0);
  cairo_rel_line_to (cr, -5, -3);
  cairo_move_to (cr, half, 0);
  cairo_rel_line_to (cr, -5, 3);
  cairo_stroke (cr);
}

static void
draw_row (LuotainMapDrawing *self, cairo_t *cr, const LuotainMapLegendRow *row)
{
  cairo_save (cr);
  cairo_translate (cr, row->x, row->y);
  if (row->mark == LUOTAIN_MAP_LEGEND_SYMBOL)
    luotain_map_draw_symbol (cr, row->shape, row->outline, row->radius, &self->theme);
  else if (row->mark == LUOTAIN_MAP_LEGEND_LINK)
    draw_link (self, cr, row->radius);
  else if (row->mark == LUOTAIN_MAP_LEGEND_CLUSTER)
    draw_cluster (self, cr, row->radius);
  cairo_restore (cr);

  if (row->text == NULL)
    return;
  luotain_map_set_color (cr, &self->theme.text, 1);
  cairo_move_to (cr, row->text_x, row->text_y);
  pango_cairo_show_layout (cr, row->text);
  cairo_new_path (cr);
}

double
luotain_map_drawing_draw_legend (LuotainMapDrawing *self, cairo_t *cr, double width)
{
  g_autoptr (GArray) rows = NULL;
  double height;

  luotain_map_drawing_arrange (self);
  rows = luotain_map_legend_rows (self, width, &height);
  for (guint i = 0; cr != NULL && i < rows->len; i++)
    draw_row (self, cr, &g_array_index (rows, LuotainMapLegendRow, i));
  return height;
}
