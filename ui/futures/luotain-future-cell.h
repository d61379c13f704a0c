#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FUTURE_CELL (luotain_future_cell_get_type ())

/**
 * LuotainFutureCell: a cell of the futures table: a text that is written where it stands.
 *
 * Signal `edited (const char *text, int way)`: somebody wrote @text and went on by a LuotainFutureCellWay.
 * Signal `left (int way)`: somebody stopped writing without a change.
 */
G_DECLARE_FINAL_TYPE (LuotainFutureCell, luotain_future_cell, LUOTAIN, FUTURE_CELL, GtkWidget)

typedef enum
{
  LUOTAIN_FUTURE_CELL_STAY, /* the focus went elsewhere by itself */
  LUOTAIN_FUTURE_CELL_NEXT, /* Tab */
  LUOTAIN_FUTURE_CELL_PREVIOUS, /* Shift+Tab */
  LUOTAIN_FUTURE_CELL_DOWN, /* Enter */
  LUOTAIN_FUTURE_CELL_BACK, /* Escape */
} LuotainFutureCellWay;

GtkWidget *luotain_future_cell_new (int row, int column);
int luotain_future_cell_get_row (LuotainFutureCell *self);
int luotain_future_cell_get_column (LuotainFutureCell *self); /* -1 for the variable itself */

/**
 * luotain_future_cell_show:
 * @id: a key variable or state; 0 for a cell that is to be filled
 * @text: (nullable): what it says
 * @hint: (nullable): what it says, lightly, while there is no text
 */
void luotain_future_cell_show (LuotainFutureCell *self, gint64 id, const char *text, const char *hint);
gint64 luotain_future_cell_get_id (LuotainFutureCell *self);
const char *luotain_future_cell_get_text (LuotainFutureCell *self);

/** luotain_future_cell_set_note: a small line below the text, %NULL for none. */
void luotain_future_cell_set_note (LuotainFutureCell *self, const char *note);

/** luotain_future_cell_set_margin: room for the lines of paths before the text. */
void luotain_future_cell_set_margin (LuotainFutureCell *self, int margin);

/** luotain_future_cell_begin_edit: @text: (nullable): what to begin with; %NULL for what stands there. */
void luotain_future_cell_begin_edit (LuotainFutureCell *self, const char *text);
gboolean luotain_future_cell_is_editing (LuotainFutureCell *self);

/** luotain_future_cell_get_editor: (nullable): what is written in. */
GtkWidget *luotain_future_cell_get_editor (LuotainFutureCell *self);

G_END_DECLS
