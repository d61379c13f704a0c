#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainAtomicFile: a file that appears whole or not at all.
 *
 * Written as a temporary file in the same folder; luotain_atomic_file_commit() syncs it, gives it its name and syncs
 * the folder. Freed without a commit it leaves nothing behind and an older file of the name as it was.
 */
typedef struct _LuotainAtomicFile LuotainAtomicFile;

/**
 * luotain_atomic_file_new:
 * @file: a local file that is to appear; may exist
 * @error: G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): free with luotain_atomic_file_free()
 */
LuotainAtomicFile *luotain_atomic_file_new (GFile *file, GError **error);

/**
 * luotain_atomic_file_get_stream:
 * @self: a file being written
 *
 * Returns: (transfer none): where to write it, buffered
 */
GOutputStream *luotain_atomic_file_get_stream (LuotainAtomicFile *self);

/**
 * luotain_atomic_file_peek_path:
 * @self: a file being written
 *
 * Returns: the path of the temporary file, for libraries that write files themselves
 */
const char *luotain_atomic_file_peek_path (LuotainAtomicFile *self);

/**
 * luotain_atomic_file_commit:
 * @self: a file that was written
 * @error: G_IO_ERROR
 *
 * Returns: whether the whole file now stands, safely, under its name
 */
gboolean luotain_atomic_file_commit (LuotainAtomicFile *self, GError **error);

void luotain_atomic_file_free (LuotainAtomicFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainAtomicFile, luotain_atomic_file_free)

G_END_DECLS
