#pragma once

#include "luotain-faults.h"

G_BEGIN_DECLS

/**
 * LuotainFaultQueue: faults of one file that wait for the end of their record.
 *
 * The schema and the builder find many faults twice. Of those on one line the builder's are kept, which say it in
 * better words.
 */
typedef struct _LuotainFaultQueue LuotainFaultQueue;

LuotainFaultQueue *luotain_fault_queue_new (void);
void luotain_fault_queue_free (LuotainFaultQueue *self);

/**
 * luotain_fault_queue_add:
 * @self: a queue
 * @line: where
 * @from_schema: whether the schema found it
 * @message: (transfer full): one sentence
 */
void luotain_fault_queue_add (LuotainFaultQueue *self, int line, gboolean from_schema, char *message);

/** luotain_fault_queue_count_own: how many the builder has found up to now, those that went on included. */
guint luotain_fault_queue_count_own (LuotainFaultQueue *self);

/**
 * luotain_fault_queue_flush:
 * @self: a queue
 * @last_line: faults behind it wait on
 * @faults: where the others go, in the order of their lines
 * @file: name of the input
 */
void luotain_fault_queue_flush (LuotainFaultQueue *self, int last_line, LuotainFaults *faults,
                                const char *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainFaultQueue, luotain_fault_queue_free)

G_END_DECLS
