#include "luotain-path-style.h"

#include <adwaita.h>

#define SAMPLE_WIDTH 34
#define SAMPLE_HEIGHT 14

/* Eight hues that hold on light and on dark, each in two shades. */
static const char *const colors[][2] = {
  { "#1a5fb4", "#78aeed" }, { "#a51d2d", "#ff7b7b" }, { "#26742f", "#7ad68a" }, { "#813d9c", "#d29be8" },
  { "#8f5902", "#f0b65a" }, { "#0f6f78", "#5fcbd3" }, { "#b0337f", "#f08fc6" }, { "#55534f", "#c0bfbc" },
};

static const double dashed[] = { 8, 5 };
static const double dotted[] = { 0.5, 5.5 };
static const double dash_dot[] = { 10, 5, 0.5, 5 };
static const double long_dashed[] = { 16, 5 };
static const double dash_dots[] = { 10, 5, 0.5, 5, 0.5, 5 };

static const struct
{
  const double *dashes;
  int n_dashes;
} patterns[] = {
  { NULL, 0 },
  { dashed, G_N_ELEMENTS (dashed) },
  { dotted, G_N_ELEMENTS (dotted) },
  { dash_dot, G_N_ELEMENTS (dash_dot) },
  { long_dashed, G_N_ELEMENTS (long_dashed) },
  { dash_dots, G_N_ELEMENTS (dash_dots) },
};

enum
{
  SHAPE_CIRCLE,
  SHAPE_SQUARE,
  SHAPE_DIAMOND,
  SHAPE_TRIANGLE,
  N_SHAPES
};

void
luotain_path_style_get (guint index, GtkWidget *widget, LuotainPathStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const guint pattern = index % G_N_ELEMENTS (patterns);

  gdk_rgba_parse (&style->color, colors[index % G_N_ELEMENTS (colors)][adw_style_manager_get_dark (manager)]);
  style->dashes = patterns[pattern].dashes;
  style->n_dashes = patterns[pattern].n_dashes;
  style->shape = index % N_SHAPES;
}

static void
set_color (const LuotainPathStyle *self, cairo_t *cr, double alpha)
{
  cairo_set_source_rgba (cr, self->color.red, self->color.green, self->color.blue, self->color.alpha * alpha);
}

void
luotain_path_style_set (const LuotainPathStyle *self, cairo_t *cr, double alpha, double width)
{
  set_color (self, cr, alpha);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, self->dashes, self->n_dashes, 0);
}

void
luotain_path_style_draw_dot (const LuotainPathStyle *self, cairo_t *cr, double x, double y, double radius,
                             double alpha)
{
  cairo_new_path (cr);
  switch (self->shape)
    {
    case SHAPE_SQUARE:
      cairo_rectangle (cr, x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
      break;
    case SHAPE_DIAMOND:
      cairo_move_to (cr, x, y - radius * 1.3);
      cairo_line_to (cr, x + radius * 1.3, y);
      cairo_line_to (cr, x, y + radius * 1.3);
      cairo_line_to (cr, x - radius * 1.3, y);
      cairo_close_path (cr);
      break;
    case SHAPE_TRIANGLE:
      cairo_move_to (cr, x, y - radius * 1.2);
      cairo_line_to (cr, x + radius * 1.2, y + radius);
      cairo_line_to (cr, x - radius * 1.2, y + radius);
      cairo_close_path (cr);
      break;
    default:
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    }
  set_color (self, cr, alpha);
  cairo_fill (cr);
}

static void
draw_sample_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer index)
{
  LuotainPathStyle style;

  luotain_path_style_get (GPOINTER_TO_UINT (index), GTK_WIDGET (area), &style);
  luotain_path_style_set (&style, cr, 1, 2.5);
  cairo_move_to (cr, 2, height / 2.0);
  cairo_line_to (cr, width - 2, height / 2.0);
  cairo_stroke (cr);
  luotain_path_style_draw_dot (&style, cr, width / 2.0, height / 2.0, 4.5, 1);
}

GtkWidget *
luotain_path_sample_new (guint index)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample_cb, GUINT_TO_POINTER (index), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}
