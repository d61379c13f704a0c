#pragma once

#include "luotain-report-stack.h"

G_BEGIN_DECLS

#define LUOTAIN_REPORT_CELL_PADDING_X 5.0
#define LUOTAIN_REPORT_CELL_PADDING_Y 3.5

/** LuotainReportCell: a cell with what stands in it, measured. */
typedef struct
{
  const LuotainReportBlock *block;
  guint row, column, row_span, column_span; /* in this grid */
  double x, width;
  LuotainReportStack *stack;
  GArray *lines; /* (element-type LuotainReportCellLine) */
  double height; /* of all lines, without padding */
} LuotainReportCell;

/** LuotainReportCellLine: where a line of a cell stands; y from the top of the text. */
typedef struct
{
  guint piece, line;
  float y, height;
} LuotainReportCellLine;

typedef struct
{
  const LuotainReportBlock *block;
  GPtrArray *cells; /* (element-type LuotainReportCell): those that begin in this row, from the left */
  double height;
  gboolean tied; /* a cell of this row or of one above reaches into the next */
} LuotainReportGridRow;

/** LuotainReportGrid: a table, or some of the columns of a wide one, measured. */
struct _LuotainReportGrid
{
  GPtrArray *rows; /* (element-type LuotainReportGridRow) */
  guint n_head_rows;
  guint n_columns;
  double *edges; /* one more than columns: where they begin and end */
  double size; /* of its text */
};

/**
 * luotain_report_grid_new_list:
 * @table: a table
 * @type: sets its text
 * @room: how much there is
 * @watch: asks how far it is; what was cancelled is not complete
 *
 * The columns are as wide as their words want; where there is no room the letters get smaller, down to 8 points, then the
 * page is to lie, then words are hyphenated. What is too wide for all that becomes several tables, each with the first
 * column.
 *
 * Returns: (transfer full) (element-type LuotainReportGrid): which the list does not free
 */
GPtrArray *luotain_report_grid_new_list (const LuotainReportBlock *table, LuotainReportType *type,
                                         const LuotainReportRoom *room, LuotainReportWatch *watch);
void luotain_report_grid_free (LuotainReportGrid *self);

double luotain_report_grid_get_width (const LuotainReportGrid *self);
LuotainReportGridRow *luotain_report_grid_get_row (const LuotainReportGrid *self, guint row);
/** luotain_report_grid_head_height: of all rows that are repeated. */
double luotain_report_grid_head_height (const LuotainReportGrid *self);
/** luotain_report_grid_rows_height: of some rows, from one up to the end. */
double luotain_report_grid_rows_height (const LuotainReportGrid *self, guint first, guint end);

G_END_DECLS
