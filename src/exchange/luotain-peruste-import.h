#pragma once

#include "luotain-db.h"
#include "luotain-peruste.h"

G_BEGIN_DECLS

/** LuotainPerusteImport: a qualification that is to come into a workbook. */
typedef struct
{
  const LuotainPeruste *peruste;
  gint64
      organisation; /* whose curriculum it is; 0 for the Finnish National Agency for Education, which is made where it is not there */
} LuotainPerusteImport;

/**
 * luotain_peruste_import_run:
 *
 * A #LuotainJob: @data is a #LuotainPerusteImport, the result a #LuotainImportSummary whose warnings are the notes of the reader.
 * The qualification, its units and their requirements become curriculum units, each part of the one above. What stands there
 * already, by its code below the same one or by its address where it has no code, is changed and not made again: texts in the
 * languages of the file are replaced, others stay, as do links. What is no longer in the file stays, and is noted.
 */
gboolean luotain_peruste_import_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_peruste_import_file_run:
 *
 * A #LuotainJob: @data is a #GFile, the result as luotain_peruste_import_run(). Reads the file and takes the qualification in, as the
 * Agency's; LUOTAIN_EXCHANGE_ERROR_INPUT where it is none.
 */
gboolean luotain_peruste_import_file_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
