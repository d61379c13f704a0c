#pragma once

#include "luotain-report-watch.h"
#include "luotain-report.h"

G_BEGIN_DECLS

/** LuotainReportFormat: as what a report is written. */
typedef enum
{
  LUOTAIN_REPORT_AS_HTML,
  LUOTAIN_REPORT_AS_PDF,
  LUOTAIN_REPORT_AS_ODT,
  LUOTAIN_REPORT_AS_FODT /* the same in one XML file, for the archive */
} LuotainReportFormat;

/**
 * luotain_report_write:
 * @self: a report
 * @format: as what
 * @stream: where to
 * @cancellable: (nullable)
 * @progress: (nullable): told in this thread how much is done
 * @data: for @progress
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * In any thread, one at a time. All formats are made from the page, so that they say the same.
 *
 * Returns: whether all was written
 */
gboolean luotain_report_write (LuotainReport *self, LuotainReportFormat format, GOutputStream *stream,
                               GCancellable *cancellable, LuotainReportProgress progress, gpointer data,
                               GError **error);

/**
 * luotain_report_lay_out:
 * @self: a report
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the report on pages, to be looked at; see luotain-report-pdf.h
 */
struct _LuotainReportPdf *luotain_report_lay_out (LuotainReport *self, GCancellable *cancellable,
                                                  GError **error);

/** LuotainReportExport: which report to write where. */
typedef struct
{
  LuotainReportRequest request;
  LuotainReportFormat format;
  GOutputStream *stream;
} LuotainReportExport;

/** luotain_report_export: a LuotainJob that only reads: writes a report; @data is a LuotainReportExport. */
gboolean luotain_report_export (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
