#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** LuotainSurface: what cairo draws on, and LuotainPen: what it draws with; so that g_autoptr() lets go of them. */
typedef cairo_surface_t LuotainSurface;
typedef cairo_t LuotainPen;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainSurface, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainPen, cairo_destroy)

/**
 * luotain_surface_new_pdf:
 * @bytes: where the file goes; whole once the surface was finished
 * @width: of the first page, in points
 * @height: as @width
 * @title: of the file
 * @changed: when what is drawn last changed, in milliseconds since 1970: nothing in the file is of the moment
 *
 * Returns: (transfer full): pages of a PDF
 */
LuotainSurface *luotain_surface_new_pdf (GByteArray *bytes, double width, double height, const char *title,
                                         gint64 changed);

/**
 * luotain_surface_to_png:
 * @self: a picture
 * @bytes: where the file goes
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED
 */
gboolean luotain_surface_to_png (LuotainSurface *self, GByteArray *bytes, GError **error);

/**
 * luotain_surface_check:
 * @status: how cairo says that it got on
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED
 *
 * Returns: whether all is well
 */
gboolean luotain_surface_check (cairo_status_t status, GError **error);

G_END_DECLS
