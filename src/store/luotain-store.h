#pragma once

#include "luotain-db.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_STORE (luotain_store_get_type ())

/**
 * LuotainStore: an open workbook file and the one thread that owns its connection.
 *
 * Signal `changed (store, LuotainChanges *changes)`: emitted on the thread that opened the store, after each commit.
 * Every list, map and count that shows the records refreshes itself from that signal and from nothing else.
 */
G_DECLARE_FINAL_TYPE (LuotainStore, luotain_store, LUOTAIN, STORE, GObject)

typedef enum
{
  LUOTAIN_OPEN_READ, /* look only; others may write */
  LUOTAIN_OPEN_WRITE, /* keep others from writing until the store is closed; fail at once where it is held */
  LUOTAIN_OPEN_WRITE_WAIT /* the same, waiting two seconds for another writer to end */
} LuotainOpenMode;

/**
 * luotain_store_create:
 * @file: a local file that must not exist
 * @model: what workbooks hold
 * @seed: (nullable): a job that fills the new workbook; not part of its history
 * @data: for @seed
 * @error: G_IO_ERROR_EXISTS, LUOTAIN_STORE_ERROR, or what @seed failed with; then there is no file
 *
 * Makes a new workbook file, whole or not at all. Open it with luotain_store_open().
 */
gboolean luotain_store_create (GFile *file, const LuotainModel *model, LuotainJob seed, gpointer data,
                               GError **error);

/**
 * luotain_store_open:
 * @file: a local file
 * @model: what workbooks hold
 * @mode: how
 * @error: LUOTAIN_STORE_ERROR, each kind of refusal with its own code and sentence
 *
 * Opens a workbook, blocking; the file is not altered by that, but for SQLite's own rollback of an interrupted change
 * (and, in write mode, an upgrade of an older schema after a verified copy was made beside it).
 *
 * Returns: (transfer full) (nullable): the store
 */
LuotainStore *luotain_store_open (GFile *file, const LuotainModel *model, LuotainOpenMode mode,
                                  GError **error);

void luotain_store_open_async (GFile *file, const LuotainModel *model, LuotainOpenMode mode,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
LuotainStore *luotain_store_open_finish (GAsyncResult *result, GError **error);

/**
 * luotain_store_close:
 * @self: a store
 *
 * Ends the thread after the jobs that wait, and lets go of the file. Also done when the store is finalized.
 */
void luotain_store_close (LuotainStore *self);

GFile *luotain_store_get_file (LuotainStore *self);
gboolean luotain_store_is_writable (LuotainStore *self);
const LuotainModel *luotain_store_get_model (LuotainStore *self);

/** luotain_store_was_unclean: whether the last writer was interrupted and its half change was rolled back on opening. */
gboolean luotain_store_was_unclean (LuotainStore *self);

/**
 * luotain_store_read_async:
 * @self: a store
 * @job: a job that only reads
 * @data: for @job
 * @free_data: (nullable): frees @data, on the calling thread
 * @free_result: (nullable): frees the result where nobody takes it
 * @cancellable: (nullable): a cancelled job does not begin, or stops at its next step
 * @callback: called with the store as source
 */
void luotain_store_read_async (LuotainStore *self, LuotainJob job, gpointer data, GDestroyNotify free_data,
                               GDestroyNotify free_result, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean luotain_store_read_finish (LuotainStore *self, GAsyncResult *result, gpointer *value,
                                    GError **error);

/**
 * luotain_store_read:
 *
 * The same, blocking: for the command line and tests; the face never blocks.
 */
gboolean luotain_store_read (LuotainStore *self, LuotainJob job, gpointer data, gpointer *value,
                             GError **error);

/**
 * luotain_store_get_progress:
 * @self: a store
 *
 * Returns: how far the running job is, 0 to 1; below 0 where that is not known
 */
double luotain_store_get_progress (LuotainStore *self);

/**
 * luotain_store_check_async:
 *
 * The full check (integrity, references, schema), giving way to every other job. The value is a #GPtrArray of
 * sentences, empty where all is well.
 */
void luotain_store_check_async (LuotainStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *luotain_store_check_finish (LuotainStore *self, GAsyncResult *result, GError **error);
GPtrArray *luotain_store_check (LuotainStore *self, GError **error);

/**
 * luotain_store_copy:
 * @self: a store
 * @target: a local file; replaced where it exists
 * @with_history: keep what undo needs; without it nothing that was deleted is left in the bytes, but for what
 *   editions hold
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR; then @target is as it was
 *
 * A sound copy to hand on, verified before it takes its name.
 */
gboolean luotain_store_copy (LuotainStore *self, GFile *target, gboolean with_history, GError **error);
void luotain_store_copy_async (LuotainStore *self, GFile *target, gboolean with_history,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean luotain_store_copy_finish (LuotainStore *self, GAsyncResult *result, GError **error);

/**
 * luotain_store_remove_permanently_async:
 * @self: a writable store
 * @ids: (array length=n_ids): records
 *
 * Deletes records with all they own, ends the history, takes them out of the editions, which say so from then on, and
 * rewrites the file so that nothing of them is left in its bytes. The one change that cannot be undone. A record that
 * was deleted before may be named too, if an edition still holds it.
 */
void luotain_store_remove_permanently_async (LuotainStore *self, const gint64 *ids, gsize n_ids,
                                             GCancellable *cancellable, GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean luotain_store_remove_permanently_finish (LuotainStore *self, GAsyncResult *result, GError **error);
gboolean luotain_store_remove_permanently (LuotainStore *self, const gint64 *ids, gsize n_ids,
                                           GError **error);

G_END_DECLS
