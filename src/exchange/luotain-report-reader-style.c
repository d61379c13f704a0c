#include "luotain-report-reader-private.h"

#include <string.h>

#define PICTURE_RULE ".map "

/* The variables of a rule `:root { --name: value; … }`. */
static GHashTable *
read_variables (const char *rule)
{
  GHashTable *variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *begin = strchr (rule, '{');
  const char *end = begin != NULL ? strchr (begin, '}') : NULL;
  g_autofree char *body = end != NULL ? g_strndup (begin + 1, (gsize) (end - begin - 1)) : g_strdup ("");
  g_auto (GStrv) entries = g_strsplit (body, ";", -1);

  for (char **entry = entries; *entry != NULL; entry++)
    {
      char *colon = strchr (*entry, ':');

      if (colon != NULL && g_str_has_prefix (g_strchug (*entry), "--"))
        {
          colon = strchr (*entry, ':');
          g_hash_table_insert (variables, g_strndup (*entry, (gsize) (colon - *entry)),
                               g_strdup (g_strstrip (colon + 1)));
        }
    }
  return variables;
}

static void
add_rule (GString *out, const char *rule, GHashTable *variables)
{
  const char *at = rule;
  const char *found;

  while ((found = strstr (at, "var(")) != NULL)
    {
      const char *end = strchr (found, ')');
      g_autofree char *name = end != NULL ? g_strndup (found + 4, (gsize) (end - found - 4)) : NULL;
      const char *value = name != NULL ? g_hash_table_lookup (variables, name) : NULL;

      if (end == NULL)
        break;
      g_string_append_len (out, at, found - at);
      g_string_append (out, value != NULL ? value : "#000");
      at = end + 1;
    }
  g_string_append (out, at);
  g_string_append_c (out, '\n');
}

char *
luotain_report_reader_read_rules (const xmlNode *style)
{
  xmlChar *content = style != NULL ? xmlNodeGetContent (style) : NULL;
  const char *text = content != NULL ? (const char *) content : "";
  const char *print = strstr (text, "@media print");
  const char *root = strstr (print != NULL ? print : text, ":root");
  g_autoptr (GHashTable) variables = read_variables (root != NULL ? root : "");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  /* A rule a line. */
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, PICTURE_RULE) && strchr (*line, '}') != NULL)
      add_rule (out, *line, variables);
  xmlFree (content);
  return g_string_free (out, FALSE);
}
