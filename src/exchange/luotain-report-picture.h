#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** luotain_report_picture_size: how large an SVG wants to be, in its own units; whether it can be drawn. */
gboolean luotain_report_picture_size (GBytes *svg, double *width, double *height);

/** luotain_report_picture_draw: draws an SVG into a rectangle. Nothing but its own bytes is read. */
void luotain_report_picture_draw (GBytes *svg, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
