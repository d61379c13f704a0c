#pragma once

#include "luotain-context.h"
#include "luotain-coverage-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COVERAGE_EDITOR (luotain_coverage_editor_get_type ())

/**
 * LuotainCoverageEditor: all that one organisation says of a row: status, units, decision, who carries it out, by when,
 * note; and scenarios judged apart.
 *
 * Signal `closed (editor)`: somebody wants the room for the list again.
 */
G_DECLARE_FINAL_TYPE (LuotainCoverageEditor, luotain_coverage_editor, LUOTAIN, COVERAGE_EDITOR, GtkWidget)

void luotain_coverage_editor_set_context (LuotainCoverageEditor *self, LuotainContext *context);

/**
 * luotain_coverage_editor_show:
 * @self: an editor
 * @sheet: (nullable): what the row stands in
 * @row: (nullable): a row
 * @organisation: place of the organisation in the sheet
 *
 * Returns: whether there was something to show
 */
gboolean luotain_coverage_editor_show (LuotainCoverageEditor *self, const LuotainCoverageSheet *sheet,
                                       const LuotainCoverageRow *row, guint organisation);

/** luotain_coverage_judge: a change: how an organisation covers an entry's row, or with @apart the entry alone. */
void luotain_coverage_judge (LuotainContext *context, gint64 organisation, gint64 entry, gboolean apart,
                             LuotainCoverageStatus status);

G_END_DECLS
