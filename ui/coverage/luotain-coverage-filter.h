#pragma once

#include "luotain-context.h"
#include "luotain-coverage-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COVERAGE_FILTER (luotain_coverage_filter_get_type ())

/**
 * LuotainCoverageFilter: which rows are shown: by a text, the status, the role level, the competence group.
 *
 * Signal `changed (filter)`: somebody chose otherwise.
 */
G_DECLARE_FINAL_TYPE (LuotainCoverageFilter, luotain_coverage_filter, LUOTAIN, COVERAGE_FILTER, GtkWidget)

void luotain_coverage_filter_set_context (LuotainCoverageFilter *self, LuotainContext *context);

/** luotain_coverage_filter_set_sheet: tells which role levels there are. */
void luotain_coverage_filter_set_sheet (LuotainCoverageFilter *self, const LuotainCoverageSheet *sheet);

/**
 * luotain_coverage_filter_matches:
 * @self: a filter
 * @row: a row
 *
 * Returns: whether it is to be shown: a status counts where any organisation's word is that
 */
gboolean luotain_coverage_filter_matches (LuotainCoverageFilter *self, const LuotainCoverageRow *row);

/** luotain_coverage_filter_show_count: so many rows are shown, of so many. */
void luotain_coverage_filter_show_count (LuotainCoverageFilter *self, guint n_shown, guint n_rows);

void luotain_coverage_filter_clear (LuotainCoverageFilter *self);

/** luotain_coverage_filter_search: puts the focus into the text. */
void luotain_coverage_filter_search (LuotainCoverageFilter *self);

G_END_DECLS
