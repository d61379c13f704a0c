#pragma once

#include "luotain-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainArchive: an archive package to be made of a workbook. */
typedef struct
{
  GFile *target; /* a folder that does not exist yet or is empty; or a zip, which is replaced */
  gboolean zip;
  gboolean without_personal_data; /* see luotain_personal_data_remove() */
  guint languages; /* of the pages: bits 1 << LuotainLanguage; 0 for all */
  GCancellable *cancellable; /* (nullable) */
  int *per_mille; /* (nullable): is set, atomically, to how far it is */
} LuotainArchive;

/**
 * luotain_archive_write:
 * @store: an open workbook
 * @archive: what to make of it
 * @private_copy: make it from a copy, so that the workbook can be written meanwhile
 * @error: G_IO_ERROR, LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED
 *
 * Makes a package (BagIt 1.0): canonical XML with schemas and style sheet, pages, tables, and a README that says how to
 * check and open it without this program. Everything is made from one state of the workbook; without personal data from a
 * private copy from which that was taken out, so that no file can tell what another keeps. Blocks; to be called on any
 * thread but the one of the store.
 *
 * Returns: whether the whole package now stands in its place
 */
gboolean luotain_archive_write (LuotainStore *store, const LuotainArchive *archive, gboolean private_copy,
                                GError **error);

G_END_DECLS
