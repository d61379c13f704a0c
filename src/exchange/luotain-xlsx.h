#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

G_BEGIN_DECLS

/** LuotainXlsx: which tables to write where. */
typedef struct
{
  const char *path; /* of a file that is written anew: libxlsxwriter writes to nothing else */
  const char *const *names; /* (nullable): of tables, NULL-terminated; %NULL for all that have rows */
  const gint64 *ids; /* (nullable): only what these records lead to */
  gsize n_ids;
  LuotainLanguage language;
} LuotainXlsx;

/**
 * luotain_xlsx_run:
 * @db: a database
 * @data: a LuotainXlsx
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED
 *
 * A LuotainJob that only reads: writes tables as a workbook of Office Open XML, a sheet each, for people: labels, titles
 * and one language. Texts are texts, whatever they begin with; a text that a cell cannot hold is cut and says so. Rows go
 * to temporary files as they come, so that memory stays flat. Same data, same bytes.
 *
 * Returns: whether all was written
 */
gboolean luotain_xlsx_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
