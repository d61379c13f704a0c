#pragma once

#include "luotain-db.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainHtmlExport: what to write where. */
typedef struct
{
  GOutputStream *stream;
  const gint64 *ids; /* of a sector, a scenario, a profile …; NULL for all scenarios and profiles */
  gsize n_ids;
  LuotainLanguage language; /* of the labels, and of the texts where there are several */
} LuotainHtmlExport;

/**
 * luotain_html_export:
 * @db: a database
 * @data: a LuotainHtmlExport
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes scenarios and profiles with their reasons as one page that needs no other file,
 * by a style sheet from the XML of that part of the workbook. What no scenario or profile leads to is not read.
 *
 * Returns: whether all was written
 */
gboolean luotain_html_export (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_html_transform:
 * @xml: (array length=length): a workbook or a part of one in XML, written by this program
 * @length: in bytes
 * @language: of the labels
 * @stream: where to write the page
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * Returns: whether all was written
 */
gboolean luotain_html_transform (const char *xml, gsize length, LuotainLanguage language,
                                 GOutputStream *stream, GCancellable *cancellable, GError **error);

G_END_DECLS
