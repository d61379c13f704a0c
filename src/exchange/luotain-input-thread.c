#include "luotain-input-thread.h"

#include "luotain-input.h"

struct _LuotainInputThread
{
  GPtrArray *inputs;
  LuotainFaults *faults;
  LuotainItemQueue *queue;
  GCancellable *outer; /* (nullable): the caller's, which cancels ours */
  gulong outer_handler;
  GCancellable *cancellable;
  GThread *thread;
  GError *error;

  guint input; /* the running one */
  guint64 done_before; /* bytes of the inputs before it */
};

static gboolean
push_items (GPtrArray *items, guint64 done, gpointer data)
{
  LuotainInputThread *self = data;
  LuotainItemBatch *batch;

  /* Nothing will be stored any more; what is still read is read for its faults. */
  if (luotain_faults_get_count (self->faults) > 0)
    {
      g_ptr_array_unref (items);
      return TRUE;
    }

  batch = g_new0 (LuotainItemBatch, 1);
  batch->input = self->input;
  batch->items = items;
  batch->done = self->done_before + done;
  return luotain_item_queue_push (self->queue, batch);
}

static gpointer
read_inputs (gpointer data)
{
  LuotainInputThread *self = data;

  for (self->input = 0; self->input < self->inputs->len && self->error == NULL; self->input++)
    {
      LuotainInput *input = self->inputs->pdata[self->input];

      luotain_input_read (input, push_items, self, self->faults, self->cancellable, &self->error);
      self->done_before += luotain_input_get_size (input);
    }

  luotain_item_queue_end (self->queue);
  return NULL;
}

static void
cancel_too_cb (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (data);
}

LuotainInputThread *
luotain_input_thread_new (GPtrArray *inputs, LuotainFaults *faults, GCancellable *cancellable)
{
  LuotainInputThread *self = g_new0 (LuotainInputThread, 1);

  self->inputs = inputs;
  self->faults = faults;
  self->queue = luotain_item_queue_new ();
  self->cancellable = g_cancellable_new ();

  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancel_too_cb),
                                                   g_object_ref (self->cancellable), g_object_unref);
    }

  self->thread = g_thread_new ("import", read_inputs, self);
  return self;
}

LuotainItemBatch *
luotain_input_thread_next (LuotainInputThread *self)
{
  return luotain_item_queue_pop (self->queue);
}

gboolean
luotain_input_thread_finish (LuotainInputThread *self, GError **error)
{
  g_clear_pointer (&self->thread, g_thread_join);

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

void
luotain_input_thread_free (LuotainInputThread *self)
{
  if (self == NULL)
    return;

  if (self->thread != NULL)
    {
      luotain_item_queue_close (self->queue);
      g_cancellable_cancel (self->cancellable);
      g_thread_join (self->thread);
    }

  g_cancellable_disconnect (self->outer, self->outer_handler);
  g_clear_object (&self->outer);
  g_object_unref (self->cancellable);
  luotain_item_queue_free (self->queue);
  g_clear_error (&self->error);
  g_free (self);
}
