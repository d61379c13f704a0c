#pragma once

#include "luotain-db.h"
#include "luotain-finding.h"

G_BEGIN_DECLS

/** LuotainLinked: a record at the other end of a link. */
typedef struct
{
  gint64 id;
  const LuotainRecordType *type;
  char *title;
  char *kind; /* (nullable): of a finding: key */
} LuotainLinked;

/** LuotainFindingDetail: a finding with all that its editor shows around it. */
typedef struct
{
  LuotainFinding *finding;
  gint64 session; /* 0 for none */
  char *session_title;
  gint64 sector;
  char *sector_title;
  GPtrArray *kind_changes; /* (element-type LuotainKindChange): the oldest first */
  GPtrArray *sources; /* (element-type LuotainSource) */
  GPtrArray *evidence; /* (element-type LuotainLinked): findings that support it */
  GPtrArray *supports; /* (element-type LuotainLinked): what stands on it */
} LuotainFindingDetail;

/** LuotainDetailQuestion: which finding. */
typedef struct
{
  gint64 id;
  LuotainLanguage language;
} LuotainDetailQuestion;

/** luotain_finding_detail_load: a #LuotainJob that reads: from a #LuotainDetailQuestion to a #LuotainFindingDetail. */
gboolean luotain_finding_detail_load (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_finding_detail_find:
 *
 * A #LuotainJob that reads: @data points to the gint64 id of a finding, a source or a change of kind; the result is a
 * gint64 to be freed: the finding that shows it, 0 for none.
 */
gboolean luotain_finding_detail_find (LuotainDb *db, gpointer data, gpointer *result, GError **error);

void luotain_finding_detail_free (LuotainFindingDetail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainFindingDetail, luotain_finding_detail_free)

G_END_DECLS
