#include "config.h"

#include "luotain-history.h"

#include "luotain-history-steps.h"
#include "luotain-recorder.h"
#include "luotain-store-private.h"

#include <glib/gi18n-lib.h>

struct _LuotainHistory
{
  GObject parent_instance;

  LuotainStore *store;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LuotainHistory, luotain_history, G_TYPE_OBJECT)

/* ---- on the store thread ---- */

static gboolean
commit_and_tell (LuotainStore *store, LuotainRequest *request, GError **error)
{
  if (!luotain_store_commit (store, error))
    {
      g_clear_pointer (&request->changes, luotain_changes_unref);
      return FALSE;
    }

  request->state = luotain_history_state_load (luotain_store_get_db (store), NULL);
  return TRUE;
}

static gboolean
perform_change (LuotainStore *store, LuotainRequest *request, GError **error)
{
  LuotainDb *db = luotain_store_get_db (store);

  if (!luotain_store_require_writable (store, error) || !luotain_recorder_begin (db, error))
    return FALSE;

  if (!request->job (db, request->data, &request->value, error)
      || !luotain_recorder_end (db, request->label, &request->changes, error)
      || !luotain_history_steps_prune (db, error))
    {
      g_clear_pointer (&db->recorder, luotain_recorder_free);
      g_clear_pointer (&request->changes, luotain_changes_unref);
      luotain_store_roll_back (store);
      return FALSE;
    }

  return luotain_changes_is_empty (request->changes) || commit_and_tell (store, request, error);
}

static gboolean
perform_trial (LuotainStore *store, LuotainRequest *request, GError **error)
{
  LuotainDb *db = luotain_store_get_db (store);
  gboolean ok;

  if (!luotain_store_is_writable (store) && !luotain_db_execute (db, "BEGIN", error))
    return FALSE;

  ok = request->job (db, request->data, &request->value, error);
  luotain_store_roll_back (store);
  return ok;
}

static gboolean
perform_replay (LuotainStore *store, LuotainRequest *request, GError **error)
{
  LuotainDb *db = luotain_store_get_db (store);

  if (!luotain_store_require_writable (store, error))
    return FALSE;

  request->changes = luotain_changes_new ();

  if (luotain_history_steps_replay (db, request->flag, request->changes, &request->label, error))
    return commit_and_tell (store, request, error);

  g_clear_pointer (&request->changes, luotain_changes_unref);
  luotain_store_roll_back (store);
  return FALSE;
}

/* ---- requests ---- */

static LuotainRequest *
make_request (LuotainHistory *self, LuotainRequestFunc func, const char *label, LuotainJob job, gpointer data)
{
  LuotainRequest *request = luotain_request_new (self->store, func);

  request->label = g_strdup (label);
  request->job = job;
  request->data = data;
  return request;
}

static void
send (LuotainHistory *self, LuotainRequest *request, GDestroyNotify free_data, GDestroyNotify free_result,
      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  request->free_data = free_data;
  request->free_value = free_result;
  g_set_object (&request->cancellable, cancellable);
  luotain_store_send (self->store, request, self, callback, user_data);
}

static gboolean
finish (GAsyncResult *result, gpointer *value, char **label, GError **error)
{
  LuotainRequest *request = luotain_store_answer (result, error);

  if (request == NULL)
    return FALSE;

  if (value != NULL)
    *value = g_steal_pointer (&request->value);

  if (label != NULL)
    *label = g_steal_pointer (&request->label);

  luotain_request_free (request);
  return TRUE;
}

static gboolean
wait_for (LuotainHistory *self, LuotainRequest *request, gpointer *value, char **label, GError **error)
{
  const gboolean ok = luotain_store_send_and_wait (self->store, request, error);

  if (ok && value != NULL)
    *value = g_steal_pointer (&request->value);

  if (ok && label != NULL)
    *label = g_steal_pointer (&request->label);

  luotain_request_free (request);
  return ok;
}

void
luotain_history_do_async (LuotainHistory *self, const char *label, LuotainJob job, gpointer data,
                          GDestroyNotify free_data, GDestroyNotify free_result, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (LUOTAIN_IS_HISTORY (self));
  send (self, make_request (self, perform_change, label, job, data), free_data, free_result, cancellable,
        callback, user_data);
}

gboolean
luotain_history_do_finish (LuotainHistory *self, GAsyncResult *result, gpointer *value, GError **error)
{
  return finish (result, value, NULL, error);
}

gboolean
luotain_history_do (LuotainHistory *self, const char *label, LuotainJob job, gpointer data, gpointer *value,
                    GError **error)
{
  return wait_for (self, make_request (self, perform_change, label, job, data), value, NULL, error);
}

gboolean
luotain_history_try (LuotainHistory *self, LuotainJob job, gpointer data, gpointer *value, GError **error)
{
  return wait_for (self, make_request (self, perform_trial, NULL, job, data), value, NULL, error);
}

void
luotain_history_try_async (LuotainHistory *self, LuotainJob job, gpointer data, GDestroyNotify free_data,
                           GDestroyNotify free_result, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  send (self, make_request (self, perform_trial, NULL, job, data), free_data, free_result, cancellable,
        callback, user_data);
}

gboolean
luotain_history_try_finish (LuotainHistory *self, GAsyncResult *result, gpointer *value, GError **error)
{
  return finish (result, value, NULL, error);
}

static LuotainRequest *
make_replay (LuotainHistory *self, gboolean undo)
{
  LuotainRequest *request = luotain_request_new (self->store, perform_replay);

  request->flag = undo;
  return request;
}

gboolean
luotain_history_undo (LuotainHistory *self, char **label, GError **error)
{
  return wait_for (self, make_replay (self, TRUE), NULL, label, error);
}

gboolean
luotain_history_redo (LuotainHistory *self, char **label, GError **error)
{
  return wait_for (self, make_replay (self, FALSE), NULL, label, error);
}

void
luotain_history_undo_async (LuotainHistory *self, GAsyncReadyCallback callback, gpointer user_data)
{
  luotain_store_send (self->store, make_replay (self, TRUE), self, callback, user_data);
}

void
luotain_history_redo_async (LuotainHistory *self, GAsyncReadyCallback callback, gpointer user_data)
{
  luotain_store_send (self->store, make_replay (self, FALSE), self, callback, user_data);
}

gboolean
luotain_history_undo_finish (LuotainHistory *self, GAsyncResult *result, char **label, GError **error)
{
  return finish (result, NULL, label, error);
}

/* ---- the object ---- */

static void
history_changed_cb (LuotainHistory *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

LuotainHistory *
luotain_history_new (LuotainStore *store)
{
  LuotainHistory *self = g_object_new (LUOTAIN_TYPE_HISTORY, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "history-changed", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
luotain_history_can_undo (LuotainHistory *self)
{
  return luotain_store_is_writable (self->store)
         && luotain_store_get_history_state (self->store)->undo_label != NULL;
}

gboolean
luotain_history_can_redo (LuotainHistory *self)
{
  return luotain_store_is_writable (self->store)
         && luotain_store_get_history_state (self->store)->redo_label != NULL;
}

char *
luotain_history_dup_undo_label (LuotainHistory *self)
{
  const char *label = luotain_store_get_history_state (self->store)->undo_label;

  return label != NULL ? g_strdup (_ (label)) : NULL;
}

char *
luotain_history_dup_redo_label (LuotainHistory *self)
{
  const char *label = luotain_store_get_history_state (self->store)->redo_label;

  return label != NULL ? g_strdup (_ (label)) : NULL;
}

static void
luotain_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainHistory *self = LUOTAIN_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, luotain_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, luotain_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_take_string (value, luotain_history_dup_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_take_string (value, luotain_history_dup_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_history_dispose (GObject *object)
{
  g_clear_object (&LUOTAIN_HISTORY (object)->store);
  G_OBJECT_CLASS (luotain_history_parent_class)->dispose (object);
}

static void
luotain_history_class_init (LuotainHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = luotain_history_get_property;
  object_class->dispose = luotain_history_dispose;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
luotain_history_init (LuotainHistory *self)
{
  (void) self;
}
