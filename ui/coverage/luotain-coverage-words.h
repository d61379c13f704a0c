#pragma once

#include "luotain-coverage-query.h"
#include "luotain-vocabulary.h"

G_BEGIN_DECLS

/** luotain_coverage_sign: ● needed in all scenarios, ◐ in some, ○ in one. */
const char *luotain_coverage_sign (const LuotainCoverageRow *row);

/** luotain_coverage_dup_robustness: in how many of the sector's scenarios it is needed, in words. */
char *luotain_coverage_dup_robustness (const LuotainCoverageRow *row);

/** luotain_coverage_dup_facts: role level, group and robustness of a row. */
char *luotain_coverage_dup_facts (const LuotainCoverageRow *row, LuotainWordList *words);

/** luotain_coverage_dup_work: units, decision, carrier and day of a view on one line, "" for none. */
char *luotain_coverage_dup_work (const LuotainCoverageView *view);

/** luotain_coverage_dup_status: the word of a view, and whether scenarios differ or its day is past. */
char *luotain_coverage_dup_status (const LuotainCoverageView *view);

/** luotain_coverage_status_icon: the shape that stands for it, beside its word. */
const char *luotain_coverage_status_icon (LuotainCoverageStatus status);

/**
 * luotain_coverage_dup_summary:
 * @sheet: what is shown
 * @organisation: whose counts, by its place in the sheet
 *
 * Returns: (transfer full): what there is to do yet: “12 of 41 not yet looked at · …”
 */
char *luotain_coverage_dup_summary (const LuotainCoverageSheet *sheet, guint organisation);

G_END_DECLS
