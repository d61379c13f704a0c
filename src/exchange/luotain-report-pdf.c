#include "config.h"

#include "luotain-report-pdf.h"

#include "luotain-html-page.h"
#include "luotain-pdf-language.h"
#include "luotain-pdf-structure.h"
#include "luotain-report-paint.h"
#include "luotain-scoped-locale.h"
#include "luotain-surface.h"

#include <cairo-pdf.h>

struct _LuotainReportPdf
{
  LuotainReportPages *pages;
  gint64 changed;
};

LuotainReportPdf *
luotain_report_pdf_new (LuotainHtmlPage *page, gint64 changed, GCancellable *cancellable,
                        LuotainReportProgress progress, gpointer data, GError **error)
{
  LuotainReportText *text = luotain_report_text_read (luotain_html_page_get_document (page), cancellable,
                                                      error);
  LuotainReportWatch watch = { .cancellable = cancellable, .progress = progress, .data = data };
  g_autoptr (LuotainReportPdf) self = NULL;

  if (text == NULL)
    return NULL;

  self = g_new0 (LuotainReportPdf, 1);
  self->changed = changed;
  self->pages = luotain_report_pages_new (text, &watch);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&self);
}

void
luotain_report_pdf_free (LuotainReportPdf *self)
{
  g_clear_pointer (&self->pages, luotain_report_pages_free);
  g_free (self);
}

guint
luotain_report_pdf_get_n_pages (const LuotainReportPdf *self)
{
  return self->pages->pages->len;
}

void
luotain_report_pdf_get_size (const LuotainReportPdf *self, guint index, double *width, double *height)
{
  const LuotainReportPage *page = g_ptr_array_index (self->pages->pages, index);

  *width = page->width;
  *height = page->height;
}

char *
luotain_report_pdf_get_text (const LuotainReportPdf *self, guint page)
{
  return luotain_report_pages_text (self->pages, page);
}

void
luotain_report_pdf_draw (LuotainReportPdf *self, guint page, cairo_t *cr)
{
  g_autoptr (LuotainReportPainter) painter = luotain_report_painter_new (self->pages, cr, NULL);

  luotain_report_painter_draw (painter, page);
}

static gboolean
draw_pages (LuotainReportPdf *self, cairo_surface_t *surface, LuotainReportPainter *painter, cairo_t *cr,
            LuotainReportWatch *watch, GError **error)
{
  luotain_report_watch_begin (watch, self->pages->pages->len, 0.5, 0.95);
  for (guint i = 0; i < self->pages->pages->len; i++)
    {
      const LuotainReportPage *page = g_ptr_array_index (self->pages->pages, i);

      cairo_pdf_surface_set_size (surface, page->width, page->height);
      luotain_report_painter_draw (painter, i);
      cairo_show_page (cr);
      if (!luotain_report_watch_step (watch))
        return FALSE;
      if (!luotain_surface_check (cairo_status (cr), error))
        return FALSE;
    }
  return TRUE;
}

static GByteArray *
make_bytes (LuotainReportPdf *self, LuotainReportWatch *watch, GError **error)
{
  g_auto (LuotainScopedLocale) locale G_GNUC_UNUSED = luotain_scoped_locale_for_numbers ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width, height;
  g_autoptr (LuotainSurface) surface = NULL;
  g_autoptr (LuotainPen) cr = NULL;
  g_autoptr (LuotainReportPainter) painter = NULL;
  GPtrArray *extras;
  gboolean ok;

  luotain_report_pdf_get_size (self, 0, &width, &height);
  surface = luotain_surface_new_pdf (bytes, width, height, self->pages->text->title, self->changed);
  cr = cairo_create (surface);
  painter = luotain_report_painter_new (self->pages, cr, surface);
  ok = draw_pages (self, surface, painter, cr, watch, error);
  extras = luotain_report_painter_finish (painter);
  cairo_surface_finish (surface);
  if (!ok || !luotain_surface_check (cairo_surface_status (surface), error))
    return NULL;

  luotain_pdf_add_structure (bytes, extras);
  luotain_pdf_add_language (bytes, luotain_language_code (self->pages->text->language));
  return g_steal_pointer (&bytes);
}

gboolean
luotain_report_pdf_write (LuotainReportPdf *self, GOutputStream *stream, GCancellable *cancellable,
                          LuotainReportProgress progress, gpointer data, GError **error)
{
  LuotainReportWatch watch = { .cancellable = cancellable, .progress = progress, .data = data };
  g_autoptr (GByteArray) bytes = make_bytes (self, &watch, error);

  if (bytes == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  return g_output_stream_write_all (stream, bytes->data, bytes->len, NULL, cancellable, error)
         && g_output_stream_flush (stream, cancellable, error);
}
