#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LuotainItemBatch: some items of an input on their way from the thread that reads to the one that stores. */
typedef struct
{
  guint input;
  GPtrArray *items; /* (element-type LuotainItem) */
  guint64 done; /* bytes of all inputs read up to now */
} LuotainItemBatch;

void luotain_item_batch_free (LuotainItemBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainItemBatch, luotain_item_batch_free)

/** LuotainItemQueue: a bounded queue between one thread that reads and one that stores. */
typedef struct _LuotainItemQueue LuotainItemQueue;

LuotainItemQueue *luotain_item_queue_new (void);
void luotain_item_queue_free (LuotainItemQueue *self);

/**
 * luotain_item_queue_push:
 * @self: a queue
 * @batch: (transfer full): a batch
 *
 * Waits while the queue is full.
 *
 * Returns: whether anybody still wants it
 */
gboolean luotain_item_queue_push (LuotainItemQueue *self, LuotainItemBatch *batch);

/** luotain_item_queue_end: says that no more will come. */
void luotain_item_queue_end (LuotainItemQueue *self);

/**
 * luotain_item_queue_pop:
 * @self: a queue
 *
 * Waits for the next batch.
 *
 * Returns: (transfer full) (nullable): the batch, %NULL behind the last
 */
LuotainItemBatch *luotain_item_queue_pop (LuotainItemQueue *self);

/** luotain_item_queue_close: says that no more is wanted: a push that waits gives up. */
void luotain_item_queue_close (LuotainItemQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainItemQueue, luotain_item_queue_free)

G_END_DECLS
