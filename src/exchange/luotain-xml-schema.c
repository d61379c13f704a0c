#include "luotain-xml-schema.h"

#include "luotain-xml-shape.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define SCHEMA_PATH "/fi/luotain/exchange/schema/"

static GBytes *
look_up (const char *name)
{
  g_autofree char *path = g_strconcat (SCHEMA_PATH, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* The one thing ever loaded by name is xml.xsd, which declares xml:lang and is imported by our own schema. */
static xmlParserInput *
refuse_entity_cb (const char *url, const char *id, xmlParserCtxt *context)
{
  g_autoptr (GBytes) bytes = NULL;
  xmlParserInputBuffer *buffer;

  if (g_strcmp0 (url, "xml.xsd") != 0)
    return NULL;

  bytes = look_up ("xml.xsd");
  buffer = xmlParserInputBufferCreateMem (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                                          XML_CHAR_ENCODING_NONE);
  return xmlNewIOInputStream (context, buffer, XML_CHAR_ENCODING_NONE);
}

void
luotain_xml_schema_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (refuse_entity_cb);
      g_once_init_leave (&done, 1);
    }
}

xmlSchema *
luotain_xml_schema_new (void)
{
  g_autoptr (GBytes) bytes = look_up ("luotain.xsd");
  xmlSchemaParserCtxt *parser;
  xmlSchema *schema;

  luotain_xml_schema_init ();
  parser = xmlSchemaNewMemParserCtxt (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  g_assert (schema != NULL);
  return schema;
}

char *
luotain_xml_schema_tidy_message (const char *message)
{
  static const char *const replacements[][2] = {
    { "{" LUOTAIN_XML_NAMESPACE "}", "" },
    { "{http://www.w3.org/XML/1998/namespace}", "xml:" },
    { "[facet 'pattern'] ", "" },
    { "[facet 'enumeration'] ", "" },
    { "[facet 'minLength'] ", "" },
    { "[facet 'minInclusive'] ", "" },
    { "[facet 'maxInclusive'] ", "" },
    { "Element ", "element " },
    { "\n", " " },
  };
  GString *tidy = g_string_new (message);

  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++)
    g_string_replace (tidy, replacements[i][0], replacements[i][1], 0);

  return g_strchomp (g_string_free (tidy, FALSE));
}
