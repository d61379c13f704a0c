#include "config.h"

#include "luotain-map-view-private.h"

void
luotain_map_view_get_accent (LuotainMapView *self, GdkRGBA *accent)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (style, "accent_color", accent))
    gtk_style_context_get_color (style, accent);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static void
look_up (GtkStyleContext *style, const char *name, const GdkRGBA *other, double alpha, LuotainMapColor *color)
{
  GdkRGBA found;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (name == NULL || !gtk_style_context_lookup_color (style, name, &found))
    found = *other;
  G_GNUC_END_IGNORE_DEPRECATIONS
  *color = (LuotainMapColor){ (double) found.red, (double) found.green, (double) found.blue,
                              (double) found.alpha * alpha };
}

/* The few colours of the drawing are those of the window. */
void
luotain_map_view_update_theme (LuotainMapView *self)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA text;
  LuotainMapTheme theme;

  if (self->drawing == NULL)
    return;

  gtk_style_context_get_color (style, &text);
  look_up (style, "view_bg_color", &text, 1, &theme.background);
  look_up (style, NULL, &text, 1, &theme.text);
  look_up (style, NULL, &text, 0.72, &theme.dim);
  look_up (style, NULL, &text, 0.16, &theme.line);
  look_up (style, "accent_color", &text, 1, &theme.accent);
  luotain_map_drawing_set_theme (self->drawing, &theme);
  luotain_map_view_redraw (self);
  G_GNUC_END_IGNORE_DEPRECATIONS
}
