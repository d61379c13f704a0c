#include "config.h"

#include "luotain-context.h"
#include "luotain-edit.h"
#include "luotain-link.h"
#include "luotain-record-io.h"

/* A call that is under way: who asked, and whether there is still anybody to answer. */
typedef struct
{
  LuotainContext *context;
  GCancellable *cancellable;
  GWeakRef owner;
  gboolean owned;
  LuotainContextCallback callback;
  GDestroyNotify free_result;
  char *toast; /* (nullable): what is said when it is done */
} Call;

static Call *
call_new (LuotainContext *context, GCancellable *cancellable, LuotainContextCallback callback,
          GDestroyNotify free_result, gpointer owner)
{
  Call *self = g_new0 (Call, 1);

  self->context = g_object_ref (context);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->owned = owner != NULL;
  g_weak_ref_init (&self->owner, owner);
  self->callback = callback;
  self->free_result = free_result;
  return self;
}

static void
call_free (Call *self)
{
  g_weak_ref_clear (&self->owner);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_free (self->toast);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
call_answer (Call *self, gboolean success, gpointer result)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);

  if (self->callback != NULL && (owner != NULL || !self->owned)
      && !g_cancellable_is_cancelled (self->cancellable))
    self->callback (owner, success, result);
  else if (result != NULL && self->free_result != NULL)
    self->free_result (result);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;
  gpointer value = NULL;
  gboolean success = luotain_history_do_finish (LUOTAIN_HISTORY (source), result, &value, &error);

  if (!success && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    luotain_context_toast (call->context, error->message, FALSE);
  if (success && call->toast != NULL)
    luotain_context_toast (call->context, call->toast, TRUE);
  call_answer (call, success, value);
}

void
luotain_context_do_and_tell (LuotainContext *self, const char *label, LuotainJob job, gpointer data,
                             GDestroyNotify free_data, GDestroyNotify free_result, const char *toast)
{
  Call *call;

  g_return_if_fail (LUOTAIN_IS_CONTEXT (self));

  call = call_new (self, NULL, NULL, free_result, NULL);
  call->toast = g_strdup (toast);
  luotain_history_do_async (luotain_context_get_history (self), label, job, data, free_data, free_result,
                            NULL, done_cb, call);
}

void
luotain_context_do (LuotainContext *self, const char *label, LuotainJob job, gpointer data,
                    GDestroyNotify free_data, GDestroyNotify free_result, LuotainContextCallback callback,
                    gpointer owner)
{
  g_return_if_fail (LUOTAIN_IS_CONTEXT (self));

  luotain_history_do_async (luotain_context_get_history (self), label, job, data, free_data, free_result,
                            NULL, done_cb, call_new (self, NULL, callback, free_result, owner));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;
  gpointer value = NULL;
  gboolean success = luotain_store_read_finish (LUOTAIN_STORE (source), result, &value, &error);

  /* A record that went while it was asked for is no news: `changed` told it. */
  if (!success && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND))
    luotain_context_toast (call->context, error->message, FALSE);
  call_answer (call, success, value);
}

void
luotain_context_read (LuotainContext *self, LuotainJob job, gpointer data, GDestroyNotify free_data,
                      GDestroyNotify free_result, GCancellable *cancellable, LuotainContextCallback callback,
                      gpointer owner)
{
  g_return_if_fail (LUOTAIN_IS_CONTEXT (self));

  luotain_store_read_async (luotain_context_get_store (self), job, data, free_data, free_result, cancellable,
                            read_cb, call_new (self, cancellable, callback, free_result, owner));
}

/* One change of a field or a link. */
typedef struct
{
  gint64 id;
  char *name;
  char *text;
  gint64 target;
} Edit;

static Edit *
edit_new (gint64 id, const char *name, const char *text, gint64 target)
{
  Edit *self = g_new0 (Edit, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->text = g_strdup (text);
  self->target = target;
  return self;
}

static void
edit_free (gpointer data)
{
  Edit *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static gboolean
set_field (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Edit *edit = data;

  return luotain_edit_set_field (db, edit->id, edit->name, edit->text, TRUE, error);
}

static const LuotainRole *
find_role (LuotainDb *db, const char *name)
{
  const LuotainRole *role = luotain_model_role (luotain_db_get_model (db), name);

  g_assert (role != NULL);
  return role;
}

static gboolean
link_records (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Edit *edit = data;

  if (edit->target == 0)
    return luotain_link_set_only (db, edit->id, find_role (db, edit->name), 0, error);
  return luotain_edit_link (db, edit->id, edit->name, edit->target, error);
}

static gboolean
unlink_records (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Edit *edit = data;

  return luotain_link_remove (db, edit->id, find_role (db, edit->name), edit->target, error);
}

void
luotain_context_set_field (LuotainContext *self, const char *label, gint64 id, const char *name,
                           const char *text, LuotainContextCallback callback, gpointer owner)
{
  luotain_context_do (self, label, set_field, edit_new (id, name, text, 0), edit_free, NULL, callback, owner);
}

void
luotain_context_link (LuotainContext *self, const char *label, gint64 source, const char *role, gint64 target)
{
  luotain_context_do (self, label, link_records, edit_new (source, role, NULL, target), edit_free, NULL, NULL,
                      NULL);
}

void
luotain_context_unlink (LuotainContext *self, const char *label, gint64 source, const char *role,
                        gint64 target)
{
  luotain_context_do (self, label, unlink_records, edit_new (source, role, NULL, target), edit_free, NULL,
                      NULL, NULL);
}

static gboolean
delete_record (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Edit *edit = data;

  return luotain_record_delete (db, edit->id, error);
}

void
luotain_context_delete (LuotainContext *self, const char *label, gint64 id, const char *toast)
{
  luotain_context_do_and_tell (self, label, delete_record, edit_new (id, NULL, NULL, 0), edit_free, NULL,
                               toast);
}
