#include "luotain-map-drawing-private.h"

#include "luotain-kind-path.h"

#include <math.h>

#define DIMMED 0.28

typedef struct
{
  double x1, y1, x2, y2;
} Clip;

static gboolean
is_in_sight (const Clip *clip, double x, double y, double reach)
{
  return x + reach >= clip->x1 && x - reach <= clip->x2 && y + reach >= clip->y1 && y - reach <= clip->y2;
}

void
luotain_map_stroke_of (int shape, int outline, double radius, LuotainMapStroke *stroke)
{
  const double line = MAX (1.4, radius / 5);
  const gboolean star = shape == LUOTAIN_N_KIND_SHAPES - 1;

  *stroke = (LuotainMapStroke){ .width = outline == LUOTAIN_MAP_NO_OUTLINE ? line * 0.5 : line };
  if (outline == -1)
    {
      stroke->dash = line * 1.6;
      stroke->gap = line * 1.4;
    }
  if (star || outline == 1)
    {
      stroke->inner = MAX (radius * (!star ? 0.5 : outline == 0 ? 0.85 : outline == -1 ? 0.42 : 0.6), 1.5);
      stroke->inner_width = line * 0.8;
      stroke->filled = star;
    }
}

static void
draw_shape (cairo_t *cr, int shape, int outline, double radius, const LuotainMapColor *color,
            const LuotainMapColor *fill, double alpha)
{
  LuotainMapStroke stroke;

  luotain_map_stroke_of (shape, outline, radius, &stroke);
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  luotain_kind_path_add (cr, shape, 0, 0, radius * 2);
  luotain_map_set_color (cr, fill, 1);
  cairo_fill_preserve (cr);
  luotain_map_set_color (cr, color, alpha);
  if (stroke.dash > 0)
    cairo_set_dash (cr, (const double[]){ stroke.dash, stroke.gap }, 2, 0);
  cairo_set_line_width (cr, stroke.width);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  if (stroke.inner > 0)
    {
      luotain_kind_path_add (cr, shape, 0, 0, stroke.inner * 2);
      if (stroke.filled)
        cairo_fill_preserve (cr);
      cairo_set_line_width (cr, stroke.inner_width);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
  cairo_new_path (cr);
}

void
luotain_map_draw_symbol (cairo_t *cr, int shape, int outline, double radius, const LuotainMapTheme *theme)
{
  draw_shape (cr, shape, outline, radius, &theme->text, &theme->background, 1);
}

static void
draw_halo (cairo_t *cr, const LuotainMapColor *color, double radius, double alpha)
{
  luotain_map_set_color (cr, color, alpha);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_symbol (LuotainMapDrawing *self, cairo_t *cr, const LuotainMapSymbol *symbol, double dx, double dy)
{
  const LuotainMapMark mark = self->marks[symbol->item];
  const LuotainMapTheme *theme = &self->theme;
  const gboolean stands_out = (mark & (LUOTAIN_MAP_SELECTED | LUOTAIN_MAP_FOUND)) != 0;

  cairo_save (cr);
  cairo_translate (cr, symbol->x + dx, symbol->y + dy);
  if (stands_out)
    draw_halo (cr, &theme->accent, symbol->radius + 4, (mark & LUOTAIN_MAP_SELECTED) != 0 ? 0.35 : 0.2);
  if ((mark & LUOTAIN_MAP_FOCUSED) != 0)
    {
      luotain_map_set_color (cr, &theme->accent, 1);
      cairo_set_line_width (cr, 2);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, symbol->radius + 5, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  draw_shape (cr, symbol->shape, symbol->outline, symbol->radius,
              (mark & LUOTAIN_MAP_SELECTED) != 0 ? &theme->accent : &theme->text, &theme->background,
              (mark & LUOTAIN_MAP_DIMMED) != 0 && !stands_out ? DIMMED : 1);
  cairo_restore (cr);
}

static void
draw_label (LuotainMapDrawing *self, cairo_t *cr, guint index, double dx, double dy)
{
  const LuotainMapSymbol *symbol = &self->layout->symbols[index];
  const LuotainLabel *label = &self->labels[index];
  const LuotainMapMark mark = self->marks[symbol->item];
  LuotainLabelBox box;

  luotain_label_box (label, MAX (label->side, LUOTAIN_LABEL_RIGHT), &box);
  luotain_map_set_color (cr, &self->theme.text,
                         (mark & LUOTAIN_MAP_DIMMED) != 0 && (mark & LUOTAIN_MAP_SELECTED) == 0 ? DIMMED : 1);
  cairo_move_to (cr, box.x + 1 + dx, box.y + dy);
  pango_cairo_show_layout (cr, luotain_map_drawing_caption (self, index));
  cairo_new_path (cr);
}

static void
draw_cluster (LuotainMapDrawing *self, cairo_t *cr, const LuotainMapCluster *cluster)
{
  g_autofree char *count = g_strdup_printf ("%u", cluster->count);
  g_autoptr (PangoLayout) layout = luotain_map_drawing_text (self, count, 0.85);
  const double scale = cluster->radius * 1.5;
  PangoRectangle extents;
  double size;

  cairo_save (cr);
  cairo_translate (cr, cluster->x, cluster->y);
  draw_halo (cr, &self->theme.background, cluster->radius, 1);
  draw_halo (cr, &self->theme.dim, cluster->radius, 0.16);
  luotain_map_set_color (cr, &self->theme.dim, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, cluster->radius, 0, 2 * G_PI);
  cairo_stroke (cr);

  pango_layout_get_extents (layout, NULL, &extents);
  size = MIN (1, scale * PANGO_SCALE / MAX (extents.width, 1));
  cairo_scale (cr, size, size);
  luotain_map_set_color (cr, &self->theme.text, 1);
  cairo_move_to (cr, -extents.width / 2.0 / PANGO_SCALE, -extents.height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}

gboolean
luotain_map_arrow_of (LuotainMapDrawing *self, const LuotainMapEvidence *pair, LuotainMapArrow *arrow)
{
  const LuotainMapLayout *layout = self->layout;
  const LuotainMapMark marks = self->marks[pair->from] | self->marks[pair->to];
  const int first = luotain_map_drawing_symbol_of (self, pair->from, layout->x, layout->y);
  const LuotainMapSymbol *from = first >= 0 ? &layout->symbols[first] : NULL;
  const int second = from != NULL ? luotain_map_drawing_symbol_of (self, pair->to, from->x, from->y) : -1;
  const LuotainMapSymbol *to = second >= 0 ? &layout->symbols[second] : NULL;
  const double head = MAX (5, self->frame.text * 0.45);
  double length, ux, uy;

  arrow->chosen = (marks & LUOTAIN_MAP_SELECTED) != 0;
  if (from == NULL || to == NULL || (marks & LUOTAIN_MAP_MOVING) != 0
      || (self->links == LUOTAIN_MAP_LINKS_OF_SELECTED && !arrow->chosen))
    return FALSE;

  length = hypot (to->x - from->x, to->y - from->y);
  if (length <= from->radius + to->radius + 2)
    return FALSE;

  ux = (to->x - from->x) / length;
  uy = (to->y - from->y) / length;
  arrow->x1 = from->x + ux * from->radius;
  arrow->y1 = from->y + uy * from->radius;
  arrow->x2 = to->x - ux * (to->radius + 1);
  arrow->y2 = to->y - uy * (to->radius + 1);
  arrow->left_x = arrow->x2 - (ux + uy * 0.5) * head;
  arrow->left_y = arrow->y2 - (uy - ux * 0.5) * head;
  arrow->right_x = arrow->x2 - (ux - uy * 0.5) * head;
  arrow->right_y = arrow->y2 - (uy + ux * 0.5) * head;
  return TRUE;
}

static void
draw_link (LuotainMapDrawing *self, cairo_t *cr, const LuotainMapEvidence *pair)
{
  LuotainMapArrow arrow;

  if (!luotain_map_arrow_of (self, pair, &arrow))
    return;

  luotain_map_set_color (cr, arrow.chosen ? &self->theme.accent : &self->theme.dim, arrow.chosen ? 1 : 0.6);
  cairo_set_line_width (cr, arrow.chosen ? 1.8 : 1);
  cairo_move_to (cr, arrow.x1, arrow.y1);
  cairo_line_to (cr, arrow.x2, arrow.y2);
  cairo_move_to (cr, arrow.left_x, arrow.left_y);
  cairo_line_to (cr, arrow.x2, arrow.y2);
  cairo_line_to (cr, arrow.right_x, arrow.right_y);
  cairo_stroke (cr);
}

static void
draw_symbols (LuotainMapDrawing *self, cairo_t *cr, const Clip *clip)
{
  const LuotainMapLayout *layout = self->layout;

  for (guint i = 0; i < layout->n_clusters; i++)
    if (is_in_sight (clip, layout->clusters[i].x, layout->clusters[i].y, layout->clusters[i].radius))
      draw_cluster (self, cr, &layout->clusters[i]);

  for (guint i = 0; i < layout->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &layout->symbols[i];

      if (symbol->cluster < 0 && (self->marks[symbol->item] & LUOTAIN_MAP_MOVING) == 0
          && is_in_sight (clip, symbol->x, symbol->y, symbol->radius + 8))
        draw_symbol (self, cr, symbol, 0, 0);
    }
}

static void
draw_labels (LuotainMapDrawing *self, cairo_t *cr, const Clip *clip)
{
  for (guint i = 0; i < self->layout->n_symbols; i++)
    {
      const LuotainLabel *label = &self->labels[i];
      LuotainLabelBox box;

      if (label->side < 0 || (self->marks[self->layout->symbols[i].item] & LUOTAIN_MAP_MOVING) != 0)
        continue;
      luotain_label_box (label, label->side, &box);
      if (is_in_sight (clip, box.x + box.width / 2, box.y + box.height / 2, MAX (box.width, box.height) / 2))
        draw_label (self, cr, i, 0, 0);
    }
}

void
luotain_map_marks_draw (LuotainMapDrawing *self, cairo_t *cr, LuotainMapLayer layers)
{
  Clip clip;

  cairo_clip_extents (cr, &clip.x1, &clip.y1, &clip.x2, &clip.y2);
  if ((layers & LUOTAIN_MAP_LINKS) != 0 && self->links != LUOTAIN_MAP_NO_LINKS)
    for (guint i = 0; i < self->data->n_evidence; i++)
      draw_link (self, cr, &self->data->evidence[i]);
  if ((layers & LUOTAIN_MAP_SYMBOLS) != 0)
    draw_symbols (self, cr, &clip);
  if ((layers & LUOTAIN_MAP_LABELS) != 0)
    draw_labels (self, cr, &clip);
}

void
luotain_map_drawing_draw_moving (LuotainMapDrawing *self, cairo_t *cr, double dx, double dy)
{
  luotain_map_drawing_arrange (self);
  for (guint i = 0; i < self->layout->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &self->layout->symbols[i];

      if ((self->marks[symbol->item] & LUOTAIN_MAP_MOVING) == 0)
        continue;
      draw_symbol (self, cr, symbol, dx, dy);
      if (symbol->cluster < 0)
        draw_label (self, cr, i, dx, dy);
    }
}
