#pragma once

#include "luotain-db.h"
#include "luotain-scw.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * luotain_scw_file_read:
 * @file: a `.scw` of ScenarioWizard, else a matrix as CSV
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, or LUOTAIN_EXCHANGE_ERROR_INPUT with one line a fault
 *
 * Returns: (transfer full) (nullable): the model
 */
LuotainScw *luotain_scw_file_read (GFile *file, GCancellable *cancellable, GError **error);

/**
 * luotain_scw_file_import_run:
 *
 * A #LuotainJob: @data is a #GFile, the result a #LuotainImportSummary. Imports the model in the file as luotain_scw_import_run()
 * does, into a sector of its own; LUOTAIN_EXCHANGE_ERROR_INPUT where it is none.
 */
gboolean luotain_scw_file_import_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
