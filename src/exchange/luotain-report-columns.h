#pragma once

#include "luotain-report-stack.h"

G_BEGIN_DECLS

/** LuotainReportColumn: how wide a column of a table wants to be, without padding. */
typedef LuotainReportWidths LuotainReportColumn;

/**
 * luotain_report_columns_measure:
 * @table: a table
 * @type: sets its text
 * @size: in letters of this size
 * @watch: asks how far it is
 *
 * Returns: (transfer full) (element-type LuotainReportColumn): one a column
 */
GArray *luotain_report_columns_measure (const LuotainReportBlock *table, LuotainReportType *type, double size,
                                        LuotainReportWatch *watch);

/**
 * luotain_report_columns_limit:
 * @columns: as they were measured
 * @indices: (array length=n): which of them
 * @n: how many
 * @width: room with padding
 *
 * Returns: how long a word may be before it is parted, so that all columns have room; 0 where not even its syllables have,
 *   %G_MAXDOUBLE where all words have
 */
double luotain_report_columns_limit (const GArray *columns, const guint *indices, guint n, double width);

/** luotain_report_columns_share: (transfer full): where they begin, and where the last ends, in @width. */
double *luotain_report_columns_share (const GArray *columns, const guint *indices, guint n, double width);

G_END_DECLS
