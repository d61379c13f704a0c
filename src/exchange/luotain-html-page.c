#include "config.h"

#include "luotain-html-page.h"

#include "luotain-exchange-error.h"
#include "luotain-style-sheet.h"
#include "luotain-xml-schema.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxslt/xsltutils.h>

typedef xmlDoc Document;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, xmlFreeDoc)

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

static xmlDoc *
transform (xsltStylesheet *style_sheet, xmlDoc *document, const LuotainReportData *data,
           LuotainLanguage language, GCancellable *cancellable)
{
  g_autofree char *quoted = g_strdup_printf ("'%s'", luotain_language_code (language));
  const char *parameters[] = { "language", quoted, "data",
                               data != NULL ? "'" LUOTAIN_STYLE_SHEET_BESIDE "'" : "''", NULL };

  return luotain_style_sheet_apply (style_sheet, document, parameters,
                                    data != NULL ? luotain_report_data_get_bytes (data) : NULL, cancellable);
}

xmlDoc *
luotain_html_page_parse (const char *xml, gsize length)
{
  g_return_val_if_fail (xml != NULL, NULL);

  luotain_xml_schema_init ();
  /* Without the blanks between elements and in fewer pieces: the style sheet drops those blanks anyway. */
  return length > G_MAXINT
             ? NULL
             : xmlReadMemory (xml, (int) length, "report.xml", NULL,
                              XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOBLANKS | XML_PARSE_COMPACT);
}

LuotainHtmlPage *
luotain_html_page_new (xmlDoc *document, const LuotainReportData *data, LuotainLanguage language,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainHtmlPage) self = g_new0 (LuotainHtmlPage, 1);
  g_autoptr (Document) owned = document;

  self->style_sheet = luotain_style_sheet_new ("luotain-html.xsl");
  if (self->style_sheet != NULL && owned != NULL)
    self->document = transform (self->style_sheet, owned, data, language, cancellable);

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

/* Where a page goes, piece by piece; the first error sticks. */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Target;

static int
write_cb (void *data, const char *bytes, int length)
{
  Target *target = data;

  return target->error == NULL
                 && g_output_stream_write_all (target->stream, bytes, (gsize) length, NULL,
                                               target->cancellable, &target->error)
             ? length
             : -1;
}

gboolean
luotain_html_page_write (LuotainHtmlPage *self, GOutputStream *stream, GCancellable *cancellable,
                         GError **error)
{
  Target target = { stream, cancellable, NULL };
  xmlOutputBuffer *buffer;
  int n_written;

  g_return_val_if_fail (self != NULL, FALSE);

  buffer = xmlOutputBufferCreateIO (write_cb, NULL, &target, xmlFindCharEncodingHandler ("UTF-8"));
  n_written = buffer == NULL ? -1 : xsltSaveResultTo (buffer, self->document, self->style_sheet);
  if (buffer != NULL && xmlOutputBufferClose (buffer) < 0)
    n_written = -1;

  if (target.error != NULL)
    {
      g_propagate_error (error, target.error);
      return FALSE;
    }

  return n_written >= 0 ? g_output_stream_flush (stream, cancellable, error) : fail (error);
}
