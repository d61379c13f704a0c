#include "luotain-report-stack.h"

/* More headings of the third level below one of the second stay out of the contents. */
#define MOST_BELOW 36
#define FEWEST 3
#define INDENT 15.0

/* Where the number of the page stands. */
#define ROOM_OF_NUMBER 44.0

static const LuotainReportBlock *
heading_of (const LuotainReportStack *stack, guint index, guint level)
{
  const LuotainReportPiece *piece = g_ptr_array_index (stack->pieces, index);

  return piece->block->kind == LUOTAIN_BLOCK_HEADING && piece->block->level == level
                 && piece->block->text != NULL && piece->kind == LUOTAIN_REPORT_PIECE_TEXT
             ? piece->block
             : NULL;
}

static guint
count_below (const LuotainReportStack *stack, guint at)
{
  guint n = 0;

  for (guint i = at + 1; i < stack->pieces->len && heading_of (stack, i, 2) == NULL; i++)
    n += heading_of (stack, i, 3) != NULL ? 1 : 0;
  return n;
}

/* Without what is aside, as the number of what follows. */
static LuotainReportBlock *
make_line (const LuotainReportBlock *heading)
{
  LuotainReportBlock *line = luotain_report_block_new (LUOTAIN_BLOCK_HEADING);

  line->level = heading->level;
  line->language = heading->language;
  for (guint i = 0; i < heading->runs->len; i++)
    {
      LuotainReportRun run = g_array_index (heading->runs, LuotainReportRun, i);

      run.href = NULL;
      if (!(run.look & LUOTAIN_LOOK_DIM))
        luotain_report_block_add_text (line, heading->text->str + run.start, run.end - run.start, &run);
    }
  if (line->text == NULL)
    luotain_report_block_add_text (line, heading->text->str, heading->text->len, &(LuotainReportRun){ 0 });
  return line;
}

static void
add_line (GPtrArray *lines, const LuotainReportBlock *heading, LuotainReportType *type,
          const LuotainReportRoom *room)
{
  LuotainReportPiece *piece = g_new0 (LuotainReportPiece, 1);

  piece->kind = LUOTAIN_REPORT_PIECE_CONTENTS;
  piece->block = heading;
  piece->line = make_line (heading);
  piece->bar = -1;
  piece->x = heading->level > 2 ? INDENT : 0;
  piece->width = room->measure - piece->x - ROOM_OF_NUMBER;
  piece->before = heading->level > 2 ? 1.5 : 7;
  piece->style = (LuotainReportStyle){ 10.5, 15, 0, 0, heading->level == 2, &luotain_report_ink };
  piece->style.keep_whole = TRUE;
  piece->lines = luotain_report_type_measure (type, piece->line, &piece->style, piece->width);
  for (guint i = 0; i < piece->lines->len; i++)
    piece->height += g_array_index (piece->lines, float, i);
  g_ptr_array_add (lines, piece);
}

void
luotain_report_stack_add_contents (LuotainReportStack *self, guint at, LuotainReportType *type,
                                   const LuotainReportRoom *room)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  gboolean with_third = FALSE;

  for (guint i = at; i < self->pieces->len; i++)
    {
      const LuotainReportBlock *second = heading_of (self, i, 2);
      const LuotainReportBlock *third = heading_of (self, i, 3);

      if (second != NULL)
        with_third = count_below (self, i) <= MOST_BELOW;
      if (second != NULL || (third != NULL && with_third))
        add_line (lines, second != NULL ? second : third, type, room);
    }

  if (lines->len < FEWEST)
    {
      g_ptr_array_foreach (lines, (GFunc) (void (*) (void)) luotain_report_piece_free, NULL);
      return;
    }

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_insert (self->pieces, (int) (at + i), g_ptr_array_index (lines, i));
}
