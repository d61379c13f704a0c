#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainCompetenceQuery: what somebody typed, to be completed from the catalogue. */
typedef struct
{
  char *text; /* stands in a name in any language, letter case aside */
  char *group; /* (nullable): key: competences of this group stand first */
  LuotainLanguage language; /* of the names in the answer */
  guint limit; /* how many at most */
} LuotainCompetenceQuery;

LuotainCompetenceQuery *luotain_competence_query_new (const char *text, const char *group,
                                                      LuotainLanguage language, guint limit);
void luotain_competence_query_free (LuotainCompetenceQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCompetenceQuery, luotain_competence_query_free)

/** LuotainCompetenceMatch: a competence of the catalogue. */
typedef struct
{
  gint64 id;
  char *title;
  char *group; /* (nullable): key */
} LuotainCompetenceMatch;

void luotain_competence_match_free (LuotainCompetenceMatch *self);

/**
 * luotain_competence_query_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainCompetenceQuery, the result a #GPtrArray of #LuotainCompetenceMatch;
 * first those of the group, then those that begin with the text, by name.
 */
gboolean luotain_competence_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
