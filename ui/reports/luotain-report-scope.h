#pragma once

#include "luotain-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_REPORT_SCOPE (luotain_report_scope_get_type ())

/**
 * LuotainReportScope: the check boxes that say what goes into a report: the whole workbook, or sectors, scenarios and
 * profiles of it.
 *
 * Property `context` (construct only). Signal `changed (parts)`: something else is chosen now.
 */
G_DECLARE_FINAL_TYPE (LuotainReportScope, luotain_report_scope, LUOTAIN, REPORT_SCOPE, AdwBin)

GtkWidget *luotain_report_scope_new (LuotainContext *context);

/**
 * luotain_report_scope_get_ids:
 * @self: parts
 *
 * Returns: (transfer full) (nullable) (element-type gint64): what is chosen, in the order shown; %NULL for the whole
 *   workbook
 */
GArray *luotain_report_scope_get_ids (LuotainReportScope *self);

/** luotain_report_scope_choose: chooses the whole workbook (0) or one part only. */
void luotain_report_scope_choose (LuotainReportScope *self, gint64 id);

G_END_DECLS
