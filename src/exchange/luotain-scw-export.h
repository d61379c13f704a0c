#pragma once

#include "luotain-db.h"
#include "luotain-scw.h"

G_BEGIN_DECLS

/** LuotainScwExport: which matrix to write. */
typedef struct
{
  gint64 sector; /* 0 for all key variables */
  LuotainLanguage language; /* of titles, notes and texts */
} LuotainScwExport;

/**
 * luotain_scw_export_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainScwExport, the result a #LuotainScw: the matrix of a sector as
 * luotain_matrix_run() loads it. Descriptions become notes and texts, reasons the texts of blocks; lines end in CRLF.
 */
gboolean luotain_scw_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
