#pragma once

#include "luotain-faults.h"
#include "luotain-item-queue.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainInputThread: reads and checks inputs on a thread of its own, so that reading and storing overlap.
 */
typedef struct _LuotainInputThread LuotainInputThread;

/**
 * luotain_input_thread_new:
 * @inputs: (element-type LuotainInput): open inputs; must outlive the thread
 * @faults: where to add what is wrong; not to be touched until luotain_input_thread_finish()
 * @cancellable: (nullable)
 *
 * Returns: (transfer full): a running thread
 */
LuotainInputThread *luotain_input_thread_new (GPtrArray *inputs, LuotainFaults *faults,
                                              GCancellable *cancellable);

/**
 * luotain_input_thread_next:
 * @self: a thread
 *
 * Returns: (transfer full) (nullable): the next items, input by input; %NULL behind the last, or from the first fault
 *   or error on
 */
LuotainItemBatch *luotain_input_thread_next (LuotainInputThread *self);

/**
 * luotain_input_thread_finish:
 * @self: a thread whose items are all taken
 * @error: G_IO_ERROR, LUOTAIN_STORE_ERROR
 *
 * Returns: whether all inputs could be read, with faults or without
 */
gboolean luotain_input_thread_finish (LuotainInputThread *self, GError **error);

/** luotain_input_thread_free: stops the thread where it has not come to its end. */
void luotain_input_thread_free (LuotainInputThread *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainInputThread, luotain_input_thread_free)

G_END_DECLS
