#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainCsvForm: for whom a table of text is written. */
typedef enum
{
  LUOTAIN_CSV_RFC_4180, /* machines: commas, UTF-8 without a mark, texts as they are */
  LUOTAIN_CSV_EXCEL_FI /* Excel in Finnish: semicolons, byte order mark, decimal comma, no text taken for a formula */
} LuotainCsvForm;

/**
 * LuotainCsv: writes one table, cell by cell and row by row, as RFC 4180 has it: lines end with CR and LF, a line feed
 * within a text stays in its quoted cell.
 *
 * Errors stick and are asked once, at the end.
 */
typedef struct _LuotainCsv LuotainCsv;

/**
 * luotain_csv_new:
 * @stream: where to write; must live as long
 * @form: for whom
 * @cancellable: (nullable)
 *
 * Returns: (transfer full): free with luotain_csv_free()
 */
LuotainCsv *luotain_csv_new (GOutputStream *stream, LuotainCsvForm form, GCancellable *cancellable);

/**
 * luotain_csv_text:
 * @self: a table
 * @text: (nullable): valid UTF-8; %NULL is an empty cell
 *
 * Writes a cell. In the form for Excel a text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
void luotain_csv_text (LuotainCsv *self, const char *text);

/**
 * luotain_csv_number:
 * @self: a table
 * @number: LUOTAIN_NUMBER_UNSET is an empty cell
 */
void luotain_csv_number (LuotainCsv *self, gint64 number);

/**
 * luotain_csv_decimal:
 * @self: a table
 * @number: finite
 * @digits: how many behind the point or comma
 */
void luotain_csv_decimal (LuotainCsv *self, double number, guint digits);

/** luotain_csv_end_row: ends the row; the next cell is the first of another. */
void luotain_csv_end_row (LuotainCsv *self);

/**
 * luotain_csv_row:
 * @self: a table
 * @...: texts, ended by %NULL
 *
 * Writes a whole row of texts.
 */
void luotain_csv_row (LuotainCsv *self, ...) G_GNUC_NULL_TERMINATED;

/**
 * luotain_csv_finish:
 * @self: a table whose last row was ended
 * @error: G_IO_ERROR
 *
 * Returns: whether all was written
 */
gboolean luotain_csv_finish (LuotainCsv *self, GError **error);

void luotain_csv_free (LuotainCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCsv, luotain_csv_free)

/**
 * luotain_csv_is_formula:
 * @text: valid UTF-8
 *
 * Returns: whether a spreadsheet might compute it instead of showing it
 */
gboolean luotain_csv_is_formula (const char *text);

G_END_DECLS
