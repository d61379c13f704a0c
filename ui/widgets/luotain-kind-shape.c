#include "config.h"

#include "luotain-kind-shape.h"

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

void
luotain_kind_shape_snapshot (GtkSnapshot *snapshot, int index, float size, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, size, size));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, MAX (1.5, size / 8));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (luotain_kind_path_add (cr, index, size / 2, size / 2, size))
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
