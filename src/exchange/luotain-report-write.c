#include "luotain-report-write.h"

#include "luotain-html-page.h"
#include "luotain-odt.h"
#include "luotain-report-pdf.h"

static gboolean
write_pdf (LuotainHtmlPage *page, gint64 changed, GOutputStream *stream, GCancellable *cancellable,
           LuotainReportProgress progress, gpointer data, GError **error)
{
  g_autoptr (LuotainReportPdf) pdf = luotain_report_pdf_new (page, changed, cancellable, progress, data,
                                                             error);

  return pdf != NULL && luotain_report_pdf_write (pdf, stream, cancellable, progress, data, error);
}

gboolean
luotain_report_write (LuotainReport *self, LuotainReportFormat format, GOutputStream *stream,
                      GCancellable *cancellable, LuotainReportProgress progress, gpointer data,
                      GError **error)
{
  g_autoptr (LuotainHtmlPage) page = luotain_report_make_page (self, cancellable, error);

  if (page == NULL)
    return FALSE;

  switch (format)
    {
    case LUOTAIN_REPORT_AS_PDF:
      return write_pdf (page, luotain_report_get_changed (self), stream, cancellable, progress, data, error);
    case LUOTAIN_REPORT_AS_ODT:
    case LUOTAIN_REPORT_AS_FODT:
      return luotain_odt_write (page, luotain_report_get_changed (self), format == LUOTAIN_REPORT_AS_FODT,
                                stream, cancellable, error);
    default:
      return luotain_html_page_write (page, stream, cancellable, error);
    }
}

LuotainReportPdf *
luotain_report_lay_out (LuotainReport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainHtmlPage) page = luotain_report_make_page (self, cancellable, error);

  return page == NULL ? NULL
                      : luotain_report_pdf_new (page, luotain_report_get_changed (self), cancellable, NULL,
                                                NULL, error);
}

gboolean
luotain_report_export (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainReportExport *export = data;
  g_autoptr (LuotainReport) report = NULL;

  return luotain_report_read (db, (gpointer) & export->request, (gpointer *) &report, error)
         && luotain_report_write (report, export->format, export->stream, luotain_db_get_cancellable (db),
                                  NULL, NULL, error);
}
