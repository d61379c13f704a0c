#include "config.h"

#include "luotain-table-block.h"

#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
luotain_table_block_free (LuotainTableBlock *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

const char *
luotain_table_block_get (const LuotainTableBlock *self, guint row, guint column)
{
  GPtrArray *cells = row < self->rows->len ? self->rows->pdata[row] : NULL;

  return cells != NULL && column < cells->len ? cells->pdata[column] : NULL;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_TOO_LONG, message);
  return FALSE;
}

/* Reads to the end of a cell and unquotes it. A quote within a cell that does not begin with one is plain text. What is
 * far too long for a cell is not read to its end: a quote that is never closed would be looked for again in each line. */
static const char *
read_cell (const char *at, GString *cell)
{
  const gsize limit = 4 * LUOTAIN_TABLE_BLOCK_MAX_CHARACTERS;
  const char *begin = at;

  g_string_truncate (cell, 0);
  if (*at == '"')
    {
      for (at++; *at != '\0' && (*at != '"' || at[1] == '"'); at++)
        {
          if (cell->len > limit)
            return at;
          at += *at == '"';
          g_string_append_c (cell, *at);
        }
      if (*at == '"' && (at[1] == '\t' || at[1] == '\n' || at[1] == '\0'))
        return at + 1;
      /* It was no quoted cell after all, but a text that begins with a quote. */
      g_string_truncate (cell, 0);
      at = begin;
    }
  at += strcspn (at, "\t\n");
  g_string_append_len (cell, begin, at - begin);
  return at;
}

static gboolean
take_cell (LuotainTableBlock *self, GPtrArray *cells, const char *text, GError **error)
{
  g_autofree char *line = luotain_text_normalize (text, -1, LUOTAIN_TEXT_DROP | LUOTAIN_TEXT_SINGLE_LINE,
                                                  NULL, NULL);

  if (cells->len == LUOTAIN_TABLE_BLOCK_MAX_COLUMNS)
    return refuse (error, _ ("What is on the clipboard is too wide for the table. Copy fewer columns."));
  if (g_utf8_strlen (text, strlen (text)) > LUOTAIN_TABLE_BLOCK_MAX_CHARACTERS)
    return refuse (error,
                   _ ("A cell on the clipboard is too long for the table. Copy cells with short texts."));

  g_ptr_array_add (cells, line != NULL ? g_steal_pointer (&line) : g_strdup (""));
  self->n_columns = MAX (self->n_columns, cells->len);
  return TRUE;
}

static gboolean
read_rows (LuotainTableBlock *self, const char *text, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  while (*text != '\0')
    {
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (self->rows, cells);
      if (self->rows->len > LUOTAIN_TABLE_BLOCK_MAX_ROWS)
        return refuse (error,
                       _ ("What is on the clipboard has too many rows for the table. Copy fewer rows."));

      for (gboolean more = TRUE; more;)
        {
          text = read_cell (text, cell);
          if (!take_cell (self, cells, cell->str, error))
            return FALSE;
          more = *text == '\t';
          text += more;
        }
      text += *text == '\n';
    }
  return TRUE;
}

LuotainTableBlock *
luotain_table_block_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (LuotainTableBlock) self = g_new0 (LuotainTableBlock, 1);
  g_autofree char *plain = NULL;
  g_autoptr (GError) local_error = NULL;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if ((length < 0 ? strlen (text) : (gsize) length) > LUOTAIN_TABLE_BLOCK_MAX_BYTES)
    {
      refuse (error, _ ("What is on the clipboard is too large for the table. Copy fewer cells."));
      return NULL;
    }

  plain = luotain_text_normalize (text, length, LUOTAIN_TEXT_DROP, NULL, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return plain == NULL || read_rows (self, plain, error) ? g_steal_pointer (&self) : NULL;
}

void
luotain_table_block_append (GString *tsv, const char *text, gboolean first)
{
  const char *plain = text != NULL ? text : "";

  if (!first)
    g_string_append_c (tsv, '\t');
  if (strpbrk (plain, "\t\n\"") == NULL)
    {
      g_string_append (tsv, plain);
      return;
    }

  g_string_append_c (tsv, '"');
  for (; *plain != '\0'; plain++)
    {
      if (*plain == '"')
        g_string_append_c (tsv, '"');
      g_string_append_c (tsv, *plain);
    }
  g_string_append_c (tsv, '"');
}
