#include "config.h"

#include "luotain-odt.h"

#include "luotain-date.h"
#include "luotain-exchange-error.h"
#include "luotain-odf-package.h"
#include "luotain-report-picture-text.h"
#include "luotain-style-sheet.h"

#include <glib/gi18n-lib.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

typedef xmlDoc Document;
typedef xsltStylesheet StyleSheet;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyleSheet, xsltFreeStylesheet)

typedef struct
{
  xmlDoc *page;
  xsltStylesheet *style_sheet;
  char *changed;
  GPtrArray *pictures; /* (element-type GBytes): in the order of the page */
  GCancellable *cancellable;
} Making;

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
                       _ ("The document could not be made. Export HTML instead, and please report this."));
  return FALSE;
}

static xmlDoc *
transform (Making *making, const char *part, GError **error)
{
  g_autofree char *changed = g_strdup_printf ("'%s'", making->changed);
  g_autofree char *quoted = g_strdup_printf ("'%s'", part);
  const char *parameters[] = { "part", quoted, "changed", changed, NULL };
  xmlDoc *document = luotain_style_sheet_apply (making->style_sheet, making->page, parameters, NULL,
                                                making->cancellable);

  if (document == NULL && !g_cancellable_set_error_if_cancelled (making->cancellable, error))
    fail (error);
  return document;
}

static GBytes *
save (Making *making, xmlDoc *document, GError **error)
{
  xmlChar *text = NULL;
  int length = 0;

  if (xsltSaveResultToString (&text, &length, document, making->style_sheet) != 0 || text == NULL)
    {
      fail (error);
      return NULL;
    }
  return g_bytes_new_with_free_func (text, (gsize) length, (GDestroyNotify) xmlFree, text);
}

static void
find_pictures (GPtrArray *pictures, const xmlNode *node, const char *rules)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, "svg") == 0)
      g_ptr_array_add (pictures, luotain_report_picture_text (child, rules));
    else if (child->type == XML_ELEMENT_NODE)
      find_pictures (pictures, child, rules);
}

/* In a flat file a picture stands where it is shown. */
static void
put_pictures (Making *making, xmlNode *node, guint *next)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (strcmp ((const char *) child->name, "image") == 0 && *next < making->pictures->len)
        {
          GBytes *bytes = g_ptr_array_index (making->pictures, (*next)++);
          g_autofree char *coded = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
          xmlNs *office = xmlSearchNs (child->doc, child, (const xmlChar *) "office");

          for (xmlAttr *attribute = child->properties, *after; attribute != NULL; attribute = after)
            {
              after = attribute->next;
              if (attribute->ns != NULL && strcmp ((const char *) attribute->ns->prefix, "xlink") == 0)
                xmlRemoveProp (attribute);
            }
          xmlNewTextChild (child, office, (const xmlChar *) "binary-data", (const xmlChar *) coded);
        }
      else
        put_pictures (making, child, next);
    }
}

static gboolean
write_flat (Making *making, GOutputStream *stream, GError **error)
{
  g_autoptr (Document) document = transform (making, "flat", error);
  g_autoptr (GBytes) bytes = NULL;
  guint next = 0;

  if (document == NULL)
    return FALSE;

  put_pictures (making, xmlDocGetRootElement (document), &next);
  bytes = save (making, document, error);
  return bytes != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                       making->cancellable, error)
         && g_output_stream_flush (stream, making->cancellable, error);
}

static gboolean
add_part (Making *making, LuotainOdfPackage *package, const char *part, GError **error)
{
  g_autoptr (Document) document = transform (making, part, error);
  g_autoptr (GBytes) bytes = document != NULL ? save (making, document, error) : NULL;
  g_autofree char *name = g_strconcat (part, ".xml", NULL);

  return bytes != NULL && luotain_odf_package_add (package, name, "text/xml", bytes, error);
}

static gboolean
write_package (Making *making, GOutputStream *stream, GError **error)
{
  g_autoptr (LuotainOdfPackage) package = luotain_odf_package_new (stream, MEDIA_TYPE, making->cancellable);

  if (!add_part (making, package, "content", error) || !add_part (making, package, "styles", error)
      || !add_part (making, package, "meta", error))
    return FALSE;

  for (guint i = 0; i < making->pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pictures/figure-%u.svg", i + 1);

      if (!luotain_odf_package_add (package, name, "image/svg+xml", g_ptr_array_index (making->pictures, i),
                                    error))
        return FALSE;
    }
  return luotain_odf_package_finish (package, error);
}

gboolean
luotain_odt_write (LuotainHtmlPage *page, gint64 changed, gboolean flat, GOutputStream *stream,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (StyleSheet) style_sheet = luotain_style_sheet_new ("luotain-odf.xsl");
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *date = luotain_time_to_string (changed);
  g_autofree char *rules = NULL;
  Making making = { luotain_html_page_get_document (page), style_sheet, date, pictures, cancellable };

  if (style_sheet == NULL)
    return fail (error);

  rules = luotain_report_picture_rules (making.page);
  find_pictures (pictures, xmlDocGetRootElement (making.page), rules);
  return flat ? write_flat (&making, stream, error) : write_package (&making, stream, error);
}
