#pragma once

#include "luotain-csv.h"
#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainCsvExport: which tables to write where. */
typedef struct
{
  GOutputStream *stream; /* (nullable): of one table; else a file a table into @folder */
  GFile *folder; /* (nullable): a folder of this computer that does not exist yet or is empty */
  const char *const
      *names; /* (nullable): of tables, NULL-terminated: exactly one with @stream; %NULL for all */
  LuotainCsvForm
      form; /* RFC 4180 has names, ids and every language, that for Excel labels, titles and one language */
  const gint64 *ids; /* (nullable): only what these records lead to */
  gsize n_ids;
  LuotainLanguage language;
} LuotainCsvExport;

/**
 * luotain_csv_export_run:
 * @db: a database
 * @data: a LuotainCsvExport
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes tables of a workbook as CSV. A folder appears whole or not at all.
 */
gboolean luotain_csv_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
