#pragma once

#include "luotain-db.h"
#include "luotain-report-data.h"

G_BEGIN_DECLS

/* See luotain-html-page.h, which only those need to know who know libxml2. */
typedef struct _LuotainHtmlPage LuotainHtmlPage;

/** LuotainReportRequest: which report. */
typedef struct
{
  const gint64 *ids; /* (nullable): of sectors, scenarios, profiles; %NULL for the whole workbook */
  gsize n_ids;
  LuotainReportParts parts; /* 0 for the usual ones */
  LuotainLanguage language; /* of the labels, and of the texts where there are several */
  const char
      *since; /* (nullable): an edition to compare with; the newest where that part is asked for without */
} LuotainReportRequest;

LuotainReportRequest *luotain_report_request_new (GArray *ids, LuotainReportParts parts,
                                                  LuotainLanguage language);
void luotain_report_request_free (LuotainReportRequest *self);

/** LuotainReport: all a report is made of, read at one moment: safe to hand from thread to thread. */
typedef struct _LuotainReport LuotainReport;

/**
 * luotain_report_read:
 * @db: a database
 * @data: a LuotainReportRequest
 * @result: (out): a LuotainReport
 * @error: LUOTAIN_STORE_ERROR
 *
 * A LuotainJob that reads: the records as XML, and what is computed from. It computes nothing itself, so that the store
 * is soon free again.
 */
gboolean luotain_report_read (LuotainDb *db, gpointer data, gpointer *result, GError **error);
void luotain_report_free (LuotainReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainReport, luotain_report_free)

/** luotain_report_get_changed: when any record was last changed, in milliseconds since 1970, UTC. */
gint64 luotain_report_get_changed (const LuotainReport *self);

/**
 * luotain_report_get_data:
 * @self: a report
 * @cancellable: (nullable)
 * @error: G_IO_ERROR_CANCELLED
 *
 * Computes, the first time it is asked.
 *
 * Returns: (transfer none) (nullable): what stands beside the records, `report-data.xml`
 */
const LuotainReportData *luotain_report_get_data (LuotainReport *self, GCancellable *cancellable,
                                                  GError **error);

/**
 * luotain_report_make_page:
 * @self: a report
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR_CANCELLED
 *
 * In any thread, one at a time.
 *
 * Returns: (transfer full) (nullable): the report as a page
 */
LuotainHtmlPage *luotain_report_make_page (LuotainReport *self, GCancellable *cancellable, GError **error);

/**
 * luotain_report_write_html:
 * @self: a report
 * @stream: where to
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * As luotain_report_make_page(), and writes it.
 */
gboolean luotain_report_write_html (LuotainReport *self, GOutputStream *stream, GCancellable *cancellable,
                                    GError **error);

/** LuotainReportDataExport: writes `report-data.xml` of a report alone. */
typedef struct
{
  GOutputStream *stream;
  LuotainReportRequest request;
} LuotainReportDataExport;

/** luotain_report_data_export: a LuotainJob that only reads; @data is a LuotainReportDataExport. */
gboolean luotain_report_data_export (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
