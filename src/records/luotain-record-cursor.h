#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/**
 * LuotainRecordCursor: walks all records of a type in the order in which they are told: ordered types as the user put
 * them, others by id; what is owned in the order of its owners.
 *
 * Two cursors, of a type and of what it owns, are in step: where the owner of the one is the record of the other. So a
 * workbook is read in flat memory with one query a type. Step a cursor to its end, or free it: a half-read one keeps
 * others from writing.
 */
typedef struct _LuotainRecordCursor LuotainRecordCursor;

/**
 * luotain_record_cursor_order:
 * @model: the model of @type
 * @type: a record type, r in SQL
 * @joins: (out) (transfer full): joins of the owners, o1 the nearest
 *
 * The order of the XML: what an owner owns stands in it, however deep.
 *
 * Returns: (transfer full): the columns to order by
 */
char *luotain_record_cursor_order (const LuotainModel *model, const LuotainRecordType *type, char **joins);

/**
 * luotain_record_cursor_new:
 * @db: a database
 * @type: a type
 * @selected: only those of luotain_selection_make()
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a cursor on the first record
 */
LuotainRecordCursor *luotain_record_cursor_new (LuotainDb *db, const LuotainRecordType *type,
                                                gboolean selected, GError **error);
void luotain_record_cursor_free (LuotainRecordCursor *self);

/**
 * luotain_record_cursor_peek:
 * @self: a cursor
 *
 * Returns: (transfer none) (nullable): the record it stands on, valid until the next step; %NULL behind the last
 */
gpointer luotain_record_cursor_peek (LuotainRecordCursor *self);

/**
 * luotain_record_cursor_steal:
 * @self: a cursor
 *
 * Returns: (transfer full): the record it stands on; the cursor must then step on
 */
gpointer luotain_record_cursor_steal (LuotainRecordCursor *self);

/**
 * luotain_record_cursor_next:
 * @self: a cursor
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR_CANCELLED
 *
 * Returns: whether it stands on the next record or behind the last
 */
gboolean luotain_record_cursor_next (LuotainRecordCursor *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainRecordCursor, luotain_record_cursor_free)

G_END_DECLS
