#include "luotain-style-sheet.h"

#include "luotain-scoped-locale.h"
#include "luotain-xml-schema.h"

#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define FOLDER "/fi/luotain/exchange/schema/"

typedef xmlDoc Document;
typedef xsltTransformContext Transformation;
typedef xsltSecurityPrefs Security;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transformation, xsltFreeTransformContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Security, xsltFreeSecurityPrefs)

/* Trusted text: our own style sheets and what we have just written, which may be long. */
static xmlDoc *
read_bytes (GBytes *bytes, const char *name, xmlDict *dictionary)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  xmlParserCtxt *parser = length > G_MAXINT ? NULL : xmlNewParserCtxt ();
  xmlDoc *document;

  if (parser == NULL)
    return NULL;

  /* All parts of a style sheet share one: libxslt takes their texts into results without a copy. */
  if (dictionary != NULL)
    {
      xmlDictFree (parser->dict);
      parser->dict = dictionary;
      xmlDictReference (dictionary);
    }
  document = xmlCtxtReadMemory (parser, text, (int) length, name, NULL,
                                XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_COMPACT | XML_PARSE_NOERROR
                                    | XML_PARSE_NOWARNING);
  xmlFreeParserCtxt (parser);
  return document;
}

static xmlDoc *
read_resource (const char *name, xmlDict *dictionary)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = strchr (name, '/') == NULL
                                 ? g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL)
                                 : NULL;

  return bytes != NULL ? read_bytes (bytes, name, dictionary) : NULL;
}

/* libxslt asks here whatever a style sheet names; nothing of it is ever looked for in the file system. */
static xmlDoc *
load_cb (const xmlChar *uri, xmlDict *dictionary, int options, void *context, xsltLoadType type)
{
  GBytes *beside;

  if (type != XSLT_LOAD_DOCUMENT)
    return read_resource ((const char *) uri, dictionary);

  beside = ((xsltTransformContext *) context)->_private;
  return beside != NULL && strcmp ((const char *) uri, LUOTAIN_STYLE_SHEET_BESIDE) == 0
             ? read_bytes (beside, LUOTAIN_STYLE_SHEET_BESIDE, dictionary)
             : NULL;
}

static void
ready (void)
{
  static gsize done;

  luotain_xml_schema_init ();
  if (g_once_init_enter (&done))
    {
      xsltSetLoaderFunc (load_cb);
      g_once_init_leave (&done, 1);
    }
}

xsltStylesheet *
luotain_style_sheet_new (const char *name)
{
  xmlDoc *document;

  ready ();
  document = read_resource (name, NULL);
  return document == NULL ? NULL : xsltParseStylesheetDoc (document);
}

static int
may_read_cb (xsltSecurityPrefs *security, xsltTransformContext *transformation, const char *name)
{
  return transformation->_private != NULL && strcmp (name, LUOTAIN_STYLE_SHEET_BESIDE) == 0;
}

/* Text in, text out: a transformation may neither read nor write anything else. */
static xsltSecurityPrefs *
forbid_everything (xsltTransformContext *transformation)
{
  static const xsltSecurityOption options[] = {
    XSLT_SECPREF_WRITE_FILE,
    XSLT_SECPREF_CREATE_DIRECTORY,
    XSLT_SECPREF_READ_NETWORK,
    XSLT_SECPREF_WRITE_NETWORK,
  };
  xsltSecurityPrefs *security = xsltNewSecurityPrefs ();

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    xsltSetSecurityPrefs (security, options[i], xsltSecurityForbid);
  xsltSetSecurityPrefs (security, XSLT_SECPREF_READ_FILE, may_read_cb);

  xsltSetCtxtSecurityPrefs (security, transformation);
  return security;
}

static void
ignore_message_cb (void *data, const char *format, ...)
{
}

/* libxslt looks at its state between instructions. */
static void
cancelled_cb (GCancellable *cancellable, gpointer transformation)
{
  ((xsltTransformContext *) transformation)->state = XSLT_STATE_STOPPED;
}

xmlDoc *
luotain_style_sheet_apply (xsltStylesheet *style_sheet, xmlDoc *document, const char **parameters,
                           GBytes *beside, GCancellable *cancellable)
{
  g_auto (LuotainScopedLocale) locale G_GNUC_UNUSED = luotain_scoped_locale_for_numbers ();
  g_autoptr (Transformation) transformation = NULL;
  g_autoptr (Security) security = NULL;
  g_autoptr (Document) result = NULL;
  gulong handler = 0;

  g_return_val_if_fail (style_sheet != NULL && document != NULL, NULL);

  transformation = xsltNewTransformContext (style_sheet, document);
  transformation->_private = beside;
  security = forbid_everything (transformation);
  xsltSetTransformErrorFunc (transformation, NULL, ignore_message_cb);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), transformation, NULL);
  result = xsltApplyStylesheetUser (style_sheet, document, parameters, NULL, NULL, transformation);
  g_cancellable_disconnect (cancellable, handler);

  return transformation->state == XSLT_STATE_OK ? g_steal_pointer (&result) : NULL;
}
