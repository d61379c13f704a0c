#include "luotain-report-picture.h"

#include <librsvg/rsvg.h>

typedef RsvgHandle Picture;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, g_object_unref)

/* Without a base file librsvg reads no other. */
static RsvgHandle *
load (GBytes *svg)
{
  return rsvg_handle_new_from_data (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg), NULL);
}

gboolean
luotain_report_picture_size (GBytes *svg, double *width, double *height)
{
  g_autoptr (Picture) handle = load (svg);
  RsvgRectangle box;
  gboolean has_box = FALSE;

  if (handle == NULL)
    return FALSE;

  rsvg_handle_get_intrinsic_dimensions (handle, NULL, NULL, NULL, NULL, &has_box, &box);
  if (has_box)
    {
      *width = box.width;
      *height = box.height;
    }
  else if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height))
    return FALSE;
  return *width > 0 && *height > 0;
}

void
luotain_report_picture_draw (GBytes *svg, cairo_t *cr, double x, double y, double width, double height)
{
  const RsvgRectangle room = { x, y, width, height };
  g_autoptr (Picture) handle = load (svg);

  if (handle == NULL)
    return;

  cairo_save (cr);
  rsvg_handle_render_document (handle, cr, &room, NULL);
  cairo_restore (cr);
}
