#pragma once

#include "luotain-report-leaves.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_REPORT_PAPER (luotain_report_paper_get_type ())

/** LuotainReportPaper: a page of a report as it comes out of a printer, as wide as there is room. */
G_DECLARE_FINAL_TYPE (LuotainReportPaper, luotain_report_paper, LUOTAIN, REPORT_PAPER, GtkWidget)

GtkWidget *luotain_report_paper_new (void);

/** luotain_report_paper_set_leaf: @leaf: (nullable): which page. */
void luotain_report_paper_set_leaf (LuotainReportPaper *self, LuotainReportLeaf *leaf);

G_END_DECLS
