#pragma once

#include "luotain-model.h"
#include "luotain-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainDb: the open database as a job sees it.
 *
 * Belongs to the store thread; a job must not keep it. All SQL stands in src/store and src/records.
 */
typedef struct _LuotainDb LuotainDb;

/**
 * LuotainJob:
 * @db: the open database
 * @data: what the caller handed over
 * @result: (out) (optional): what goes back to the caller
 * @error: why it failed
 *
 * A unit of work, of undo and of test. Either succeeds or everything it did is rolled back.
 *
 * Returns: whether it succeeded
 */
typedef gboolean (*LuotainJob) (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_db_get_model:
 * @db: a database
 *
 * Returns: what a workbook may hold
 */
const LuotainModel *luotain_db_get_model (LuotainDb *db);

/**
 * luotain_db_get_cancellable:
 * @db: a database
 *
 * A statement of a job that was cancelled fails with G_IO_ERROR_CANCELLED by itself; this is for other long work.
 *
 * Returns: (nullable) (transfer none): what the running job can be cancelled with
 */
GCancellable *luotain_db_get_cancellable (LuotainDb *db);

/**
 * luotain_db_set_progress:
 * @db: a database
 * @done: how much is done
 * @total: of how much; 0 where it is not known
 *
 * Tells how far the running job is; see luotain_store_get_progress().
 */
void luotain_db_set_progress (LuotainDb *db, guint64 done, guint64 total);

/**
 * luotain_db_set_detail:
 * @db: a database
 * @detail: (nullable): what the running change is about, mostly a record's title; shown beside its label in the history
 */
void luotain_db_set_detail (LuotainDb *db, const char *detail);

/**
 * luotain_db_execute:
 * @db: a database
 * @sql: one or more statements without parameters
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: whether all went through
 */
gboolean luotain_db_execute (LuotainDb *db, const char *sql, GError **error);

/**
 * luotain_db_n_changes:
 * @db: a database
 *
 * Returns: rows the last statement changed, those by cascade left out
 */
gint64 luotain_db_n_changes (LuotainDb *db);

/**
 * luotain_db_count_row:
 * @db: a database
 * @error: LUOTAIN_STORE_ERROR
 *
 * To be called for each row that SQL of one's own writes: large changes are recorded in parts.
 */
gboolean luotain_db_count_row (LuotainDb *db, GError **error);

/**
 * luotain_db_note_change:
 * @db: a database
 * @type: what it is, as record types are named: "edition"
 * @id: its id
 *
 * Says that the running change wrote something beside the records. That makes no step of the history and cannot be
 * undone; it is committed all the same, and `changed` names it.
 */
void luotain_db_note_change (LuotainDb *db, const char *type, gint64 id);

G_END_DECLS
