#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/*
 * Databases that are no workbooks: what the program reads once from a published package and then looks up in, shared by
 * all workbooks of a user. They have no history and are made anew as a whole: written under a temporary name, then renamed.
 */

/**
 * luotain_catalogue_open:
 * @path: a file
 * @application: what its application_id must be
 * @version: what its user_version must be
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND where there is none, else another LUOTAIN_STORE_ERROR
 *
 * Opens a catalogue to be read. The database belongs to whoever opened it: use it in one thread at a time.
 *
 * Returns: (transfer full) (nullable): free with luotain_catalogue_close()
 */
LuotainDb *luotain_catalogue_open (const char *path, gint64 application, gint64 version, GError **error);

/**
 * luotain_catalogue_write:
 * @path: a file that nobody reads yet: the temporary one of a #LuotainAtomicFile, empty or a copy of an older catalogue
 * @application: its application_id
 * @version: its user_version
 * @schema: (nullable): SQL that makes its tables; %NULL for a copy
 * @cancellable: (nullable): statements fail with G_IO_ERROR_CANCELLED once it is cancelled
 * @error: LUOTAIN_STORE_ERROR
 *
 * Opens a catalogue to be written, fast and without care for power cuts: the file is worth nothing until it has its name.
 *
 * Returns: (transfer full) (nullable): free with luotain_catalogue_close()
 */
LuotainDb *luotain_catalogue_write (const char *path, gint64 application, gint64 version, const char *schema,
                                    GCancellable *cancellable, GError **error);

void luotain_catalogue_close (LuotainDb *db);

G_END_DECLS
