#pragma once

#include "luotain-html-page.h"

G_BEGIN_DECLS

/**
 * luotain_odt_write:
 * @page: a report
 * @changed: when what it says was last changed, in milliseconds since 1970, UTC: the date of the document
 * @flat: as one XML file (.fodt), in place of a package (.odt), which more programs open
 * @stream: where to
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * Writes a report as OpenDocument text 1.3, to be edited in an office program, by the style sheet luotain-odf.xsl. Same
 * page, same bytes.
 *
 * Returns: whether all was written
 */
gboolean luotain_odt_write (LuotainHtmlPage *page, gint64 changed, gboolean flat, GOutputStream *stream,
                            GCancellable *cancellable, GError **error);

G_END_DECLS
