#include "luotain-report-picture-text.h"

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

static const xmlNode *
find_child (const xmlNode *node, const char *name)
{
  for (const xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      return child;
  return NULL;
}

char *
luotain_report_picture_rules (const xmlDoc *page)
{
  const xmlNode *style = find_child (find_child (xmlDocGetRootElement (page), "head"), "style");
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

/* A link in a picture would lead to a place in a page. The table below the map has the same links. */
static void
take_links_away (xmlNode *node)
{
  if (strcmp ((const char *) node->name, "a") == 0)
    xmlNodeSetName (node, (const xmlChar *) "g");
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      take_links_away (child);
}

/* Whether a rule is for an element: `.map text` by its name, `.map .line` by its class. */
static gboolean
is_for (const char *rule, gsize length, const xmlNode *node, char **classes)
{
  g_autofree char *selector = g_strstrip (g_strndup (rule, length));
  const char *last = strrchr (selector, ' ');

  last = last != NULL ? last + 1 : selector;
  /* Nothing is pointed at on paper. */
  if (strpbrk (selector, ":,") != NULL)
    return FALSE;
  return *last == '.' ? classes != NULL && g_strv_contains ((const char *const *) classes, last + 1)
                      : strcmp ((const char *) node->name, last) == 0;
}

/* Office programs know no rules in a picture, but all read what stands with an element itself. */
static void
apply_rules (xmlNode *node, char **rules)
{
  xmlChar *class = xmlGetNoNsProp (node, (const xmlChar *) "class");
  g_auto (GStrv) classes = class != NULL ? g_strsplit ((const char *) class, " ", -1) : NULL;
  g_autoptr (GString) style = g_string_new (NULL);

  for (char **rule = rules; *rule != NULL; rule++)
    {
      const char *begin = strchr (*rule, '{');
      const char *end = begin != NULL ? strchr (begin, '}') : NULL;

      if (end != NULL && is_for (*rule, (gsize) (begin - *rule), node, classes))
        {
          g_string_append_len (style, begin + 1, end - begin - 1);
          g_string_append_c (style, ';');
        }
    }
  if (style->len > 0)
    xmlSetProp (node, (const xmlChar *) "style", (const xmlChar *) style->str);
  xmlFree (class);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      apply_rules (child, rules);
}

GBytes *
luotain_report_picture_text (const xmlNode *svg, const char *rules)
{
  xmlNode *copy = xmlDocCopyNode ((xmlNode *) svg, svg->doc, 1);
  g_auto (GStrv) lines = g_strsplit (rules, "\n", -1);
  xmlBuffer *buffer = xmlBufferCreate ();
  GBytes *bytes;

  take_links_away (copy);
  apply_rules (copy, lines);
  xmlNodeDump (buffer, svg->doc, copy, 0, 0);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  xmlFreeNode (copy);
  return bytes;
}
