#pragma once

#include "luotain-scw.h"

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

G_END_DECLS
