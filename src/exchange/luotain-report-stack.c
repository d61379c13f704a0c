#include "luotain-report-stack.h"

#include "luotain-report-grid.h"
#include "luotain-report-picture.h"

#define INDENT 15.0
#define CELL_INDENT 8.0
#define BAR_INDENT 13.0
#define ABOVE_TABLE 8.0
#define BELOW_TABLE 14.0
#define ABOVE_ENTRY 9.0
#define BELOW_LIST 7.0
#define MOST_OF_PAGE 0.86
#define MOST_OF_LYING_PAGE 0.8

/* Where the measuring stands. */
typedef struct
{
  LuotainReportStack *stack;
  LuotainReportType *type;
  const LuotainReportRoom *room;
  LuotainReportWatch *watch;
  double indent;
  double bar;
  double after; /* below the last piece */
  char *label; /* of the item, until its first text has it */
  const LuotainReportBlock *item;
} Measure;

static void measure_children (Measure *measure, const LuotainReportBlock *block);

void
luotain_report_piece_free (LuotainReportPiece *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->grid, luotain_report_grid_free);
  g_clear_pointer (&self->line, luotain_report_block_free);
  g_free (self);
}

static LuotainReportPiece *
add_piece (Measure *measure, const LuotainReportBlock *block, LuotainReportPieceKind kind, double before,
           double after)
{
  LuotainReportPiece *piece = g_new0 (LuotainReportPiece, 1);

  piece->kind = kind;
  piece->block = block;
  piece->x = measure->indent;
  piece->width = measure->room->measure - measure->indent;
  piece->bar = measure->bar;
  piece->before = measure->stack->pieces->len > 0 ? MAX (before, measure->after) : 0;
  measure->after = after;
  g_ptr_array_add (measure->stack->pieces, piece);
  return piece;
}

/* Then a caption belongs to what stands above it. */
static gboolean
follows_picture (Measure *measure)
{
  const GPtrArray *pieces = measure->stack->pieces;
  LuotainReportPiece *last = pieces->len > 0 ? g_ptr_array_index (pieces, pieces->len - 1) : NULL;

  if (last == NULL || last->kind != LUOTAIN_REPORT_PIECE_PICTURE)
    return FALSE;
  last->style.keep_next = TRUE;
  return TRUE;
}

/* A few facts below a heading are no text that it could be left alone with. */
static gboolean
follows_heading (Measure *measure)
{
  const GPtrArray *pieces = measure->stack->pieces;
  const LuotainReportPiece *last = pieces->len > 0 ? g_ptr_array_index (pieces, pieces->len - 1) : NULL;

  return last != NULL && last->style.keep_next && last->kind == LUOTAIN_REPORT_PIECE_TEXT;
}

static void
measure_text (Measure *measure, const LuotainReportBlock *block)
{
  LuotainReportStyle style;
  LuotainReportPiece *piece;

  if (block->text == NULL && block->anchors == NULL)
    return;

  luotain_report_style_init (&style, block, measure->room->cell_size);
  if (block->role == LUOTAIN_BLOCK_ASIDE && measure->room->cell_size == 0 && follows_heading (measure))
    style.keep_next = TRUE;
  if (block->role == LUOTAIN_BLOCK_CAPTION && follows_picture (measure))
    style.keep_next = FALSE;
  piece = add_piece (measure, block, LUOTAIN_REPORT_PIECE_TEXT, style.before, style.after);
  piece->style = style;
  piece->label = g_steal_pointer (&measure->label);
  piece->item = measure->item;
  piece->lines = luotain_report_type_measure (measure->type, block, &style, piece->width);
  for (guint i = 0; i < piece->lines->len; i++)
    piece->height += g_array_index (piece->lines, float, i);
}

static void
measure_list (Measure *measure, const LuotainReportBlock *block)
{
  const double indent = measure->room->cell_size > 0 ? CELL_INDENT : INDENT;
  guint number = 0;

  measure->indent += indent;
  for (guint i = 0; i < luotain_report_block_n_children (block); i++)
    {
      const LuotainReportBlock *item = luotain_report_block_child (block, i);

      if (item->kind == LUOTAIN_BLOCK_ITEM)
        {
          g_free (measure->label);
          measure->label = block->ordered ? g_strdup_printf ("%u.", ++number) : g_strdup ("•");
          measure->item = item;
          measure_children (measure, item);
          g_clear_pointer (&measure->label, g_free);
        }
    }
  measure->indent -= indent;
  if (measure->room->cell_size == 0 && block->parent->kind != LUOTAIN_BLOCK_ITEM)
    measure->after = MAX (measure->after, BELOW_LIST);
}

static void
measure_group (Measure *measure, const LuotainReportBlock *block)
{
  const double bar = measure->bar;

  if (block->role == LUOTAIN_BLOCK_ENTRY)
    {
      LuotainReportPiece *rule = add_piece (measure, block, LUOTAIN_REPORT_PIECE_RULE, ABOVE_ENTRY,
                                            ABOVE_ENTRY);

      rule->height = 0.5;
      rule->style.keep_next = TRUE;
    }
  else if (block->role == LUOTAIN_BLOCK_NOTE)
    {
      measure->bar = measure->indent;
      measure->indent += BAR_INDENT;
    }
  measure_children (measure, block);
  if (block->role == LUOTAIN_BLOCK_NOTE)
    measure->indent -= BAR_INDENT;
  measure->bar = bar;
}

static void
measure_table (Measure *measure, const LuotainReportBlock *block)
{
  g_autoptr (GPtrArray) grids = luotain_report_grid_new_list (block, measure->type, measure->room,
                                                              measure->watch);

  for (guint i = 0; i < grids->len; i++)
    {
      LuotainReportPiece *piece = add_piece (measure, block, LUOTAIN_REPORT_PIECE_GRID, ABOVE_TABLE,
                                             BELOW_TABLE);

      piece->grid = g_ptr_array_index (grids, i);
      piece->x = 0;
      piece->width = luotain_report_grid_get_width (piece->grid);
      piece->lies = piece->width > measure->room->width + 1;
    }
}

static void
measure_figure (Measure *measure, const LuotainReportBlock *block)
{
  LuotainReportPiece *piece = add_piece (measure, block, LUOTAIN_REPORT_PIECE_PICTURE, ABOVE_TABLE,
                                         BELOW_TABLE);
  double width = 0, height = 0, most;

  piece->x = 0;
  if (!luotain_report_picture_size (block->svg, &width, &height))
    return;

  piece->lies = width > height * 1.2 && width > measure->room->width;
  piece->width = piece->lies ? measure->room->lying_width : measure->room->width;
  piece->height = height * piece->width / width;

  /* A little room is left for the words above or below it. */
  most = piece->lies ? measure->room->lying_height * MOST_OF_LYING_PAGE
                     : measure->room->height * MOST_OF_PAGE;
  if (piece->height > most)
    {
      piece->height = most;
      piece->width = width * piece->height / height;
    }
}

static void
measure_block (Measure *measure, const LuotainReportBlock *block)
{
  switch (block->kind)
    {
    case LUOTAIN_BLOCK_HEADING:
    case LUOTAIN_BLOCK_PARAGRAPH:
      measure_text (measure, block);
      break;
    case LUOTAIN_BLOCK_LIST:
      measure_list (measure, block);
      break;
    case LUOTAIN_BLOCK_TABLE:
      measure_table (measure, block);
      break;
    case LUOTAIN_BLOCK_FIGURE:
      measure_figure (measure, block);
      break;
    default:
      measure_group (measure, block);
      break;
    }
}

static void
measure_children (Measure *measure, const LuotainReportBlock *block)
{
  for (guint i = 0; i < luotain_report_block_n_children (block); i++)
    {
      if (!luotain_report_watch_step (measure->watch))
        return;
      measure_block (measure, luotain_report_block_child (block, i));
    }
}

LuotainReportStack *
luotain_report_stack_new (const LuotainReportBlock *block, LuotainReportType *type,
                          const LuotainReportRoom *room, LuotainReportWatch *watch)
{
  LuotainReportStack *self = g_new0 (LuotainReportStack, 1);
  Measure measure = { .stack = self, .type = type, .room = room, .watch = watch, .bar = -1 };

  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_report_piece_free);
  measure_children (&measure, block);
  return self;
}

void
luotain_report_stack_free (LuotainReportStack *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}
