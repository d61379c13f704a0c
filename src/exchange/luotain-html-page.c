#include "config.h"

#include "luotain-html-page.h"

#include "luotain-exchange-error.h"
#include "luotain-xml-schema.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#define STYLE_SHEET "/fi/luotain/exchange/schema/luotain-html.xsl"

typedef xmlDoc Document;
typedef xsltTransformContext Transformation;
typedef xsltSecurityPrefs Security;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transformation, xsltFreeTransformContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Security, xsltFreeSecurityPrefs)

struct _LuotainHtmlPage
{
  xsltStylesheet *style_sheet; /* it also says how the page is written */
  xmlDoc *document;
};

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
                       _ ("The page could not be made. Export XML instead, and please report this."));
  return FALSE;
}

/* From memory: with the reading of files forbidden libxslt does not even read a style sheet that is named. */
static xsltStylesheet *
load_style_sheet (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (STYLE_SHEET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL,
                                    NULL, XML_PARSE_NONET);

  return document == NULL ? NULL : xsltParseStylesheetDoc (document);
}

/* A page is text in, text out: the transformation may neither read nor write anything else. */
static xsltSecurityPrefs *
forbid_everything (xsltTransformContext *transformation)
{
  static const xsltSecurityOption options[] = {
    XSLT_SECPREF_READ_FILE,    XSLT_SECPREF_WRITE_FILE,    XSLT_SECPREF_CREATE_DIRECTORY,
    XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK,
  };
  xsltSecurityPrefs *security = xsltNewSecurityPrefs ();

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    xsltSetSecurityPrefs (security, options[i], xsltSecurityForbid);

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

static xmlDoc *
transform (xsltStylesheet *style_sheet, xmlDoc *document, LuotainLanguage language, GCancellable *cancellable)
{
  g_autoptr (Transformation) transformation = xsltNewTransformContext (style_sheet, document);
  g_autoptr (Security) security = forbid_everything (transformation);
  g_autofree char *quoted = g_strdup_printf ("'%s'", luotain_language_code (language));
  const char *parameters[] = { "language", quoted, NULL };
  g_autoptr (Document) page = NULL;
  gulong handler = 0;

  xsltSetTransformErrorFunc (transformation, NULL, ignore_message_cb);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), transformation, NULL);
  page = xsltApplyStylesheetUser (style_sheet, document, parameters, NULL, NULL, transformation);
  g_cancellable_disconnect (cancellable, handler);
  return transformation->state == XSLT_STATE_OK ? g_steal_pointer (&page) : NULL;
}

LuotainHtmlPage *
luotain_html_page_new (const char *xml, gsize length, const LuotainReportData *data, LuotainLanguage language,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainHtmlPage) self = g_new0 (LuotainHtmlPage, 1);
  g_autoptr (Document) document = NULL;

  g_return_val_if_fail (xml != NULL, NULL);

  luotain_xml_schema_init ();
  self->style_sheet = load_style_sheet ();
  document = length > G_MAXINT ? NULL : xmlReadMemory (xml, (int) length, NULL, NULL, XML_PARSE_NONET);
  if (self->style_sheet != NULL && document != NULL)
    self->document = transform (self->style_sheet, document, language, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || (self->document == NULL && !fail (error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
luotain_html_page_free (LuotainHtmlPage *self)
{
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_clear_pointer (&self->style_sheet, xsltFreeStylesheet);
  g_free (self);
}

xmlDoc *
luotain_html_page_get_document (LuotainHtmlPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

gboolean
luotain_html_page_write (LuotainHtmlPage *self, GOutputStream *stream, GCancellable *cancellable,
                         GError **error)
{
  xmlChar *text = NULL;
  int length = 0;
  gboolean ok;

  g_return_val_if_fail (self != NULL, FALSE);

  if (xsltSaveResultToString (&text, &length, self->document, self->style_sheet) != 0 || text == NULL)
    return fail (error);

  ok = g_output_stream_write_all (stream, text, (gsize) length, NULL, cancellable, error)
       && g_output_stream_flush (stream, cancellable, error);
  xmlFree (text);
  return ok;
}
