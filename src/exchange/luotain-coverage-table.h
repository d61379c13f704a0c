#pragma once

#include "luotain-tables.h"
#include "luotain-vocabulary.h"

G_BEGIN_DECLS

/** LUOTAIN_COVERAGE_TABLE: what the table is called. */
#define LUOTAIN_COVERAGE_TABLE "coverage-matrix"

/**
 * luotain_coverage_table_write:
 * @db: a database
 * @query: where to, and for whom
 * @words: the workbook's words
 * @sector: 0 for all
 * @error: LUOTAIN_STORE_ERROR, or what the sink failed with
 *
 * Writes what the profiles need and how each organisation covers it: a row a competence and role level of a sector, five
 * columns an organisation: status, decision, who carries it out, by when, units.
 */
gboolean luotain_coverage_table_write (LuotainDb *db, const LuotainTablesQuery *query, LuotainWordList *words,
                                       gint64 sector, GError **error);

G_END_DECLS
