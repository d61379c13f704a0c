#pragma once

#include "luotain-changes.h"
#include "luotain-finding-item.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDING_LIST (luotain_finding_list_get_type ())

/**
 * LuotainFindingList: a #GListModel of the findings that a query finds, in its order.
 *
 * It holds ids alone; an item is made when it is asked for, and its row is loaded when it is shown. The store's
 * `changed` refreshes it: old and new ids are compared from both ends and the middle is spliced once, so that what is
 * selected and where the list is scrolled to survive.
 *
 * Property `loading`: a query has run for more than 200 ms. Signal `refreshed`: a query was answered.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingList, luotain_finding_list, LUOTAIN, FINDING_LIST, GObject)

LuotainFindingList *luotain_finding_list_new (LuotainStore *store);

/** luotain_finding_list_set_words: (nullable): titles of kinds and dimensions, for the rows. */
void luotain_finding_list_set_words (LuotainFindingList *self, LuotainWordList *words);

/** luotain_finding_list_set_query: shows something else; a query that still runs is cancelled. */
void luotain_finding_list_set_query (LuotainFindingList *self, const LuotainFindingQuery *query);

/** luotain_finding_list_is_ready: whether a query was ever answered. */
gboolean luotain_finding_list_is_ready (LuotainFindingList *self);

/** luotain_finding_list_is_busy: whether the answer to a query is still to come. */
gboolean luotain_finding_list_is_busy (LuotainFindingList *self);

/** luotain_finding_list_is_loading: whether the answer is late enough to say so. */
gboolean luotain_finding_list_is_loading (LuotainFindingList *self);

/** luotain_finding_list_get_total: findings in the workbook, shown or not. */
guint luotain_finding_list_get_total (LuotainFindingList *self);

/** luotain_finding_list_get_id: the finding at a position, without making its item; 0 beyond the end. */
gint64 luotain_finding_list_get_id (LuotainFindingList *self, guint position);

/** luotain_finding_list_find: (out) position: whether the finding is shown, and where. */
gboolean luotain_finding_list_find (LuotainFindingList *self, gint64 id, guint *position);

/** luotain_finding_list_get_rows: (transfer none): the items that are held. */
LuotainFindingRows *luotain_finding_list_get_rows (LuotainFindingList *self);

G_END_DECLS
