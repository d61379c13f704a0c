#include "config.h"

#include "luotain-xml-reader.h"

#include "luotain-xml-builder.h"
#include "luotain-xml-guard.h"
#include "luotain-xml-schema.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define CHUNK (32 * 1024)
#define MOST_ATTRIBUTES 64
#define NAMESPACE_STEM "urn:luotain:workbook:"
#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

/* The push parser checks no depth by itself, and ours is five. */
#define MOST_LEVELS 64

struct _LuotainXmlReader
{
  GInputStream *stream;
  char *name;
  LuotainXmlShapes *shapes;
  LuotainXmlBuilder *builder;
  LuotainXmlGuard guard;
  LuotainFaults *faults; /* of the running call */
  GString *values; /* of the attributes of the element at hand */
  char *chunk;
  guint64 n_bytes;
  guint depth;
  gboolean begun, stopped, ended;

  xmlParserCtxt *parser;
  xmlSchema *schema;
  xmlSchemaValidCtxt *validator;
  xmlSchemaSAXPlugStruct *plug;
  xmlSAXHandler handler;
  xmlSAXHandler *handler_in_use; /* the validator's, which calls ours */
  void *handler_data;
};

static int
current_line (LuotainXmlReader *self)
{
  return self->parser->input == NULL ? 0 : self->parser->input->line;
}

/* What stands behind such a fault makes no sense any more, or would do harm. */
static void
stop (LuotainXmlReader *self, int line, char *message)
{
  if (self->stopped)
    {
      g_free (message);
      return;
    }

  self->stopped = TRUE;
  luotain_xml_builder_take_faults (self->builder, self->faults, self->name, TRUE);
  luotain_faults_add (self->faults, self->name, line, message);
  xmlStopParser (self->parser);
}

static void
start_document_cb (void *data)
{
  LuotainXmlReader *self = data;
  const char *encoding = (const char *) self->parser->encoding;

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0
      && g_ascii_strcasecmp (encoding, "US-ASCII") != 0)
    stop (self, 1,
          g_strdup_printf (_ ("The file is encoded as %s. Save it as UTF-8 and try again."), encoding));
}

static void
document_type_cb (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  LuotainXmlReader *self = data;

  stop (self, current_line (self),
        g_strdup (_ (
            "The file has a document type (<!DOCTYPE …>), which is not accepted. Remove it and try again.")));
}

static xmlEntity *
get_entity_cb (void *data, const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static gboolean
check_root (LuotainXmlReader *self, const char *name, const char *namespace)
{
  if (strcmp (name, "luotain") == 0 && g_strcmp0 (namespace, LUOTAIN_XML_NAMESPACE) == 0)
    return TRUE;

  if (namespace != NULL && g_str_has_prefix (namespace, NAMESPACE_STEM))
    stop (self, current_line (self),
          g_strdup_printf (
              _ ("The file is of version %s of the workbook vocabulary, and this program reads version 1. "
                 "Open it with a newer Luotain."),
              namespace + strlen (NAMESPACE_STEM)));
  else
    stop (self, current_line (self), g_strdup (_ ("The file is XML, but not a workbook of Luotain.")));

  return FALSE;
}

static const char *
name_attribute (const char *name, const char *namespace)
{
  if (namespace == NULL)
    return name;

  /* The vocabulary has only one with a prefix; of others it is enough to know that they are others. */
  return strcmp (namespace, XML_NAMESPACE) == 0 && strcmp (name, "lang") == 0 ? "xml:lang" : "other:";
}

/* Values arrive as pieces of the parser's buffer; they are copied behind each other, each with its NUL. */
static guint
gather_attributes (LuotainXmlReader *self, const xmlChar **raw, int n_raw, LuotainXmlAttribute *attributes)
{
  const guint n = MIN (n_raw, MOST_ATTRIBUTES);
  gsize offsets[MOST_ATTRIBUTES];

  g_string_truncate (self->values, 0);

  for (guint i = 0; i < n; i++)
    {
      const xmlChar *const *one = raw + i * 5;

      offsets[i] = self->values->len;
      attributes[i].name = name_attribute ((const char *) one[0], (const char *) one[2]);
      g_string_append_len (self->values, (const char *) one[3], one[4] - one[3]);
      g_string_append_c (self->values, '\0');
    }

  for (guint i = 0; i < n; i++)
    attributes[i].value = self->values->str + offsets[i];

  return n;
}

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace,
                  int n_namespaces, const xmlChar **namespaces, int n_raw, int n_defaulted,
                  const xmlChar **raw)
{
  LuotainXmlReader *self = data;
  LuotainXmlAttribute attributes[MOST_ATTRIBUTES];
  guint n_attributes;
  gboolean ours;

  if (self->stopped)
    return;

  if (self->depth++ == 0 && !check_root (self, (const char *) name, (const char *) namespace))
    return;

  if (self->depth > MOST_LEVELS)
    {
      stop (self, current_line (self),
            g_strdup_printf (_ ("The elements are nested more than %d levels deep."), MOST_LEVELS));
      return;
    }

  ours = g_strcmp0 ((const char *) namespace, LUOTAIN_XML_NAMESPACE) == 0;
  n_attributes = gather_attributes (self, raw, n_raw, attributes);
  luotain_xml_builder_start (self->builder, ours ? (const char *) name : NULL, attributes, n_attributes,
                             current_line (self));
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace)
{
  LuotainXmlReader *self = data;

  if (self->stopped)
    return;

  self->depth--;
  luotain_xml_builder_end (self->builder, current_line (self));
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  LuotainXmlReader *self = data;

  if (!self->stopped)
    luotain_xml_builder_text (self->builder, (const char *) text, length);
}

static void
parser_error_cb (void *data, xmlError *error)
{
  LuotainXmlReader *self = ((xmlParserCtxt *) error->ctxt)->_private;
  g_autofree char *message = NULL;

  if (error->level < XML_ERR_ERROR || self->stopped)
    return;

  message = luotain_xml_schema_tidy_message (error->message);
  stop (self, error->line, g_strdup_printf (_ ("The file is not well-formed XML: %s."), message));
}

static void
schema_error_cb (void *data, xmlError *error)
{
  LuotainXmlReader *self = data;

  if (!self->stopped && !luotain_xml_builder_is_newer (self->builder))
    luotain_xml_builder_add_schema_fault (self->builder, current_line (self),
                                          luotain_xml_schema_tidy_message (error->message));
}

static void
make_parser (LuotainXmlReader *self)
{
  self->handler.initialized = XML_SAX2_MAGIC;
  self->handler.startDocument = start_document_cb;
  self->handler.internalSubset = document_type_cb;
  self->handler.getEntity = get_entity_cb;
  self->handler.startElementNs = start_element_cb;
  self->handler.endElementNs = end_element_cb;
  self->handler.characters = text_cb;
  self->handler.ignorableWhitespace = text_cb;
  self->handler.cdataBlock = text_cb;
  self->handler_in_use = &self->handler;
  self->handler_data = self;

  self->schema = luotain_xml_schema_new ();
  self->validator = xmlSchemaNewValidCtxt (self->schema);
  xmlSchemaSetValidStructuredErrors (self->validator, schema_error_cb, self);
  self->plug = xmlSchemaSAXPlug (self->validator, &self->handler_in_use, &self->handler_data);

  self->parser = xmlCreatePushParserCtxt (self->handler_in_use, self->handler_data, NULL, 0, NULL);
  self->parser->_private = self;
  self->parser->sax->serror = parser_error_cb;
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
}

LuotainXmlReader *
luotain_xml_reader_new (GInputStream *stream, const char *name, const LuotainModel *model)
{
  LuotainXmlReader *self = g_new0 (LuotainXmlReader, 1);

  luotain_xml_schema_init ();
  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->shapes = luotain_xml_shapes_new (model);
  self->builder = luotain_xml_builder_new (self->shapes);
  self->values = g_string_new (NULL);
  self->chunk = g_malloc (CHUNK);
  make_parser (self);
  return self;
}

void
luotain_xml_reader_free (LuotainXmlReader *self)
{
  if (self == NULL)
    return;

  xmlFreeParserCtxt (self->parser);
  xmlSchemaSAXUnplug (self->plug);
  xmlSchemaFreeValidCtxt (self->validator);
  xmlSchemaFree (self->schema);
  luotain_xml_builder_free (self->builder);
  luotain_xml_shapes_free (self->shapes);
  g_string_free (self->values, TRUE);
  g_object_unref (self->stream);
  g_free (self->chunk);
  g_free (self->name);
  g_free (self);
}

/* libxml2 would guess UTF-16, EBCDIC and others, of which the guard understands nothing. */
static gboolean
looks_like_xml (const char *data, gsize length)
{
  if (length > 1 && (data[0] == '\0' || data[1] == '\0'))
    return FALSE;

  return data[0] == '<' || g_ascii_isspace (data[0]) || data[0] == (char) 0xef;
}

static void
parse_chunk (LuotainXmlReader *self, gsize length)
{
  if (!self->begun && length > 0 && !looks_like_xml (self->chunk, length))
    {
      stop (self, 1, g_strdup (_ ("The file is not XML in UTF-8.")));
      return;
    }

  self->begun = TRUE;

  if (!luotain_xml_guard_pass (&self->guard, self->chunk, length))
    {
      stop (self, current_line (self),
            g_strdup_printf (_ ("A tag behind this line is longer than %d kB."),
                             LUOTAIN_XML_TAG_MOST / 1024));
      return;
    }

  xmlParseChunk (self->parser, self->chunk, (int) length, length == 0);

  if (!self->stopped && length == 0 && !self->parser->wellFormed)
    stop (self, current_line (self), g_strdup (_ ("The file is not well-formed XML.")));
}

gboolean
luotain_xml_reader_next (LuotainXmlReader *self, GPtrArray **items, LuotainFaults *faults,
                         GCancellable *cancellable, GError **error)
{
  *items = NULL;
  self->faults = faults;

  while (*items == NULL && !self->stopped && !self->ended)
    {
      const gssize length = g_input_stream_read (self->stream, self->chunk, CHUNK, cancellable, error);

      if (length < 0)
        return FALSE;

      self->n_bytes += (guint64) length;
      parse_chunk (self, length);
      self->ended = length == 0;
      luotain_xml_builder_take_faults (self->builder, faults, self->name, self->ended);
      *items = luotain_xml_builder_take_items (self->builder);

      if (luotain_faults_is_full (faults))
        self->ended = TRUE;
    }

  return TRUE;
}

gboolean
luotain_xml_reader_get_language (LuotainXmlReader *self, LuotainLanguage *language)
{
  return luotain_xml_builder_get_language (self->builder, language);
}

guint64
luotain_xml_reader_get_n_bytes (LuotainXmlReader *self)
{
  return self->n_bytes;
}

guint
luotain_xml_reader_get_n_unknown (LuotainXmlReader *self)
{
  return luotain_xml_builder_is_newer (self->builder) ? luotain_xml_builder_get_n_unknown (self->builder) : 0;
}
