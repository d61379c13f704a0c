#pragma once

#include "luotain-changes.h"
#include "luotain-history.h"
#include "luotain-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_CONTEXT (luotain_context_get_type ())

/**
 * LuotainContext: what every page and widget of a workbook's window is handed.
 *
 * Properties, notified: `store`, `history` (construct only); `words` (a boxed LuotainWordList), `language`
 * (int, a LuotainLanguage), `writable` (boolean); `sector` and `selection` (int64, 0 for all and none),
 * `room` (boolean), which anybody may set.
 *
 * Signal `changed (context, LuotainChanges *changes)`: the store's, relayed: what lists refresh themselves
 * from. Signal `reveal (context, gint64 id)`: somebody asked to be taken to a record; the window answers.
 * Signal `toast (context, const char *text, gboolean undo)`: something is to be said; the window answers.
 */
G_DECLARE_FINAL_TYPE (LuotainContext, luotain_context, LUOTAIN, CONTEXT, GObject)

/**
 * LuotainContextCallback:
 * @owner: what was handed over as owner
 * @success: whether it worked; what went wrong was shown already
 * @result: (transfer full) (nullable): what the job handed out; %NULL without success
 */
typedef void (*LuotainContextCallback) (gpointer owner, gboolean success, gpointer result);

/** luotain_context_new_async: reads the words of the workbook of an open store, and makes a context of them. */
void luotain_context_new_async (LuotainStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
LuotainContext *luotain_context_new_finish (GAsyncResult *result, GError **error);

LuotainStore *luotain_context_get_store (LuotainContext *self);
LuotainHistory *luotain_context_get_history (LuotainContext *self);

/**
 * luotain_context_get_words:
 * @self: a context
 *
 * Returns: (transfer none): the words of all vocabularies, never %NULL; replaced (see `notify::words`) when
 * they change
 */
LuotainWordList *luotain_context_get_words (LuotainContext *self);
LuotainLanguage luotain_context_get_language (LuotainContext *self);
gboolean luotain_context_get_writable (LuotainContext *self);
gint64 luotain_context_get_sector (LuotainContext *self);
void luotain_context_set_sector (LuotainContext *self, gint64 sector);
gint64 luotain_context_get_selection (LuotainContext *self);
void luotain_context_set_selection (LuotainContext *self, gint64 id);
gboolean luotain_context_get_room (LuotainContext *self);
void luotain_context_set_room (LuotainContext *self, gboolean room);

/**
 * luotain_context_do:
 * @self: a context
 * @label: what is done, in English with header capitals, marked by N_()
 * @job: the change
 * @data: for @job
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees the result where nobody takes it
 * @callback: (nullable): called on the main thread when the change is durable or failed
 * @owner: (nullable): a #GObject for @callback, which is not called any more once the owner is gone
 *
 * Makes a change that can be undone. What goes wrong is told in a toast.
 */
void luotain_context_do (LuotainContext *self, const char *label, LuotainJob job, gpointer data,
                         GDestroyNotify free_data, GDestroyNotify free_result,
                         LuotainContextCallback callback, gpointer owner);

/**
 * luotain_context_do_and_tell:
 * @toast: (nullable): what to say when it is done, with Undo beside it
 *
 * luotain_context_do() for a change of which nobody waits.
 */
void luotain_context_do_and_tell (LuotainContext *self, const char *label, LuotainJob job, gpointer data,
                                  GDestroyNotify free_data, GDestroyNotify free_result, const char *toast);

/**
 * luotain_context_read:
 * @self: a context
 * @job: a job that only reads
 * @data: for @job
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees the result where nobody takes it
 * @cancellable: (nullable): once cancelled, @callback is not called any more
 * @callback: called on the main thread
 * @owner: (nullable): a #GObject for @callback, which is not called any more once the owner is gone
 */
void luotain_context_read (LuotainContext *self, LuotainJob job, gpointer data, GDestroyNotify free_data,
                           GDestroyNotify free_result, GCancellable *cancellable,
                           LuotainContextCallback callback, gpointer owner);

/**
 * luotain_context_set_field:
 * @self: a context
 * @label: as in luotain_context_do()
 * @id: a record
 * @name: a field's or column's name; see luotain_edit_set_field()
 * @text: (nullable): what somebody wrote
 * @callback: (nullable): as in luotain_context_do(); there is no result
 * @owner: (nullable): as in luotain_context_do()
 */
void luotain_context_set_field (LuotainContext *self, const char *label, gint64 id, const char *name,
                                const char *text, LuotainContextCallback callback, gpointer owner);

/**
 * luotain_context_link:
 * @self: a context
 * @label: as in luotain_context_do()
 * @source: a record
 * @role: name of a role
 * @target: a record; 0 clears a role of which there is only one
 *
 * Ties two records; see luotain_edit_link().
 */
void luotain_context_link (LuotainContext *self, const char *label, gint64 source, const char *role,
                           gint64 target);
void luotain_context_unlink (LuotainContext *self, const char *label, gint64 source, const char *role,
                             gint64 target);

/**
 * luotain_context_delete:
 * @self: a context
 * @label: as in luotain_context_do()
 * @id: a record
 * @toast: (nullable): what to say when it is done, with Undo beside it
 */
void luotain_context_delete (LuotainContext *self, const char *label, gint64 id, const char *toast);

/**
 * luotain_context_go_to:
 * @self: a context
 * @id: a record
 *
 * Asks the window to switch to the page that shows the record, and to reveal it there.
 */
void luotain_context_go_to (LuotainContext *self, gint64 id);

/**
 * luotain_context_toast:
 * @self: a context
 * @text: plain text: what happened
 * @undo: whether Undo stands beside it
 */
void luotain_context_toast (LuotainContext *self, const char *text, gboolean undo);

G_END_DECLS
