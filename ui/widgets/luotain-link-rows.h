#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

G_BEGIN_DECLS

/** LuotainLinkRow: what a record is tied to, as a list shows it. */
typedef struct
{
  gint64 id;
  const LuotainRecordType *type;
  char *title; /* (nullable) */
  char *kind; /* (nullable): of a finding: key */
  gboolean stale; /* it changed since somebody confirmed the link */
} LuotainLinkRow;

/** LuotainLinkQuery: which links to list. */
typedef struct
{
  gint64 record;
  char *role;
  LuotainLanguage language; /* whose titles */
} LuotainLinkQuery;

LuotainLinkQuery *luotain_link_query_new (gint64 record, const char *role, LuotainLanguage language);
void luotain_link_query_free (LuotainLinkQuery *self);

/** luotain_link_query_run: a #LuotainJob that reads: the result is a #GPtrArray of #LuotainLinkRow. */
gboolean luotain_link_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
