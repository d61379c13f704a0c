#include "luotain-kind-path.h"

#include <glib.h>
#include <math.h>

/* Corners on a circle around the middle, the first at the top; every second one further in for a star. */
static void
add_corners (cairo_t *cr, int n, double x, double y, double radius, double inner)
{
  for (int i = 0; i < n; i++)
    {
      const double angle = 2 * G_PI * i / n - G_PI / 2;
      const double r = i % 2 == 1 ? inner : radius;

      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

int
luotain_kind_path_add (cairo_t *cr, int index, double x, double y, double size)
{
  const double radius = size / 2 - 1;

  switch (index)
    {
    case 0:
      add_circle (cr, x, y, radius * 0.9);
      break;
    case 1:
      add_corners (cr, 3, x, y + size * 0.08, radius * 1.05, radius * 1.05);
      break;
    case 2:
      add_corners (cr, 4, x, y, radius * 1.05, radius * 1.05);
      break;
    case 3:
      cairo_rectangle (cr, x - size * 0.36, y - size * 0.36, size * 0.72, size * 0.72);
      break;
    case 4:
      add_corners (cr, 10, x, y, radius * 1.1, radius * 0.48);
      return 1;
    case -1:
      cairo_move_to (cr, x - size * 0.25, y);
      cairo_line_to (cr, x + size * 0.25, y);
      break;
    default:
      add_circle (cr, x, y, radius * 0.25);
      add_circle (cr, x, y, radius * 0.9);
    }
  return 0;
}
