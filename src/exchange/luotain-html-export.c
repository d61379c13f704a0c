#include "config.h"

#include "luotain-html-export.h"

#include "luotain-exchange-error.h"
#include "luotain-record-io.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"
#include "luotain-xml-schema.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#define STYLE_SHEET "/fi/luotain/exchange/schema/luotain-html.xsl"

typedef xmlDoc Document;
typedef xsltStylesheet StyleSheet;
typedef xsltTransformContext Transformation;
typedef xsltSecurityPrefs Security;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyleSheet, xsltFreeStylesheet)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transformation, xsltFreeTransformContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Security, xsltFreeSecurityPrefs)

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

static gboolean
write_page (xmlDoc *page, xsltStylesheet *style_sheet, GOutputStream *stream, GCancellable *cancellable,
            GError **error)
{
  xmlChar *text = NULL;
  int length = 0;
  gboolean ok;

  if (xsltSaveResultToString (&text, &length, page, style_sheet) != 0 || text == NULL)
    return fail (error);

  ok = g_output_stream_write_all (stream, text, (gsize) length, NULL, cancellable, error)
       && g_output_stream_flush (stream, cancellable, error);
  xmlFree (text);
  return ok;
}

gboolean
luotain_html_transform (const char *xml, gsize length, LuotainLanguage language, GOutputStream *stream,
                        GCancellable *cancellable, GError **error)
{
  g_autofree char *quoted = g_strdup_printf ("'%s'", luotain_language_code (language));
  const char *parameters[] = { "language", quoted, NULL };
  g_autoptr (StyleSheet) style_sheet = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (Security) security = NULL;
  g_autoptr (Transformation) transformation = NULL;
  g_autoptr (Document) page = NULL;

  luotain_xml_schema_init ();
  style_sheet = load_style_sheet ();
  document = length > G_MAXINT ? NULL : xmlReadMemory (xml, (int) length, NULL, NULL, XML_PARSE_NONET);

  if (style_sheet == NULL || document == NULL)
    return fail (error);

  transformation = xsltNewTransformContext (style_sheet, document);
  security = forbid_everything (transformation);
  xsltSetTransformErrorFunc (transformation, NULL, ignore_message_cb);
  page = xsltApplyStylesheetUser (style_sheet, document, parameters, NULL, NULL, transformation);

  if (page == NULL || transformation->state != XSLT_STATE_OK)
    return fail (error);

  return write_page (page, style_sheet, stream, cancellable, error);
}

static gboolean
add_all_of_type (LuotainDb *db, const LuotainRecordType *type, GArray *ids, GError **error)
{
  g_autoptr (GArray) found = luotain_record_ids (db, type, 0, error);

  if (found == NULL)
    return FALSE;

  g_array_append_vals (ids, found->data, found->len);
  return TRUE;
}

gboolean
luotain_html_export (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainHtmlExport *export = data;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainXmlExport xml = { .stream = memory };

  if (export->ids != NULL)
    g_array_append_vals (ids, export->ids, (guint) export->n_ids);
  else if (!add_all_of_type (db, &luotain_scenario_type, ids, error)
           || !add_all_of_type (db, &luotain_profile_type, ids, error))
    return FALSE;

  /* For the heading of the page. */
  if (!add_all_of_type (db, &luotain_workbook_type, ids, error))
    return FALSE;

  xml.ids = (const gint64 *) ids->data;
  xml.n_ids = ids->len;

  return luotain_xml_export (db, &xml, NULL, error)
         && luotain_html_transform (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)),
                                    export->language, export->stream, luotain_db_get_cancellable (db), error);
}
