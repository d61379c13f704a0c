#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/**
 * luotain_record_insert:
 * @db: a database
 * @type: the type of @record
 * @record: a record; its `owner` must be set where its type has one; id, times, revision and position are filled in
 *   where they are 0
 * @error: LUOTAIN_STORE_ERROR_INVALID where a required field is empty or the owner is none
 *
 * Adds a record, last in its order, and counts up the revision of what owns it.
 */
gboolean luotain_record_insert (LuotainDb *db, const LuotainRecordType *type, gpointer record,
                                GError **error);

/** luotain_record_insert_as_is: as luotain_record_insert(), but leaves the owner's revision: for import. */
gboolean luotain_record_insert_as_is (LuotainDb *db, const LuotainRecordType *type, gpointer record,
                                      GError **error);

/**
 * luotain_record_update:
 * @db: a database
 * @type: the type of @record
 * @record: a record that exists; its times and revision are brought up to date
 * @error: LUOTAIN_STORE_ERROR_INVALID or _NOT_FOUND
 *
 * Stores the fields; counts up the revision of it and of its owners. Does nothing where nothing differs.
 */
gboolean luotain_record_update (LuotainDb *db, const LuotainRecordType *type, gpointer record,
                                GError **error);

/**
 * luotain_record_touch_owner:
 * @db: a database
 * @id: a record
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 *
 * Counts up the revision of the record it belongs to, unless it stands aside there (LUOTAIN_TYPE_ASIDE).
 */
gboolean luotain_record_touch_owner (LuotainDb *db, gint64 id, GError **error);

/**
 * luotain_record_delete:
 * @db: a database
 * @id: a record
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND, or _INVALID for the workbook record
 *
 * Deletes a record, all it owns and their links. What stood on it stays; its revision counts up.
 */
gboolean luotain_record_delete (LuotainDb *db, gint64 id, GError **error);

/**
 * luotain_record_load:
 * @db: a database
 * @type: the type wanted
 * @id: a record
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the record; free with luotain_record_free()
 */
gpointer luotain_record_load (LuotainDb *db, const LuotainRecordType *type, gint64 id, GError **error);

/**
 * luotain_record_type_of:
 * @db: a database
 * @id: a record
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 *
 * Returns: (nullable): its type
 */
const LuotainRecordType *luotain_record_type_of (LuotainDb *db, gint64 id, GError **error);

/**
 * luotain_record_exists:
 * @db: a database
 * @id: a record
 * @exists: (out): whether there is such a record
 */
gboolean luotain_record_exists (LuotainDb *db, gint64 id, gboolean *exists, GError **error);

/**
 * luotain_record_list:
 * @db: a database
 * @type: a type
 * @owner: 0 for all, or those of one owner only
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainRecord): all records of the type, in their order; the
 *   array frees them. For findings, of which there may be 100,000, page through ids instead.
 */
GPtrArray *luotain_record_list (LuotainDb *db, const LuotainRecordType *type, gint64 owner, GError **error);

/**
 * luotain_record_ids:
 * @db: a database
 * @type: a type
 * @owner: 0 for all, or those of one owner only
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids, in their order
 */
GArray *luotain_record_ids (LuotainDb *db, const LuotainRecordType *type, gint64 owner, GError **error);

/**
 * luotain_record_touch:
 * @db: a database
 * @id: a record
 * @error: LUOTAIN_STORE_ERROR
 *
 * Counts up the revision of a record and of all that own it: what stands on them is to be looked at again.
 */
gboolean luotain_record_touch (LuotainDb *db, gint64 id, GError **error);

/**
 * luotain_record_move:
 * @db: a database
 * @id: a record of an ordered type
 * @place: where it is to stand, 0 for first, among its owner's records or all of its type
 * @error: LUOTAIN_STORE_ERROR
 *
 * Moves a record in its order, the others making room.
 */
gboolean luotain_record_move (LuotainDb *db, gint64 id, guint place, GError **error);

/**
 * luotain_record_select_sql:
 * @db: a database
 * @type: a type
 *
 * Returns: (transfer none): `SELECT … FROM record r JOIN <table> t …`, to which a WHERE or ORDER may be added; rows
 *   of it are read by luotain_record_read()
 */
const char *luotain_record_select_sql (LuotainDb *db, const LuotainRecordType *type);

struct _LuotainStatement;

/**
 * luotain_record_read:
 * @type: a type
 * @statement: one that begins with luotain_record_select_sql(), standing on a row
 *
 * Returns: (transfer full): the record of this row
 */
gpointer luotain_record_read (const LuotainRecordType *type, struct _LuotainStatement *statement);

G_END_DECLS
