#pragma once

#include "luotain-db.h"
#include "luotain-import-summary.h"
#include "luotain-input.h"
#include "luotain-workbook.h"

G_BEGIN_DECLS

/**
 * LuotainImport: inputs that come into a workbook as one set and one change.
 *
 * Records merge by identity: what is not there is added; what has the same content is left; of what differs, the one
 * that changed later stays. Links of both sides are kept. References may lead from one input to another or into the
 * workbook. An import runs once: to show beforehand what one would do, make one for luotain_history_try() and another
 * for luotain_history_do().
 */
typedef struct _LuotainImport LuotainImport;

/**
 * luotain_import_new:
 * @inputs: (transfer full) (element-type LuotainInput): what to read, in this order; frees its elements
 *
 * Returns: (transfer full): an import
 */
LuotainImport *luotain_import_new (GPtrArray *inputs);
void luotain_import_free (LuotainImport *self);

/**
 * luotain_import_prepare:
 * @self: an import that did not run
 * @model: what workbooks hold
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_STORE_ERROR
 *
 * Opens the inputs and reads their beginnings. The jobs do that by themselves; it is for who wants to know the
 * language before.
 */
gboolean luotain_import_prepare (LuotainImport *self, const LuotainModel *model, GCancellable *cancellable,
                                 GError **error);

/** luotain_import_get_language: the main language the inputs name, whole workbooks first; FALSE where none does. */
gboolean luotain_import_get_language (LuotainImport *self, LuotainLanguage *language);

/**
 * luotain_import_set_workbook:
 * @self: an import for luotain_import_seed()
 * @workbook: title and language for the new workbook; what is set in it goes before what the inputs say
 */
void luotain_import_set_workbook (LuotainImport *self, const LuotainWorkbook *workbook);

/**
 * luotain_import_run:
 * @db: a database
 * @data: a LuotainImport
 * @result: (out) (optional): a LuotainImportSummary
 * @error: LUOTAIN_EXCHANGE_ERROR_INPUT with one line a fault, LUOTAIN_STORE_ERROR, G_IO_ERROR
 *
 * A LuotainJob: brings the inputs into a workbook.
 */
gboolean luotain_import_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_import_seed:
 *
 * The LuotainJob for luotain_store_create(), as luotain_import_run(): makes a workbook from inputs. The first whole one
 * brings the workbook record and the vocabulary exactly as they are, with their times and revisions; the others merge.
 * Where none is whole the workbook begins with the defaults. There is no result; see luotain_import_get_summary().
 */
gboolean luotain_import_seed (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_import_get_summary:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): what luotain_import_seed() brought in
 */
const LuotainImportSummary *luotain_import_get_summary (LuotainImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainImport, luotain_import_free)

G_END_DECLS
