#include "config.h"

#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (luotain_text_error_quark, luotain_text_error)

/* Characters below U+0300 are in normal form C whatever stands beside them, and that is all of Finnish and Swedish. */
static gboolean
needs_composing (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p >= 0xcc)
      return TRUE;

  return FALSE;
}

static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0xfffe || c == 0xffff;
}

static gboolean
refuse_character (gunichar c, glong position, GError **error)
{
  g_set_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_CHARACTER,
               _ ("The control character U+%04X at position %ld cannot be kept. Remove it and try again."),
               (guint) c, position);
  return FALSE;
}

static gunichar
plain_line_end (gunichar c, const char *next)
{
  if (c == '\r')
    return *next == '\n' ? 0 : '\n';

  return c == '\v' || c == '\f' ? '\n' : c;
}

static gboolean
append_plain (GString *plain, const char *text, LuotainTextFlags flags, guint *dropped, GError **error)
{
  glong position = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), position++)
    {
      const gunichar original = g_utf8_get_char (p);
      gunichar c = plain_line_end (original, g_utf8_next_char (p));

      if (c == 0)
        continue;

      if (is_forbidden (c))
        {
          if ((flags & LUOTAIN_TEXT_DROP) == 0)
            return refuse_character (c, position, error);

          (*dropped)++;
          continue;
        }

      if ((flags & LUOTAIN_TEXT_SINGLE_LINE) != 0 && (c == '\n' || c == '\t'))
        c = ' ';

      g_string_append_unichar (plain, c);
    }

  return TRUE;
}

static char *
read_as_utf8 (const char *text, gsize length, LuotainTextFlags flags, guint *dropped, GError **error)
{
  const char *end = NULL;

  if (g_utf8_validate_len (text, length, &end))
    return g_strndup (text, length);

  if ((flags & LUOTAIN_TEXT_DROP) == 0)
    {
      g_set_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_ENCODING,
                   _ ("The text is not valid UTF-8 at byte %ld. Save it as UTF-8 and try again."),
                   (long) (end - text) + 1);
      return NULL;
    }

  (*dropped)++;
  return g_utf8_make_valid (text, length);
}

/* Most texts are fine as they are; this keeps the import of a large file from walking them character by character. */
static gboolean
is_plain (const char *text, LuotainTextFlags flags)
{
  const guchar lowest = (flags & LUOTAIN_TEXT_SINGLE_LINE) != 0 ? 0x20 : 0x0a;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p >= 0xcc || (*p < 0x20 && (*p < lowest || *p != '\n')))
      return FALSE;

  return TRUE;
}

static char *
finish (char *text, LuotainTextFlags flags, GError **error)
{
  g_autofree char *owned = text;

  if ((flags & LUOTAIN_TEXT_SINGLE_LINE) != 0)
    g_strstrip (owned);

  if (strlen (owned) > LUOTAIN_TEXT_MAX_BYTES)
    {
      g_set_error (
          error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_TOO_LONG,
          _ ("The text is longer than one field can hold (%d bytes). Divide it among several records."),
          LUOTAIN_TEXT_MAX_BYTES);
      return NULL;
    }

  return *owned == '\0' ? NULL : g_steal_pointer (&owned);
}

char *
luotain_text_normalize (const char *text, gssize length, LuotainTextFlags flags, guint *dropped,
                        GError **error)
{
  guint n_dropped = 0;
  g_autofree char *utf8 = NULL;
  g_autoptr (GString) plain = NULL;

  if (dropped != NULL)
    *dropped = 0;

  if (text == NULL)
    return NULL;

  utf8 = read_as_utf8 (text, length < 0 ? strlen (text) : (gsize) length, flags, &n_dropped, error);

  if (utf8 == NULL)
    return NULL;

  if (is_plain (utf8, flags))
    return finish (g_steal_pointer (&utf8), flags, error);

  plain = g_string_sized_new (strlen (utf8));

  if (!append_plain (plain, utf8, flags, &n_dropped, error))
    return NULL;

  if (dropped != NULL)
    *dropped = n_dropped;

  if (needs_composing (plain->str))
    return finish (g_utf8_normalize (plain->str, plain->len, G_NORMALIZE_DEFAULT_COMPOSE), flags, error);

  return finish (g_string_free (g_steal_pointer (&plain), FALSE), flags, error);
}

/* Eight bytes of ASCII at a time, then letters of two bytes: nearly all of what stands in a workbook. */
static gboolean
is_utf8 (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const guchar c = (guchar) *text;
      guint64 bytes = G_MAXUINT64;

      if (end - text >= (gssize) sizeof bytes)
        memcpy (&bytes, text, sizeof bytes);

      if ((bytes & G_GUINT64_CONSTANT (0x8080808080808080)) == 0)
        text += sizeof bytes;
      else if (c < 0x80)
        text++;
      else if (c >= 0xc2 && c < 0xe0 && ((guchar) text[1] & 0xc0) == 0x80)
        text += 2;
      else if (g_utf8_get_char_validated (text, end - text) < 0x110000)
        text = g_utf8_next_char (text);
      else
        return FALSE;
    }

  return TRUE;
}

const char *
luotain_text_make_valid (const char *text, gsize length, char **mended)
{
  *mended = text == NULL || is_utf8 (text, length) ? NULL : g_utf8_make_valid (text, (gssize) strlen (text));
  return *mended != NULL ? *mended : text;
}

char *
luotain_text_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (p)));

  return g_string_free (folded, FALSE);
}

static gboolean
begins_with (const char *text, const char *folded)
{
  while (*folded != '\0')
    {
      const guchar a = (guchar) *text, b = (guchar) *folded;

      if (a < 0x80 && b < 0x80)
        {
          if (g_ascii_tolower (a) != b)
            return FALSE;

          text++;
          folded++;
          continue;
        }

      if (a == '\0' || g_unichar_tolower (g_utf8_get_char (text)) != g_utf8_get_char (folded))
        return FALSE;

      text = g_utf8_next_char (text);
      folded = g_utf8_next_char (folded);
    }

  return TRUE;
}

gboolean
luotain_text_contains (const char *haystack, const char *needle)
{
  char firsts[3] = { *needle, g_ascii_toupper (*needle), '\0' };

  if (haystack == NULL)
    return FALSE;

  if (*needle == '\0')
    return TRUE;

  /* strpbrk runs through the bytes that cannot begin a match many at a time. */
  if ((guchar) *needle < 0x80)
    {
      for (const char *p = haystack; (p = strpbrk (p, firsts)) != NULL; p++)
        if (begins_with (p, needle))
          return TRUE;

      return FALSE;
    }

  for (const char *p = haystack; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && begins_with (p, needle))
      return TRUE;

  return FALSE;
}

void
luotain_text_add_part (GString *line, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, part);
}

char *
luotain_text_excerpt (const char *text, guint max_characters)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return g_strdup ("");

  line = g_strdup (text);
  g_strdelimit (line, "\n\t", ' ');

  if ((gulong) g_utf8_strlen (line, -1) <= max_characters)
    return g_steal_pointer (&line);

  *g_utf8_offset_to_pointer (line, max_characters - 1) = '\0';
  return g_strconcat (line, "…", NULL);
}
