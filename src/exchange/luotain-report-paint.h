#pragma once

#include "luotain-report-pages.h"

G_BEGIN_DECLS

/** LuotainReportPainter: draws the pages of a report, with tags where the drawing becomes a PDF. */
typedef struct _LuotainReportPainter LuotainReportPainter;

/**
 * luotain_report_painter_new:
 * @pages: (transfer none): a report
 * @cr: where to draw
 * @surface: (nullable): a PDF that is to have tags, links and an outline; then all pages are drawn in their order
 */
LuotainReportPainter *luotain_report_painter_new (LuotainReportPages *pages, cairo_t *cr,
                                                  cairo_surface_t *surface);
void luotain_report_painter_free (LuotainReportPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainReportPainter, luotain_report_painter_free)

/** luotain_report_painter_draw: draws a page, on nothing: paper is not painted. */
void luotain_report_painter_draw (LuotainReportPainter *self, guint page);

/**
 * luotain_report_painter_finish:
 * @self: a painter that has drawn all pages
 *
 * Ends all tags.
 *
 * Returns: (transfer none) (element-type utf8): for each tag, in order, what is to be added to it; some are %NULL
 */
GPtrArray *luotain_report_painter_finish (LuotainReportPainter *self);

G_END_DECLS
