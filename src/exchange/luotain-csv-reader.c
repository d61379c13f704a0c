#include "config.h"

#include "luotain-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256 * 1024)

struct _LuotainCsvReader
{
  GInputStream *stream;
  GCancellable *cancellable;
  char *file;
  LuotainFaults *faults;
  char separator;

  char *buffer; /* a byte more than its size */
  gsize size;
  gsize end; /* of what was read */
  gsize begin; /* of the row */
  gsize next; /* behind the row */
  gboolean at_end;
  guint64 offset;

  guint line; /* of the row */
  guint n_lines; /* in the row */
  GPtrArray *cells; /* pointers into the buffer */
  GPtrArray *names; /* (element-type utf8) */
};

void
luotain_csv_reader_free (LuotainCsvReader *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_ptr_array_unref (self->cells);
  g_free (self->buffer);
  g_free (self->file);
  g_free (self);
}

static gboolean
refuse (LuotainCsvReader *self, guint line, char *message)
{
  luotain_faults_add (self->faults, self->file, (int) line, message);
  return FALSE;
}

/* ---- rows ---- */

/* Moves the row that was begun to the front and reads on. */
static gboolean
read_more (LuotainCsvReader *self, GError **error)
{
  gssize n;

  if (self->begin > 0)
    {
      memmove (self->buffer, self->buffer + self->begin, self->end - self->begin);
      self->end -= self->begin;
      self->begin = 0;
    }

  if (self->end > LUOTAIN_CSV_READER_MAX_ROW)
    return refuse (self, self->line,
                   g_strdup (
                       _ ("The row that begins here is longer than 16 MiB, or a quotation mark in it is "
                          "not closed.")));

  if (self->size - self->end < CHUNK)
    {
      self->size = MAX (self->size * 2, 2 * CHUNK);
      self->buffer = g_realloc (self->buffer, self->size + 1);
    }

  n = g_input_stream_read (self->stream, self->buffer + self->end, self->size - self->end, self->cancellable,
                           error);
  if (n < 0)
    return FALSE;

  self->at_end = n == 0;
  self->end += (gsize) n;
  self->offset += (guint64) n;
  return TRUE;
}

/* Finds the line feed that ends the row: the first one outside quotation marks. Doubled ones change nothing. */
static gboolean
find_end (LuotainCsvReader *self, GError **error)
{
  gsize length = 0; /* gone through, from the beginning of the row */
  gboolean quoted = FALSE;

  self->n_lines = 1;
  for (;;)
    {
      const char *p = self->buffer + self->begin + length;
      const char *end = self->buffer + self->end;

      for (; p < end && (quoted || *p != '\n'); p++)
        {
          if (quoted)
            {
              const char *mark = memchr (p, '"', (gsize) (end - p));

              if (mark == NULL)
                {
                  p = end;
                  break;
                }
              p = mark;
            }
          quoted = quoted != (*p == '"');
        }

      length = (gsize) (p - self->buffer) - self->begin;
      if (p < end || self->at_end)
        break;

      if (!read_more (self, error))
        return FALSE;
    }

  if (quoted)
    return refuse (self, self->line,
                   g_strdup (_ ("In the row that begins here a quotation mark is not closed.")));

  self->next = self->begin + length + (self->begin + length < self->end);
  self->buffer[self->begin + length] = '\0';
  return TRUE;
}

/* Eight bytes at a time: looking at each takes as long as all else that is done with a row. */
static gboolean
is_ascii (const char *text, gsize length)
{
  guint64 high = 0;

  for (; length >= sizeof high; text += sizeof high, length -= sizeof high)
    {
      guint64 bytes;

      memcpy (&bytes, text, sizeof bytes);
      high |= bytes;
    }
  while (length-- > 0)
    high |= (guchar) *text++;

  return (high & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* Lines within the row; whether it is text. */
static gboolean
check_row (LuotainCsvReader *self)
{
  const char *row = self->buffer + self->begin;
  gsize length = self->next - self->begin;
  const char *wrong = NULL;

  if (length > 0 && row[length - 1] == '\0')
    length--;

  if ((!is_ascii (row, length) || memchr (row, '\0', length) != NULL)
      && !g_utf8_validate_len (row, length, &wrong))
    {
      guint line = self->line;

      for (const char *p = row; p < wrong; p++)
        line += *p == '\n';
      return refuse (self, line,
                     *wrong == '\0' ? g_strdup (_ ("A byte of zero: this is no text."))
                                    : g_strdup (_ ("The text is not UTF-8. Save it as UTF-8.")));
    }

  for (const char *p = row; (p = memchr (p, '\n', (gsize) (row + length - p))) != NULL; p++)
    self->n_lines++;
  return TRUE;
}

/* Takes a quoted cell out of its quotation marks, in place. */
static gboolean
unquote (LuotainCsvReader *self, char **text)
{
  const char *from = *text + 1;
  char *to = *text;

  for (;;)
    {
      const char *mark = strchr (from, '"');

      if (mark == NULL)
        return refuse (self, self->line, g_strdup (_ ("A quotation mark is not closed.")));

      memmove (to, from, (gsize) (mark - from));
      to += mark - from;
      from = mark + 1;
      if (*from != '"')
        break;

      *to++ = '"';
      from++;
    }

  if (*from != '\0' && *from != self->separator)
    return refuse (self, self->line,
                   g_strdup (_ ("Behind the quotation mark that closes a cell the next cell should begin.")));

  /* The end of the cell was read: it may be written over. */
  *text = *from == '\0' ? NULL : (char *) from + 1;
  *to = '\0';
  return TRUE;
}

static gboolean
split_row (LuotainCsvReader *self)
{
  char *p = self->buffer + self->begin;
  const gsize length = strlen (p);

  g_ptr_array_set_size (self->cells, 0);
  if (length > 0 && p[length - 1] == '\r')
    p[length - 1] = '\0';

  while (p != NULL)
    {
      char *cell = p;

      if (self->cells->len == LUOTAIN_CSV_READER_MAX_CELLS)
        return refuse (self, self->line,
                       g_strdup_printf (_ ("The row has more than %d cells."), LUOTAIN_CSV_READER_MAX_CELLS));

      if (*p == '"')
        {
          if (!unquote (self, &p))
            return FALSE;
        }
      else
        {
          char *stop = p;

          while (*stop != '\0' && *stop != self->separator && *stop != '"')
            stop++;

          if (*stop == '"')
            return refuse (self, self->line,
                           g_strdup (_ ("A quotation mark within a cell that does not begin with one.")));

          p = *stop == '\0' ? NULL : stop + 1;
          *stop = '\0';
        }

      if (strlen (cell) > LUOTAIN_CSV_READER_MAX_CELL)
        return refuse (self, self->line, g_strdup (_ ("A cell is longer than 8 MiB.")));

      g_ptr_array_add (self->cells, cell);
    }

  return TRUE;
}

static gboolean
read_row (LuotainCsvReader *self, GError **error)
{
  self->begin = self->next;
  self->line += self->n_lines;
  return find_end (self, error) && check_row (self) && split_row (self);
}

static gboolean
row_is_empty (const LuotainCsvReader *self)
{
  return self->cells->len == 1 && *(const char *) self->cells->pdata[0] == '\0';
}

gboolean
luotain_csv_reader_next (LuotainCsvReader *self, GError **error)
{
  do
    {
      if (self->next == self->end && self->at_end)
        return FALSE;

      if (!read_row (self, error))
        return FALSE;
    }
  while (row_is_empty (self));

  for (guint i = self->names->len; i < self->cells->len; i++)
    if (*(const char *) self->cells->pdata[i] != '\0')
      return refuse (self, self->line,
                     g_strdup_printf (_ ("The row has more cells than the table has columns (%u)."),
                                      self->names->len));

  return TRUE;
}

/* ---- the first row ---- */

static gboolean
skip_mark (LuotainCsvReader *self, GError **error)
{
  while (self->end < 4 && !self->at_end)
    if (!read_more (self, error))
      return FALSE;

  if (self->end >= 2
      && (memcmp (self->buffer, "\xff\xfe", 2) == 0 || memcmp (self->buffer, "\xfe\xff", 2) == 0))
    return refuse (self, 1, g_strdup (_ ("The text is in UTF-16. Save it as UTF-8.")));

  if (self->end >= 4 && memcmp (self->buffer, "PK\3\4", 4) == 0)
    return refuse (self, 0, g_strdup (_ ("This is a zip archive, not a table. Unpack it.")));

  if (self->end >= 3 && memcmp (self->buffer, "\xef\xbb\xbf", 3) == 0)
    self->next = 3;

  if (self->next < self->end)
    return TRUE;

  return refuse (self, 1, g_strdup (_ ("The table is empty.")));
}

static gboolean
read_names (LuotainCsvReader *self, GError **error)
{
  if (!skip_mark (self, error))
    return FALSE;

  self->begin = self->next;
  self->line = 1;
  if (!find_end (self, error))
    return FALSE;

  if (strchr (self->buffer + self->begin, ',') == NULL && strchr (self->buffer + self->begin, ';') != NULL)
    self->separator = ';';

  if (!check_row (self) || !split_row (self))
    return FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    g_ptr_array_add (self->names, g_strstrip (g_strdup (self->cells->pdata[i])));
  return TRUE;
}

LuotainCsvReader *
luotain_csv_reader_new (GInputStream *stream, const char *file, LuotainFaults *faults,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainCsvReader) self = g_new0 (LuotainCsvReader, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->file = g_strdup (file);
  self->faults = faults;
  self->separator = ',';
  self->cells = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  return read_names (self, error) ? g_steal_pointer (&self) : NULL;
}

int
luotain_csv_reader_column (LuotainCsvReader *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_ascii_strcasecmp (self->names->pdata[i], name) == 0)
      return (int) i;

  return -1;
}

const char *
luotain_csv_reader_get (LuotainCsvReader *self, int column)
{
  return column >= 0 && (guint) column < self->cells->len ? self->cells->pdata[column] : "";
}

guint
luotain_csv_reader_get_line (LuotainCsvReader *self)
{
  return self->line;
}

guint64
luotain_csv_reader_get_offset (LuotainCsvReader *self)
{
  return self->offset;
}
