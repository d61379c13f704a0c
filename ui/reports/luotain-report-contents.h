#pragma once

#include "luotain-context.h"
#include "luotain-report-parts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_REPORT_CONTENTS (luotain_report_contents_get_type ())

/**
 * LuotainReportContents: the parts of a report, each with a check box.
 *
 * Signal `changed ()`: another choice.
 */
G_DECLARE_FINAL_TYPE (LuotainReportContents, luotain_report_contents, LUOTAIN, REPORT_CONTENTS, AdwBin)

GtkWidget *luotain_report_contents_new (LuotainContext *context);

/** luotain_report_contents_get_parts: Returns: what is chosen; 0 for nothing. */
LuotainReportParts luotain_report_contents_get_parts (LuotainReportContents *self);

/** luotain_report_contents_set_parts: chooses these and no others. */
void luotain_report_contents_set_parts (LuotainReportContents *self, LuotainReportParts parts);

G_END_DECLS
