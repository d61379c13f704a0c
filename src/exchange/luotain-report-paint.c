#include "luotain-report-paint.h"

#include "luotain-report-grid.h"
#include "luotain-report-letters.h"
#include "luotain-report-picture.h"
#include "luotain-report-tags.h"

#include <cairo-pdf.h>

#define HEAD_Y 38.0
#define FOOT_Y 44.0 /* from the bottom */
#define SMALL 8.5
#define OUTLINE_LEVELS 4
#define ABOVE_TARGET 14.0
#define FIRST_PART 1000

struct _LuotainReportPainter
{
  LuotainReportPages *pages;
  cairo_t *cr;
  cairo_surface_t *surface;
  LuotainReportTags tags;
  int outline[OUTLINE_LEVELS + 1]; /* the last entry of each level */
  guint page;
  gboolean mute; /* what is drawn has no tags: it stands elsewhere already */
  guint part_of_row; /* of a row that goes on on another page, else 0 */
};

static void
set_color (cairo_t *cr, const LuotainReportColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

static void
draw_line (cairo_t *cr, double x1, double y1, double x2, double y2, double width,
           const LuotainReportColor *color)
{
  set_color (cr, color);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* The rest of a row is a row of its own: a tag that ended cannot begin again. */
static GArray *
find_path (const LuotainReportPainter *self, const LuotainReportBlock *block)
{
  GArray *path = luotain_report_tags_path (block);

  for (guint i = 0; i < path->len && self->part_of_row > 0; i++)
    {
      LuotainReportTag *tag = &g_array_index (path, LuotainReportTag, i);

      if (tag->block->kind == LUOTAIN_BLOCK_ROW)
        tag->part = self->part_of_row;
    }
  return path;
}

static void
go (LuotainReportPainter *self, const GArray *path)
{
  if (!self->mute)
    luotain_report_tags_go (&self->tags, path);
}

/* Headings become the outline, each below the last of a higher level. */
static void
add_to_outline (LuotainReportPainter *self, const LuotainReportBlock *heading, double x, double y)
{
  const guint level = heading->level;
  char place_x[G_ASCII_DTOSTR_BUF_SIZE], place_y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *title = luotain_report_block_plain_text (heading);
  g_autofree char *target = NULL;
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  if (self->surface == NULL || level < 1 || level > OUTLINE_LEVELS || *title == '\0')
    return;

  /* The title of the report stands above nothing: parts of it are what is looked for. */
  for (guint i = 2; i < level; i++)
    if (self->outline[i] != CAIRO_PDF_OUTLINE_ROOT)
      parent = self->outline[i];

  g_ascii_formatd (place_x, sizeof place_x, "%.2f", x);
  g_ascii_formatd (place_y, sizeof place_y, "%.2f", MAX (0, y - ABOVE_TARGET));
  target = g_strdup_printf ("page=%u pos=[%s %s]", self->page + 1, place_x, place_y);
  self->outline[level] = cairo_pdf_surface_add_outline (self->surface, parent, title, target,
                                                        level <= 1 ? CAIRO_PDF_OUTLINE_FLAG_BOLD : 0);
  for (guint i = level + 1; i <= OUTLINE_LEVELS; i++)
    self->outline[i] = CAIRO_PDF_OUTLINE_ROOT;
}

static void
draw_label (LuotainReportPainter *self, const LuotainReportPiece *piece, double x, double y)
{
  g_autoptr (GArray) path = find_path (self, piece->item);
  const double room = piece->style.size < 10 ? 8 : 13;
  PangoLayout *layout;
  PangoLayoutLine *line;
  PangoRectangle extents;

  g_array_index (path, LuotainReportTag,
                 path->len - 1) = (LuotainReportTag){ piece->item, LUOTAIN_REPORT_TAG_LABEL, "Lbl" };
  go (self, path);

  layout = luotain_report_type_set_plain (self->pages->type, piece->label, &piece->style);
  line = pango_layout_get_line_readonly (layout, 0);
  pango_layout_line_get_extents (line, NULL, &extents);
  set_color (self->cr, &luotain_report_dim);
  cairo_move_to (self->cr, x - MAX (room, extents.width / (double) PANGO_SCALE + 3),
                 y + luotain_report_type_baseline (line, &piece->style));
  pango_cairo_show_layout_line (self->cr, line);
  cairo_new_path (self->cr);
}

/* Lines of a text, from @x and @y of the page. */
static void
draw_text (LuotainReportPainter *self, const LuotainReportPiece *piece, guint first, guint end, double x,
           double y)
{
  const LuotainReportBlock *block = piece->block;
  g_autoptr (GArray) path = find_path (self, block);
  const LuotainReportLetters letters = {
    .cr = self->cr,
    .tags = self->mute ? NULL : &self->tags,
    .anchors = self->pages->text->anchors,
    .type = self->pages->type,
    .is_part = first > 0 || end < piece->lines->len,
  };

  if (first == 0 && !self->mute)
    {
      luotain_report_tags_lead (&self->tags, block, x, y - ABOVE_TARGET);
      if (block->kind == LUOTAIN_BLOCK_HEADING)
        add_to_outline (self, block, x, y);
    }
  if (end == first)
    return;
  if (piece->label != NULL && first == 0)
    draw_label (self, piece, x, y);

  go (self, path);
  luotain_report_letters_draw (&letters, piece, first, end, x, y);
}

static void
draw_contents_line (LuotainReportPainter *self, const LuotainReportPlaced *placed, double x)
{
  const LuotainReportPiece *piece = placed->piece;
  const LuotainReportBlock *root = self->pages->text->root;
  const guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->pages->page_of, piece->block));
  g_autoptr (GArray) path = find_path (self, root);

  luotain_report_tags_add (path, root, LUOTAIN_REPORT_TAG_CONTENTS, "TOC");
  luotain_report_tags_add (path, piece->block, LUOTAIN_REPORT_TAG_CONTENTS_LINE, "TOCI");
  go (self, path);
  luotain_report_letters_draw_contents (&(LuotainReportLetters){ .cr = self->cr,
                                                                 .tags = &self->tags,
                                                                 .anchors = self->pages->text->anchors,
                                                                 .type = self->pages->type },
                                        piece, number, x, placed->y, self->pages->measure);
}

static void
draw_picture (LuotainReportPainter *self, const LuotainReportPlaced *placed, double x)
{
  const LuotainReportPiece *piece = placed->piece;
  g_autoptr (GArray) path = find_path (self, piece->block);

  luotain_report_tags_lead (&self->tags, piece->block, x, placed->y);
  go (self, path);
  luotain_report_picture_draw (piece->block->svg, self->cr, x, placed->y, piece->width, piece->height);
}

/* How far down a cell reaches on this page, from its row. */
static double
height_of_cell (const LuotainReportPlaced *placed, const LuotainReportCell *cell)
{
  return cell->row_span == 1 ? placed->height
                             : luotain_report_grid_rows_height (placed->piece->grid, placed->first,
                                                                placed->first + cell->row_span);
}

static void
draw_cell_ground (LuotainReportPainter *self, const LuotainReportPlaced *placed,
                  const LuotainReportCell *cell, double x)
{
  const double height = height_of_cell (placed, cell);
  const gboolean in_head = placed->piece->grid->n_head_rows > placed->first;

  if (in_head)
    {
      set_color (self->cr, &luotain_report_shade);
      cairo_rectangle (self->cr, x + cell->x, placed->y, cell->width, height);
      cairo_fill (self->cr);
    }
  if (placed->first == 0)
    draw_line (self->cr, x + cell->x, placed->y, x + cell->x + cell->width, placed->y, 0.9,
               &luotain_report_accent);
  draw_line (self->cr, x + cell->x, placed->y + height, x + cell->x + cell->width, placed->y + height,
             in_head ? 0.9 : 0.4, in_head ? &luotain_report_accent : &luotain_report_line);
}

/* From one line of the cell up to another. */
static void
draw_cell_text (LuotainReportPainter *self, const LuotainReportPlaced *placed, const LuotainReportCell *cell,
                guint from, guint to, double x)
{
  double top;

  if (from >= to)
    return;

  top = placed->y + LUOTAIN_REPORT_CELL_PADDING_Y
        - g_array_index (cell->lines, LuotainReportCellLine, from).y;
  while (from < to)
    {
      const LuotainReportCellLine *line = &g_array_index (cell->lines, LuotainReportCellLine, from);
      const LuotainReportPiece *piece = g_ptr_array_index (cell->stack->pieces, line->piece);
      const double left = x + cell->x + LUOTAIN_REPORT_CELL_PADDING_X + piece->x;
      guint end = from;

      while (end < to && g_array_index (cell->lines, LuotainReportCellLine, end).piece == line->piece)
        end++;
      if (piece->kind == LUOTAIN_REPORT_PIECE_TEXT)
        draw_text (self, piece, line->line, line->line + end - from, left, top + line->y);
      else if (piece->kind == LUOTAIN_REPORT_PIECE_PICTURE)
        draw_picture (self, &(LuotainReportPlaced){ .piece = piece, .y = top + line->y }, left);
      from = end;
    }
}

static void
draw_row (LuotainReportPainter *self, const LuotainReportPlaced *placed, double x)
{
  const LuotainReportGridRow *row = luotain_report_grid_get_row (placed->piece->grid, placed->first);
  g_autoptr (GArray) path = NULL;

  self->part_of_row = placed->cuts != NULL ? FIRST_PART + self->page : 0;
  path = find_path (self, row->block);

  /* What only shows is drawn where a tag is open that holds others, and is in none. */
  self->mute = placed->repeated;
  if (self->mute)
    g_array_set_size (path, path->len - 1);
  luotain_report_tags_go (&self->tags, path);
  if (placed->first == 0 && !placed->repeated)
    luotain_report_tags_lead (&self->tags, placed->piece->block, x, placed->y - ABOVE_TARGET);
  if (!placed->repeated)
    luotain_report_tags_lead (&self->tags, row->block, x, placed->y);
  for (guint i = 0; i < row->cells->len; i++)
    draw_cell_ground (self, placed, g_ptr_array_index (row->cells, i), x);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const LuotainReportCell *cell = g_ptr_array_index (row->cells, i);
      const guint from = placed->cuts != NULL ? g_array_index (placed->cuts, guint, 2 * i) : 0;
      const guint to = placed->cuts != NULL ? g_array_index (placed->cuts, guint, 2 * i + 1)
                                            : cell->lines->len;

      if (!self->mute)
        {
          g_autoptr (GArray) inside = find_path (self, cell->block);

          luotain_report_tags_go (&self->tags, inside);
          luotain_report_tags_lead (&self->tags, cell->block, x + cell->x, placed->y);
        }
      draw_cell_text (self, placed, cell, from, to, x);
    }
  self->mute = FALSE;
  self->part_of_row = 0;
}

static void
draw_placed (LuotainReportPainter *self, const LuotainReportPlaced *placed, const LuotainReportPage *page)
{
  const LuotainReportPiece *piece = placed->piece;
  const double x = page->left + piece->x;

  /* What only shows belongs to no tag. */
  if (piece->kind == LUOTAIN_REPORT_PIECE_RULE || piece->bar >= 0)
    {
      g_autoptr (GArray) path = find_path (self, piece->block);

      if (path->len > 0 && piece->kind == LUOTAIN_REPORT_PIECE_TEXT)
        g_array_set_size (path, path->len - 1);
      luotain_report_tags_leave (&self->tags, path);
    }
  if (piece->bar >= 0)
    draw_line (self->cr, page->left + piece->bar, placed->y, page->left + piece->bar,
               placed->y + placed->height, 1.5, &luotain_report_line);

  switch (piece->kind)
    {
    case LUOTAIN_REPORT_PIECE_TEXT:
      draw_text (self, piece, placed->first, placed->end, x, placed->y);
      break;
    case LUOTAIN_REPORT_PIECE_CONTENTS:
      draw_contents_line (self, placed, x);
      break;
    case LUOTAIN_REPORT_PIECE_RULE:
      draw_line (self->cr, x, placed->y, x + piece->width, placed->y, 0.5, &luotain_report_line);
      break;
    case LUOTAIN_REPORT_PIECE_GRID:
      draw_row (self, placed, x);
      break;
    default:
      draw_picture (self, placed, x);
      break;
    }
}

static void
draw_words (LuotainReportPainter *self, const char *words, double x, double y, double width,
            gboolean at_right)
{
  const LuotainReportStyle style = { SMALL, 11, 0, 0, FALSE, &luotain_report_dim };
  PangoLayout *layout = luotain_report_type_set_plain (self->pages->type, words, &style);
  PangoLayoutLine *line;
  PangoRectangle extents;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  line = pango_layout_get_line_readonly (layout, 0);
  pango_layout_line_get_extents (line, NULL, &extents);
  set_color (self->cr, style.color);
  cairo_move_to (self->cr, at_right ? x + width - extents.width / (double) PANGO_SCALE : x,
                 y + luotain_report_type_baseline (line, &style));
  pango_cairo_show_layout_line (self->cr, line);
  cairo_new_path (self->cr);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
}

/* The title of the report above, the number of the page below: neither is read aloud on every page. */
static void
draw_margins (LuotainReportPainter *self, const LuotainReportPage *page)
{
  g_autofree char *number = g_strdup_printf ("%u", self->page + 1);
  const double width = page->right - page->left;

  if (self->page > 0)
    {
      draw_words (self, self->pages->text->title, page->left, HEAD_Y, width, FALSE);
      draw_line (self->cr, page->left, HEAD_Y + 15, page->left + width, HEAD_Y + 15, 0.4,
                 &luotain_report_line);
    }
  draw_words (self, number, page->left, page->height - FOOT_Y, width, TRUE);
}

/* What goes on on the next page stays open, all else ends. */
static void
end_page (LuotainReportPainter *self)
{
  g_autoptr (GArray) path = NULL;

  if (self->page + 1 < self->pages->pages->len)
    {
      const LuotainReportPage *next = g_ptr_array_index (self->pages->pages, self->page + 1);

      for (guint i = 0; i < next->placed->len && path == NULL; i++)
        {
          const LuotainReportPlaced *placed = &g_array_index (next->placed, LuotainReportPlaced, i);

          if (placed->repeated)
            continue;
          self->part_of_row = placed->cuts != NULL ? FIRST_PART + self->page + 1 : 0;
          path = find_path (self,
                            placed->piece->kind == LUOTAIN_REPORT_PIECE_GRID
                                ? luotain_report_grid_get_row (placed->piece->grid, placed->first)->block
                                : placed->piece->block);
          self->part_of_row = 0;
        }
    }
  if (path == NULL)
    path = find_path (self, self->pages->text->root);
  luotain_report_tags_leave (&self->tags, path);
}

void
luotain_report_painter_draw (LuotainReportPainter *self, guint index)
{
  const LuotainReportPage *page = g_ptr_array_index (self->pages->pages, index);
  g_autoptr (GArray) root = find_path (self, self->pages->text->root);

  self->page = index;
  if (index == 0)
    luotain_report_tags_go (&self->tags, root);
  draw_margins (self, page);
  for (guint i = 0; i < page->placed->len; i++)
    draw_placed (self, &g_array_index (page->placed, LuotainReportPlaced, i), page);
  end_page (self);
}

LuotainReportPainter *
luotain_report_painter_new (LuotainReportPages *pages, cairo_t *cr, cairo_surface_t *surface)
{
  LuotainReportPainter *self = g_new0 (LuotainReportPainter, 1);

  self->pages = pages;
  self->cr = cairo_reference (cr);
  self->surface = surface;
  luotain_report_tags_init (&self->tags, surface != NULL ? cr : NULL);
  return self;
}

void
luotain_report_painter_free (LuotainReportPainter *self)
{
  luotain_report_tags_clear (&self->tags);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_free (self);
}

GPtrArray *
luotain_report_painter_finish (LuotainReportPainter *self)
{
  while (self->tags.open->len > 0)
    luotain_report_tags_end (&self->tags);
  return self->tags.extras;
}
