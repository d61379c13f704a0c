#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainTagCount: a tag and how many findings bear it. */
typedef struct
{
  char *tag;
  guint n_findings;
} LuotainTagCount;

void luotain_tag_count_free (LuotainTagCount *self);

/**
 * luotain_finding_tags_load:
 *
 * A #LuotainJob that reads: the result is a GPtrArray (element-type LuotainTagCount) of all tags of the workbook's
 * findings, the most frequent first, then by their letters. @data is not used.
 */
gboolean luotain_finding_tags_load (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainTagCount, luotain_tag_count_free)

G_END_DECLS
