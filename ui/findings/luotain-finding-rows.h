#pragma once

#include "luotain-finding-query.h"
#include "luotain-store.h"
#include "luotain-vocabulary.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDING_ITEM (luotain_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (LuotainFindingItem, luotain_finding_item, LUOTAIN, FINDING_ITEM, GObject)

#define LUOTAIN_TYPE_FINDING_ROWS (luotain_finding_rows_get_type ())

/**
 * LuotainFindingRows: the items of a list that somebody looks at, and the one place that loads their rows.
 *
 * Items are asked for one by one and loaded together, in one read. An item outlives the list that handed it out, so
 * it owns its #LuotainFindingRows, and that owns the store.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingRows, luotain_finding_rows, LUOTAIN, FINDING_ROWS, GObject)

LuotainFindingRows *luotain_finding_rows_new (LuotainStore *store);

/** luotain_finding_rows_set_words: (nullable): titles of kinds and dimensions. */
void luotain_finding_rows_set_words (LuotainFindingRows *self, LuotainWordList *words);
LuotainWordList *luotain_finding_rows_get_words (LuotainFindingRows *self);

void luotain_finding_rows_set_language (LuotainFindingRows *self, LuotainLanguage language);

/** luotain_finding_rows_get_item: (transfer full): the item of a finding, the same as long as anybody holds it. */
LuotainFindingItem *luotain_finding_rows_get_item (LuotainFindingRows *self, gint64 id);

/** luotain_finding_rows_get_n_items: how many items are held. */
guint luotain_finding_rows_get_n_items (LuotainFindingRows *self);

/** luotain_finding_rows_ask: puts a finding among those that the next read loads. */
void luotain_finding_rows_ask (LuotainFindingRows *self, gint64 id);

/** luotain_finding_rows_reload: loads anew what is loaded: the workbook has changed. */
void luotain_finding_rows_reload (LuotainFindingRows *self);

/**
 * luotain_finding_rows_take:
 * @self: rows
 * @rows: (transfer full) (element-type LuotainFindingRow): rows that came with the answer of a query
 *
 * Keeps the rows for the items that will be asked for next.
 */
void luotain_finding_rows_take (LuotainFindingRows *self, GPtrArray *rows);

/** luotain_finding_rows_forget: for an item that ends. */
void luotain_finding_rows_forget (LuotainFindingRows *self, gint64 id);

G_END_DECLS
