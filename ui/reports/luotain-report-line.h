#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_REPORT_LINE (luotain_report_line_get_type ())

typedef enum
{
  LUOTAIN_REPORT_TITLE, /* of the workbook */
  LUOTAIN_REPORT_PART, /* scenarios, profiles, what else goes in */
  LUOTAIN_REPORT_RECORD, /* a scenario, a profile */
  LUOTAIN_REPORT_SECTION, /* a role level */
  LUOTAIN_REPORT_ENTRY, /* a competence */
  LUOTAIN_REPORT_TEXT
} LuotainReportLevel;

/**
 * LuotainReportLine: one line of the outline of a report. Immutable.
 *
 * Properties, readable: `title`, `detail`, `label` (strings; the last its accessible name), `level` (int).
 */
G_DECLARE_FINAL_TYPE (LuotainReportLine, luotain_report_line, LUOTAIN, REPORT_LINE, GObject)

/**
 * luotain_report_line_new:
 * @level: what kind of line
 * @title: (transfer full) (nullable): its text
 * @detail: (transfer full) (nullable): what is said smaller
 *
 * Returns: (transfer full): a line
 */
LuotainReportLine *luotain_report_line_new (LuotainReportLevel level, char *title, char *detail);

LuotainReportLevel luotain_report_line_get_level (LuotainReportLine *self);

G_END_DECLS
