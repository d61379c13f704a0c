#include "luotain-map-drawing-private.h"

#include <math.h>

typedef struct
{
  LuotainMapDrawing *drawing;
  cairo_t *cr; /* NULL to measure */
  double width;
  double y;
  double mark; /* room for a mark before a text */
} Pen;

static void
write_text (Pen *pen, const char *text, double x, gboolean heading)
{
  g_autoptr (PangoLayout) layout = luotain_map_drawing_text (pen->drawing, text, 0.9);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (
      pango_layout_get_font_description (layout));
  PangoRectangle extents;

  if (heading)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (MAX (pen->width - x, pen->mark) * PANGO_SCALE));
  pango_layout_get_extents (layout, NULL, &extents);

  if (pen->cr != NULL)
    {
      luotain_map_set_color (pen->cr, &pen->drawing->theme.text, 1);
      cairo_move_to (pen->cr, x, pen->y);
      pango_cairo_show_layout (pen->cr, layout);
      cairo_new_path (pen->cr);
    }
  pen->y += extents.height / (double) PANGO_SCALE + pen->drawing->frame.text * 0.25;
}

static void
write_heading (Pen *pen, LuotainMapWord word)
{
  pen->y += pen->y > 0 ? pen->drawing->frame.text * 0.5 : 0;
  write_text (pen, luotain_map_word (word, pen->drawing->data->language), 0, TRUE);
}

static void
begin_mark (Pen *pen)
{
  cairo_save (pen->cr);
  cairo_translate (pen->cr, pen->mark / 2, pen->y + pen->drawing->frame.text * 0.55);
}

static void
write_symbol (Pen *pen, int shape, int outline, double radius, const char *text)
{
  if (pen->cr != NULL)
    {
      begin_mark (pen);
      luotain_map_draw_symbol (pen->cr, shape, outline, radius, &pen->drawing->theme);
      cairo_restore (pen->cr);
    }
  write_text (pen, text, pen->mark * 1.25, FALSE);
}

static void
write_sizes (Pen *pen)
{
  const LuotainMapFrame *frame = &pen->drawing->frame;
  const LuotainLanguage language = pen->drawing->data->language;
  g_autofree char *text = g_strdup_printf ("1 %s … 5 %s", luotain_map_word (LUOTAIN_MAP_WORD_SMALL, language),
                                           luotain_map_word (LUOTAIN_MAP_WORD_GREAT, language));
  double x = 0;

  pen->y += frame->symbol * 0.5;
  for (int impact = 1; impact <= 5; impact++)
    {
      const double radius = frame->symbol * (0.6 + 0.2 * (impact - 1));

      x += radius;
      if (pen->cr != NULL)
        {
          cairo_save (pen->cr);
          cairo_translate (pen->cr, x, pen->y + frame->symbol);
          luotain_map_draw_symbol (pen->cr, 0, 0, radius, &pen->drawing->theme);
          cairo_restore (pen->cr);
        }
      x += radius + 4;
    }
  pen->y += frame->symbol * 2.6;
  write_text (pen, text, 0, FALSE);
}

static void
write_line (Pen *pen)
{
  const double half = pen->mark / 2;

  if (pen->cr != NULL)
    {
      begin_mark (pen);
      luotain_map_set_color (pen->cr, &pen->drawing->theme.dim, 1);
      cairo_set_line_width (pen->cr, 1.2);
      cairo_move_to (pen->cr, -half, 0);
      cairo_line_to (pen->cr, half, 0);
      cairo_rel_line_to (pen->cr, -5, -3);
      cairo_move_to (pen->cr, half, 0);
      cairo_rel_line_to (pen->cr, -5, 3);
      cairo_stroke (pen->cr);
      cairo_restore (pen->cr);
    }
  write_text (pen, luotain_map_word (LUOTAIN_MAP_WORD_EVIDENCE, pen->drawing->data->language),
              pen->mark * 1.25, FALSE);
}

static void
write_cluster (Pen *pen)
{
  LuotainMapDrawing *self = pen->drawing;

  if (pen->cr != NULL)
    {
      g_autoptr (PangoLayout) layout = luotain_map_drawing_text (self, "12", 0.65);
      PangoRectangle extents;

      begin_mark (pen);
      luotain_map_set_color (pen->cr, &self->theme.dim, 1);
      cairo_set_line_width (pen->cr, 1.2);
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, 0, 0, pen->mark * 0.42, 0, 2 * G_PI);
      cairo_stroke (pen->cr);
      pango_layout_get_extents (layout, NULL, &extents);
      cairo_move_to (pen->cr, -extents.width / 2.0 / PANGO_SCALE, -extents.height / 2.0 / PANGO_SCALE);
      pango_cairo_show_layout (pen->cr, layout);
      cairo_new_path (pen->cr);
      cairo_restore (pen->cr);
    }
  write_text (pen, luotain_map_word (LUOTAIN_MAP_WORD_CLUSTER, self->data->language), pen->mark * 1.25,
              FALSE);
}

static void
write_directions (Pen *pen)
{
  static const struct
  {
    int outline;
    LuotainMapWord word;
  } directions[] = {
    { 1, LUOTAIN_MAP_WORD_STRENGTHENING },
    { 0, LUOTAIN_MAP_WORD_ESTABLISHED },
    { -1, LUOTAIN_MAP_WORD_WEAKENING },
    { LUOTAIN_MAP_NO_OUTLINE, LUOTAIN_MAP_WORD_NOT_RATED },
  };

  write_heading (pen, LUOTAIN_MAP_WORD_DIRECTION);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    write_symbol (pen, 0, directions[i].outline, pen->mark * 0.45,
                  luotain_map_word (directions[i].word, pen->drawing->data->language));
}

double
luotain_map_drawing_draw_legend (LuotainMapDrawing *self, cairo_t *cr, double width)
{
  const LuotainLanguage language = self->data->language;
  Pen pen = { self, cr, width, 0, MAX (self->frame.symbol * 2.2, self->frame.text) };

  luotain_map_drawing_arrange (self);
  write_heading (&pen, LUOTAIN_MAP_WORD_KIND);
  for (guint i = 0; i < self->data->n_kinds; i++)
    write_symbol (&pen, (int) i, 0, pen.mark * 0.45, self->data->kind_titles[i]);
  write_symbol (&pen, -1, 0, pen.mark * 0.45, luotain_map_word (LUOTAIN_MAP_WORD_NO_KIND, language));

  write_heading (&pen, LUOTAIN_MAP_WORD_IMPACT);
  write_sizes (&pen);
  write_directions (&pen);

  pen.y += self->frame.text * 0.5;
  if (self->frame.mode == LUOTAIN_MAP_RADAR)
    write_text (&pen,
                luotain_map_word (self->frame.horizon_inside ? LUOTAIN_MAP_WORD_DISTANCE_INSIDE
                                                             : LUOTAIN_MAP_WORD_DISTANCE,
                                  language),
                0, FALSE);
  else
    write_text (&pen, luotain_map_word (LUOTAIN_MAP_WORD_CRITICAL, language), 0, FALSE);
  if (self->links != LUOTAIN_MAP_NO_LINKS)
    write_line (&pen);
  if (self->layout->n_clusters > 0)
    write_cluster (&pen);
  return pen.y;
}
