#pragma once

#include "luotain-report-reader.h"
#include "luotain-report-stack.h"

G_BEGIN_DECLS

/** LuotainReportPlaced: a piece, or a part of one, on a page. */
typedef struct
{
  const LuotainReportPiece *piece;
  double y; /* its top */
  double height;
  guint first, end; /* lines of text, or rows of a table */
  GArray *cuts; /* (nullable): of a row in parts: from which line to which each cell is here (guint, guint) */
  gboolean repeated; /* the head of a table on another page */
} LuotainReportPlaced;

typedef struct
{
  double width, height;
  double left, right, top, bottom; /* of what is printed */
  GArray *placed; /* (element-type LuotainReportPlaced) */
} LuotainReportPage;

/** LuotainReportPages: a report on pages. */
typedef struct
{
  LuotainReportText *text;
  LuotainReportType *type;
  LuotainReportStack *stack;
  double measure; /* how wide text may be */
  GPtrArray *pages; /* (element-type LuotainReportPage) */
  GHashTable *page_of; /* (element-type LuotainReportBlock): the number of the page of a heading, from 1 */
} LuotainReportPages;

/**
 * luotain_report_pages_new:
 * @text: (transfer full): a report
 * @watch: is told how far it is
 *
 * Sets a report on pages of A4. Headings stay with what follows, paragraphs of a few lines stay whole, heads of tables are
 * repeated, rows are parted only where one is higher than a page.
 *
 * Returns: (transfer full): what was cancelled is not complete
 */
LuotainReportPages *luotain_report_pages_new (LuotainReportText *text, LuotainReportWatch *watch);
void luotain_report_pages_free (LuotainReportPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainReportPages, luotain_report_pages_free)

/** luotain_report_pages_text: (transfer full): what stands on a page, a block a line. */
char *luotain_report_pages_text (const LuotainReportPages *self, guint page);

G_END_DECLS
