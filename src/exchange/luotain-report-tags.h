#pragma once

#include "luotain-report-block.h"

#include <cairo.h>

G_BEGIN_DECLS

/* What of a block a tag is for. */
typedef enum
{
  LUOTAIN_REPORT_TAG_ITSELF,
  LUOTAIN_REPORT_TAG_LABEL, /* of an item */
  LUOTAIN_REPORT_TAG_BODY, /* of an item */
  LUOTAIN_REPORT_TAG_CONTENTS, /* the list of contents, of the report */
  LUOTAIN_REPORT_TAG_CONTENTS_LINE, /* of a heading */
  LUOTAIN_REPORT_TAG_RUN /* some letters of a text; its index is added */
} LuotainReportTagPart;

typedef struct
{
  const LuotainReportBlock *block;
  guint part;
  const char *name;
} LuotainReportTag;

/** LuotainReportTags: what is open in a tagged PDF, and what cairo cannot say of it. */
typedef struct
{
  cairo_t *cr; /* (nullable): there are no tags then */
  GArray *open; /* (element-type LuotainReportTag) */
  GPtrArray *extras; /* (element-type utf8): one a tag, in their order; %NULL for nothing */
} LuotainReportTags;

void luotain_report_tags_init (LuotainReportTags *self, cairo_t *cr);
void luotain_report_tags_clear (LuotainReportTags *self);

/** luotain_report_tags_path: (transfer full) (element-type LuotainReportTag): from the document down to a block. */
GArray *luotain_report_tags_path (const LuotainReportBlock *block);
void luotain_report_tags_add (GArray *path, const LuotainReportBlock *block, guint part, const char *name);

/** luotain_report_tags_go: ends and begins tags until exactly those of the path are open. */
void luotain_report_tags_go (LuotainReportTags *self, const GArray *path);

/** luotain_report_tags_leave: ends what is not on the path. */
void luotain_report_tags_leave (LuotainReportTags *self, const GArray *path);

/**
 * luotain_report_tags_begin:
 * @self: tags
 * @block: what the tag is for
 * @part: which part of it
 * @name: `Span`
 * @attributes: (nullable): for cairo
 * @language: (nullable): of what is in it
 *
 * Begins one more tag.
 */
void luotain_report_tags_begin (LuotainReportTags *self, const LuotainReportBlock *block, guint part,
                                const char *name, const char *attributes, const char *language);
void luotain_report_tags_end (LuotainReportTags *self);

/** luotain_report_tags_lead: what leads to the block leads here. */
void luotain_report_tags_lead (LuotainReportTags *self, const LuotainReportBlock *block, double x, double y);

G_END_DECLS
