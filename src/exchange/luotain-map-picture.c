#include "config.h"

#include "luotain-map-picture.h"

#include "luotain-map-listing.h"
#include "luotain-pdf-language.h"
#include "luotain-surface.h"

#include <string.h>

/* A3 across, in points and in dots of 300 an inch. */
#define POINTS_WIDTH 1190.55
#define POINTS_HEIGHT 841.89
#define DOTS_WIDTH 4961
#define DOTS_HEIGHT 3508
#define DOTS_A_METRE 11811

/* Where the first chunk of a PNG ends: signature, length, name, 13 bytes and checksum. */
#define AFTER_HEADER 33

static gboolean
draw_on (LuotainMapDrawing *drawing, cairo_surface_t *surface, double width, gboolean listed, GError **error)
{
  g_autoptr (LuotainPen) cr = cairo_create (surface);

  cairo_scale (cr, width / LUOTAIN_MAP_SHEET_WIDTH, width / LUOTAIN_MAP_SHEET_WIDTH);
  luotain_map_sheet_begin (drawing, cr);
  cairo_tag_begin (cr, "Document", NULL);
  luotain_map_sheet_draw (drawing, cr);
  if (listed)
    {
      cairo_show_page (cr);
      luotain_map_listing_draw (drawing, cr);
    }
  /* What ends behind the last page is never written. */
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  return luotain_surface_check (cairo_status (cr), error);
}

GBytes *
luotain_map_picture_pdf (LuotainMapDrawing *drawing, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *title = luotain_map_sheet_title (drawing);
  g_autoptr (LuotainSurface) surface = luotain_surface_new_pdf (bytes, POINTS_WIDTH, POINTS_HEIGHT, title,
                                                                drawing->data->changed);
  g_autofree char *subtitle = luotain_map_sheet_subtitle (drawing);
  g_autofree char *described = g_strdup_printf (
      "%s. %s. %s", title, subtitle, luotain_map_word (LUOTAIN_MAP_WORD_LISTED, drawing->data->language));
  const char *const figures[] = { described, NULL };
  gboolean ok;

  ok = draw_on (drawing, surface, POINTS_WIDTH, TRUE, error);
  cairo_surface_finish (surface);

  if (!ok || !luotain_surface_check (cairo_surface_status (surface), error))
    return NULL;

  luotain_pdf_describe (bytes, luotain_language_code (drawing->data->language), figures);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static guint32
checksum (const guint8 *data, gsize length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = sum & 1 ? 0xedb88320 ^ (sum >> 1) : sum >> 1;
    }
  return ~sum;
}

static void
put_number (guint8 *at, guint32 number)
{
  const guint32 big = GUINT32_TO_BE (number);

  memcpy (at, &big, sizeof big);
}

/* How many dots a metre has, which cairo does not write: pHYs stands behind the header. */
static void
add_resolution (GByteArray *bytes)
{
  guint8 chunk[21] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's' };

  if (bytes->len < AFTER_HEADER)
    return;

  put_number (chunk + 8, DOTS_A_METRE);
  put_number (chunk + 12, DOTS_A_METRE);
  chunk[16] = 1;
  put_number (chunk + 17, checksum (chunk + 4, 13));

  g_byte_array_set_size (bytes, bytes->len + sizeof chunk);
  memmove (bytes->data + AFTER_HEADER + sizeof chunk, bytes->data + AFTER_HEADER,
           bytes->len - sizeof chunk - AFTER_HEADER);
  memcpy (bytes->data + AFTER_HEADER, chunk, sizeof chunk);
}

GBytes *
luotain_map_picture_png (LuotainMapDrawing *drawing, GError **error)
{
  g_autoptr (LuotainSurface) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, DOTS_WIDTH,
                                                                   DOTS_HEIGHT);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!luotain_surface_check (cairo_surface_status (surface), error)
      || !draw_on (drawing, surface, DOTS_WIDTH, FALSE, error)
      || !luotain_surface_to_png (surface, bytes, error))
    return NULL;

  add_resolution (bytes);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
