#pragma once

#include "luotain-future-cell.h"
#include "luotain-futures-grid.h"

G_BEGIN_DECLS

/* Room for one line of a path before the text of a cell. */
#define LUOTAIN_GRID_LANE 13

struct _LuotainFuturesGrid
{
  GtkWidget parent_instance;

  LuotainContext *context;
  const LuotainFuturesTable *table; /* (nullable) */
  const LuotainFuturesLayout *layout; /* (nullable) */
  const LuotainTableMarks *marks; /* (nullable) */

  GPtrArray *titles; /* (element-type GtkLabel): over the variables, then a column each */
  GPtrArray *cells; /* (element-type LuotainFutureCell): rows × (columns + 1), %NULL where there is none */
  int n_rows; /* those of the table and the one to add */
  int n_columns; /* of states, and in the free layout the one to add */
  guint n_lanes; /* as many paths as go through one state */

  int row, column; /* where the focus is or was */
  int anchor_row, anchor_column; /* where a range begins */
  gboolean wanted; /* the focus is to go to row and column as soon as there is such a cell */
  gint64 follow; /* a record the focus follows when it has moved */
  gint64 lit; /* a scenario, 0 for none */

  GArray *lines; /* (element-type int): where rows begin, then where the last ends */
  int heads_y; /* where the names of paths stand */
  int heads_height;
  int head_width, column_width;
  GtkWidget *menu; /* (nullable) */
};

/* luotain-futures-grid.c */
LuotainFutureCell *luotain_grid_cell_at (LuotainFuturesGrid *self, int row, int column);
void luotain_grid_move_to (LuotainFuturesGrid *self, int row, int column, gboolean extend);
gboolean luotain_grid_is_writable (LuotainFuturesGrid *self);
gboolean luotain_grid_acts (LuotainFuturesGrid *self);
void luotain_grid_show_range (LuotainFuturesGrid *self);

/* luotain-futures-grid-cells.c */
void luotain_grid_show_cell (LuotainFuturesGrid *self, LuotainFutureCell *cell, int row, int column);

/* luotain-futures-grid-draw.c */
guint luotain_grid_count_lanes (LuotainFuturesGrid *self);
guint luotain_grid_count_heads (LuotainFuturesGrid *self);
void luotain_grid_draw_paths (LuotainFuturesGrid *self, GtkSnapshot *snapshot);

/* luotain-futures-grid-keys.c */
void luotain_grid_install_keys (GtkWidgetClass *klass);
void luotain_grid_add_controllers (LuotainFuturesGrid *self);
void luotain_grid_add_cell_controllers (LuotainFuturesGrid *self, LuotainFutureCell *cell);

/* luotain-futures-grid-edit.c */
void luotain_grid_install_edits (GtkWidgetClass *klass);
void luotain_grid_cell_edited (LuotainFuturesGrid *self, LuotainFutureCell *cell, const char *text);
void luotain_grid_move_record (LuotainFuturesGrid *self, LuotainFutureCell *cell, GtkDirectionType direction);
void luotain_grid_drop (LuotainFuturesGrid *self, gint64 id, LuotainFutureCell *onto);

G_END_DECLS
