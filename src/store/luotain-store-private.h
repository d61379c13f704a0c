#pragma once

#include "luotain-changes.h"
#include "luotain-db-private.h"
#include "luotain-store.h"

G_BEGIN_DECLS

/* What undo and redo would do now; labels in English, NULL for nothing. */
typedef struct
{
  char *undo_label;
  char *redo_label;
} LuotainHistoryState;

struct _LuotainStore
{
  GObject parent_instance;

  GFile *file;
  LuotainDb *db;
  const LuotainModel *model;
  gboolean writable;
  gboolean unclean;
  char *registration;
  gint64 data_version; /* of the last look; it differs when another process wrote */

  GMainContext *context; /* of the thread that opened the store: answers and signals come there */
  LuotainHistoryState *state;
  LuotainProgress progress;

  GThread *thread;
  GMutex mutex; /* guards what follows */
  GCond wake;
  GCond answered;
  GQueue waiting;
  GQueue in_background;
  gboolean closing;
};

typedef struct _LuotainRequest LuotainRequest;

/* The work of a request, on the store thread. */
typedef gboolean (*LuotainRequestFunc) (LuotainStore *self, LuotainRequest *request, GError **error);

/*
 * One request on its way to the store thread and back. It holds a reference to the store and is freed on the thread
 * that sent it, so that the store thread never drops the last one.
 */
struct _LuotainRequest
{
  LuotainStore *store;
  LuotainRequestFunc func;
  LuotainJob job;
  gpointer data;
  GDestroyNotify free_data;
  gpointer value;
  GDestroyNotify free_value;
  char *label;
  GFile *file;
  GArray *ids;
  gboolean flag;
  gboolean in_background;
  GCancellable *cancellable;
  GTask *task; /* of an asynchronous request */
  LuotainChanges *changes; /* what was committed */
  LuotainHistoryState *state; /* (nullable): the history afterwards */
  GError *error;
  gboolean ok;
  gboolean done; /* of a blocking request, under the store's mutex */
};

LuotainRequest *luotain_request_new (LuotainStore *store, LuotainRequestFunc func);
void luotain_request_free (LuotainRequest *request);

/* Sends @request and answers through @callback, with @source as source object. */
void luotain_store_send (LuotainStore *self, LuotainRequest *request, gpointer source,
                         GAsyncReadyCallback callback, gpointer user_data);
/* The answer: the request itself, still owned by the task. */
LuotainRequest *luotain_store_answer (GAsyncResult *result, GError **error);
/* Sends @request and waits. Returns: whether it succeeded; the request stays the caller's. */
gboolean luotain_store_send_and_wait (LuotainStore *self, LuotainRequest *request, GError **error);

/* The thread itself, begun when the workbook is open; @data is the store. */
gpointer luotain_store_run_thread (gpointer data);

/* On the store thread. */
/* Takes BEGIN IMMEDIATE, which keeps other writers out, where a writer does not have it. */
gboolean luotain_store_take_hold (LuotainStore *self, GError **error);
LuotainDb *luotain_store_get_db (LuotainStore *self);
gboolean luotain_store_require_writable (LuotainStore *self, GError **error);
gboolean luotain_store_commit (LuotainStore *self, GError **error);
void luotain_store_roll_back (LuotainStore *self);

/* On the thread that opened the store. */
const LuotainHistoryState *luotain_store_get_history_state (LuotainStore *self);

LuotainHistoryState *luotain_history_state_load (LuotainDb *db, GError **error);
void luotain_history_state_free (LuotainHistoryState *state);

G_END_DECLS
