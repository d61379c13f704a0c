#pragma once

#include <gio/gio.h>
#include <libxslt/xsltInternals.h>

G_BEGIN_DECLS

/*
 * The style sheets that ship with the program, applied without looking at anything but what is handed over.
 */

/**
 * luotain_style_sheet_new:
 * @name: of a file among the schemas, `luotain-html.xsl`
 *
 * What it includes is found beside it.
 *
 * Returns: (transfer full) (nullable): the style sheet; free with xsltFreeStylesheet()
 */
xsltStylesheet *luotain_style_sheet_new (const char *name);

/**
 * luotain_style_sheet_apply:
 * @style_sheet: a style sheet
 * @document: what it is applied to
 * @parameters: (nullable) (array zero-terminated=1): names and XPath expressions in turns
 * @beside: (nullable): a second file, which the style sheet may open by the name LUOTAIN_STYLE_SHEET_BESIDE, and nothing else
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (nullable): the result; %NULL where it failed or was cancelled
 */
xmlDoc *luotain_style_sheet_apply (xsltStylesheet *style_sheet, xmlDoc *document, const char **parameters,
                                   GBytes *beside, GCancellable *cancellable);

/** LUOTAIN_STYLE_SHEET_BESIDE: what the second file is called. */
#define LUOTAIN_STYLE_SHEET_BESIDE "report-data.xml"

G_END_DECLS
