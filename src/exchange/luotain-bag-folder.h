#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** luotain_bag_folder_remove: removes a folder with all that is in it; what links lead to stays. */
void luotain_bag_folder_remove (const char *path);

/** luotain_bag_folder_sync: makes the names in a folder lasting. */
void luotain_bag_folder_sync (const char *path);

/**
 * luotain_bag_folder_fail:
 * @path: what could not be written
 * @code: errno
 * @error: (out): G_IO_ERROR
 *
 * Returns: %FALSE
 */
gboolean luotain_bag_folder_fail (const char *path, int code, GError **error);

G_END_DECLS
