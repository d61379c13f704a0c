#include "luotain-bag-path.h"

#include <string.h>

#define MOST_BYTES 4000
#define MOST_BYTES_A_PART 255
#define MOST_SHOWN 300

static gboolean
is_safe_part (const char *part)
{
  return *part != '\0' && strlen (part) <= MOST_BYTES_A_PART && strcmp (part, ".") != 0
         && strcmp (part, "..") != 0;
}

static gboolean
has_safe_characters (const char *path)
{
  for (const char *c = path; *c != '\0'; c++)
    if (*c == '\\' || *c == 0x7f || ((guchar) *c < 0x20 && strchr ("\t\n\r", *c) == NULL))
      return FALSE;

  return TRUE;
}

gboolean
luotain_bag_path_is_safe (const char *path)
{
  g_auto (GStrv) parts = NULL;

  if (strlen (path) > MOST_BYTES || !g_utf8_validate (path, -1, NULL) || !has_safe_characters (path)
      || path[0] == '~' || (g_ascii_isalpha (path[0]) && path[1] == ':'))
    return FALSE;

  parts = g_strsplit (path, "/", -1);
  if (parts[0] == NULL)
    return FALSE;

  for (char **part = parts; *part != NULL; part++)
    if (!is_safe_part (*part))
      return FALSE;

  return TRUE;
}

char *
luotain_bag_path_encode (const char *path)
{
  GString *text = g_string_new (NULL);

  for (const char *c = path; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r' || *c == '%')
      g_string_append_printf (text, "%%%02X", (guint) *c);
    else
      g_string_append_c (text, *c);

  return g_string_free (text, FALSE);
}

static int
decode_character (const char *text, int version)
{
  if (version >= 97 && g_ascii_strncasecmp (text, "%0a", 3) == 0)
    return '\n';
  if (version >= 97 && g_ascii_strncasecmp (text, "%0d", 3) == 0)
    return '\r';
  if (version >= 100 && strncmp (text, "%25", 3) == 0)
    return '%';
  return 0;
}

char *
luotain_bag_path_decode (const char *text, int version)
{
  GString *path = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      const int decoded = decode_character (c, version);

      g_string_append_c (path, decoded != 0 ? (char) decoded : *c);
      if (decoded != 0)
        c += 2;
    }

  return g_string_free (path, FALSE);
}

char *
luotain_bag_path_fold (const char *path)
{
  g_autofree char *composed = g_utf8_normalize (path, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = composed != NULL ? g_utf8_casefold (composed, -1) : NULL;

  /* Folding may take a text out of its normal form again. */
  return folded != NULL ? g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE) : g_strdup (path);
}

/* Of controls and of what turns the direction of a line only the number is shown: a path is data, and may lie. */
static gboolean
is_plain (gunichar c)
{
  return g_unichar_isprint (c) && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069);
}

char *
luotain_bag_path_show (const char *path)
{
  g_autofree char *valid = g_utf8_make_valid (path, -1);
  GString *shown = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      if (shown->len > MOST_SHOWN)
        {
          g_string_append (shown, "…");
          break;
        }
      if (is_plain (character))
        g_string_append_unichar (shown, character);
      else
        g_string_append_printf (shown, "%%%02X", character);
    }

  return g_string_free (shown, FALSE);
}
