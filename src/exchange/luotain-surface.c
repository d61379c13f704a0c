#include "config.h"

#include "luotain-surface.h"

#include "luotain-date.h"
#include "luotain-exchange-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

LuotainSurface *
luotain_surface_new_pdf (GByteArray *bytes, double width, double height, const char *title, gint64 changed)
{
  LuotainSurface *self = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  g_autofree char *date = luotain_time_to_string (changed);

  cairo_pdf_surface_set_metadata (self, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self, CAIRO_PDF_METADATA_CREATOR, "Luotain");
  cairo_pdf_surface_set_metadata (self, CAIRO_PDF_METADATA_CREATE_DATE, date);
  return self;
}

gboolean
luotain_surface_to_png (LuotainSurface *self, GByteArray *bytes, GError **error)
{
  return luotain_surface_check (cairo_surface_write_to_png_stream (self, append_cb, bytes), error);
}

gboolean
luotain_surface_check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
               _ ("The drawing could not be finished: %s. Close other programs and try again."),
               cairo_status_to_string (status));
  return FALSE;
}
