#include "luotain-report-grid.h"

#include "luotain-report-columns.h"

#include <string.h>

/* Where letters would have to be parted, a table is: no column gets less than this. */
#define NARROWEST 34.0

typedef struct
{
  const LuotainReportBlock *table;
  LuotainReportType *type;
  const LuotainReportRoom *room;
  LuotainReportWatch *watch;
} Making;

/* Tried in this order, until the words fit. */
static const struct
{
  double size;
  gboolean lies;
  double limit; /* the longest word that is never parted */
  double share; /* of the room: the rest is for columns of prose */
} tries[] = {
  { 9.25, FALSE, G_MAXDOUBLE, 0.86 },
  { 8.5, FALSE, 58, 1 },
  { 9.25, TRUE, G_MAXDOUBLE, 1 },
  { 8.5, TRUE, 46, 1 },
  { 8, TRUE, 0.1, 1 },
};

static void
cell_free (gpointer data)
{
  LuotainReportCell *cell = data;

  g_clear_pointer (&cell->stack, luotain_report_stack_free);
  g_clear_pointer (&cell->lines, g_array_unref);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  LuotainReportGridRow *row = data;

  g_clear_pointer (&row->cells, g_ptr_array_unref);
  g_free (row);
}

void
luotain_report_grid_free (LuotainReportGrid *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->edges, g_free);
  g_free (self);
}

double
luotain_report_grid_get_width (const LuotainReportGrid *self)
{
  return self->edges[self->n_columns];
}

LuotainReportGridRow *
luotain_report_grid_get_row (const LuotainReportGrid *self, guint row)
{
  return g_ptr_array_index (self->rows, row);
}

double
luotain_report_grid_rows_height (const LuotainReportGrid *self, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end && i < self->rows->len; i++)
    height += luotain_report_grid_get_row (self, i)->height;
  return height;
}

double
luotain_report_grid_head_height (const LuotainReportGrid *self)
{
  return luotain_report_grid_rows_height (self, 0, self->n_head_rows);
}

/* The lines of all pieces, below each other. */
static void
find_lines (LuotainReportCell *cell)
{
  double y = 0;

  cell->lines = g_array_new (FALSE, FALSE, sizeof (LuotainReportCellLine));
  for (guint i = 0; i < cell->stack->pieces->len; i++)
    {
      const LuotainReportPiece *piece = g_ptr_array_index (cell->stack->pieces, i);
      const guint n = piece->kind == LUOTAIN_REPORT_PIECE_TEXT ? piece->lines->len : 1;

      y += piece->before;
      for (guint j = 0; j < n; j++)
        {
          const double height = piece->kind == LUOTAIN_REPORT_PIECE_TEXT
                                    ? g_array_index (piece->lines, float, j)
                                    : piece->height;
          const LuotainReportCellLine line = { i, j, (float) y, (float) height };

          g_array_append_val (cell->lines, line);
          y += height;
        }
    }
  cell->height = y;
}

/* Which of the columns a cell stands in, those being in order. */
static gboolean
find_columns (const LuotainReportBlock *block, const guint *indices, guint n, LuotainReportCell *cell)
{
  guint span = 0;

  for (guint i = 0; i < n; i++)
    if (indices[i] >= block->column && indices[i] < block->column + block->column_span)
      {
        if (span == 0)
          cell->column = i;
        span++;
      }
  cell->column_span = span;
  return span > 0;
}

static void
add_cell (Making *making, LuotainReportGrid *grid, LuotainReportGridRow *row, const LuotainReportBlock *block,
          const guint *indices)
{
  LuotainReportCell *cell = g_new0 (LuotainReportCell, 1);
  LuotainReportRoom room = *making->room;

  g_ptr_array_add (row->cells, cell);
  cell->block = block;
  cell->row = block->row;
  cell->row_span = block->row_span;
  find_columns (block, indices, grid->n_columns, cell);
  cell->x = grid->edges[cell->column];
  cell->width = grid->edges[cell->column + cell->column_span] - cell->x;

  room.cell_size = grid->size;
  room.measure = room.width = room.lying_width = cell->width - 2 * LUOTAIN_REPORT_CELL_PADDING_X;
  cell->stack = luotain_report_stack_new (block, making->type, &room, making->watch);
  find_lines (cell);
}

static void
set_heights (LuotainReportGrid *grid)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      LuotainReportGridRow *row = luotain_report_grid_get_row (grid, i);

      row->height = MAX (row->height, grid->size * 1.33 + 2 * LUOTAIN_REPORT_CELL_PADDING_Y);
      for (guint j = 0; j < row->cells->len; j++)
        {
          const LuotainReportCell *cell = g_ptr_array_index (row->cells, j);
          const double height = cell->height + 2 * LUOTAIN_REPORT_CELL_PADDING_Y;
          const guint last = MIN (i + cell->row_span, grid->rows->len) - 1;
          const double above = luotain_report_grid_rows_height (grid, i, last);

          if (height > above)
            luotain_report_grid_get_row (grid, last)->height = MAX (
                luotain_report_grid_get_row (grid, last)->height, height - above);
          for (guint k = i; k < last; k++)
            luotain_report_grid_get_row (grid, k)->tied = TRUE;
        }
    }
}

/* Rows that hang together and are higher than a page cannot be parted: then no cell reaches down. */
static void
untie (LuotainReportGrid *grid, double height)
{
  for (guint i = 0; i < grid->rows->len;)
    {
      guint end = i + 1;

      while (end < grid->rows->len && luotain_report_grid_get_row (grid, end - 1)->tied)
        end++;
      if (end > i + 1 && luotain_report_grid_rows_height (grid, i, end) > height)
        for (; i < end; i++)
          {
            LuotainReportGridRow *row = luotain_report_grid_get_row (grid, i);

            row->tied = FALSE;
            row->height = 0;
            for (guint j = 0; j < row->cells->len; j++)
              {
                LuotainReportCell *cell = g_ptr_array_index (row->cells, j);

                cell->row_span = 1;
                row->height = MAX (row->height, cell->height + 2 * LUOTAIN_REPORT_CELL_PADDING_Y);
              }
          }
      i = end;
    }
}

static LuotainReportGrid *
make_grid (Making *making, double size, double width, const GArray *columns, const guint *indices, guint n)
{
  LuotainReportGrid *grid = g_new0 (LuotainReportGrid, 1);

  grid->size = size;
  grid->n_columns = n;
  grid->n_head_rows = making->table->n_head_rows;
  grid->rows = g_ptr_array_new_with_free_func (row_free);
  grid->edges = luotain_report_columns_share (columns, indices, n, width);

  for (guint i = 0; i < luotain_report_block_n_children (making->table); i++)
    {
      const LuotainReportBlock *block = luotain_report_block_child (making->table, i);
      LuotainReportGridRow *row = g_new0 (LuotainReportGridRow, 1);
      LuotainReportCell found;

      row->block = block;
      row->cells = g_ptr_array_new_with_free_func (cell_free);
      g_ptr_array_add (grid->rows, row);
      if (luotain_report_watch_is_cancelled (making->watch))
        break;
      for (guint j = 0; j < luotain_report_block_n_children (block); j++)
        if (find_columns (luotain_report_block_child (block, j), indices, n, &found))
          add_cell (making, grid, row, luotain_report_block_child (block, j), indices);
    }

  grid->n_head_rows = MIN (grid->n_head_rows, grid->rows->len);
  set_heights (grid);
  untie (grid, (width > making->room->width + 1 ? making->room->lying_height : making->room->height) * 0.9
                   - luotain_report_grid_head_height (grid));

  /* A head that leaves no room is not repeated. */
  if (luotain_report_grid_head_height (grid)
      > (width > making->room->width + 1 ? making->room->lying_height : making->room->height) * 0.4)
    grid->n_head_rows = 0;
  return grid;
}

/* As many columns at a time as have room, each time with the first. */
static void
add_parts (Making *making, GPtrArray *grids, const GArray *columns)
{
  const double width = making->room->lying_width;
  g_autofree guint *indices = g_new (guint, columns->len);
  guint next = 1;

  indices[0] = 0;
  while (next < columns->len)
    {
      guint n = 1;

      do
        indices[n++] = next++;
      while (next < columns->len && (n + 1) * NARROWEST <= width
             && (indices[n] = next, luotain_report_columns_limit (columns, indices, n + 1, width) > 0));
      g_ptr_array_add (grids, make_grid (making, 8, width, columns, indices, n));
    }
}

GPtrArray *
luotain_report_grid_new_list (const LuotainReportBlock *table, LuotainReportType *type,
                              const LuotainReportRoom *room, LuotainReportWatch *watch)
{
  Making making = { table, type, room, watch };
  GPtrArray *grids = g_ptr_array_new ();
  g_autofree guint *all = g_new (guint, table->n_columns + 1);
  g_autoptr (GArray) columns = NULL;
  double size = 0;

  for (guint i = 0; i < table->n_columns; i++)
    all[i] = i;

  for (guint i = 0; i < G_N_ELEMENTS (tries) && table->n_columns > 0 && grids->len == 0; i++)
    {
      const double width = tries[i].lies ? room->lying_width : room->width;

      if (tries[i].size != size)
        {
          g_clear_pointer (&columns, g_array_unref);
          size = tries[i].size;
          columns = luotain_report_columns_measure (table, type, size, watch);
        }
      if (luotain_report_columns_limit (columns, all, table->n_columns, width * tries[i].share)
          >= tries[i].limit)
        g_ptr_array_add (grids, make_grid (&making, size, width, columns, all, table->n_columns));
    }

  if (grids->len == 0 && table->n_columns == 1)
    g_ptr_array_add (grids, make_grid (&making, size, room->width, columns, all, 1));
  else if (grids->len == 0 && table->n_columns > 1)
    add_parts (&making, grids, columns);
  return grids;
}
