#pragma once

#include "luotain-context.h"
#include "luotain-coverage-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COVERAGE_LIST (luotain_coverage_list_get_type ())

/**
 * LuotainCoverageList: the rows of a coverage. Up and down walk, left and right choose an organisation where several
 * stand side by side, 1, 2, 3 and 0 say how it covers the competence, Enter opens the row.
 *
 * Rows keep their places while somebody works on them; luotain_coverage_list_fill() puts them in order anew.
 *
 * Signals: `selected (list)`: another row or organisation; `opened (list)`: Enter or a click on what is selected;
 * `judged (list, guint status)`: a digit was pressed.
 */
G_DECLARE_FINAL_TYPE (LuotainCoverageList, luotain_coverage_list, LUOTAIN, COVERAGE_LIST, GtkWidget)

GtkWidget *luotain_coverage_list_new (LuotainContext *context);

/**
 * luotain_coverage_list_fill:
 * @self: a list
 * @sheet: what the rows stand in; must live until the next fill or update
 * @rows: (element-type LuotainCoverageRow): rows of it, in order
 *
 * Shows these rows. What was selected stays so where it is among them.
 */
void luotain_coverage_list_fill (LuotainCoverageList *self, const LuotainCoverageSheet *sheet,
                                 GPtrArray *rows);

/**
 * luotain_coverage_list_update:
 * @self: a list
 * @sheet: a newer sheet
 * @fresh: (element-type LuotainCoverageRow): rows of it to be shown where they are not shown yet
 *
 * Shows what the rows say now, each in its place; those that are gone go, new ones come last.
 */
void luotain_coverage_list_update (LuotainCoverageList *self, const LuotainCoverageSheet *sheet,
                                   GPtrArray *fresh);

/** luotain_coverage_list_get_row: (nullable): the row that is selected. */
const LuotainCoverageRow *luotain_coverage_list_get_row (LuotainCoverageList *self);

/** luotain_coverage_list_get_organisation: the place of the organisation that keys speak for. */
guint luotain_coverage_list_get_organisation (LuotainCoverageList *self);
void luotain_coverage_list_set_organisation (LuotainCoverageList *self, guint organisation);

/** luotain_coverage_list_get_n_rows: how many are shown. */
guint luotain_coverage_list_get_n_rows (LuotainCoverageList *self);

/**
 * luotain_coverage_list_reveal:
 * @self: a list
 * @id: a record that a row holds
 *
 * Selects the row, scrolls to it and marks it for a moment.
 *
 * Returns: whether such a row is shown
 */
gboolean luotain_coverage_list_reveal (LuotainCoverageList *self, gint64 id);

/** luotain_coverage_list_begin: puts the focus on the selected row. */
void luotain_coverage_list_begin (LuotainCoverageList *self);

G_END_DECLS
