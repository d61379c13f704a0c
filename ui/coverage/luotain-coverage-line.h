#pragma once

#include "luotain-coverage-item.h"
#include "luotain-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COVERAGE_LINE (luotain_coverage_line_get_type ())

/**
 * LuotainCoverageLine: a row of the coverage: sign, competence and facts, and how each organisation sees it: in
 * columns where there is room, below each other with the organisation's name where there is not.
 *
 * Signal `picked (line, guint organisation)`: somebody pressed on what an organisation says.
 */
G_DECLARE_FINAL_TYPE (LuotainCoverageLine, luotain_coverage_line, LUOTAIN, COVERAGE_LINE, GtkWidget)

GtkWidget *luotain_coverage_line_new (void);

/**
 * luotain_coverage_line_show:
 * @self: a line
 * @sheet: what the row stands in
 * @row: (nullable): a row; %NULL for the heads of the columns
 * @words: the workbook's words
 */
void luotain_coverage_line_show (LuotainCoverageLine *self, const LuotainCoverageSheet *sheet,
                                 const LuotainCoverageRow *row, LuotainWordList *words);

/** luotain_coverage_line_set_current: which organisation's word a key will change; -1 for none. */
void luotain_coverage_line_set_current (LuotainCoverageLine *self, int organisation);

/** luotain_coverage_line_dup_name: the row in words, for a screen reader. */
char *luotain_coverage_line_dup_name (const LuotainCoverageSheet *sheet, const LuotainCoverageRow *row,
                                      LuotainWordList *words);

G_END_DECLS
