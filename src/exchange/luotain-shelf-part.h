#pragma once

#include "luotain-import-summary.h"
#include "luotain-shelf.h"

G_BEGIN_DECLS

/** LuotainShelfPart: a scenario or profile from a package or workbook on the shelf, on its way into another workbook. */
typedef struct _LuotainShelfPart LuotainShelfPart;

/**
 * luotain_shelf_part_read:
 * @item: where it lies
 * @id: of the scenario or profile
 * @model: what workbooks hold
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_INPUT where the package is not what it was, LUOTAIN_STORE_ERROR, G_IO_ERROR
 *
 * Reads it with all it stands on. Of a package only the records whose checksum is right are read. Blocks; to be called on
 * a thread of its own.
 *
 * Returns: (transfer full) (nullable): the part
 */
LuotainShelfPart *luotain_shelf_part_read (const LuotainShelfItem *item, gint64 id, const LuotainModel *model,
                                           GCancellable *cancellable, GError **error);
void luotain_shelf_part_free (LuotainShelfPart *self);

/**
 * luotain_shelf_part_take:
 * @db: a database
 * @data: a LuotainShelfPart that was not taken yet
 * @result: (out) (optional): a LuotainImportSummary
 * @error: LUOTAIN_EXCHANGE_ERROR_INPUT, LUOTAIN_STORE_ERROR
 *
 * A LuotainJob: brings the part into a workbook as an import does, by identity, and keeps its origin: a source that names
 * package or workbook, day and SHA-256, which the scenario has as its source. Where nothing was new nothing is added.
 */
gboolean luotain_shelf_part_take (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainShelfPart, luotain_shelf_part_free)

G_END_DECLS
