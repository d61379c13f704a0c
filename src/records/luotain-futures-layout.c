#include "config.h"

#include "luotain-futures-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LuotainFuturesLayout
{
  const LuotainFuturesTable *table;
  LuotainWordList *words;
  const char *const *images; /* columns by image, NULL-terminated */
  guint n_images;
  guint n_columns;
  guint *cells; /* rows × columns: index of a state */
};

static guint *
cell_at (const LuotainFuturesLayout *self, guint row, guint column)
{
  return self->cells + row * self->n_columns + column;
}

static guint
find_image (const LuotainFuturesLayout *self, const char *image)
{
  for (guint i = 0; image != NULL && i < self->n_images; i++)
    if (strcmp (self->images[i], image) == 0)
      return i;
  return LUOTAIN_FUTURES_OPEN;
}

/* Whether a state stands under its own image: the first of its row that has it does. */
static gboolean
has_column (const LuotainFuturesLayout *self, const LuotainFuturesRow *row, guint state, guint *column)
{
  const char *image = luotain_futures_row_state (row, state)->image;

  *column = find_image (self, image);
  for (guint i = 0; *column != LUOTAIN_FUTURES_OPEN && i < state; i++)
    if (g_strcmp0 (luotain_futures_row_state (row, i)->image, image) == 0)
      *column = LUOTAIN_FUTURES_OPEN;
  return *column != LUOTAIN_FUTURES_OPEN;
}

static guint
count_others (const LuotainFuturesLayout *self, const LuotainFuturesRow *row)
{
  guint n = 0;
  guint column;

  for (guint i = 0; i < row->states->len; i++)
    n += !has_column (self, row, i, &column);
  return n;
}

static void
place_row (LuotainFuturesLayout *self, guint index)
{
  const LuotainFuturesRow *row = luotain_futures_table_row (self->table, index);
  guint next = self->n_images;

  for (guint i = 0; i < self->n_columns; i++)
    *cell_at (self, index, i) = LUOTAIN_FUTURES_OPEN;
  for (guint i = 0; i < row->states->len; i++)
    {
      guint column;

      if (!has_column (self, row, i, &column))
        column = next++;
      *cell_at (self, index, column) = i;
    }
}

LuotainFuturesLayout *
luotain_futures_layout_new (const LuotainFuturesTable *table, gboolean by_image, LuotainWordList *words)
{
  LuotainFuturesLayout *self = g_new0 (LuotainFuturesLayout, 1);

  self->table = table;
  self->words = luotain_word_list_ref (words);
  self->images = by_image ? luotain_word_list_keys (words, "image") : NULL;
  self->n_images = self->images != NULL ? g_strv_length ((char **) self->images) : 0;
  self->n_columns = self->n_images;
  for (guint i = 0; i < table->rows->len; i++)
    self->n_columns = MAX (self->n_columns,
                           self->n_images + count_others (self, luotain_futures_table_row (table, i)));
  self->cells = g_new (guint, MAX (1, table->rows->len * self->n_columns));
  for (guint i = 0; i < table->rows->len; i++)
    place_row (self, i);
  return self;
}

void
luotain_futures_layout_free (LuotainFuturesLayout *self)
{
  if (self == NULL)
    return;

  luotain_word_list_unref (self->words);
  g_free (self->cells);
  g_free (self);
}

gboolean
luotain_futures_layout_is_by_image (const LuotainFuturesLayout *self)
{
  return self->images != NULL;
}

guint
luotain_futures_layout_n_columns (const LuotainFuturesLayout *self)
{
  return self->n_columns;
}

/* A, B … Z, AA, AB …, as spreadsheets count. */
static char *
make_letters (guint index)
{
  GString *letters = g_string_new (NULL);

  for (guint i = index + 1; i > 0; i = (i - 1) / 26)
    g_string_prepend_c (letters, 'A' + (i - 1) % 26);
  return g_string_free (letters, FALSE);
}

char *
luotain_futures_layout_title (const LuotainFuturesLayout *self, guint column)
{
  if (self->images == NULL)
    return make_letters (column);
  if (column < self->n_images)
    return g_strdup (luotain_word_list_title (self->words, "image", self->images[column]));
  return g_strdup (_ ("No Image"));
}

const char *
luotain_futures_layout_image (const LuotainFuturesLayout *self, guint column)
{
  return column < self->n_images ? self->images[column] : NULL;
}

guint
luotain_futures_layout_state (const LuotainFuturesLayout *self, guint row, guint column)
{
  if (row >= self->table->rows->len || column >= self->n_columns)
    return LUOTAIN_FUTURES_OPEN;
  return *cell_at (self, row, column);
}

guint
luotain_futures_layout_column (const LuotainFuturesLayout *self, guint row, guint state)
{
  for (guint column = 0; state != LUOTAIN_FUTURES_OPEN && column < self->n_columns; column++)
    if (luotain_futures_layout_state (self, row, column) == state)
      return column;
  return LUOTAIN_FUTURES_OPEN;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A row that is made needs a name, and what was copied may begin with the states. */
static char *
make_title (const LuotainTableBlock *block, guint line, guint row, int column)
{
  const char *title = column < 0 ? luotain_table_block_get (block, line, 0) : NULL;

  return is_blank (title) ? g_strdup_printf (_ ("Key Variable %u"), row + 1) : g_strdup (title);
}

static gboolean
is_empty_line (const LuotainTableBlock *block, guint line)
{
  for (guint i = 0; i < block->n_columns; i++)
    if (!is_blank (luotain_table_block_get (block, line, i)))
      return FALSE;
  return TRUE;
}

static void
add_cells (const LuotainFuturesLayout *self, LuotainTableLine *line, const LuotainTableBlock *block,
           guint index, guint row, int column, guint *n_outside)
{
  const LuotainFuturesRow *variable = row < self->table->rows->len
                                          ? luotain_futures_table_row (self->table, row)
                                          : NULL;

  for (guint i = 0; i < block->n_columns; i++)
    {
      const char *text = luotain_table_block_get (block, index, i);
      const int at = column + (int) i;
      guint state;

      if (is_blank (text) || at < 0)
        continue;

      state = luotain_futures_layout_state (self, row, at);
      if (self->images != NULL && at >= (int) self->n_images && state == LUOTAIN_FUTURES_OPEN)
        (*n_outside)++;
      else
        luotain_table_line_add_cell (
            line, state != LUOTAIN_FUTURES_OPEN ? luotain_futures_row_state (variable, state)->id : 0,
            luotain_futures_layout_image (self, at), text);
    }
}

LuotainTablePaste *
luotain_futures_layout_paste (const LuotainFuturesLayout *self, const LuotainTableBlock *block, gint64 sector,
                              guint row, int column, guint *n_outside)
{
  LuotainTablePaste *paste = luotain_table_paste_new (sector);

  *n_outside = 0;
  for (guint i = 0; i < block->rows->len; i++)
    {
      const gboolean is_there = row < self->table->rows->len;
      const char *text = column < 0 ? luotain_table_block_get (block, i, 0) : NULL;
      g_autofree char *title = NULL;
      LuotainTableLine *line;

      /* An empty line makes no variable, but within the table it is a row that is left. */
      if (!is_there && is_empty_line (block, i))
        continue;

      title = is_there ? (is_blank (text) ? NULL : g_strdup (text)) : make_title (block, i, row, column);
      line = luotain_table_paste_add_line (paste,
                                           is_there ? luotain_futures_table_row (self->table, row)->id : 0,
                                           title);
      add_cells (self, line, block, i, row, column, n_outside);
      row++;
    }
  return paste;
}

char *
luotain_futures_layout_copy (const LuotainFuturesLayout *self, guint row, guint n_rows, int column,
                             guint n_columns)
{
  GString *tsv = g_string_new (NULL);

  for (guint i = row; i < row + n_rows && i < self->table->rows->len; i++)
    {
      const LuotainFuturesRow *variable = luotain_futures_table_row (self->table, i);

      for (int j = column; j < column + (int) n_columns; j++)
        {
          const LuotainFuturesState *state =
              j < 0 ? NULL : luotain_futures_row_state (variable, luotain_futures_layout_state (self, i, j));

          luotain_table_block_append (tsv,
                                      j < 0           ? variable->title
                                      : state != NULL ? state->title
                                                      : NULL,
                                      j == column);
        }
      if (i + 1 < row + n_rows)
        g_string_append_c (tsv, '\n');
    }
  return g_string_free (tsv, FALSE);
}
