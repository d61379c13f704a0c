#pragma once

#include "luotain-faults.h"
#include "luotain-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainInput: something to be read as items: a file in XML, another workbook, a stream. Can be read once. */
typedef struct _LuotainInput LuotainInput;

/**
 * luotain_input_new:
 * @file: a workbook, known by its suffix .luotain or its content, or XML
 *
 * Returns: (transfer full): an input that has not been looked at
 */
LuotainInput *luotain_input_new (GFile *file);

/**
 * luotain_input_new_for_stream:
 * @stream: XML, mostly standard input
 * @name: what to call it in messages
 *
 * Returns: (transfer full): an input that has not been looked at
 */
LuotainInput *luotain_input_new_for_stream (GInputStream *stream, const char *name);
void luotain_input_free (LuotainInput *self);

const char *luotain_input_get_name (LuotainInput *self);

/** luotain_input_set_name: what to call it in messages instead of its path: as its user wrote it. */
void luotain_input_set_name (LuotainInput *self, const char *name);

/** luotain_input_get_size: in bytes, 0 where that is not known. */
guint64 luotain_input_get_size (LuotainInput *self);

/**
 * luotain_input_open:
 * @self: an input that was not opened
 * @model: what workbooks hold
 * @faults: where to add what is wrong
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_STORE_ERROR
 *
 * Reads the beginning, so that luotain_input_is_whole() and luotain_input_get_language() can answer.
 */
gboolean luotain_input_open (LuotainInput *self, const LuotainModel *model, LuotainFaults *faults,
                             GCancellable *cancellable, GError **error);

/** luotain_input_is_whole: whether it holds a workbook record, and not just a part of a workbook. */
gboolean luotain_input_is_whole (LuotainInput *self);

/** luotain_input_get_language: the main language the input names, FALSE where it names none. */
gboolean luotain_input_get_language (LuotainInput *self, LuotainLanguage *language);

/**
 * LuotainInputFunc:
 * @items: (transfer full) (element-type LuotainItem): the next records, owners before what they own
 * @done: bytes read up to now
 * @data: of the caller
 *
 * Returns: whether to go on
 */
typedef gboolean (*LuotainInputFunc) (GPtrArray *items, guint64 done, gpointer data);

/**
 * luotain_input_read:
 * @self: an open input
 * @func: called for all items, on the calling thread or, for a workbook, on another one
 * @data: for @func
 * @faults: where to add what is wrong
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_STORE_ERROR
 *
 * Returns: whether it could be read, faults or not
 */
gboolean luotain_input_read (LuotainInput *self, LuotainInputFunc func, gpointer data, LuotainFaults *faults,
                             GCancellable *cancellable, GError **error);

/** luotain_input_get_n_unknown: elements and attributes of a later version that were skipped. */
guint luotain_input_get_n_unknown (LuotainInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainInput, luotain_input_free)

G_END_DECLS
