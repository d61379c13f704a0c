#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainAtomicFolder: a folder that appears whole or not at all.
 *
 * Filled as a temporary folder beside; luotain_atomic_folder_commit() syncs its folders, gives it its name and syncs the
 * folder it is in. What files hold, who writes them syncs. Freed without a commit it leaves nothing behind.
 */
typedef struct _LuotainAtomicFolder LuotainAtomicFolder;

/**
 * luotain_atomic_folder_new:
 * @folder: a folder of this computer that is to appear: that does not exist yet, or is empty
 * @error: G_IO_ERROR_EXISTS where its name is taken, _NOT_SUPPORTED where it is on no computer of ours, …
 *
 * Returns: (transfer full) (nullable): free with luotain_atomic_folder_free()
 */
LuotainAtomicFolder *luotain_atomic_folder_new (GFile *folder, GError **error);

/**
 * luotain_atomic_folder_new_beside:
 * @file: a file of this computer
 * @error: as luotain_atomic_folder_new()
 *
 * A temporary folder on the same disk as @file, for what @file is made from; it is never committed.
 *
 * Returns: (transfer full) (nullable): free with luotain_atomic_folder_free()
 */
LuotainAtomicFolder *luotain_atomic_folder_new_beside (GFile *file, GError **error);

/**
 * luotain_atomic_folder_peek_path:
 * @self: a folder being filled
 *
 * Returns: the path of the temporary folder
 */
const char *luotain_atomic_folder_peek_path (LuotainAtomicFolder *self);

/**
 * luotain_atomic_folder_commit:
 * @self: a folder that was filled
 * @error: G_IO_ERROR
 *
 * Returns: whether the whole folder now stands under its name
 */
gboolean luotain_atomic_folder_commit (LuotainAtomicFolder *self, GError **error);

void luotain_atomic_folder_free (LuotainAtomicFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainAtomicFolder, luotain_atomic_folder_free)

/** luotain_folder_sync: keeps the names in a folder when the power goes; without it a rename itself may be lost. */
void luotain_folder_sync (const char *path);

/** luotain_folder_remove: removes a folder with all that is in it; what links lead to stays. */
void luotain_folder_remove (const char *path);

/**
 * luotain_folder_fail:
 * @path: what could not be written
 * @code: errno
 * @error: (out): G_IO_ERROR
 *
 * Returns: %FALSE
 */
gboolean luotain_folder_fail (const char *path, int code, GError **error);

G_END_DECLS
