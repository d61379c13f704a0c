#pragma once

#include "luotain-db.h"
#include "luotain-report-parts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainHtmlExport: what to write where. */
typedef struct
{
  GOutputStream *stream;
  const gint64 *ids; /* of a sector, a scenario, a profile …; NULL for the whole workbook */
  gsize n_ids;
  LuotainLanguage language; /* of the labels, and of the texts where there are several */
  LuotainReportParts parts; /* 0 for the usual ones */
  const char *since; /* (nullable): as in LuotainReportRequest */
} LuotainHtmlExport;

/**
 * luotain_html_export:
 * @db: a database
 * @data: a LuotainHtmlExport
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes the report as one page that needs no other file, by a style sheet. The window
 * reads with luotain_report_read() and makes the page in another thread.
 *
 * Returns: whether all was written
 */
gboolean luotain_html_export (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
