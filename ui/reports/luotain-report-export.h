#pragma once

#include "luotain-export-format.h"
#include "luotain-store.h"

G_BEGIN_DECLS

/**
 * luotain_report_export_async:
 * @store: an open store
 * @file: the file or folder that is to appear, whole or not at all; a file is replaced where it exists
 * @ids: (nullable) (element-type gint64): sectors, scenarios and profiles; %NULL for the whole workbook
 * @parts: what goes in, where the format has parts
 * @format: what to write
 * @language: of texts
 * @cancellable: (nullable)
 * @callback: called with the store as source
 *
 * Writes a report, checks it where the format can be checked, and only then gives it its name. The same for every format.
 * luotain_store_get_progress() tells how far reading is.
 */
void luotain_report_export_async (LuotainStore *store, GFile *file, GArray *ids, LuotainReportParts parts,
                                  const LuotainExportFormat *format, LuotainLanguage language,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean luotain_report_export_finish (LuotainStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
