#pragma once

#include "luotain-faults.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainWholeFileReader: makes something of a file.
 *
 * Returns: (nullable): %NULL where it cannot, with @faults
 */
typedef gpointer (*LuotainWholeFileReader) (const char *bytes, gsize length, const char *name,
                                            LuotainFaults *faults);

/**
 * luotain_whole_file_read:
 * @file: a file that is read as a whole; one of more than 64 MiB is a fault
 * @reader: makes something of it
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, or LUOTAIN_EXCHANGE_ERROR_INPUT with one line a fault
 *
 * Returns: (nullable): what @reader made
 */
gpointer luotain_whole_file_read (GFile *file, LuotainWholeFileReader reader, GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
