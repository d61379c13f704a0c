#pragma once

#include "luotain-report-pdf.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_REPORT_LEAF (luotain_report_leaf_get_type ())
#define LUOTAIN_TYPE_REPORT_LEAVES (luotain_report_leaves_get_type ())

/**
 * LuotainReportLeaf: one page of a report. Immutable.
 *
 * Property, readable: `label` (string): its number and what stands on it, for those who do not see it.
 */
G_DECLARE_FINAL_TYPE (LuotainReportLeaf, luotain_report_leaf, LUOTAIN, REPORT_LEAF, GObject)

/** LuotainReportLeaves: a report on pages as a list of them (#GListModel of #LuotainReportLeaf). */
G_DECLARE_FINAL_TYPE (LuotainReportLeaves, luotain_report_leaves, LUOTAIN, REPORT_LEAVES, GObject)

/**
 * luotain_report_leaves_new:
 * @pages: (transfer full): the pages
 *
 * Returns: (transfer full): the list
 */
LuotainReportLeaves *luotain_report_leaves_new (LuotainReportPdf *pages);

/** luotain_report_leaf_get_pages: Returns: (transfer none): the report it is a page of. */
LuotainReportPdf *luotain_report_leaf_get_pages (LuotainReportLeaf *self);

/** luotain_report_leaf_get_index: Returns: which page it is, from 0. */
guint luotain_report_leaf_get_index (LuotainReportLeaf *self);

G_END_DECLS
