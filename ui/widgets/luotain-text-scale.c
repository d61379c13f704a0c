#include "config.h"

#include "luotain-text-scale.h"

#define USUAL_POINTS 11.0
#define USUAL_DPI 96.0

double
luotain_text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double size = font != NULL ? pango_font_description_get_size (font) / (double) PANGO_SCALE : 0;
  double dpi;

  if (size <= 0)
    return 1.0;

  if (pango_font_description_get_size_is_absolute (font))
    return size / (USUAL_POINTS * USUAL_DPI / 72.0);

  dpi = pango_cairo_context_get_resolution (context);
  return size / USUAL_POINTS * (dpi > 0 ? dpi / USUAL_DPI : 1.0);
}

int
luotain_text_scaled (GtkWidget *widget, int pixels)
{
  return (int) (pixels * luotain_text_scale (widget) + 0.5);
}
