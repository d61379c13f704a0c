#pragma once

#include "luotain-finding-rows.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * luotain_finding_item_new:
 * @rows: where its row is loaded from and kept in step with the workbook
 * @id: a finding
 *
 * Only luotain_finding_rows_get_item() makes items: there is one a finding, however often it is asked for.
 */
LuotainFindingItem *luotain_finding_item_new (LuotainFindingRows *rows, gint64 id);

gint64 luotain_finding_item_get_id (LuotainFindingItem *self);

/**
 * luotain_finding_item_get_row:
 * @self: an item
 *
 * Asks for the row where it is not there yet; the signal `changed` tells when it has come.
 *
 * Returns: (nullable) (transfer none): what a list shows of the finding
 */
const LuotainFindingRow *luotain_finding_item_get_row (LuotainFindingItem *self);

/** luotain_finding_item_is_loaded: whether the row is there; asks for nothing. */
gboolean luotain_finding_item_is_loaded (LuotainFindingItem *self);

/** luotain_finding_item_get_words: (nullable) (transfer none): titles of kinds and dimensions. */
LuotainWordList *luotain_finding_item_get_words (LuotainFindingItem *self);

/**
 * luotain_finding_item_dup_summary:
 * @self: an item
 *
 * Returns: (transfer full): the row in words, for screen readers and as a tooltip
 */
char *luotain_finding_item_dup_summary (LuotainFindingItem *self);

/** luotain_finding_item_set_marked: whether the row stands out for a moment: somebody was taken to it. */
void luotain_finding_item_set_marked (LuotainFindingItem *self, gboolean marked);
gboolean luotain_finding_item_is_marked (LuotainFindingItem *self);

/** luotain_finding_item_take_row: for #LuotainFindingRows alone; @row is %NULL where the finding is gone. */
void luotain_finding_item_take_row (LuotainFindingItem *self, LuotainFindingRow *row);

G_END_DECLS
