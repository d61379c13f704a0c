#include "luotain-html-export.h"

#include "luotain-report.h"

gboolean
luotain_html_export (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainHtmlExport *export = data;
  GCancellable *cancellable = luotain_db_get_cancellable (db);
  LuotainReportRequest request = { export->ids, export->n_ids, export->parts, export->language,
                                   export->since };
  g_autoptr (LuotainReport) report = NULL;

  return luotain_report_read (db, &request, (gpointer *) &report, error)
         && luotain_report_write_html (report, export->stream, cancellable, error);
}
