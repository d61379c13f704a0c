#pragma once

#include "luotain-page.h"
#include "luotain-report-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_REPORTS_PAGE (luotain_reports_page_get_type ())

/**
 * LuotainReportsPage: what goes into a report and in which format, the report in outline, and the button that makes it.
 *
 * Actions: `page.export` asks where to and exports; `page.cancel` gives an export up; `page.preview` and `page.choose`
 * turn the leaf where there is room for one only.
 */
G_DECLARE_FINAL_TYPE (LuotainReportsPage, luotain_reports_page, LUOTAIN, REPORTS_PAGE, AdwBin)

GtkWidget *luotain_reports_page_new (LuotainContext *context);

/** luotain_reports_page_set_format: chooses a format by its name, `html`, as the list does. */
void luotain_reports_page_set_format (LuotainReportsPage *self, const char *name);

/**
 * luotain_reports_page_export_to:
 * @self: the page
 * @file: the report that is to appear; replaced where it exists
 *
 * Exports what is chosen in the format that is chosen, as the button does once it knows where to.
 */
void luotain_reports_page_export_to (LuotainReportsPage *self, GFile *file);

G_END_DECLS
