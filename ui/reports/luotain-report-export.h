#pragma once

#include "luotain-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LUOTAIN_REPORT_XML,
  LUOTAIN_REPORT_HTML
} LuotainReportFormat;

/**
 * luotain_report_export_async:
 * @store: an open store
 * @file: the report that is to appear, whole and valid, or not at all; replaced where it exists
 * @ids: (nullable) (element-type gint64): sectors, scenarios and profiles; %NULL for the whole workbook
 * @format: what to write
 * @cancellable: (nullable)
 * @callback: called with the store as source
 *
 * Writes a report, validates it, and only then gives it its name. luotain_store_get_progress() tells how far it is.
 */
void luotain_report_export_async (LuotainStore *store, GFile *file, GArray *ids, LuotainReportFormat format,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean luotain_report_export_finish (LuotainStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
