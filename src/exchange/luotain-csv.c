#include "luotain-csv.h"

#include "luotain-field.h"

#include <string.h>

/* Rows are gathered before they are handed on: a cell is a few bytes, a write of a stream is a call. */
#define BUFFER_SIZE (64 * 1024)

struct _LuotainCsv
{
  GOutputStream *stream;
  LuotainCsvForm form;
  GCancellable *cancellable;
  GString *buffer;
  gboolean in_row;
  GError *error;
};

LuotainCsv *
luotain_csv_new (GOutputStream *stream, LuotainCsvForm form, GCancellable *cancellable)
{
  LuotainCsv *self = g_new0 (LuotainCsv, 1);

  self->stream = stream;
  self->form = form;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->buffer = g_string_sized_new (BUFFER_SIZE + 1024);

  if (form == LUOTAIN_CSV_EXCEL_FI)
    g_string_append (self->buffer, "\xef\xbb\xbf");

  return self;
}

void
luotain_csv_free (LuotainCsv *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

static void
flush (LuotainCsv *self)
{
  if (self->error == NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, self->cancellable,
                               &self->error);

  g_string_truncate (self->buffer, 0);
}

static void
begin_cell (LuotainCsv *self)
{
  if (self->in_row)
    g_string_append_c (self->buffer, self->form == LUOTAIN_CSV_EXCEL_FI ? ';' : ',');

  self->in_row = TRUE;
}

/* Blanks in front do not keep a spreadsheet from computing; signs of full width count as the others. */
gboolean
luotain_csv_is_formula (const char *text)
{
  while (*text == ' ')
    text++;

  switch (g_utf8_get_char (text))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case '|':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Readers differ most in what they make of a bare cell that begins with a blank or a letter beyond ASCII. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("_.:/-", *p) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
append_quoted (GString *buffer, const char *text)
{
  const char *quote;

  g_string_append_c (buffer, '"');
  while ((quote = strchr (text, '"')) != NULL)
    {
      g_string_append_len (buffer, text, quote + 1 - text);
      g_string_append_c (buffer, '"');
      text = quote + 1;
    }
  g_string_append (buffer, text);
  g_string_append_c (buffer, '"');
}

void
luotain_csv_text (LuotainCsv *self, const char *text)
{
  begin_cell (self);

  if (text == NULL || *text == '\0')
    return;

  if (self->form == LUOTAIN_CSV_EXCEL_FI && luotain_csv_is_formula (text))
    {
      g_autofree char *guarded = g_strconcat ("'", text, NULL);

      append_quoted (self->buffer, guarded);
    }
  else if (is_plain (text))
    g_string_append (self->buffer, text);
  else
    append_quoted (self->buffer, text);
}

void
luotain_csv_number (LuotainCsv *self, gint64 number)
{
  begin_cell (self);

  if (number != LUOTAIN_NUMBER_UNSET)
    g_string_append_printf (self->buffer, "%" G_GINT64_FORMAT, number);
}

void
luotain_csv_decimal (LuotainCsv *self, double number, guint digits)
{
  char format[16];
  char text[G_ASCII_DTOSTR_BUF_SIZE + 64];
  char *point;

  g_snprintf (format, sizeof format, "%%.%uf", MIN (digits, 9));
  g_ascii_formatd (text, sizeof text, format, number);
  point = strchr (text, '.');
  if (point != NULL && self->form == LUOTAIN_CSV_EXCEL_FI)
    *point = ',';

  begin_cell (self);
  g_string_append (self->buffer, text);
}

void
luotain_csv_end_row (LuotainCsv *self)
{
  g_string_append (self->buffer, "\r\n");
  self->in_row = FALSE;

  if (self->buffer->len >= BUFFER_SIZE)
    flush (self);
}

void
luotain_csv_row (LuotainCsv *self, ...)
{
  va_list texts;
  const char *text;

  va_start (texts, self);
  while ((text = va_arg (texts, const char *)) != NULL)
    luotain_csv_text (self, text);
  va_end (texts);
  luotain_csv_end_row (self);
}

gboolean
luotain_csv_finish (LuotainCsv *self, GError **error)
{
  flush (self);

  if (self->error == NULL)
    g_output_stream_flush (self->stream, self->cancellable, &self->error);

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
