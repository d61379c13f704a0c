#include "config.h"

#include "luotain-bag-tags.h"

#include "luotain-bag-path.h"
#include "luotain-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OLDEST 93
#define NEWEST 100

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, message);
  return FALSE;
}

static void
free_label (gpointer data)
{
  LuotainBagLabel *label = data;

  g_free (label->label);
  g_free (label->value);
  g_free (label);
}

char *
luotain_bag_text (GBytes *bytes, const char *charset, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;
  gsize written = 0;

  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    {
      text = g_strndup (data != NULL ? data : "", length);
      written = length;
    }
  else
    text = g_convert (data != NULL ? data : "", (gssize) length, "UTF-8", charset, NULL, &written, NULL);

  if (text == NULL || strlen (text) != written || !g_utf8_validate (text, -1, NULL))
    {
      fail (error, _ ("It is not written in the character set the bag declares."));
      return NULL;
    }

  /* A byte order mark is no part of the first path. */
  return g_strdup (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text);
}

/* "0.97" is 97 and "1.0" is 100; -1 for what is no version. */
static int
parse_version (const char *text)
{
  const char *point = strchr (text, '.');

  if (point == NULL || point == text || point - text > 3 || strlen (point) > 3 || point[1] == '\0')
    return -1;
  for (const char *c = text; *c != '\0'; c++)
    if (c != point && !g_ascii_isdigit (*c))
      return -1;

  return (int) (g_ascii_strtoll (text, NULL, 10) * 100 + g_ascii_strtoll (point + 1, NULL, 10));
}

gboolean
luotain_bag_declaration_parse (GBytes *bytes, int *version, char **charset, GError **error)
{
  g_autofree char *text = luotain_bag_text (bytes, "UTF-8", NULL);
  g_autoptr (GPtrArray) info = text != NULL ? luotain_bag_info_parse (text) : NULL;
  const char *number = info != NULL ? luotain_bag_info_get (info, "BagIt-Version") : NULL;
  const char *encoding = info != NULL ? luotain_bag_info_get (info, "Tag-File-Character-Encoding") : NULL;

  *charset = NULL;
  if (number == NULL || encoding == NULL)
    return fail (error, _ ("Its bagit.txt does not say what a bag has to say."));

  *version = parse_version (number);
  if (*version < OLDEST || *version > NEWEST)
    {
      g_autofree char *shown = luotain_bag_path_show (number);

      g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
                   _ ("It is a bag of version %s. Bags of the versions from 0.93 to 1.0 can be read."),
                   shown);
      return FALSE;
    }

  *charset = g_strdup (encoding);
  return TRUE;
}

static void
add_label (GPtrArray *info, const char *line)
{
  const char *colon = strchr (line, ':');
  LuotainBagLabel *label;

  if (colon == NULL)
    return;

  label = g_new (LuotainBagLabel, 1);
  label->label = g_strstrip (g_strndup (line, (gsize) (colon - line)));
  label->value = g_strstrip (g_strdup (colon + 1));
  g_ptr_array_add (info, label);
}

static char **
split_lines (const char *text)
{
  g_auto (GStrv) parts = NULL;
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  parts = g_strsplit (plain->str, "\n", -1);
  g_string_free (plain, TRUE);
  return g_steal_pointer (&parts);
}

GPtrArray *
luotain_bag_info_parse (const char *text)
{
  g_auto (GStrv) lines = split_lines (text);
  g_autoptr (GString) line = g_string_new (NULL);
  GPtrArray *info = g_ptr_array_new_with_free_func (free_label);

  for (char **next = lines; *next != NULL; next++)
    {
      if (**next == ' ' || **next == '\t')
        {
          g_string_append_c (line, ' ');
          g_string_append (line, g_strstrip (*next));
          continue;
        }

      add_label (info, line->str);
      g_string_assign (line, *next);
    }

  add_label (info, line->str);
  return info;
}

const char *
luotain_bag_info_get (GPtrArray *info, const char *label)
{
  for (guint i = 0; i < info->len; i++)
    {
      const LuotainBagLabel *one = info->pdata[i];

      if (g_ascii_strcasecmp (one->label, label) == 0)
        return one->value;
    }

  return NULL;
}

const char *
luotain_bag_manifest_name (const char *name, gboolean *tags)
{
  const char *algorithm;

  if (!g_str_has_suffix (name, ".txt") || strchr (name, '/') != NULL)
    return NULL;

  *tags = g_str_has_prefix (name, "tagmanifest-");
  if (!*tags && !g_str_has_prefix (name, "manifest-"))
    return NULL;

  algorithm = strchr (name, '-') + 1;
  return strlen (algorithm) > 4 ? algorithm : NULL;
}

static gboolean
parse_line (char *line, int version, gsize n_digits, LuotainBagLineFunc func, gpointer data)
{
  g_autofree char *decoded = NULL;
  char *path;

  for (gsize i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isxdigit (line[i]))
        return FALSE;
      line[i] = g_ascii_tolower (line[i]);
    }

  path = line + n_digits;
  if (*path != ' ' && *path != '\t')
    return FALSE;

  *path++ = '\0';
  while (*path == ' ' || *path == '\t')
    path++;
  /* Programs that make checksums mark what they read as bytes. */
  if (*path == '*')
    path++;
  if (g_str_has_prefix (path, "./"))
    path += 2;
  if (*path == '\0')
    return FALSE;

  decoded = luotain_bag_path_decode (path, version);
  func (decoded, line, data);
  return TRUE;
}

guint
luotain_bag_manifest_parse (char *text, int version, gsize n_digits, LuotainBagLineFunc func, gpointer data)
{
  guint number = 0;
  guint bad = 0;

  for (char *line = text; line != NULL && *line != '\0';)
    {
      char *end = line + strcspn (line, "\r\n");
      char *next = *end == '\0' ? NULL : end + ((end[0] == '\r' && end[1] == '\n') ? 2 : 1);

      *end = '\0';
      number++;
      if (line[strspn (line, " \t")] != '\0' && !parse_line (line, version, n_digits, func, data) && bad == 0)
        bad = number;
      line = next;
    }

  return bad;
}

guint
luotain_bag_count_lines (const char *text)
{
  g_auto (GStrv) lines = split_lines (text);
  guint count = 0;

  for (char **line = lines; *line != NULL; line++)
    count += *g_strstrip (*line) != '\0';

  return count;
}
