#pragma once

#include "luotain-scw.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * luotain_matrix_csv_read:
 * @data: the bytes of a file
 * @length: how many
 * @file: what to call it in messages
 * @title: of the model, where the first cell of the file is empty
 * @faults: where to add what is wrong, with its line
 *
 * Reads a cross-impact matrix from a table: the first line names the states, the first cell of each further line names
 * the state that influences, in the same order. States of one variable are called A1, A2, … (the variable is then A) or
 * “Variable: state”. Cells are parted by commas, semicolons or tabs; an empty one is 0.
 *
 * Returns: (transfer full) (nullable): the model, %NULL where there are faults
 */
LuotainScw *luotain_matrix_csv_read (const char *data, gsize length, const char *file, const char *title,
                                     LuotainFaults *faults);

/**
 * luotain_matrix_csv_write:
 * @scw: a model
 * @stream: where to write
 * @cancellable: (nullable)
 * @error: G_IO_ERROR
 *
 * Writes such a table, in UTF-8 as RFC 4180 has it, with states called “Variable: state”. Names are as they are, but that a
 * variable has no colon, that a second one of the same name gets a number behind it, and that what a spreadsheet would compute
 * gets an apostrophe in front.
 *
 * Returns: whether all was written
 */
gboolean luotain_matrix_csv_write (const LuotainScw *scw, GOutputStream *stream, GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
