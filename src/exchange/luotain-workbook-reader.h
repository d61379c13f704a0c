#pragma once

#include "luotain-db.h"
#include "luotain-item.h"

G_BEGIN_DECLS

/**
 * LuotainWorkbookReader: reads an open workbook as items, in the order in which they are told and in flat memory.
 *
 * What is exported, and what is imported from another workbook, comes through here. Read it to the end or free it: a
 * half-read workbook keeps others from writing.
 */
typedef struct _LuotainWorkbookReader LuotainWorkbookReader;

/**
 * luotain_workbook_reader_new:
 * @db: a database; must outlive the reader
 * @selected: only the records of luotain_selection_make()
 *
 * Returns: (transfer full): a reader before the first record
 */
LuotainWorkbookReader *luotain_workbook_reader_new (LuotainDb *db, gboolean selected);
void luotain_workbook_reader_free (LuotainWorkbookReader *self);

/**
 * luotain_workbook_reader_next:
 * @self: a reader
 * @items: (out) (transfer full) (nullable) (element-type LuotainItem): some records, owners before what they own;
 *   %NULL behind the last
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR_CANCELLED
 *
 * Returns: whether the workbook could be read
 */
gboolean luotain_workbook_reader_next (LuotainWorkbookReader *self, GPtrArray **items, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainWorkbookReader, luotain_workbook_reader_free)

G_END_DECLS
