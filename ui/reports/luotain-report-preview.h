#pragma once

#include "luotain-context.h"
#include "luotain-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_REPORT_PREVIEW (luotain_report_preview_get_type ())

/**
 * LuotainReportPreview: the report itself, page by page, as it will be. It is made in a thread of its own; until it is there
 * the one before is shown.
 */
G_DECLARE_FINAL_TYPE (LuotainReportPreview, luotain_report_preview, LUOTAIN, REPORT_PREVIEW, AdwBin)

GtkWidget *luotain_report_preview_new (LuotainContext *context);

/**
 * luotain_report_preview_show:
 * @self: the preview
 * @request: (nullable) (transfer full): which report; %NULL gives up what is on its way
 */
void luotain_report_preview_show (LuotainReportPreview *self, LuotainReportRequest *request);

/** luotain_report_preview_get_n_pages: Returns: how many pages are shown; 0 while the first are on their way. */
guint luotain_report_preview_get_n_pages (LuotainReportPreview *self);

G_END_DECLS
