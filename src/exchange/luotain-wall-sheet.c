#include "luotain-futures-table.h"
#include "luotain-picture-private.h"
#include "luotain-profile-query.h"

/* A4 across, in points; A3 is the same, larger: what hangs on a wall is read from afar. */
#define A4_LONG 841.89
#define A4_SHORT 595.28
#define A3_FACTOR 1.41421

#define VARIABLES_A_PAGE 5
#define STATES 4 /* columns, where the workbook has no images */

static const char *
word (const LuotainPictureWork *work, LuotainPictureWord one)
{
  return luotain_picture_word (one, work->picture->language);
}

static double
factor (const LuotainPictureWork *work)
{
  return work->picture->a3 ? A3_FACTOR : 1;
}

static void
add_page (const LuotainPictureWork *work, GPtrArray *pages, LuotainGrid *grid)
{
  const double scale = factor (work);
  LuotainCanvas *canvas = luotain_canvas_new (A4_LONG * scale, A4_SHORT * scale, work->picture->language);

  luotain_grid_set_ruled (grid, TRUE);
  luotain_grid_draw (grid, canvas, 28 * scale, 8 * scale, 13 * scale);
  g_ptr_array_add (pages, canvas);
}

static char *
dup_title (const LuotainPictureWork *work, LuotainPictureWord what)
{
  return work->sector != NULL ? g_strdup_printf ("%s: %s", word (work, what), work->sector)
                              : g_strdup (word (work, what));
}

/* ---- a blank futures table ---- */

static LuotainGrid *
table_new (const LuotainPictureWork *work, const char *title)
{
  const char *const *images = luotain_word_list_keys (work->words, "image");
  LuotainGrid *grid = luotain_grid_new (title, word (work, LUOTAIN_PICTURE_WORD_GROUP_DATE), NULL);

  luotain_grid_set_corner (grid, word (work, LUOTAIN_PICTURE_WORD_KEY_VARIABLE));
  for (guint i = 0; images[i] != NULL; i++)
    luotain_grid_add_column (grid, luotain_word_list_title (work->words, "image", images[i]));
  for (guint i = 0; images[0] == NULL && i < STATES; i++)
    {
      const char letter[] = { (char) ('A' + i), '\0' };

      luotain_grid_add_column (grid, letter);
    }

  return grid;
}

/* The workbook's key variables, five a page; where there are none yet, five to be named. */
static gboolean
add_tables (const LuotainPictureWork *work, GPtrArray *pages, GError **error)
{
  LuotainFuturesQuery query = { work->picture->sector, work->picture->language };
  g_autoptr (LuotainFuturesTable) table = NULL;
  g_autofree char *title = dup_title (work, LUOTAIN_PICTURE_WORD_TABLE);
  guint n_pages, n_rows;

  if (!luotain_futures_table_run (work->db, &query, (gpointer *) &table, error))
    return FALSE;

  /* As many on each page. */
  n_pages = MAX (1, (table->rows->len + VARIABLES_A_PAGE - 1) / VARIABLES_A_PAGE);
  n_rows = table->rows->len > 0 ? (table->rows->len + n_pages - 1) / n_pages : VARIABLES_A_PAGE;
  for (guint first = 0; first < n_pages * n_rows; first += n_rows)
    {
      g_autoptr (LuotainGrid) grid = table_new (work, title);

      for (guint i = first; i < first + n_rows && (i < table->rows->len || table->rows->len == 0); i++)
        luotain_grid_add_row (grid, i < table->rows->len ? luotain_futures_table_row (table, i)->title : NULL,
                              NULL);
      add_page (work, pages, grid);
    }

  return TRUE;
}

/* ---- a profile grid ---- */

static gboolean
add_profile (const LuotainPictureWork *work, GPtrArray *pages, GError **error)
{
  LuotainProfileQuery query = { .sector = work->picture->sector,
                                .language = work->picture->language,
                                .labels = work->picture->language };
  const char *const *groups = luotain_word_list_keys (work->words, "competence-group");
  g_autoptr (LuotainProfileSheet) sheet = NULL;
  g_autofree char *title = dup_title (work, LUOTAIN_PICTURE_WORD_PROFILE);
  g_autoptr (LuotainGrid) grid = NULL;

  if (!luotain_profile_query_run (work->db, &query, (gpointer *) &sheet, error))
    return FALSE;

  grid = luotain_grid_new (title, word (work, LUOTAIN_PICTURE_WORD_SCENARIO_YEAR), NULL);
  luotain_grid_set_corner (grid, word (work, LUOTAIN_PICTURE_WORD_COMPETENCE_GROUP));
  for (guint i = 0; i < sheet->levels->len; i++)
    luotain_grid_add_column (grid, ((const LuotainLevel *) sheet->levels->pdata[i])->title);
  if (sheet->levels->len == 0)
    luotain_grid_add_column (grid, "");
  for (guint i = 0; groups[i] != NULL; i++)
    luotain_grid_add_row (grid, luotain_word_list_title (work->words, "competence-group", groups[i]), NULL);
  if (groups[0] == NULL)
    luotain_grid_add_row (grid, NULL, NULL);
  add_page (work, pages, grid);
  return TRUE;
}

/* ---- cards for findings ---- */

/* A card as it is being drawn, downwards. */
typedef struct
{
  const LuotainPictureWork *work;
  LuotainCanvas *canvas;
  double x, y, width;
} Card;

static double
put (Card *card, const char *text, double size, gboolean bold, LuotainInk ink, double x, double y)
{
  g_autoptr (PangoLayout) layout = luotain_canvas_layout (card->canvas, text, size, bold, -1);
  PangoRectangle logical;

  luotain_canvas_put_text (card->canvas, layout, x, y, ink);
  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

static void
put_rule (Card *card, double x, double y, double to)
{
  luotain_canvas_put_line (card->canvas, x, y, to, y, LUOTAIN_INK_LINE, 0.6);
}

static double
width_of (Card *card, const char *text, double size)
{
  g_autoptr (PangoLayout) layout = luotain_canvas_layout (card->canvas, text, size, FALSE, -1);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/* The words of a vocabulary, each with a box to tick. */
static void
put_choices (Card *card, LuotainPictureWord label, const char *vocabulary)
{
  const char *const *keys = luotain_word_list_keys (card->work->words, vocabulary);
  double x = card->x;

  put (card, word (card->work, label), 7.5, FALSE, LUOTAIN_INK_DIM, card->x, card->y);
  card->y += 11;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *title = luotain_word_list_title (card->work->words, vocabulary, keys[i]);
      const double wanted = width_of (card, title, 9) + 13;

      if (x > card->x && x + wanted > card->x + card->width)
        {
          x = card->x;
          card->y += 15;
        }
      luotain_canvas_put_rectangle (card->canvas, x + 0.5, card->y + 2.5, 8, 8, LUOTAIN_INK_TEXT, 0.8);
      put (card, title, 9, FALSE, LUOTAIN_INK_TEXT, x + 12, card->y);
      x += wanted + 9;
    }

  card->y += 18;
}

static void
put_last_line (Card *card, double y)
{
  const char *when = word (card->work, LUOTAIN_PICTURE_WORD_WHEN);
  double x = card->x
             + put (card, word (card->work, LUOTAIN_PICTURE_WORD_IMPACT), 9, FALSE, LUOTAIN_INK_TEXT, card->x,
                    y)
             + 6;

  for (guint i = 1; i <= 5; i++)
    {
      const char digit[] = { (char) ('0' + i), '\0' };

      luotain_canvas_put_rectangle (card->canvas, x, y - 1.5, 14, 14, LUOTAIN_INK_TEXT, 0.8);
      put (card, digit, 9, FALSE, LUOTAIN_INK_DIM, x + 4.5, y - 0.5);
      x += 17;
    }

  x += 10;
  x += put (card, when, 9, FALSE, LUOTAIN_INK_TEXT, x, y) + 4;
  put_rule (card, x, y + 11, card->x + card->width);
}

/* From above the lines to write on, from below what is filled in last. */
static void
draw_card (const LuotainPictureWork *work, LuotainCanvas *canvas, double x, double y, double width,
           double height)
{
  Card card = { work, canvas, x + 20, y + 16, width - 40 };
  double rule;

  put (&card, word (work, LUOTAIN_PICTURE_WORD_FINDING), 15, TRUE, LUOTAIN_INK_TEXT, card.x, card.y);
  card.y += 22;
  put (&card, word (work, LUOTAIN_PICTURE_WORD_WHAT), 9, FALSE, LUOTAIN_INK_DIM, card.x, card.y);
  for (rule = card.y + 32; rule < y + height - 126; rule += 24)
    put_rule (&card, card.x, rule, card.x + card.width);

  card.y = y + height - 126;
  put_choices (&card, LUOTAIN_PICTURE_WORD_KIND, "finding-kind");
  put_choices (&card, LUOTAIN_PICTURE_WORD_DIMENSIONS, "dimension");
  rule = card.x
         + put (&card, word (work, LUOTAIN_PICTURE_WORD_WHERE_FROM), 9, FALSE, LUOTAIN_INK_TEXT, card.x,
                y + height - 46);
  put_rule (&card, rule + 4, y + height - 35, card.x + card.width);
  put_last_line (&card, y + height - 26);
}

/* Cards of A6 across: four on A4, eight on A3; lines show where to cut. */
static void
add_cards (const LuotainPictureWork *work, GPtrArray *pages)
{
  const double width = work->picture->a3 ? A4_SHORT * A3_FACTOR : A4_LONG;
  const double height = work->picture->a3 ? A4_LONG * A3_FACTOR : A4_SHORT;
  const guint n_rows = work->picture->a3 ? 4 : 2;
  LuotainCanvas *canvas = luotain_canvas_new (width, height, work->picture->language);

  luotain_canvas_set_title (canvas, word (work, LUOTAIN_PICTURE_WORD_CARDS), NULL);
  for (guint i = 0; i < n_rows * 2; i++)
    draw_card (work, canvas, (i % 2) * width / 2, (i / 2) * height / n_rows, width / 2, height / n_rows);
  luotain_canvas_put_line (canvas, width / 2, 0, width / 2, height, LUOTAIN_INK_FAINT, 0.6);
  for (guint i = 1; i < n_rows; i++)
    luotain_canvas_put_line (canvas, 0, i * height / n_rows, width, i * height / n_rows, LUOTAIN_INK_FAINT,
                             0.6);
  g_ptr_array_add (pages, canvas);
}

GPtrArray *
luotain_sheet_pages (LuotainPictureWork *work, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_canvas_free);

  switch ((int) work->picture->kind)
    {
    case LUOTAIN_SHEET_TABLE:
      return add_tables (work, pages, error) ? g_steal_pointer (&pages) : NULL;
    case LUOTAIN_SHEET_PROFILE:
      return add_profile (work, pages, error) ? g_steal_pointer (&pages) : NULL;
    default:
      add_cards (work, pages);
      return g_steal_pointer (&pages);
    }
}
