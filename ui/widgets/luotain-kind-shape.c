#include "config.h"

#include "luotain-kind-shape.h"

#include <math.h>

int
luotain_kind_shape_index (const char *const *keys, const char *kind)
{
  if (kind == NULL || keys == NULL)
    return -1;
  for (int i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], kind))
      return i;
  return LUOTAIN_N_KIND_SHAPES;
}

/* Corners on a circle around the middle, the first at the top; every second one further in for a star. */
static void
add_corners (cairo_t *cr, guint n, double middle, double radius, double inner)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n - G_PI / 2;
      double r = i % 2 == 1 ? inner : radius;

      cairo_line_to (cr, middle + r * cos (angle), middle + r * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_shape (cairo_t *cr, int index, double size)
{
  double middle = size / 2;
  double radius = middle - 1;

  switch (index)
    {
    case 0:
      cairo_arc (cr, middle, middle, radius * 0.9, 0, 2 * G_PI);
      break;
    case 1:
      cairo_translate (cr, 0, size * 0.08);
      add_corners (cr, 3, middle, radius * 1.05, radius * 1.05);
      break;
    case 2:
      add_corners (cr, 4, middle, radius * 1.05, radius * 1.05);
      break;
    case 3:
      cairo_rectangle (cr, size * 0.14, size * 0.14, size * 0.72, size * 0.72);
      break;
    case 4:
      add_corners (cr, 10, middle, radius * 1.1, radius * 0.48);
      break;
    case -1:
      cairo_move_to (cr, size * 0.25, middle);
      cairo_line_to (cr, size * 0.75, middle);
      break;
    default:
      cairo_arc (cr, middle, middle, radius * 0.25, 0, 2 * G_PI);
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
      cairo_arc (cr, middle, middle, radius * 0.9, 0, 2 * G_PI);
    }
}

void
luotain_kind_shape_snapshot (GtkSnapshot *snapshot, int index, float size, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, size, size));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, MAX (1.5, size / 8));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_shape (cr, index, size);
  if (index == 4)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
