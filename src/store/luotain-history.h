#pragma once

#include "luotain-store.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_HISTORY (luotain_history_get_type ())

/**
 * LuotainHistory: every change of a workbook, each of which can be undone and redone, across restarts too.
 *
 * Properties, notified: `can-undo`, `can-redo` (boolean); `undo-label`, `redo-label` (string, translated, nullable).
 */
G_DECLARE_FINAL_TYPE (LuotainHistory, luotain_history, LUOTAIN, HISTORY, GObject)

/** LuotainStepInfo: one step of the history. */
typedef struct
{
  gint64 id;
  char *label; /* in English: translate with gettext() to show it */
  char *detail; /* (nullable): what it was about */
  gint64 time; /* milliseconds since 1970, UTC */
  gboolean undone;
} LuotainStepInfo;

void luotain_step_info_free (LuotainStepInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainStepInfo, luotain_step_info_free)

/**
 * luotain_history_new:
 * @store: an open store
 *
 * Returns: (transfer full): its history; there should be one a store
 */
LuotainHistory *luotain_history_new (LuotainStore *store);

/**
 * luotain_history_do_async:
 * @self: a history
 * @label: what is done, in English with header capitals, marked by N_(): it is kept in the workbook
 * @job: the change
 * @data: for @job
 * @free_data: (nullable): frees @data, on the calling thread
 * @free_result: (nullable): frees the result where nobody takes it
 * @cancellable: (nullable)
 * @callback: called with the history as source, when the change is durable
 *
 * Makes a change that can be undone. A job that changes nothing makes no step.
 */
void luotain_history_do_async (LuotainHistory *self, const char *label, LuotainJob job, gpointer data,
                               GDestroyNotify free_data, GDestroyNotify free_result,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean luotain_history_do_finish (LuotainHistory *self, GAsyncResult *result, gpointer *value,
                                    GError **error);

/** luotain_history_do: the same, blocking: for the command line and tests. */
gboolean luotain_history_do (LuotainHistory *self, const char *label, LuotainJob job, gpointer data,
                             gpointer *value, GError **error);

/**
 * luotain_history_try:
 *
 * Runs a change and rolls it back, whatever came out: what it would do. Blocking; see also luotain_history_try_async().
 */
gboolean luotain_history_try (LuotainHistory *self, LuotainJob job, gpointer data, gpointer *value,
                              GError **error);
void luotain_history_try_async (LuotainHistory *self, LuotainJob job, gpointer data, GDestroyNotify free_data,
                                GDestroyNotify free_result, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean luotain_history_try_finish (LuotainHistory *self, GAsyncResult *result, gpointer *value,
                                     GError **error);

/**
 * luotain_history_undo:
 * @self: a history
 * @label: (out) (optional) (transfer full): label of the step that was undone, in English
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND where there is nothing to undo
 */
gboolean luotain_history_undo (LuotainHistory *self, char **label, GError **error);
gboolean luotain_history_redo (LuotainHistory *self, char **label, GError **error);
void luotain_history_undo_async (LuotainHistory *self, GAsyncReadyCallback callback, gpointer user_data);
void luotain_history_redo_async (LuotainHistory *self, GAsyncReadyCallback callback, gpointer user_data);
/** luotain_history_undo_finish: for undo and redo alike. */
gboolean luotain_history_undo_finish (LuotainHistory *self, GAsyncResult *result, char **label,
                                      GError **error);

gboolean luotain_history_can_undo (LuotainHistory *self);
gboolean luotain_history_can_redo (LuotainHistory *self);

/**
 * luotain_history_dup_undo_label:
 *
 * Returns: (transfer full) (nullable): what undo would take back, translated
 */
char *luotain_history_dup_undo_label (LuotainHistory *self);
char *luotain_history_dup_redo_label (LuotainHistory *self);

/**
 * luotain_history_list:
 * @db: a database
 * @limit: at most so many, the newest first
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainStepInfo): the steps
 */
GPtrArray *luotain_history_list (LuotainDb *db, guint limit, GError **error);

/**
 * luotain_history_describe_changes:
 * @db: a database
 * @id: a record
 * @revision: the revision it had
 * @language: which language to show texts in first
 * @error: LUOTAIN_STORE_ERROR
 *
 * Tells what became of a record since a revision, from the steps that are kept.
 *
 * Returns: (transfer full) (nullable): sentences such as “Title changed from … to …”, the newest last; empty where
 *   the history does not reach back
 */
char **luotain_history_describe_changes (LuotainDb *db, gint64 id, gint64 revision, LuotainLanguage language,
                                         GError **error);

G_END_DECLS
