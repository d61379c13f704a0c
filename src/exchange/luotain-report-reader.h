#pragma once

#include "luotain-report-block.h"

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** LuotainReportText: a report as blocks, with what is said of the whole. */
typedef struct
{
  LuotainReportBlock *root; /* a group */
  char *title;
  LuotainLanguage language;
  guint n_headings; /* that had no id */
  char *rules; /* of the style sheet, for pictures: in colours for paper */
  GHashTable *anchors; /* (element-type utf8 LuotainReportBlock): what can be led to */
} LuotainReportText;

/**
 * luotain_report_text_read:
 * @document: the page of a report, see LuotainHtmlPage
 * @cancellable: (nullable)
 * @error: G_IO_ERROR_CANCELLED
 *
 * Reads what is to be printed. An element that is not known gives its text; a table in a cell becomes lines. Long words
 * in cells get soft hyphens.
 *
 * Returns: (transfer full) (nullable): needs the document no more
 */
LuotainReportText *luotain_report_text_read (const xmlDoc *document, GCancellable *cancellable,
                                             GError **error);
void luotain_report_text_free (LuotainReportText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainReportText, luotain_report_text_free)

G_END_DECLS
