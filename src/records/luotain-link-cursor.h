#pragma once

#include "luotain-link.h"

G_BEGIN_DECLS

/**
 * LuotainLinkCursor: walks the links that lead from the records of a type, in step with a LuotainRecordCursor of the
 * same type, for one record by role and then by target.
 */
typedef struct _LuotainLinkCursor LuotainLinkCursor;

/**
 * luotain_link_cursor_new:
 * @db: a database
 * @type: the type of the links' sources
 * @selected: only links with both ends in luotain_selection_make()
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a cursor on the first link
 */
LuotainLinkCursor *luotain_link_cursor_new (LuotainDb *db, const LuotainRecordType *type, gboolean selected,
                                            GError **error);
void luotain_link_cursor_free (LuotainLinkCursor *self);

/**
 * luotain_link_cursor_peek:
 * @self: a cursor
 * @target_type: (out): type of the record the link leads to
 *
 * Returns: (transfer none) (nullable): the link it stands on, valid until the next step; %NULL behind the last
 */
const LuotainLink *luotain_link_cursor_peek (LuotainLinkCursor *self, const LuotainRecordType **target_type);

/**
 * luotain_link_cursor_next:
 * @self: a cursor
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR_CANCELLED
 *
 * Returns: whether it stands on the next link or behind the last
 */
gboolean luotain_link_cursor_next (LuotainLinkCursor *self, GError **error);

/**
 * luotain_link_cursor_seek:
 * @self: a cursor
 * @source: the record at hand
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR_CANCELLED
 *
 * Passes over the links of records before @source; to be called for each record before its links are read.
 */
gboolean luotain_link_cursor_seek (LuotainLinkCursor *self, gint64 source, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainLinkCursor, luotain_link_cursor_free)

G_END_DECLS
