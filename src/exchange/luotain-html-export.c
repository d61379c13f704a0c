#include "luotain-html-export.h"

#include "luotain-html-page.h"
#include "luotain-report.h"

gboolean
luotain_html_export (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainHtmlExport *export = data;
  GCancellable *cancellable = luotain_db_get_cancellable (db);
  LuotainReportRequest request = { export->ids, export->n_ids, export->parts, export->language };
  g_autoptr (LuotainReport) report = NULL;
  g_autoptr (LuotainHtmlPage) page = NULL;

  if (!luotain_report_read (db, &request, (gpointer *) &report, error))
    return FALSE;

  page = luotain_report_make_page (report, cancellable, error);
  return page != NULL && luotain_html_page_write (page, export->stream, cancellable, error);
}
