#pragma once

#include "luotain-coverage-query.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COVERAGE_ITEM (luotain_coverage_item_get_type ())

/**
 * LuotainCoverageItem: a row as the list keeps it: the same item while what the row says changes.
 *
 * Signal `changed (item)`: the row is another one now.
 */
G_DECLARE_FINAL_TYPE (LuotainCoverageItem, luotain_coverage_item, LUOTAIN, COVERAGE_ITEM, GObject)

/**
 * luotain_coverage_item_new:
 * @sheet: what the row stands in
 * @row: a row; both must live until the item is set anew
 */
LuotainCoverageItem *luotain_coverage_item_new (const LuotainCoverageSheet *sheet,
                                                const LuotainCoverageRow *row);
void luotain_coverage_item_set (LuotainCoverageItem *self, const LuotainCoverageSheet *sheet,
                                const LuotainCoverageRow *row);
const LuotainCoverageRow *luotain_coverage_item_get_row (LuotainCoverageItem *self);
const LuotainCoverageSheet *luotain_coverage_item_get_sheet (LuotainCoverageItem *self);

/** luotain_coverage_item_is: whether the item stands for a row: the same competence, role level and sector. */
gboolean luotain_coverage_item_is (LuotainCoverageItem *self, const LuotainCoverageRow *row);

G_END_DECLS
