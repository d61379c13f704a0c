#pragma once

#include "luotain-faults.h"
#include "luotain-input.h"
#include "luotain-store.h"

G_BEGIN_DECLS

/**
 * luotain_validate:
 * @inputs: (element-type LuotainInput): what to check, as one set
 * @workbook: (nullable): a workbook into which references may lead too
 * @model: what workbooks hold
 * @faults: where to add what is wrong
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_STORE_ERROR: why it could not be checked
 *
 * Checks inputs against the schema, the rules no schema can say, and each other: ids that stand twice, links that lead
 * nowhere. Stores nothing. To be called on any thread but the one of @workbook's store.
 *
 * Returns: whether the inputs could be read, with faults or without
 */
gboolean luotain_validate (GPtrArray *inputs, LuotainStore *workbook, const LuotainModel *model,
                           LuotainFaults *faults, GCancellable *cancellable, GError **error);

G_END_DECLS
