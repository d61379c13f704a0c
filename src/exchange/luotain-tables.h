#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/*
 * Every record type of a workbook as a table, the robustness matrix and what is covered: one writer, driven by the
 * description of the types, for whatever keeps tables.
 */

/** LuotainTableSink: where tables go. The first row of each is its head. Errors of cells stick until the end. */
typedef struct
{
  gboolean (*begin) (gpointer sink, const char *name, const char *title, GError **error);
  void (*text) (gpointer sink, const char *text); /* (nullable) */
  void (*number) (gpointer sink, gint64 number); /* LUOTAIN_NUMBER_UNSET for an empty cell */
  void (*end_row) (gpointer sink);
  gboolean (*end) (gpointer sink, GError **error);
} LuotainTableSink;

/** LuotainTablesQuery: which tables, of what, for whom. */
typedef struct
{
  const char *const *names; /* (nullable): NULL-terminated; %NULL for all there are */
  const gint64 *ids; /* (nullable): only what these records lead to */
  gsize n_ids;
  /*
   * For people a table has labels, titles and one language; for machines names, keys, ids and every language, so that
   * nothing is lost.
   */
  gboolean for_people;
  LuotainLanguage language;
  gboolean skip_empty; /* leave tables without a row out */
  const LuotainTableSink *sink;
  gpointer data; /* for @sink */
} LuotainTablesQuery;

/**
 * luotain_tables_names:
 * @model: what a workbook may hold
 *
 * Returns: (transfer full): what the tables are called: `findings`, `scenarios`, …, `robustness`, `coverage-matrix`; NULL-terminated
 */
char **luotain_tables_names (const LuotainModel *model);

/**
 * luotain_tables_run:
 * @db: a database
 * @data: a LuotainTablesQuery; its names are those of luotain_tables_names()
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, or what the sink failed with
 *
 * A LuotainJob that only reads: writes tables, row by row, in flat memory.
 */
gboolean luotain_tables_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
