#include "luotain-report-pages.h"

#include "luotain-report-grid.h"

/* A4, in points. */
#define SHORT_SIDE 595.28
#define LONG_SIDE 841.89

#define LEFT 76.0
#define RIGHT 62.0
#define TOP 76.0
#define BOTTOM 74.0
#define LYING_SIDE 54.0
#define LYING_TOP 66.0
#define LYING_BOTTOM 60.0

/* About 75 letters a line. */
#define MEASURE 420.0

/* Of a paragraph that is parted at least so many lines stand on each page. */
#define FEWEST_LINES 2

#define FEWEST_LINES_OF_ROW 4

/* Headings without text are not all kept together. */
#define MOST_WAITING 8

typedef struct
{
  LuotainReportPages *pages;
  LuotainReportPage *page;
  gboolean lies;
  double y;
  GPtrArray *waiting; /* (element-type LuotainReportPiece): what is to stand with what follows */
  gboolean parts_on_new_pages;
} Placing;

static void
placed_clear (gpointer data)
{
  LuotainReportPlaced *placed = data;

  g_clear_pointer (&placed->cuts, g_array_unref);
}

static void
page_free (gpointer data)
{
  LuotainReportPage *page = data;

  g_array_unref (page->placed);
  g_free (page);
}

static void
begin_page (Placing *placing, gboolean lies)
{
  LuotainReportPage *page = g_new0 (LuotainReportPage, 1);

  page->width = lies ? LONG_SIDE : SHORT_SIDE;
  page->height = lies ? SHORT_SIDE : LONG_SIDE;
  page->left = lies ? LYING_SIDE : LEFT;
  page->right = page->width - (lies ? LYING_SIDE : RIGHT);
  page->top = lies ? LYING_TOP : TOP;
  page->bottom = page->height - (lies ? LYING_BOTTOM : BOTTOM);
  page->placed = g_array_new (FALSE, TRUE, sizeof (LuotainReportPlaced));
  g_array_set_clear_func (page->placed, placed_clear);
  g_ptr_array_add (placing->pages->pages, page);
  placing->page = page;
  placing->lies = lies;
  placing->y = page->top;
}

static gboolean
is_at_top (const Placing *placing)
{
  return placing->page->placed->len == 0;
}

static double
room_left (const Placing *placing)
{
  return placing->page->bottom - placing->y;
}

static LuotainReportPlaced *
place (Placing *placing, const LuotainReportPiece *piece, double height, guint first, guint end)
{
  LuotainReportPlaced placed = { piece, placing->y, height, first, end };

  g_array_append_val (placing->page->placed, placed);
  placing->y += height;
  return &g_array_index (placing->page->placed, LuotainReportPlaced, placing->page->placed->len - 1);
}

static double
height_of_lines (const LuotainReportPiece *piece, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height += g_array_index (piece->lines, float, i);
  return height;
}

static guint
count_fitting (const LuotainReportPiece *piece, guint first, double room)
{
  guint end = first;

  while (end < piece->lines->len && height_of_lines (piece, first, end + 1) <= room + 0.01)
    end++;
  return end - first;
}

/* How many lines go on this page: neither the first nor the last stands alone. */
static guint
count_lines (Placing *placing, const LuotainReportPiece *piece, guint first)
{
  const guint left = piece->lines->len - first;
  guint n = count_fitting (piece, first, room_left (placing));

  if (n >= left)
    return left;
  if (!is_at_top (placing) && piece->style.keep_whole)
    return 0;
  if (left - n < FEWEST_LINES && n > 0)
    n = left > FEWEST_LINES ? left - FEWEST_LINES : 0;
  if (n < FEWEST_LINES && first == 0)
    n = 0;

  /* A page takes one line, whatever its height. */
  return is_at_top (placing) ? MAX (n, 1) : n;
}

static void
place_text (Placing *placing, const LuotainReportPiece *piece)
{
  guint first = 0;

  if (piece->lines->len == 0)
    place (placing, piece, 0, 0, 0);
  while (first < piece->lines->len)
    {
      const guint n = count_lines (placing, piece, first);

      if (n == 0)
        {
          begin_page (placing, placing->lies);
          continue;
        }
      place (placing, piece, height_of_lines (piece, first, first + n), first, first + n);
      first += n;
      if (first < piece->lines->len)
        begin_page (placing, placing->lies);
    }
}

static void
place_head (Placing *placing, const LuotainReportPiece *piece)
{
  for (guint i = 0; i < piece->grid->n_head_rows; i++)
    place (placing, piece, luotain_report_grid_get_row (piece->grid, i)->height, i, i + 1)->repeated = TRUE;
}

static void
begin_page_of_grid (Placing *placing, const LuotainReportPiece *piece)
{
  begin_page (placing, placing->lies);
  place_head (placing, piece);
}

/* As many lines of each cell as go into the room; whether that was all. */
static gboolean
cut_row (const LuotainReportGridRow *row, GArray *done, double room, GArray *cuts, double *height)
{
  gboolean all = TRUE;

  *height = 0;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const LuotainReportCell *cell = g_ptr_array_index (row->cells, i);
      const guint from = g_array_index (done, guint, i);
      guint to = from;

      while (to < cell->lines->len)
        {
          const LuotainReportCellLine *first = &g_array_index (cell->lines, LuotainReportCellLine, from);
          const LuotainReportCellLine *line = &g_array_index (cell->lines, LuotainReportCellLine, to);
          const double bottom = line->y + line->height - first->y;

          if (bottom > room && to > from)
            break;
          *height = MAX (*height, bottom);
          to++;
        }
      g_array_append_val (cuts, from);
      g_array_append_val (cuts, to);
      g_array_index (done, guint, i) = to;
      all = all && to >= cell->lines->len;
    }
  return all;
}

static void
place_tall_row (Placing *placing, const LuotainReportPiece *piece, guint index)
{
  const LuotainReportGridRow *row = luotain_report_grid_get_row (piece->grid, index);
  g_autoptr (GArray) done = g_array_new (FALSE, TRUE, sizeof (guint));
  gboolean all = FALSE;

  g_array_set_size (done, row->cells->len);
  if (!is_at_top (placing) && room_left (placing) < FEWEST_LINES_OF_ROW * piece->grid->size * 1.33)
    begin_page_of_grid (placing, piece);

  while (!all)
    {
      GArray *cuts = g_array_new (FALSE, FALSE, sizeof (guint));
      double height;

      all = cut_row (row, done, room_left (placing) - 2 * LUOTAIN_REPORT_CELL_PADDING_Y, cuts, &height);
      place (placing, piece, height + 2 * LUOTAIN_REPORT_CELL_PADDING_Y, index, index + 1)->cuts = cuts;
      if (!all)
        begin_page_of_grid (placing, piece);
    }
}

static void
place_grid (Placing *placing, const LuotainReportPiece *piece)
{
  const LuotainReportGrid *grid = piece->grid;
  const double head = luotain_report_grid_head_height (grid);

  for (guint i = 0; i < grid->rows->len;)
    {
      guint end = i + 1;
      double height;

      /* Rows that hang together; the head with what it is the head of. */
      while (end < grid->rows->len
             && (luotain_report_grid_get_row (grid, end - 1)->tied || (i == 0 && end <= grid->n_head_rows)))
        end++;
      height = luotain_report_grid_rows_height (grid, i, end);

      if (height > room_left (placing) && !is_at_top (placing)
          && height + (i > 0 ? head : 0) <= placing->page->bottom - placing->page->top)
        {
          begin_page (placing, placing->lies);
          if (i > 0)
            place_head (placing, piece);
        }

      for (; i < end; i++)
        {
          const LuotainReportGridRow *row = luotain_report_grid_get_row (grid, i);

          if (row->height <= room_left (placing) + 0.01)
            place (placing, piece, row->height, i, i + 1);
          else
            place_tall_row (placing, piece, i);
        }
    }
}

/* What has to stand on a page at the least, where a piece begins. */
static double
least_height (const LuotainReportPiece *piece)
{
  if (piece->kind == LUOTAIN_REPORT_PIECE_GRID)
    return piece->grid->rows->len == 0
               ? 0
               : luotain_report_grid_rows_height (piece->grid, 0, piece->grid->n_head_rows + 1);
  if (piece->lines == NULL || piece->style.keep_whole || piece->lines->len <= FEWEST_LINES + 1)
    return piece->height;
  return height_of_lines (piece, 0, FEWEST_LINES);
}

static void
place_piece (Placing *placing, const LuotainReportPiece *piece)
{
  /* A line parts from what stands above. */
  if (piece->kind == LUOTAIN_REPORT_PIECE_RULE && is_at_top (placing))
    return;
  if (!is_at_top (placing))
    placing->y += piece->before;

  if (piece->kind == LUOTAIN_REPORT_PIECE_TEXT || piece->kind == LUOTAIN_REPORT_PIECE_CONTENTS)
    {
      place_text (placing, piece);
      if (piece->block->kind == LUOTAIN_BLOCK_HEADING && piece->kind == LUOTAIN_REPORT_PIECE_TEXT)
        g_hash_table_insert (placing->pages->page_of, (gpointer) piece->block,
                             GUINT_TO_POINTER (placing->pages->pages->len));
    }
  else if (piece->kind == LUOTAIN_REPORT_PIECE_GRID)
    place_grid (placing, piece);
  else
    {
      if (piece->height > room_left (placing) && !is_at_top (placing))
        begin_page (placing, placing->lies);
      place (placing, piece, piece->height, 0, 0);
    }
}

static void
place_with_waiting (Placing *placing, const LuotainReportPiece *piece)
{
  double height = piece != NULL ? piece->before + least_height (piece) : 0;
  gboolean lies = piece != NULL && piece->lies;
  gboolean breaks = FALSE;

  for (guint i = 0; i < placing->waiting->len; i++)
    {
      const LuotainReportPiece *waiting = g_ptr_array_index (placing->waiting, i);

      height += waiting->before + waiting->height;
      lies = lies || waiting->lies;
      breaks = breaks || (waiting->style.new_page && placing->parts_on_new_pages && !is_at_top (placing));
    }

  breaks = breaks || (lies != placing->lies && (piece != NULL || placing->waiting->len > 0));
  if (breaks || (!is_at_top (placing) && height > room_left (placing)))
    {
      /* A first page that is still empty is turned. */
      if (is_at_top (placing))
        g_ptr_array_set_size (placing->pages->pages, (int) placing->pages->pages->len - 1);
      begin_page (placing, lies);
    }
  for (guint i = 0; i < placing->waiting->len; i++)
    place_piece (placing, g_ptr_array_index (placing->waiting, i));
  g_ptr_array_set_size (placing->waiting, 0);
  if (piece != NULL)
    place_piece (placing, piece);
}

static guint
count_parts (const LuotainReportStack *stack, guint *first)
{
  guint n = 0;

  for (guint i = 0; i < stack->pieces->len; i++)
    {
      const LuotainReportPiece *piece = g_ptr_array_index (stack->pieces, i);

      if (!piece->style.new_page)
        continue;
      if (n == 0)
        *first = i;
      n++;
    }
  return n;
}

static void
place_all (LuotainReportPages *self, gboolean parts_on_new_pages, LuotainReportWatch *watch)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  Placing placing = { .pages = self, .waiting = waiting, .parts_on_new_pages = parts_on_new_pages };

  luotain_report_watch_begin (watch, self->stack->pieces->len, 0.4, 0.5);
  begin_page (&placing, FALSE);
  for (guint i = 0; i < self->stack->pieces->len && luotain_report_watch_step (watch); i++)
    {
      const LuotainReportPiece *piece = g_ptr_array_index (self->stack->pieces, i);

      if (piece->style.keep_next && waiting->len < MOST_WAITING)
        g_ptr_array_add (waiting, (gpointer) piece);
      else
        place_with_waiting (&placing, piece);
    }
  place_with_waiting (&placing, NULL);
}

static guint
count_blocks (const LuotainReportBlock *block)
{
  guint n = 1;

  for (guint i = 0; i < luotain_report_block_n_children (block); i++)
    n += count_blocks (luotain_report_block_child (block, i));
  return n;
}

LuotainReportPages *
luotain_report_pages_new (LuotainReportText *text, LuotainReportWatch *watch)
{
  LuotainReportPages *self = g_new0 (LuotainReportPages, 1);
  const LuotainReportRoom room = {
    .measure = MEASURE,
    .width = SHORT_SIDE - LEFT - RIGHT,
    .height = LONG_SIDE - TOP - BOTTOM,
    .lying_width = LONG_SIDE - 2 * LYING_SIDE,
    .lying_height = SHORT_SIDE - LYING_TOP - LYING_BOTTOM,
  };
  guint first = 0, n_parts;

  self->text = text;
  self->measure = MEASURE;
  self->type = luotain_report_type_new (text->language);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->page_of = g_hash_table_new (NULL, NULL);

  luotain_report_watch_begin (watch, count_blocks (text->root), 0, 0.4);
  self->stack = luotain_report_stack_new (text->root, self->type, &room, watch);
  n_parts = count_parts (self->stack, &first);
  if (n_parts > 0 && !luotain_report_watch_is_cancelled (watch))
    luotain_report_stack_add_contents (self->stack, first, self->type, &room);
  place_all (self, n_parts > 1, watch);
  return self;
}

void
luotain_report_pages_free (LuotainReportPages *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->stack, luotain_report_stack_free);
  g_clear_pointer (&self->page_of, g_hash_table_unref);
  g_clear_pointer (&self->type, luotain_report_type_free);
  g_clear_pointer (&self->text, luotain_report_text_free);
  g_free (self);
}

static void
add_text (GString *out, const LuotainReportBlock *block)
{
  g_autofree char *text = NULL;

  if (block->kind == LUOTAIN_BLOCK_FIGURE && block->alternative != NULL)
    g_string_append_printf (out, "%s\n", block->alternative);
  else if (block->text != NULL)
    {
      text = luotain_report_block_plain_text (block);
      g_string_append_printf (out, "%s\n", text);
    }
  for (guint i = 0; i < luotain_report_block_n_children (block); i++)
    add_text (out, luotain_report_block_child (block, i));
}

char *
luotain_report_pages_text (const LuotainReportPages *self, guint index)
{
  const LuotainReportPage *page = g_ptr_array_index (self->pages, index);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < page->placed->len; i++)
    {
      const LuotainReportPlaced *placed = &g_array_index (page->placed, LuotainReportPlaced, i);

      if (placed->repeated || placed->piece->kind == LUOTAIN_REPORT_PIECE_RULE)
        continue;
      if (placed->piece->kind == LUOTAIN_REPORT_PIECE_GRID)
        add_text (out, luotain_report_grid_get_row (placed->piece->grid, placed->first)->block);
      else
        add_text (out, placed->piece->block);
    }
  return g_string_free (out, FALSE);
}
