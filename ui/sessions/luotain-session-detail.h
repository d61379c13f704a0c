#pragma once

#include "luotain-db.h"
#include "luotain-session.h"

G_BEGIN_DECLS

/** LuotainSessionDetail: a session with what its editor shows around it. */
typedef struct
{
  LuotainSession *session;
  gint64 group; /* 0 for none */
  char *group_title;
  gint64 sector; /* 0 for none */
  char *sector_title;
  guint n_findings;
} LuotainSessionDetail;

/** LuotainSessionQuestion: which session. */
typedef struct
{
  gint64 id;
  LuotainLanguage language;
} LuotainSessionQuestion;

/** luotain_session_detail_load: a #LuotainJob that reads: from a #LuotainSessionQuestion to a #LuotainSessionDetail. */
gboolean luotain_session_detail_load (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_session_detail_find:
 *
 * A #LuotainJob that reads: @data points to the gint64 id of a session or a working group; the result is a gint64 to be
 * freed: the session that shows it, 0 for none.
 */
gboolean luotain_session_detail_find (LuotainDb *db, gpointer data, gpointer *result, GError **error);

void luotain_session_detail_free (LuotainSessionDetail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainSessionDetail, luotain_session_detail_free)

G_END_DECLS
