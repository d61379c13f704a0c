#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainTableCsv: what to write where. */
typedef struct
{
  GOutputStream *stream;
  gint64 sector; /* 0 for all */
  LuotainLanguage language;
} LuotainTableCsv;

/**
 * luotain_table_csv_run:
 * @db: a database
 * @data: a LuotainTableCsv
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes a futures table as RFC 4180 has it, a key variable a line: its name, its states by
 * future image or, where the table is free, by letter, the state that each scenario's path goes through, and how many
 * findings stand behind it. What a spreadsheet would compute gets an apostrophe in front.
 *
 * Returns: whether all was written
 */
gboolean luotain_table_csv_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
