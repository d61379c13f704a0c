#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainSessionRow: what a list shows of a session. */
typedef struct
{
  gint64 id;
  char *title;
  char *kind; /* (nullable): key */
  char *held_on; /* (nullable) */
  char *place; /* (nullable) */
  char *status; /* (nullable): key */
  char *group_title; /* (nullable): of the working group */
  char *sector_title; /* (nullable) */
  gint64 sector; /* 0 for none */
  guint n_findings; /* caught in it */
} LuotainSessionRow;

void luotain_session_row_free (LuotainSessionRow *self);
gboolean luotain_session_row_equal (const LuotainSessionRow *a, const LuotainSessionRow *b);

/** LuotainSessionsQuestion: which sessions. */
typedef struct
{
  gint64 sector; /* those of a sector and those of none; 0 for all */
  LuotainLanguage language; /* of titles */
} LuotainSessionsQuestion;

/**
 * luotain_sessions_load:
 *
 * A #LuotainJob that reads: from a #LuotainSessionsQuestion to an array of #LuotainSessionRow: sessions, the running one
 * first, then the latest first, those without a date last.
 */
gboolean luotain_sessions_load (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_session_count_findings:
 * @db: a database
 * @session: a session
 * @n_findings: (out): how many findings were caught in it
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_session_count_findings (LuotainDb *db, gint64 session, guint *n_findings, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainSessionRow, luotain_session_row_free)

G_END_DECLS
