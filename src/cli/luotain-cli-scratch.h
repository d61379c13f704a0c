#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainCliScratch: a folder of its own for files on their way in or out; gone with all in it when freed. */
typedef struct _LuotainCliScratch LuotainCliScratch;

/**
 * luotain_cli_scratch_new:
 * @error: G_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): an empty folder that only this user can read
 */
LuotainCliScratch *luotain_cli_scratch_new (GError **error);
void luotain_cli_scratch_free (LuotainCliScratch *self);

/**
 * luotain_cli_scratch_get_file:
 * @self: a folder
 * @name: name of a file in it
 *
 * Returns: (transfer full): the file, which need not exist
 */
GFile *luotain_cli_scratch_get_file (LuotainCliScratch *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCliScratch, luotain_cli_scratch_free)

G_END_DECLS
