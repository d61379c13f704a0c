#pragma once

#include "luotain-language.h"
#include "luotain-report-data.h"

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * LuotainHtmlPage: a report as the style sheet makes it, before it is written: the tree of an HTML page.
 *
 * It keeps to few elements, all without a namespace: html[lang], head/title, body, header, nav, main, section[id], h1–h4,
 * p, ul, ol, li, dl, div in dl, dt, dd, table, caption, thead, tbody, tr, th[scope], td, figure, figcaption, a, strong, em,
 * span[lang], time, details, summary; svg (in its namespace) stands only in figure. What has the class `screen` is for the
 * screen alone.
 */
typedef struct _LuotainHtmlPage LuotainHtmlPage;

/**
 * luotain_html_page_parse:
 * @xml: (array length=length): a workbook or a part of one in XML, written by this program
 * @length: in bytes
 *
 * The first step, which needs no data yet.
 *
 * Returns: (transfer full) (nullable): the records
 */
xmlDoc *luotain_html_page_parse (const char *xml, gsize length);

/**
 * luotain_html_page_new:
 * @document: (nullable) (transfer full): what luotain_html_page_parse() made
 * @data: (nullable): what the XML of records does not hold
 * @language: of the labels, and of the texts where there are several
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR_CANCELLED
 *
 * In any thread; nothing but the given bytes is read.
 *
 * Returns: (transfer full) (nullable): the page
 */
LuotainHtmlPage *luotain_html_page_new (xmlDoc *document, const LuotainReportData *data,
                                        LuotainLanguage language, GCancellable *cancellable, GError **error);

void luotain_html_page_free (LuotainHtmlPage *self);

/** luotain_html_page_get_document: (transfer none): the tree, which is not to be changed. */
xmlDoc *luotain_html_page_get_document (LuotainHtmlPage *self);

/**
 * luotain_html_page_write:
 * @self: a page
 * @stream: where to
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * Writes the page as HTML, byte for byte as `xsltproc` does with the same style sheet.
 *
 * Returns: whether all was written
 */
gboolean luotain_html_page_write (LuotainHtmlPage *self, GOutputStream *stream, GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainHtmlPage, luotain_html_page_free)

G_END_DECLS
