#include "config.h"

#include "luotain-store-private.h"

#include "luotain-workbook-file.h"

#include <glib/gi18n-lib.h>

enum
{
  CHANGED,
  HISTORY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainStore, luotain_store, G_TYPE_OBJECT)

/* ---- transactions: the writer keeps BEGIN IMMEDIATE open between jobs, which keeps other writers out ---- */

gboolean
luotain_store_take_hold (LuotainStore *self, GError **error)
{
  if (!self->writable || !sqlite3_get_autocommit (self->db->handle))
    return TRUE;

  return luotain_db_run (self->db, "BEGIN IMMEDIATE", error);
}

gboolean
luotain_store_commit (LuotainStore *self, GError **error)
{
  if (!luotain_db_run (self->db, "COMMIT", error))
    {
      luotain_store_roll_back (self);
      return FALSE;
    }

  luotain_store_take_hold (self, NULL);
  return TRUE;
}

void
luotain_store_roll_back (LuotainStore *self)
{
  if (!sqlite3_get_autocommit (self->db->handle))
    luotain_db_execute (self->db, "ROLLBACK", NULL);

  luotain_store_take_hold (self, NULL);
}

gboolean
luotain_store_require_writable (LuotainStore *self, GError **error)
{
  if (self->writable)
    return luotain_store_take_hold (self, error);

  g_set_error_literal (
      error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_READ_ONLY,
      _ ("The workbook is open for reading only. Save a copy of it and make the change there."));
  return FALSE;
}

/* Between two of our transactions another writer may have slipped in; then everything is to be read again. */
static LuotainChanges *
notice_others (LuotainStore *self)
{
  gint64 version = 0;
  LuotainChanges *changes;

  if (!luotain_db_query_int (self->db, "PRAGMA data_version", &version, NULL)
      || version == self->data_version)
    return NULL;

  self->data_version = version;
  changes = luotain_changes_new ();
  luotain_changes_add_all (changes);
  return changes;
}

/* ---- the thread ---- */

static gboolean
others_wait (gpointer data)
{
  LuotainStore *self = data;
  gboolean waiting;

  g_mutex_lock (&self->mutex);
  waiting = !g_queue_is_empty (&self->waiting) || self->closing;
  g_mutex_unlock (&self->mutex);
  return waiting;
}

static void
perform (LuotainStore *self, LuotainRequest *request)
{
  LuotainDb *db = self->db;

  db->cancellable = request->cancellable;
  db->must_yield = request->in_background ? others_wait : NULL;
  db->must_yield_data = self;
  db->yielded = FALSE;
  g_clear_pointer (&db->detail, g_free);
  g_atomic_int_set (&self->progress.permille, -1);

  request->ok = !g_cancellable_set_error_if_cancelled (request->cancellable, &request->error)
                && request->func (self, request, &request->error);

  if (request->changes == NULL)
    request->changes = notice_others (self);

  db->cancellable = NULL;
  db->must_yield = NULL;
}

/* What came of a request, on its way to those who show it. */
typedef struct
{
  LuotainStore *store;
  LuotainHistoryState *state; /* (nullable) */
  LuotainChanges *changes; /* (nullable) */
} News;

static gboolean
tell (gpointer data)
{
  News *news = data;
  LuotainStore *self = news->store;

  if (news->state != NULL)
    {
      g_clear_pointer (&self->state, luotain_history_state_free);
      self->state = g_steal_pointer (&news->state);
      g_signal_emit (self, signals[HISTORY_CHANGED], 0);
    }

  if (news->changes != NULL && !luotain_changes_is_empty (news->changes))
    g_signal_emit (self, signals[CHANGED], 0, news->changes);

  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_clear_pointer (&news->state, luotain_history_state_free);
  g_clear_pointer (&news->changes, luotain_changes_unref);
  g_object_unref (news->store);
  g_free (news);
}

/* At once where windows are; a thread that asked for something and waited, as for a package, hands it on to there. */
static void
settle (LuotainStore *self, LuotainRequest *request)
{
  News *news;

  if (request->state == NULL && request->changes == NULL)
    return;

  news = g_new0 (News, 1);
  news->store = g_object_ref (self);
  news->state = g_steal_pointer (&request->state);
  news->changes = g_steal_pointer (&request->changes);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell, news, news_free);
}

static gboolean
answer_task (gpointer data)
{
  LuotainRequest *request = data;
  GTask *task = g_steal_pointer (&request->task);

  settle (request->store, request);
  g_task_return_pointer (task, request, (GDestroyNotify) luotain_request_free);
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

static void
give_back (LuotainStore *self, LuotainRequest *request)
{
  g_autoptr (GSource) source = NULL;

  if (request->task == NULL)
    {
      g_mutex_lock (&self->mutex);
      request->done = TRUE;
      g_cond_broadcast (&self->answered);
      g_mutex_unlock (&self->mutex);
      return;
    }

  /* An idle source of the default priority would starve while frames are drawn slower than the clock. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, answer_task, request, NULL);
  g_source_attach (source, self->context);
}

static LuotainRequest *
take_request (LuotainStore *self)
{
  LuotainRequest *request = NULL;

  g_mutex_lock (&self->mutex);

  while (request == NULL)
    {
      request = g_queue_pop_head (&self->waiting);

      if (request == NULL && (request = g_queue_pop_head (&self->in_background)) == NULL)
        {
          if (self->closing)
            break;

          g_cond_wait (&self->wake, &self->mutex);
        }
    }

  g_mutex_unlock (&self->mutex);
  return request;
}

static gboolean
is_closing (LuotainStore *self)
{
  gboolean closing;

  g_mutex_lock (&self->mutex);
  closing = self->closing;
  g_mutex_unlock (&self->mutex);
  return closing;
}

gpointer
luotain_store_run_thread (gpointer data)
{
  LuotainStore *self = data;
  LuotainRequest *request;

  while ((request = take_request (self)) != NULL)
    {
      perform (self, request);

      if (self->db->yielded && !request->ok && !is_closing (self))
        {
          g_clear_error (&request->error);
          g_mutex_lock (&self->mutex);
          g_queue_push_head (&self->in_background, request);
          g_mutex_unlock (&self->mutex);
          continue;
        }

      give_back (self, request);
    }

  return NULL;
}

/* While it is closed other threads may still ask: nobody would answer what comes in behind the last request. */
static gboolean
enqueue (LuotainStore *self, LuotainRequest *request, GError **error)
{
  gboolean closed;

  g_mutex_lock (&self->mutex);
  closed = self->closing || self->thread == NULL;

  if (!closed)
    {
      g_queue_push_tail (request->in_background ? &self->in_background : &self->waiting, request);
      g_cond_signal (&self->wake);
    }

  g_mutex_unlock (&self->mutex);

  if (closed)
    g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_FAILED,
                         _ ("The workbook was closed. Open it again to go on."));

  return !closed;
}

void
luotain_store_send (LuotainStore *self, LuotainRequest *request, gpointer source,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  request->task = g_task_new (source, NULL, callback, user_data);

  if (!enqueue (self, request, &request->error))
    give_back (self, request);
}

LuotainRequest *
luotain_store_answer (GAsyncResult *result, GError **error)
{
  LuotainRequest *request = g_task_propagate_pointer (G_TASK (result), error);

  if (request == NULL || request->ok)
    return request;

  g_propagate_error (error, g_steal_pointer (&request->error));
  luotain_request_free (request);
  return NULL;
}

gboolean
luotain_store_send_and_wait (LuotainStore *self, LuotainRequest *request, GError **error)
{
  if (!enqueue (self, request, error))
    return FALSE;

  g_mutex_lock (&self->mutex);

  while (!request->done)
    g_cond_wait (&self->answered, &self->mutex);

  g_mutex_unlock (&self->mutex);
  settle (self, request);

  if (!request->ok)
    g_propagate_error (error, g_steal_pointer (&request->error));

  return request->ok;
}

LuotainDb *
luotain_store_get_db (LuotainStore *self)
{
  return self->db;
}

const LuotainHistoryState *
luotain_store_get_history_state (LuotainStore *self)
{
  return self->state;
}

/* ---- the object ---- */

static void
luotain_store_dispose (GObject *object)
{
  luotain_store_close (LUOTAIN_STORE (object));
  G_OBJECT_CLASS (luotain_store_parent_class)->dispose (object);
}

static void
luotain_store_finalize (GObject *object)
{
  LuotainStore *self = LUOTAIN_STORE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->state, luotain_history_state_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->wake);
  g_cond_clear (&self->answered);
  G_OBJECT_CLASS (luotain_store_parent_class)->finalize (object);
}

static void
luotain_store_class_init (LuotainStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = luotain_store_dispose;
  object_class->finalize = luotain_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", LUOTAIN_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, LUOTAIN_TYPE_CHANGES);
  /* For LuotainHistory alone: its properties follow from it. */
  signals[HISTORY_CHANGED] = g_signal_new ("history-changed", LUOTAIN_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
luotain_store_init (LuotainStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  g_cond_init (&self->answered);
  g_queue_init (&self->waiting);
  g_queue_init (&self->in_background);
  self->context = g_main_context_ref_thread_default ();
}

void
luotain_store_close (LuotainStore *self)
{
  g_return_if_fail (LUOTAIN_IS_STORE (self));

  if (self->thread != NULL)
    {
      GThread *thread;

      g_mutex_lock (&self->mutex);
      thread = g_steal_pointer (&self->thread);
      self->closing = TRUE;
      g_cond_signal (&self->wake);
      g_mutex_unlock (&self->mutex);
      g_thread_join (thread);
    }

  if (self->db != NULL && !sqlite3_get_autocommit (self->db->handle))
    luotain_db_execute (self->db, "ROLLBACK", NULL);

  g_clear_pointer (&self->db, luotain_db_close);
  g_clear_pointer (&self->registration, luotain_workbook_file_unregister);
}

/* ---- what is known of it ---- */

GFile *
luotain_store_get_file (LuotainStore *self)
{
  return self->file;
}

gboolean
luotain_store_is_writable (LuotainStore *self)
{
  return self->writable;
}

const LuotainModel *
luotain_store_get_model (LuotainStore *self)
{
  return self->model;
}

gboolean
luotain_store_was_unclean (LuotainStore *self)
{
  return self->unclean;
}

double
luotain_store_get_progress (LuotainStore *self)
{
  return g_atomic_int_get (&self->progress.permille) / 1000.0;
}
