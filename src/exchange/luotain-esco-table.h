#pragma once

#include "luotain-esco-files.h"
#include "luotain-esco-writer.h"

G_BEGIN_DECLS

/** LuotainEscoProgress: told from time to time how many bytes of the table were read. */
typedef void (*LuotainEscoProgress) (guint64 offset, gpointer data);

/**
 * luotain_esco_table_read:
 * @file: a table of a package
 * @writer: where its concepts, names and relations go; names into the language that was begun
 * @faults: where to add what is wrong; the rows that are fine go on
 * @progress: told how far it is
 * @data: handed to @progress
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_STORE_ERROR
 *
 * Reads one table. Columns are found by name; those of no use are passed over.
 *
 * Returns: FALSE with @error set; what is wrong with the table is no error
 */
gboolean luotain_esco_table_read (const LuotainEscoFile *file, LuotainEscoWriter *writer,
                                  LuotainFaults *faults, LuotainEscoProgress progress, gpointer data,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
