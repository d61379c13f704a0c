#pragma once

#include "luotain-db.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainXmlExport: what to write where. */
typedef struct
{
  GOutputStream *stream;
  const gint64 *ids; /* of a sector, a scenario, a profile …; NULL for the whole workbook */
  gsize n_ids;
} LuotainXmlExport;

/**
 * luotain_xml_export:
 * @db: a database
 * @data: a LuotainXmlExport
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes a workbook or the part of it that luotain_selection_make() finds. The stream
 * should be a file of this machine: as long as it is written nobody can write the workbook.
 *
 * Returns: whether all was written
 */
gboolean luotain_xml_export (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
