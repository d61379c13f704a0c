#pragma once

#include "luotain-language.h"

G_BEGIN_DECLS

/** LuotainReportKind: what a part of a report is. */
typedef enum
{
  LUOTAIN_BLOCK_GROUP, /* holds other blocks */
  LUOTAIN_BLOCK_HEADING,
  LUOTAIN_BLOCK_PARAGRAPH,
  LUOTAIN_BLOCK_LIST, /* of items */
  LUOTAIN_BLOCK_ITEM,
  LUOTAIN_BLOCK_TABLE, /* of rows */
  LUOTAIN_BLOCK_ROW, /* of cells */
  LUOTAIN_BLOCK_CELL,
  LUOTAIN_BLOCK_FIGURE
} LuotainReportKind;

/** LuotainReportRole: what a group or a paragraph is for; only its looks follow from it. */
typedef enum
{
  LUOTAIN_BLOCK_PLAIN,
  LUOTAIN_BLOCK_SUBTITLE,
  LUOTAIN_BLOCK_ASIDE,
  LUOTAIN_BLOCK_FACTS, /* each with its name */
  LUOTAIN_BLOCK_CAPTION,
  LUOTAIN_BLOCK_SUMMARY,
  LUOTAIN_BLOCK_NOTE, /* a group with a line at its side */
  LUOTAIN_BLOCK_ENTRY /* a group with a line above */
} LuotainReportRole;

typedef enum
{
  LUOTAIN_LOOK_BOLD = 1 << 0,
  LUOTAIN_LOOK_ITALIC = 1 << 1,
  LUOTAIN_LOOK_DIM = 1 << 2
} LuotainReportLook;

/** LuotainReportRun: a stretch of a text, in bytes, that looks or leads somewhere of its own. */
typedef struct
{
  guint start, end;
  LuotainReportLook look;
  const char *href; /* (nullable): `#id` or an address of the web; interned */
  const char *language; /* (nullable): where it is another than that of the report; interned */
} LuotainReportRun;

typedef struct _LuotainReportBlock LuotainReportBlock;

/** LuotainReportBlock: a part of a report, as it is read from its HTML; what is laid out, and what is tagged. */
struct _LuotainReportBlock
{
  LuotainReportKind kind;
  LuotainReportRole role;
  LuotainReportBlock *parent; /* (nullable): of the report itself */
  GPtrArray *children; /* (nullable) (element-type LuotainReportBlock) */
  GPtrArray *anchors; /* (nullable) (element-type utf8): ids that lead here */

  GString *text; /* (nullable): of headings and paragraphs; lines end with U+2028 */
  GArray *runs; /* (nullable) (element-type LuotainReportRun): without gaps, as far as the text goes */
  const char *language; /* (nullable): as that of a run */

  guint level; /* of a heading, from 1 */
  gboolean ordered; /* a list with numbers */

  guint n_columns; /* of a table */
  guint n_head_rows;
  gboolean in_head; /* a row of the table's head */
  guint row, column, row_span, column_span; /* of a cell */
  gboolean is_header;
  gboolean heads_row; /* a header of its row, else of its column */

  GBytes *svg; /* of a figure */
  char *alternative; /* (nullable): what a figure shows, in words */
  guint number; /* for who lays it out */
};

LuotainReportBlock *luotain_report_block_new (LuotainReportKind kind);
void luotain_report_block_free (LuotainReportBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainReportBlock, luotain_report_block_free)

/** luotain_report_block_add: adds a new block at the end; (transfer none). */
LuotainReportBlock *luotain_report_block_add (LuotainReportBlock *self, LuotainReportKind kind);

guint luotain_report_block_n_children (const LuotainReportBlock *self);
LuotainReportBlock *luotain_report_block_child (const LuotainReportBlock *self, guint index);

/** luotain_report_block_add_text: adds to the text, with its own look; equal runs become one. */
void luotain_report_block_add_text (LuotainReportBlock *self, const char *text, gsize length,
                                    const LuotainReportRun *run);

/** luotain_report_block_plain_text: (transfer full): the text without soft hyphens, in one line. */
char *luotain_report_block_plain_text (const LuotainReportBlock *self);

G_END_DECLS
