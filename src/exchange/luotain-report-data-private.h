#pragma once

#include "luotain-report-data.h"

G_BEGIN_DECLS

/* Steps a search may take: most tables are searched to the end in a moment; what is left out is said. */
#define LUOTAIN_REPORT_BUDGET G_GUINT64_CONSTANT (20000000)

/* The data as it is written: elements and attributes, each with the blank or bracket before it. */
void luotain_report_data_add_text (GString *out, const char *text);
void luotain_report_data_add_attribute (GString *out, const char *name, const char *value);
void luotain_report_data_add_number (GString *out, const char *name, gint64 value);
void luotain_report_data_add_id (GString *out, const char *name, const char *type, gint64 id);

/* The parts of the data, each in the file of its name. */
void luotain_report_data_add_values (GString *out, const LuotainMapData *findings);
void luotain_report_data_add_map (GString *out, const LuotainReportSector *sector, guint index);
void luotain_report_data_add_table (GString *out, const LuotainReportSector *sector,
                                    GCancellable *cancellable);
void luotain_report_data_add_coverage (GString *out, const LuotainReportSector *sector);
void luotain_report_data_add_editions (GString *out, const LuotainComparison *comparison);
void luotain_report_data_add_robustness (GString *out, const LuotainRobustness *matrix, gint64 sector,
                                         gboolean across);

G_END_DECLS
