#pragma once

#include "luotain-report-watch.h"
#include "luotain-report.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * LuotainReportPdf: a report on pages of A4, made from its HTML: to be looked at, printed, or written as PDF.
 *
 * One thread at a time, not always the same.
 */
typedef struct _LuotainReportPdf LuotainReportPdf;

/**
 * luotain_report_pdf_new:
 * @page: (transfer none): the report, which is needed no more afterwards
 * @changed: when what it says was last changed, in milliseconds since 1970, UTC: the date of the file
 * @cancellable: (nullable)
 * @progress: (nullable): told in this thread how much is done: half of the whole, the other half is writing
 * @data: for @progress
 * @error: G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the pages
 */
LuotainReportPdf *luotain_report_pdf_new (LuotainHtmlPage *page, gint64 changed, GCancellable *cancellable,
                                          LuotainReportProgress progress, gpointer data, GError **error);
void luotain_report_pdf_free (LuotainReportPdf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainReportPdf, luotain_report_pdf_free)

/** luotain_report_pdf_get_n_pages: at least one. */
guint luotain_report_pdf_get_n_pages (const LuotainReportPdf *self);

/** luotain_report_pdf_get_size: in points; wide tables and pictures lie on their side. */
void luotain_report_pdf_get_size (const LuotainReportPdf *self, guint page, double *width, double *height);

/** luotain_report_pdf_get_text: (transfer full): what stands on a page (from 0), for those who do not see it. */
char *luotain_report_pdf_get_text (const LuotainReportPdf *self, guint page);

/**
 * luotain_report_pdf_draw:
 * @self: a report
 * @page: which page, from 0
 * @cr: where to draw, from the origin, a unit a point; the paper is not painted
 */
void luotain_report_pdf_draw (LuotainReportPdf *self, guint page, cairo_t *cr);

/**
 * luotain_report_pdf_write:
 * @self: a report
 * @stream: where to
 * @cancellable: (nullable)
 * @progress: (nullable): goes on from a half
 * @data: for @progress
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * Writes a tagged PDF with title, language, outline and links. Same data and fonts, same bytes.
 *
 * Returns: whether all was written
 */
gboolean luotain_report_pdf_write (LuotainReportPdf *self, GOutputStream *stream, GCancellable *cancellable,
                                   LuotainReportProgress progress, gpointer data, GError **error);

G_END_DECLS
