#pragma once

#include "luotain-report-reader.h"

G_BEGIN_DECLS

/* Where the reading of a page stands. */
typedef struct
{
  LuotainReportText *text;
  LuotainReportBlock *parent; /* where the next block goes */
  LuotainReportBlock *open; /* (nullable): the paragraph that text goes to */
  LuotainReportRun run; /* how text looks here; an href or a language is interned */
  LuotainReportRole role; /* of paragraphs here */
  const char *language; /* (nullable): of blocks here */
  gboolean keeps_lines; /* in a p, where the style says so */
  gboolean in_cell;
  GPtrArray *anchors; /* ids that lead to the next block */
  GCancellable *cancellable;
} Reader;

/* Reads what stands in an element, into the block that is the parent now. */
void luotain_report_reader_read_children (Reader *reader, const xmlNode *node);

/* Ends the paragraph. */
void luotain_report_reader_break (Reader *reader);
void luotain_report_reader_add_text (Reader *reader, const char *text);
gboolean luotain_report_reader_is (const xmlNode *node, const char *name);
char *luotain_report_reader_attribute (const xmlNode *node, const char *name);

/* The same as in the element, a row a line: for a table in a cell. */
void luotain_report_reader_read_table (Reader *reader, const xmlNode *table);
/* Moves the ids that wait to a block. */
void luotain_report_reader_take_anchors (Reader *reader, LuotainReportBlock *block);

G_END_DECLS
