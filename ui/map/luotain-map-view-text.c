#include "config.h"

#include "luotain-map-view-private.h"

/* Of a line of text: how large the smallest letters of the drawing are, those of years. */
#define LEAST_TEXT_PART 0.6
/* The same of the legend: see luotain-map-legend.c. */
#define LEGEND_TEXT_PART 0.9

gboolean
luotain_map_view_is_in_room (LuotainMapView *self)
{
  return self->context != NULL && luotain_context_get_room (self->context);
}

/* In front of a room the smallest letters are as large as the smallest of any page: 0.9 of the font. */
double
luotain_map_view_get_line_height (LuotainMapView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  if (luotain_map_view_is_in_room (self))
    return 0.9 * pango_font_description_get_size (font) / PANGO_SCALE / LEAST_TEXT_PART;
  return (double) height / PANGO_SCALE;
}

double
luotain_map_view_get_least_text (LuotainMapView *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), 0);

  return luotain_map_view_get_line_height (self) * LEAST_TEXT_PART;
}

/* In front of a room the legend is written in the least letters there are, since it has many lines. */
static double
legend_scale (LuotainMapView *self)
{
  return luotain_map_view_is_in_room (self) ? LEAST_TEXT_PART / LEGEND_TEXT_PART : 1;
}

double
luotain_map_view_draw_legend (LuotainMapView *self, cairo_t *cr, double width)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), 0);

  if (self->drawing == NULL)
    return 0;

  if (cr != NULL)
    cairo_scale (cr, legend_scale (self), legend_scale (self));
  return luotain_map_drawing_draw_legend (self->drawing, cr, width / legend_scale (self))
         * legend_scale (self);
}

double
luotain_map_view_get_legend_text (LuotainMapView *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), 0);

  return luotain_map_view_get_line_height (self) * LEGEND_TEXT_PART * legend_scale (self);
}

int
luotain_map_view_get_described (LuotainMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), -1);

  if (self->drawing == NULL || self->drag != LUOTAIN_MAP_DRAG_NONE)
    return -1;
  if (self->hovered >= 0)
    return self->hovered;
  return gtk_widget_has_focus (GTK_WIDGET (self)) && GTK_IS_WINDOW (root)
                 && gtk_window_get_focus_visible (GTK_WINDOW (root))
             ? luotain_map_view_get_shown (self)
             : -1;
}
