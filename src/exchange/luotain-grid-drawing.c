#include "config.h"

#include "luotain-grid-drawing.h"

#define STEPS 24 /* sizes that are tried */
#define PADDING 0.45 /* in cells, by the size of the letters */
#define ASIDE 0.8 /* size of an aside, by that of the rest */
#define HEAD_SHARE 0.2 /* of the width, for the heads of rows */
#define RULE 2.4 /* between lines to write on, by the size of the letters */

typedef struct
{
  char *text;
  LuotainGridStyle style;
} Line;

typedef struct
{
  char *title; /* (nullable) */
  char *note; /* (nullable) */
  GPtrArray *cells; /* (element-type GPtrArray of Line) */
} Row;

struct _LuotainGrid
{
  char *title;
  char *subtitle; /* (nullable) */
  char *source; /* (nullable) */
  char *corner; /* (nullable) */
  char *rest; /* (nullable) */
  gboolean ruled;
  GPtrArray *columns; /* (element-type utf8) */
  GPtrArray *rows; /* (element-type Row) */
};

/* Where a grid is being drawn. */
typedef struct
{
  LuotainGrid *grid;
  LuotainCanvas *canvas; /* (nullable): to measure only, with the same one as @measure */
  LuotainCanvas *measure;
  double x, y; /* of the table */
  double width, height;
  double size; /* of the letters */
} Page;

static void
line_free (gpointer data)
{
  g_free (((Line *) data)->text);
  g_free (data);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row->note);
  g_ptr_array_unref (row->cells);
  g_free (row);
}

LuotainGrid *
luotain_grid_new (const char *title, const char *subtitle, const char *source)
{
  LuotainGrid *self = g_new0 (LuotainGrid, 1);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->source = g_strdup (source);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
luotain_grid_free (LuotainGrid *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->corner);
  g_free (self->rest);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
luotain_grid_set_corner (LuotainGrid *self, const char *corner)
{
  g_free (self->corner);
  self->corner = g_strdup (corner);
}

void
luotain_grid_set_rest (LuotainGrid *self, const char *rest)
{
  g_free (self->rest);
  self->rest = g_strdup (rest);
}

void
luotain_grid_set_ruled (LuotainGrid *self, gboolean ruled)
{
  self->ruled = ruled;
}

void
luotain_grid_add_column (LuotainGrid *self, const char *title)
{
  g_ptr_array_add (self->columns, g_strdup (title != NULL ? title : ""));
}

guint
luotain_grid_add_row (LuotainGrid *self, const char *title, const char *note)
{
  Row *row = g_new0 (Row, 1);

  row->title = g_strdup (title);
  row->note = g_strdup (note);
  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (row->cells, g_ptr_array_new_with_free_func (line_free));
  g_ptr_array_add (self->rows, row);
  return self->rows->len - 1;
}

void
luotain_grid_add_line (LuotainGrid *self, guint row, guint column, const char *text, LuotainGridStyle style)
{
  Line *line = g_new0 (Line, 1);

  line->text = g_strdup (text != NULL ? text : "–");
  line->style = style;
  g_ptr_array_add (((Row *) self->rows->pdata[row])->cells->pdata[column], line);
}

/* ---- texts: measured, and put where there is a canvas ---- */

static double
text_at (Page *page, const char *text, double size, gboolean bold, LuotainInk ink, double x, double y,
         double width)
{
  g_autoptr (PangoLayout) layout = luotain_canvas_layout (page->measure, text, size, bold, width);

  if (page->canvas != NULL)
    luotain_canvas_put_text (page->canvas, layout, x, y, ink);
  return luotain_canvas_height_of (layout);
}

static double
column_width (const Page *page)
{
  return page->width * (1 - HEAD_SHARE) / page->grid->columns->len;
}

static double
padding (const Page *page)
{
  return page->size * PADDING;
}

static double
draw_row_head (Page *page, const Row *row, double y)
{
  const double x = page->x + padding (page);
  const double width = page->width * HEAD_SHARE - 2 * padding (page);
  double height = 0;

  if (row->title != NULL)
    height += text_at (page, row->title, page->size, TRUE, LUOTAIN_INK_TEXT, x, y, width);
  if (row->note != NULL)
    height += text_at (page, row->note, page->size * ASIDE, FALSE, LUOTAIN_INK_DIM, x, y + height, width);
  return height;
}

static double
draw_cell (Page *page, GPtrArray *lines, guint column, double y)
{
  const double x = page->x + page->width * HEAD_SHARE + column * column_width (page) + padding (page);
  const double width = column_width (page) - 2 * padding (page);
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];
      const gboolean aside = line->style == LUOTAIN_GRID_DIM;

      height += text_at (page, line->text, page->size * (aside ? ASIDE : 1), line->style == LUOTAIN_GRID_BOLD,
                         aside ? LUOTAIN_INK_DIM : LUOTAIN_INK_TEXT, x, y + height, width);
      if (i + 1 < lines->len)
        height += page->size * 0.15;
    }

  return height;
}

/* Measures a row, or draws it there. */
static double
draw_row (Page *page, const Row *row, double y)
{
  double height = draw_row_head (page, row, y + padding (page));

  for (guint i = 0; i < row->cells->len; i++)
    height = MAX (height, draw_cell (page, row->cells->pdata[i], i, y + padding (page)));

  return MAX (height, page->size) + 2 * padding (page);
}

static double
draw_heads (Page *page, double y)
{
  const double top = y + padding (page);
  double height = page->size;

  if (page->grid->corner != NULL)
    height = MAX (height,
                  text_at (page, page->grid->corner, page->size, FALSE, LUOTAIN_INK_DIM,
                           page->x + padding (page), top, page->width * HEAD_SHARE - 2 * padding (page)));

  for (guint i = 0; i < page->grid->columns->len; i++)
    height = MAX (height,
                  text_at (page, page->grid->columns->pdata[i], page->size, TRUE, LUOTAIN_INK_TEXT,
                           page->x + page->width * HEAD_SHARE + i * column_width (page) + padding (page), top,
                           column_width (page) - 2 * padding (page)));

  return height + 2 * padding (page);
}

/* How many rows fit, and how high they are together. */
static guint
measure (Page *page, double *used)
{
  guint n = 0;

  *used = draw_heads (page, 0);
  for (; n < page->grid->rows->len; n++)
    {
      const double height = draw_row (page, page->grid->rows->pdata[n], 0);

      if (*used + height > page->height)
        break;
      *used += height;
    }

  return n;
}

/* The largest letters with which all rows fit; the least where none do. */
static guint
choose_size (Page *page, double least, double most, double *used)
{
  guint n = 0;

  for (guint i = 0; i <= STEPS; i++)
    {
      page->size = most - (most - least) * i / STEPS;
      n = measure (page, used);
      if (n == page->grid->rows->len)
        break;
    }

  return n;
}

static void
draw_rules (Page *page, double y, double height)
{
  const double left = page->x + page->width * HEAD_SHARE;

  for (guint i = 0; i < page->grid->columns->len; i++)
    for (double rule = y + page->size * RULE; rule < y + height - page->size * 0.4; rule += page->size * RULE)
      luotain_canvas_put_line (page->canvas, left + i * column_width (page) + padding (page), rule,
                               left + (i + 1) * column_width (page) - padding (page), rule, LUOTAIN_INK_FAINT,
                               0.6);
}

static void
draw_lines (Page *page, double top, const double *rows, guint n_rows, double thickness)
{
  const double bottom = n_rows > 0 ? rows[n_rows - 1] : top;
  const double left = page->x + page->width * HEAD_SHARE;

  for (guint i = 0; i < n_rows; i++)
    luotain_canvas_put_line (page->canvas, page->x, rows[i], page->x + page->width, rows[i], LUOTAIN_INK_LINE,
                             thickness);
  for (guint i = 0; i < page->grid->columns->len; i++)
    luotain_canvas_put_line (page->canvas, left + i * column_width (page), page->y,
                             left + i * column_width (page), bottom, LUOTAIN_INK_LINE, thickness);
  luotain_canvas_put_rectangle (page->canvas, page->x, page->y, page->width, bottom - page->y,
                                LUOTAIN_INK_LINE, thickness);
}

/* What room is left over goes to the rows; to sheets to be written on all of it. */
static double
draw_table (Page *page, guint n_rows, double used)
{
  const double heads = draw_heads (page, page->y);
  const double spare = page->height - used;
  const double most = page->grid->ruled ? G_MAXDOUBLE : page->size * 1.2;
  const double extra = n_rows > 0 ? MIN (spare / n_rows, most) : 0;
  g_autofree double *bottoms = g_new (double, n_rows + 1);
  double y = page->y + heads;

  page->canvas = page->measure;
  luotain_canvas_put_rectangle (page->canvas, page->x, page->y, page->width, heads, LUOTAIN_INK_SHADE, 0);
  draw_heads (page, page->y);

  for (guint i = 0; i < n_rows; i++)
    {
      const Row *row = page->grid->rows->pdata[i];
      double height;

      page->canvas = NULL;
      height = draw_row (page, row, 0) + extra;
      page->canvas = page->measure;
      if (page->grid->ruled)
        draw_rules (page, y, height);
      draw_row (page, row, y);
      y += height;
      bottoms[i] = y;
    }

  draw_lines (page, page->y + heads, bottoms, n_rows, page->size * 0.05);
  luotain_canvas_put_line (page->canvas, page->x, page->y + heads, page->x + page->width, page->y + heads,
                           LUOTAIN_INK_LINE, page->size * 0.08);
  return y;
}

/* What stands below: the source, and what was left out. */
static void
draw_foot (Page *page, double y, guint n_left, double size)
{
  GString *text = g_string_new (NULL);

  if (n_left > 0 && page->grid->rest != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (page->grid->rest, "%u", 2);

      g_string_append_printf (text, "%s%u%s", parts[0], n_left, parts[1] != NULL ? parts[1] : "");
    }
  if (page->grid->source != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", page->grid->source);

  if (text->len > 0)
    text_at (page, text->str, size, FALSE, LUOTAIN_INK_DIM, page->x, y, page->width);
  g_string_free (text, TRUE);
}

guint
luotain_grid_draw (LuotainGrid *self, LuotainCanvas *canvas, double margin, double least, double most)
{
  Page page = { self, canvas, canvas, margin, margin, luotain_canvas_get_width (canvas) - 2 * margin, 0, 0 };
  const double foot = least * 2;
  double used;
  guint n_rows;

  luotain_canvas_set_title (canvas, self->title, self->subtitle);
  page.y += text_at (&page, self->title, most * 1.35, TRUE, LUOTAIN_INK_TEXT, page.x, page.y, page.width);
  if (self->subtitle != NULL)
    page.y += text_at (&page, self->subtitle, most * 0.75, FALSE, LUOTAIN_INK_DIM, page.x, page.y,
                       page.width);
  page.y += most * 0.5;
  page.height = luotain_canvas_get_height (canvas) - page.y - margin - foot;

  page.canvas = NULL;
  n_rows = choose_size (&page, least, most, &used);
  draw_table (&page, n_rows, used);
  draw_foot (&page, luotain_canvas_get_height (canvas) - margin - least * 1.3, self->rows->len - n_rows,
             least);
  return n_rows;
}
