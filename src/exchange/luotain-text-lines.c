#include "config.h"

#include "luotain-text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What Windows-1252 has where Latin-1 has control characters; 0 where it has nothing. */
static const gunichar windows[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

void
luotain_text_lines_free (LuotainTextLines *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_free (self->text);
  g_free (self);
}

static gunichar
decode_byte (guint8 byte)
{
  return byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80] : byte;
}

/* A byte that means nothing becomes a control character, which is refused with its line. */
static char *
decode_windows (const char *data, gsize length)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      const gunichar character = decode_byte ((guint8) data[i]);

      g_string_append_unichar (text, character != 0 || data[i] == 0 ? character : (guint8) data[i]);
    }

  return g_string_free (text, FALSE);
}

static int
encode_character (gunichar character)
{
  if (character < 0x80 || (character >= 0xa0 && character < 0x100))
    return (int) character;

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i] == character)
      return (int) (0x80 + i);

  return -1;
}

char *
luotain_text_to_windows (const char *text, gsize *length)
{
  g_autoptr (GString) bytes = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const int byte = encode_character (g_utf8_get_char (p));

      if (byte < 0)
        return NULL;

      g_string_append_c (bytes, (char) byte);
    }

  *length = bytes->len;
  return g_string_free (g_steal_pointer (&bytes), FALSE);
}

static gboolean
refuse (const char *file, guint line, LuotainFaults *faults, char *message)
{
  luotain_faults_add (faults, file, (int) line, message);
  return FALSE;
}

static gboolean
check_bytes (const char *data, gsize length, const char *file, LuotainFaults *faults)
{
  guint line = 1;

  if (length > LUOTAIN_TEXT_LINES_MAX_BYTES)
    return refuse (file, 0, faults, g_strdup (_ ("The file is longer than 64 MiB.")));

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    return refuse (file, 1, faults, g_strdup (_ ("The text is in UTF-16. Save it as UTF-8.")));

  for (gsize i = 0; i < length; i++)
    {
      const guint8 byte = (guint8) data[i];

      line += byte == '\n';
      if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f)
        return refuse (file, line, faults,
                       g_strdup_printf (_ ("A control character (U+%04X): this is no text."), byte));
    }

  return TRUE;
}

static gboolean
check_characters (const LuotainTextLines *self, const char *file, LuotainFaults *faults)
{
  for (guint i = 0; i < self->lines->len; i++)
    for (const char *p = self->lines->pdata[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        const gunichar character = g_utf8_get_char (p);

        if ((character >= 0x80 && character < 0xa0) || (character & 0xfffe) == 0xfffe)
          return refuse (file, i + 1, faults,
                         g_strdup_printf (_ ("A control character (U+%04X): this is no text."), character));
      }

  return TRUE;
}

/* LF ends a line, and CRs before it; a CR within is white space. */
static void
split_lines (LuotainTextLines *self)
{
  char *line = self->text;

  while (line != NULL)
    {
      char *feed = strchr (line, '\n');
      char *end = feed != NULL ? feed : line + strlen (line);
      char *next = feed != NULL ? feed + 1 : NULL;

      self->crlf = self->crlf || (self->lines->len == 0 && feed != NULL && feed > line && feed[-1] == '\r');
      while (end > line && end[-1] == '\r')
        end--;
      *end = '\0';
      g_ptr_array_add (self->lines, line);
      line = next;
    }
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

LuotainTextLines *
luotain_text_lines_new (const char *data, gsize length, const char *file, LuotainFaults *faults)
{
  g_autoptr (LuotainTextLines) self = NULL;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (!check_bytes (data, length, file, faults))
    return NULL;

  self = g_new0 (LuotainTextLines, 1);
  self->lines = g_ptr_array_new ();
  self->latin = !g_utf8_validate (data, (gssize) length, NULL);
  self->text = self->latin ? decode_windows (data, length) : g_strndup (data, length);
  split_lines (self);
  if (!check_characters (self, file, faults))
    return NULL;

  while (self->lines->len > 0 && is_blank (self->lines->pdata[self->lines->len - 1]))
    g_ptr_array_remove_index (self->lines, self->lines->len - 1);

  return g_steal_pointer (&self);
}

const char *
luotain_text_lines_get (const LuotainTextLines *self, guint line)
{
  g_assert (line >= 1);
  return line <= self->lines->len ? self->lines->pdata[line - 1] : NULL;
}

gboolean
luotain_text_parse_whole (const char *text, gint64 *number)
{
  const char *digits;
  char *end = NULL;

  while (*text == ' ' || *text == '\t' || *text == '\r')
    text++;
  digits = *text == '-' || *text == '+' ? text + 1 : text;
  if (!g_ascii_isdigit (*digits))
    return FALSE;

  *number = g_ascii_strtoll (text, &end, 10);
  return is_blank (end);
}
