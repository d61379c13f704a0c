#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

typedef enum
{
  LUOTAIN_FINDINGS_NEWEST,
  LUOTAIN_FINDINGS_OLDEST,
  LUOTAIN_FINDINGS_BY_TITLE,
  LUOTAIN_FINDINGS_BY_KIND
} LuotainFindingOrder;

/** LuotainFindingQuery: which findings a list shows, and in which order. Sorting and filtering happen in the store. */
typedef struct
{
  gint64 sector; /* 0 for all */
  gint64 session; /* 0 for all */
  char *kind; /* (nullable): key */
  char *dimension; /* (nullable): key */
  char *tag; /* (nullable) */
  char *text; /* (nullable): stands in title, description or tags, letter case aside */
  LuotainFindingOrder order;
  LuotainLanguage language; /* whose titles to sort by and show */
  guint limit; /* only so many, and their total is not counted: for a first look; 0 for all */
} LuotainFindingQuery;

LuotainFindingQuery *luotain_finding_query_copy (const LuotainFindingQuery *self);
void luotain_finding_query_free (LuotainFindingQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainFindingQuery, luotain_finding_query_free)

/** LuotainFindingIds: the answer to a query. */
typedef struct
{
  GArray *ids; /* (element-type gint64) */
  guint total; /* findings in the workbook */
} LuotainFindingIds;

void luotain_finding_ids_free (LuotainFindingIds *self);

/**
 * luotain_finding_query_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainFindingQuery, the result a #LuotainFindingIds.
 */
gboolean luotain_finding_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainFindingRow: what one row of a list shows. */
typedef struct
{
  gint64 id;
  char *title;
  char *kind; /* (nullable): key */
  char *dimensions; /* (nullable): keys */
  char *session_title; /* (nullable) */
  guint n_sources;
  guint n_evidence; /* findings that support it */
  guint n_supports; /* what stands on it: links of the chain that lead to it */
} LuotainFindingRow;

void luotain_finding_row_free (LuotainFindingRow *self);

/**
 * luotain_finding_rows_load:
 * @db: a database
 * @ids: (array length=n_ids): findings
 * @language: whose titles
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainFindingRow): one a finding, in the order of @ids; %NULL
 *   elements for those that are gone
 */
GPtrArray *luotain_finding_rows_load (LuotainDb *db, const gint64 *ids, guint n_ids, LuotainLanguage language,
                                      GError **error);

/** LuotainCapture: lines caught in a room. */
typedef struct
{
  char **titles; /* NULL-terminated; one finding each; empty lines are passed over */
  gint64 sector; /* 0 for none */
  gint64 session; /* 0 for the one that is running, if any */
} LuotainCapture;

LuotainCapture *luotain_capture_new (const char *lines, gint64 sector, gint64 session);
void luotain_capture_free (LuotainCapture *self);

/**
 * luotain_capture_run:
 *
 * A #LuotainJob for luotain_history_do(): @data is a #LuotainCapture; each title becomes a finding of the sector and
 * session, observed today, with the channel that follows from the session's kind. The result is a GArray of their ids.
 */
gboolean luotain_capture_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_session_run:
 *
 * A #LuotainJob: @data points to the gint64 id of a session (0: none), which is then the one that is running; any
 * other that was running is closed.
 */
gboolean luotain_session_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_session_running:
 * @db: a database
 * @session: (out): id of the running session, 0 for none
 */
gboolean luotain_session_running (LuotainDb *db, gint64 *session, GError **error);

G_END_DECLS
