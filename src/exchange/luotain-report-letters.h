#pragma once

#include "luotain-report-stack.h"
#include "luotain-report-tags.h"

G_BEGIN_DECLS

/** LuotainReportLetters: where text is drawn. */
typedef struct
{
  cairo_t *cr;
  LuotainReportTags *tags; /* (nullable): no tags; else that of the text is open */
  GHashTable *anchors; /* what can be led to */
  LuotainReportType *type;
  gboolean is_part; /* the rest of the text stands on another page */
} LuotainReportLetters;

/** luotain_report_letters_draw: draws some lines of a text; links and other languages get tags of their own. */
void luotain_report_letters_draw (const LuotainReportLetters *self, const LuotainReportPiece *piece,
                                  guint first, guint end, double x, double y);

/** luotain_report_letters_draw_contents: draws a heading as a line of the contents, with its page at @measure. */
void luotain_report_letters_draw_contents (const LuotainReportLetters *self, const LuotainReportPiece *piece,
                                           guint number, double x, double y, double measure);

G_END_DECLS
