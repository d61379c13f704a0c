#pragma once

#include "luotain-faults.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LUOTAIN_CSV_READER_MAX_CELL, _ROW: bytes; the published ESCO packages have cells of 650,000 characters. */
#define LUOTAIN_CSV_READER_MAX_CELL (8 * 1024 * 1024)
#define LUOTAIN_CSV_READER_MAX_ROW (16 * 1024 * 1024)
#define LUOTAIN_CSV_READER_MAX_CELLS 1024

/**
 * LuotainCsvReader: reads a table of RFC 4180 row by row: UTF-8 with or without a byte order mark, lines that end in LF or CRLF,
 * line feeds and doubled quotation marks within quoted cells. Commas part the cells, or semicolons where the first line has
 * no comma. The first row names the columns. A row that is shorter has empty cells at its end.
 *
 * A fault (with the line on which its row begins) ends the table: what follows it cannot be trusted.
 */
typedef struct _LuotainCsvReader LuotainCsvReader;

/**
 * luotain_csv_reader_new:
 * @stream: where to read
 * @file: what to call it in messages
 * @faults: where to add what is wrong
 * @cancellable: (nullable)
 * @error: G_IO_ERROR
 *
 * Reads the first row.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set, or without where a fault was added
 */
LuotainCsvReader *luotain_csv_reader_new (GInputStream *stream, const char *file, LuotainFaults *faults,
                                          GCancellable *cancellable, GError **error);
void luotain_csv_reader_free (LuotainCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCsvReader, luotain_csv_reader_free)

/**
 * luotain_csv_reader_column:
 * @self: a table
 * @name: of a column; letter case aside
 *
 * Returns: its number, -1 where there is none
 */
int luotain_csv_reader_column (LuotainCsvReader *self, const char *name);

/**
 * luotain_csv_reader_next:
 * @self: a table
 * @error: G_IO_ERROR
 *
 * Goes to the next row that is not empty.
 *
 * Returns: FALSE at the end; with @error set or a fault added where it is not the end
 */
gboolean luotain_csv_reader_next (LuotainCsvReader *self, GError **error);

/**
 * luotain_csv_reader_get:
 * @self: a table
 * @column: a column, or -1
 *
 * Returns: (transfer none): the cell, valid UTF-8, until the next row; "" where there is none
 */
const char *luotain_csv_reader_get (LuotainCsvReader *self, int column);

/** luotain_csv_reader_get_line: Returns: the line on which the row begins, from 1. */
guint luotain_csv_reader_get_line (LuotainCsvReader *self);

/** luotain_csv_reader_get_offset: Returns: bytes read so far. */
guint64 luotain_csv_reader_get_offset (LuotainCsvReader *self);

G_END_DECLS
