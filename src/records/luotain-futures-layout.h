#pragma once

#include "luotain-futures-table.h"
#include "luotain-table-block.h"
#include "luotain-table-edit.h"
#include "luotain-vocabulary.h"

G_BEGIN_DECLS

/** LuotainFuturesLayout: which state of a futures table stands in which column. */
typedef struct _LuotainFuturesLayout LuotainFuturesLayout;

/**
 * luotain_futures_layout_new:
 * @table: a table, which must outlive the layout
 * @by_image: whether the columns are the workbook's future images; else the states of each row one after the other
 * @words: the words of the workbook
 *
 * By image, states without one, and further ones of the same image, stand in columns behind those of the images, so that
 * no state is ever hidden.
 *
 * Returns: (transfer full): the layout
 */
LuotainFuturesLayout *luotain_futures_layout_new (const LuotainFuturesTable *table, gboolean by_image,
                                                  LuotainWordList *words);
void luotain_futures_layout_free (LuotainFuturesLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainFuturesLayout, luotain_futures_layout_free)

gboolean luotain_futures_layout_is_by_image (const LuotainFuturesLayout *self);
guint luotain_futures_layout_n_columns (const LuotainFuturesLayout *self);

/** luotain_futures_layout_title: Returns: (transfer full): an image's title, a letter, or a word for no image. */
char *luotain_futures_layout_title (const LuotainFuturesLayout *self, guint column);

/** luotain_futures_layout_image: Returns: (nullable): the key of the image that is this column. */
const char *luotain_futures_layout_image (const LuotainFuturesLayout *self, guint column);

/** luotain_futures_layout_state: Returns: index of the state in its row, LUOTAIN_FUTURES_OPEN for an empty cell. */
guint luotain_futures_layout_state (const LuotainFuturesLayout *self, guint row, guint column);

/** luotain_futures_layout_column: Returns: the column a state stands in. */
guint luotain_futures_layout_column (const LuotainFuturesLayout *self, guint row, guint state);

/**
 * luotain_futures_layout_paste:
 * @block: cells from the clipboard
 * @sector: of variables that are made
 * @row: where its first row goes; the number of rows for behind the last
 * @column: where its first column goes; -1 for the variables' own titles
 * @n_outside: (out): cells with text for which there is no place
 *
 * Returns: (transfer full): what is to be written
 */
LuotainTablePaste *luotain_futures_layout_paste (const LuotainFuturesLayout *self,
                                                 const LuotainTableBlock *block, gint64 sector, guint row,
                                                 int column, guint *n_outside);

/**
 * luotain_futures_layout_copy:
 * @row: the first row
 * @n_rows: how many
 * @column: the first column; -1 for the variables' own titles
 * @n_columns: how many
 *
 * Returns: (transfer full): those cells for the clipboard
 */
char *luotain_futures_layout_copy (const LuotainFuturesLayout *self, guint row, guint n_rows, int column,
                                   guint n_columns);

G_END_DECLS
