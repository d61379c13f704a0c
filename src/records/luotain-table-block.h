#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A block of cells on the clipboard has at most so many rows and columns, and a cell so many characters. */
#define LUOTAIN_TABLE_BLOCK_MAX_ROWS 250
#define LUOTAIN_TABLE_BLOCK_MAX_COLUMNS 64
#define LUOTAIN_TABLE_BLOCK_MAX_CHARACTERS 2000
#define LUOTAIN_TABLE_BLOCK_MAX_BYTES (1024 * 1024)

/** LuotainTableBlock: cells from the clipboard, as spreadsheets put them there: tabs between, a line a row. */
typedef struct
{
  GPtrArray *rows; /* (element-type GPtrArray): of char *, one line of text each, none %NULL */
  guint n_columns; /* of the longest row */
} LuotainTableBlock;

/**
 * luotain_table_block_parse:
 * @text: what stood on the clipboard; need not be valid
 * @length: in bytes, or -1
 * @error: LUOTAIN_TEXT_ERROR
 *
 * Reads cells as Excel and LibreOffice write them: a cell that holds a line feed, tab or quote stands in quotes, and its
 * quotes are doubled. Line feeds within a cell become blanks. What is longer or wider than the limits above is refused.
 *
 * Returns: (transfer full) (nullable): the cells; no rows for no text
 */
LuotainTableBlock *luotain_table_block_parse (const char *text, gssize length, GError **error);
void luotain_table_block_free (LuotainTableBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainTableBlock, luotain_table_block_free)

/**
 * luotain_table_block_get:
 *
 * Returns: (nullable) (transfer none): the text of a cell; %NULL beyond the end of its row
 */
const char *luotain_table_block_get (const LuotainTableBlock *self, guint row, guint column);

/**
 * luotain_table_block_append:
 * @tsv: what is being written
 * @text: (nullable): the text of a cell
 * @first: whether the cell is the first of its row
 *
 * Writes a cell in the form luotain_table_block_parse() reads; the caller ends rows with a line feed.
 */
void luotain_table_block_append (GString *tsv, const char *text, gboolean first);

G_END_DECLS
