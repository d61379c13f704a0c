#include "luotain-html-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* An entity has a name or number no longer than this. */
#define LONGEST_ENTITY 12

/* Tags that begin a line of their own. */
static const char *const blocks[] = { "p",  "br", "div", "li", "ul", "ol", "tr", "table",      "h1",
                                      "h2", "h3", "h4",  "h5", "h6", "dt", "dd", "blockquote", NULL };
static const char *const hidden[] = { "script", "style", "head", "template", NULL };

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);

  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

static gunichar
parse_entity (const char *name, gsize length)
{
  g_autofree char *copy = g_strndup (name, length);
  const htmlEntityDesc *entity;

  if (copy[0] == '#')
    {
      const gboolean hexadecimal = copy[1] == 'x' || copy[1] == 'X';
      const guint64 number = g_ascii_strtoull (copy + 1 + hexadecimal, NULL, hexadecimal ? 16 : 10);

      return number <= 0x10ffff && g_unichar_validate ((gunichar) number) ? (gunichar) number : 0;
    }

  if (strcmp (copy, "apos") == 0)
    return '\'';

  entity = htmlEntityLookup ((const xmlChar *) copy);
  return entity != NULL ? entity->value : 0;
}

static const char *
take_entity (const char *p, GString *text)
{
  const char *end = memchr (p, ';', strnlen (p, LONGEST_ENTITY));
  const gunichar character = end != NULL ? parse_entity (p + 1, (gsize) (end - p) - 1) : 0;

  if (character == 0)
    {
      g_string_append_c (text, '&');
      return p + 1;
    }

  g_string_append_unichar (text, character == 0xa0 ? ' ' : character);
  return end + 1;
}

/* The value of href, where it leads somewhere outside. */
static char *
find_address (const char *tag, gsize length)
{
  g_autofree char *copy = g_strndup (tag, length);
  const char *value = strstr (copy, "href=");
  gsize n;

  if (value == NULL || (value[5] != '"' && value[5] != '\''))
    return NULL;

  n = strcspn (value + 6, value[5] == '"' ? "\"" : "'");
  if (!g_str_has_prefix (value + 6, "http://") && !g_str_has_prefix (value + 6, "https://"))
    return NULL;

  return g_strndup (value + 6, n);
}

/* Behind the tag; what a hidden one holds is skipped. */
static const char *
skip_hidden (const char *p, const char *name)
{
  const char *end = strstr (p, "</");

  while (end != NULL && g_ascii_strncasecmp (end + 2, name, strlen (name)) != 0)
    end = strstr (end + 2, "</");

  end = end != NULL ? strchr (end, '>') : NULL;
  return end != NULL ? end + 1 : p + strlen (p);
}

/* @last is where the last tag ends, so that nobody looks for an end to the end of the text again and again. */
static const char *
take_tag (const char *p, const char *last, GString *text, char **address)
{
  const gboolean closes = p[1] == '/';
  const char *begin = p + 1 + closes;
  const gboolean is_tag = last != NULL && p < last && (g_ascii_isalpha (*begin) || *begin == '!');
  const char *end = is_tag ? strchr (p, '>') : NULL;
  g_autofree char *name = NULL;
  gsize length = 0;

  if (end == NULL)
    {
      g_string_append_c (text, '<');
      return p + 1;
    }

  if (g_str_has_prefix (p, "<!--"))
    {
      const char *behind = strstr (p, "-->");

      return behind != NULL ? behind + 3 : p + strlen (p);
    }

  while (g_ascii_isalnum (begin[length]))
    length++;
  name = g_ascii_strdown (begin, (gssize) length);

  if (!closes && g_strv_contains (hidden, name))
    return skip_hidden (end + 1, name);

  if (g_strv_contains (blocks, name))
    end_line (text);
  if (!closes && strcmp (name, "li") == 0)
    g_string_append (text, "– ");
  if ((strcmp (name, "td") == 0 || strcmp (name, "th") == 0) && closes)
    g_string_append_c (text, ' ');
  if (strcmp (name, "a") == 0)
    {
      if (closes && *address != NULL && !g_str_has_suffix (text->str, *address))
        g_string_append_printf (text, " (%s)", *address);
      g_clear_pointer (address, g_free);
      if (!closes)
        *address = find_address (p, (gsize) (end - p));
    }

  return end + 1;
}

char *
luotain_html_to_text (const char *html)
{
  g_autoptr (GString) text = g_string_sized_new (strlen (html));
  g_autofree char *address = NULL;
  const char *last = strrchr (html, '>');

  if (strpbrk (html, "<&") == NULL)
    return g_strstrip (g_strdup (html));

  for (const char *p = html; *p != '\0';)
    {
      if (*p == '<')
        p = take_tag (p, last, text, &address);
      else if (*p == '&')
        p = take_entity (p, text);
      else if (g_ascii_isspace (*p))
        {
          if (text->len > 0 && text->str[text->len - 1] != '\n' && text->str[text->len - 1] != ' ')
            g_string_append_c (text, ' ');
          p++;
        }
      else
        g_string_append_c (text, *p++);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}
