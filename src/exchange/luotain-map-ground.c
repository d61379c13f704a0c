#include "luotain-map-drawing-private.h"

#include <math.h>
#include <string.h>

void
luotain_map_set_color (cairo_t *cr, const LuotainMapColor *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

gboolean
luotain_map_ground_is_ring (const LuotainMapFrame *frame, int year)
{
  return year == frame->last_year
         || (year % MAX (frame->ring_years, 1) == 0 && frame->last_year - year >= frame->ring_years);
}

gboolean
luotain_map_ground_uses_tray (LuotainMapDrawing *self)
{
  for (guint i = 0; i < self->layout->n_symbols; i++)
    if (self->layout->symbols[i].dimension < 0 && !self->layout->symbols[i].placed)
      return TRUE;
  return FALSE;
}

static void
add_name (LuotainMapDrawing *self, GArray *names, const char *text, double x, double y, double angle,
          double scale, gboolean bold, gboolean dim)
{
  LuotainMapName name = { g_strdup (text), x, y, angle, 0, 0, scale, bold, dim };
  g_autoptr (PangoLayout) layout = luotain_map_drawing_text (self, text, scale);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  name.width = extents.width / (double) PANGO_SCALE * (bold ? 1.08 : 1);
  name.height = extents.height / (double) PANGO_SCALE;
  g_array_append_val (names, name);
}

/* Along the rim; below the middle it would stand on its head, so it is turned. */
static void
add_rim_name (LuotainMapDrawing *self, GArray *names, const char *text, double angle, double radius,
              double scale, gboolean bold, gboolean dim)
{
  const double turn = angle + G_PI / 2;
  const gboolean below = sin (angle) > 0.25;

  add_name (self, names, text, self->layout->x + radius * cos (angle), self->layout->y + radius * sin (angle),
            below ? turn - G_PI : turn, scale, bold, dim);
}

/* Years stand where two sectors meet, twice, so that one of them is in sight; where letters are large, some are left out. */
static void
add_year_names (LuotainMapDrawing *self, GArray *names)
{
  const LuotainMapFrame *frame = &self->frame;
  const guint borders[] = { 0, (frame->n_dimensions + 1) / 2 };
  const guint n = frame->n_dimensions > 2 ? 2 : 1;
  double named = G_MAXDOUBLE;

  for (int year = frame->last_year; year >= frame->first_year; year--)
    {
      const double radius = luotain_map_layout_year_radius (self->layout, year);
      g_autofree char *text = g_strdup_printf ("%d", year);

      if (!luotain_map_ground_is_ring (frame, year) || fabs (named - radius) < frame->text)
        continue;
      named = radius;
      for (guint i = 0; i < n; i++)
        {
          const double angle = luotain_map_layout_border_angle (self->layout, borders[i]);

          add_name (self, names, text, self->layout->x + radius * cos (angle),
                    self->layout->y + radius * sin (angle), 0, 0.85, FALSE, TRUE);
        }
    }
}

static void
add_radar_names (LuotainMapDrawing *self, GArray *names)
{
  const LuotainMapLayout *layout = self->layout;
  const LuotainMapData *data = self->data;
  const double half = G_PI / MAX (data->n_dimensions, 1);

  add_year_names (self, names);
  for (guint i = 0; i < data->n_dimensions; i++)
    add_rim_name (self, names, data->dimension_titles[i], luotain_map_layout_border_angle (layout, i) + half,
                  layout->rim + self->frame.text * 0.95, 1.05, TRUE, FALSE);
  add_rim_name (self, names, luotain_map_word (LUOTAIN_MAP_WORD_NO_YEAR, data->words),
                luotain_map_layout_border_angle (layout, 0), (layout->outer + layout->rim) / 2, 0.8, FALSE,
                TRUE);

  if (luotain_map_ground_uses_tray (self))
    {
      const char *text = luotain_map_word (LUOTAIN_MAP_WORD_NO_DIMENSION, data->words);

      add_name (self, names, text, 0, layout->tray.y + self->frame.text * 0.6, 0, 0.8, FALSE, TRUE);
      g_array_index (names, LuotainMapName, names->len - 1).x =
          g_array_index (names, LuotainMapName, names->len - 1).width / 2 + self->frame.text * 0.4;
    }
}

static void
add_grid_names (LuotainMapDrawing *self, GArray *names)
{
  const LuotainMapRect *grid = &self->layout->grid, *tray = &self->layout->tray;
  const LuotainLanguage language = self->data->words;
  const double text = self->frame.text;
  const double left = grid->x - text * 0.75, below = grid->y + grid->height + text * 0.8;
  g_autoptr (GString) critical = g_string_new (luotain_map_word (LUOTAIN_MAP_WORD_CRITICAL, language));
  char *colon = strchr (critical->str, ':');

  if (colon != NULL)
    g_string_truncate (critical, (gsize) (colon - critical->str));

  add_name (self, names, luotain_map_word (LUOTAIN_MAP_WORD_PROBABLE, language), grid->x + grid->width * 0.1,
            below, 0, 0.85, FALSE, TRUE);
  add_name (self, names, luotain_map_word (LUOTAIN_MAP_WORD_UNCERTAINTY, language), grid->x + grid->width / 2,
            below + text * 0.4, 0, 1.05, TRUE, FALSE);
  add_name (self, names, luotain_map_word (LUOTAIN_MAP_WORD_UNCERTAIN, language), grid->x + grid->width * 0.9,
            below, 0, 0.85, FALSE, TRUE);
  add_name (self, names, luotain_map_word (LUOTAIN_MAP_WORD_SMALL, language), left,
            grid->y + grid->height * 0.9, -G_PI / 2, 0.85, FALSE, TRUE);
  add_name (self, names, strchr (luotain_map_word (LUOTAIN_MAP_WORD_IMPACT, language), ' ') + 1,
            left - text * 0.4, grid->y + grid->height / 2, -G_PI / 2, 1.05, TRUE, FALSE);
  add_name (self, names, luotain_map_word (LUOTAIN_MAP_WORD_GREAT, language), left,
            grid->y + grid->height * 0.1, -G_PI / 2, 0.85, FALSE, TRUE);
  add_name (self, names, critical->str, grid->x + grid->width * 0.8, grid->y + text * 0.7, 0, 0.85, FALSE,
            TRUE);
  if (luotain_map_ground_uses_tray (self))
    add_name (self, names, luotain_map_word (LUOTAIN_MAP_WORD_NOT_RATED, language), tray->x + tray->width / 2,
              tray->y + text * 0.6, 0, 0.8, FALSE, TRUE);
}

static void
clear_name (gpointer data)
{
  g_free (((LuotainMapName *) data)->text);
}

GArray *
luotain_map_ground_names (LuotainMapDrawing *self)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (LuotainMapName));

  g_array_set_clear_func (names, clear_name);
  if (self->frame.mode == LUOTAIN_MAP_GRID)
    add_grid_names (self, names);
  else
    add_radar_names (self, names);
  return names;
}

GArray *
luotain_map_ground_obstacles (LuotainMapDrawing *self)
{
  g_autoptr (GArray) names = luotain_map_ground_names (self);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (LuotainLabelBox));

  for (guint i = 0; i < names->len; i++)
    {
      const LuotainMapName *name = &g_array_index (names, LuotainMapName, i);
      const double c = fabs (cos (name->angle)), s = fabs (sin (name->angle));
      LuotainLabelBox box = { .width = name->width * c + name->height * s,
                              .height = name->width * s + name->height * c };

      box.x = name->x - box.width / 2;
      box.y = name->y - box.height / 2;
      g_array_append_val (boxes, box);
    }
  return boxes;
}

PangoLayout *
luotain_map_ground_name_layout (LuotainMapDrawing *self, const LuotainMapName *name)
{
  PangoLayout *layout = luotain_map_drawing_text (self, name->text, name->scale);

  if (name->bold)
    {
      g_autoptr (PangoFontDescription) font = pango_font_description_copy (
          pango_layout_get_font_description (layout));

      pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      pango_layout_set_font_description (layout, font);
    }
  return layout;
}

static void
draw_name (LuotainMapDrawing *self, cairo_t *cr, const LuotainMapName *name)
{
  g_autoptr (PangoLayout) layout = luotain_map_ground_name_layout (self, name);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  cairo_save (cr);
  cairo_translate (cr, name->x, name->y);
  cairo_rotate (cr, name->angle);
  cairo_translate (cr, -extents.width / 2.0 / PANGO_SCALE, -extents.height / 2.0 / PANGO_SCALE);
  if (name->dim)
    {
      luotain_map_set_color (cr, &self->theme.background, 0.85);
      cairo_rectangle (cr, -2, 0, extents.width / (double) PANGO_SCALE + 4,
                       extents.height / (double) PANGO_SCALE);
      cairo_fill (cr);
    }
  luotain_map_set_color (cr, name->dim ? &self->theme.dim : &self->theme.text, 1);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}

static void
draw_circle (LuotainMapDrawing *self, cairo_t *cr, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, self->layout->x, self->layout->y, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_tray (LuotainMapDrawing *self, cairo_t *cr)
{
  const double dashes[] = { 3, 4 };
  const LuotainMapRect *tray = &self->layout->tray;

  if (!luotain_map_ground_uses_tray (self))
    return;

  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_rectangle (cr, tray->x + 0.5, tray->y + 0.5, tray->width - 1, tray->height - 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_radar (LuotainMapDrawing *self, cairo_t *cr)
{
  const LuotainMapLayout *layout = self->layout;
  const double dashes[] = { 2, 4 };

  for (int year = self->frame.first_year; year <= self->frame.last_year; year++)
    if (luotain_map_ground_is_ring (&self->frame, year))
      draw_circle (self, cr, luotain_map_layout_year_radius (layout, year));

  for (guint i = 0; i < self->data->n_dimensions && self->data->n_dimensions > 1; i++)
    {
      const double angle = luotain_map_layout_border_angle (layout, i);

      cairo_move_to (cr, layout->x + layout->inner * cos (angle), layout->y + layout->inner * sin (angle));
      cairo_line_to (cr, layout->x + layout->rim * cos (angle), layout->y + layout->rim * sin (angle));
      cairo_stroke (cr);
    }

  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  draw_circle (self, cr, layout->outer);
  cairo_restore (cr);
  draw_circle (self, cr, layout->rim);
}

static void
draw_grid (LuotainMapDrawing *self, cairo_t *cr)
{
  const LuotainMapRect *grid = &self->layout->grid;

  luotain_map_set_color (cr, &self->theme.accent, 0.07);
  cairo_rectangle (cr, grid->x + grid->width * 0.6, grid->y, grid->width * 0.4, grid->height * 0.4);
  cairo_fill (cr);

  luotain_map_set_color (cr, &self->theme.line, 1);
  for (int i = 0; i <= 5; i++)
    {
      cairo_move_to (cr, grid->x + grid->width * i / 5, grid->y);
      cairo_rel_line_to (cr, 0, grid->height);
      cairo_move_to (cr, grid->x, grid->y + grid->height * i / 5);
      cairo_rel_line_to (cr, grid->width, 0);
    }
  cairo_stroke (cr);
}

void
luotain_map_ground_draw (LuotainMapDrawing *self, cairo_t *cr)
{
  g_autoptr (GArray) names = luotain_map_ground_names (self);

  luotain_map_set_color (cr, &self->theme.background, 1);
  cairo_rectangle (cr, 0, 0, self->frame.width, self->frame.height);
  cairo_fill (cr);

  cairo_set_line_width (cr, MAX (1, self->frame.text / 16));
  luotain_map_set_color (cr, &self->theme.line, 1);
  if (self->frame.mode == LUOTAIN_MAP_GRID)
    draw_grid (self, cr);
  else
    draw_radar (self, cr);
  draw_tray (self, cr);

  for (guint i = 0; i < names->len; i++)
    draw_name (self, cr, &g_array_index (names, LuotainMapName, i));
}
