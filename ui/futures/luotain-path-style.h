#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LuotainPathStyle: how the line of a scenario is told from others: by colour, dash and the shape of its dots, so that
 * none of them is needed alone.
 */
typedef struct
{
  GdkRGBA color;
  const double *dashes;
  int n_dashes;
  guint shape;
} LuotainPathStyle;

/**
 * luotain_path_style_get:
 * @index: place of the scenario in its order
 * @widget: where it is drawn: light or dark
 * @style: (out): its style; they repeat after 24
 */
void luotain_path_style_get (guint index, GtkWidget *widget, LuotainPathStyle *style);

/** luotain_path_style_set: makes the line of @cr one of this style. */
void luotain_path_style_set (const LuotainPathStyle *self, cairo_t *cr, double alpha, double width);

/** luotain_path_style_draw_dot: draws where the path goes through a state. */
void luotain_path_style_draw_dot (const LuotainPathStyle *self, cairo_t *cr, double x, double y,
                                  double radius, double alpha);

/** luotain_path_sample_new: a piece of the line, to stand beside the scenario's name. */
GtkWidget *luotain_path_sample_new (guint index);

G_END_DECLS
