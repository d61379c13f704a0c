#include "luotain-item-queue.h"

/* A batch is what 32 kB of a file hold: enough to keep both sides busy, little enough to keep memory flat. */
#define MOST_WAITING 16

struct _LuotainItemQueue
{
  GMutex mutex;
  GCond changed;
  GQueue waiting;
  gboolean ended, closed;
};

void
luotain_item_batch_free (LuotainItemBatch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

LuotainItemQueue *
luotain_item_queue_new (void)
{
  LuotainItemQueue *self = g_new0 (LuotainItemQueue, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->waiting);
  return self;
}

void
luotain_item_queue_free (LuotainItemQueue *self)
{
  if (self == NULL)
    return;

  g_queue_clear_full (&self->waiting, (GDestroyNotify) luotain_item_batch_free);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

gboolean
luotain_item_queue_push (LuotainItemQueue *self, LuotainItemBatch *batch)
{
  gboolean wanted;

  g_mutex_lock (&self->mutex);

  while (!self->closed && self->waiting.length >= MOST_WAITING)
    g_cond_wait (&self->changed, &self->mutex);

  wanted = !self->closed;

  if (wanted)
    g_queue_push_tail (&self->waiting, batch);
  else
    luotain_item_batch_free (batch);

  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return wanted;
}

void
luotain_item_queue_end (LuotainItemQueue *self)
{
  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

LuotainItemBatch *
luotain_item_queue_pop (LuotainItemQueue *self)
{
  LuotainItemBatch *batch;

  g_mutex_lock (&self->mutex);

  while (self->waiting.length == 0 && !self->ended)
    g_cond_wait (&self->changed, &self->mutex);

  batch = g_queue_pop_head (&self->waiting);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return batch;
}

void
luotain_item_queue_close (LuotainItemQueue *self)
{
  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}
