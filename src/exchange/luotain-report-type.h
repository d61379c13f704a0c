#pragma once

#include "luotain-report-block.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/** LuotainReportColor: from 0 to 1 each. */
typedef struct
{
  double red, green, blue;
} LuotainReportColor;

extern const LuotainReportColor luotain_report_ink;
extern const LuotainReportColor luotain_report_dim;
extern const LuotainReportColor luotain_report_accent; /* of titles and of what leads somewhere */
extern const LuotainReportColor luotain_report_line;
extern const LuotainReportColor luotain_report_shade; /* behind the headers of tables */

/** LuotainReportStyle: how a block is set, in points. */
typedef struct
{
  double size;
  double pitch; /* from line to line */
  double before, after;
  gboolean bold;
  const LuotainReportColor *color;
  gboolean keep_next; /* on the page of what follows */
  gboolean keep_whole;
  gboolean new_page;
} LuotainReportStyle;

/**
 * luotain_report_style_init:
 * @style: filled in
 * @block: a heading or a paragraph
 * @cell_size: size of text in a cell, 0 elsewhere
 */
void luotain_report_style_init (LuotainReportStyle *style, const LuotainReportBlock *block, double cell_size);

/** LuotainReportType: sets text, always with the same fonts, wherever it is drawn. One thread at a time. */
typedef struct _LuotainReportType LuotainReportType;

LuotainReportType *luotain_report_type_new (LuotainLanguage language);
void luotain_report_type_free (LuotainReportType *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainReportType, luotain_report_type_free)

/**
 * luotain_report_type_set:
 * @self: a type
 * @block: a heading or a paragraph
 * @style: how
 * @width: of the column; below 0 for one long line
 *
 * Returns: (transfer none): the text set in lines, until the next is
 */
PangoLayout *luotain_report_type_set (LuotainReportType *self, const LuotainReportBlock *block,
                                      const LuotainReportStyle *style, double width);

/** luotain_report_type_set_plain: the same for a few words that are no block. */
PangoLayout *luotain_report_type_set_plain (LuotainReportType *self, const char *text,
                                            const LuotainReportStyle *style);

/** luotain_report_type_measure: (transfer full) (element-type float): how high each line is. */
GArray *luotain_report_type_measure (LuotainReportType *self, const LuotainReportBlock *block,
                                     const LuotainReportStyle *style, double width);

/** LuotainReportWidths: how wide a text is: in one line, between its blanks, and between its syllables too. */
typedef struct
{
  double natural, words, syllables;
} LuotainReportWidths;

/** luotain_report_type_widths: the widths of a heading or a paragraph. */
LuotainReportWidths luotain_report_type_widths (LuotainReportType *self, const LuotainReportBlock *block,
                                                const LuotainReportStyle *style);

/** luotain_report_type_pitch: how high a line is: as the style says, or more where a letter needs it. */
double luotain_report_type_pitch (const PangoLayoutLine *line, const LuotainReportStyle *style);

/** luotain_report_type_baseline: where the letters of a line stand, from its top. */
double luotain_report_type_baseline (const PangoLayoutLine *line, const LuotainReportStyle *style);

G_END_DECLS
