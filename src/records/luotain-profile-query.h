#pragma once

#include "luotain-level-list.h"

G_BEGIN_DECLS

/** LuotainProfileQuery: which profile to show. */
typedef struct
{
  gint64 sector; /* 0 for all */
  gint64 profile; /* this one, or 0 */
  gint64 scenario; /* else the one of this scenario; 0 for the first there is */
  gint64 compared; /* a profile to lay over it, or 0 */
  LuotainLanguage language; /* of titles of scenarios and profiles */
  LuotainLanguage labels; /* of the names of role levels, job titles and competences */
} LuotainProfileQuery;

/** LuotainProfileChoice: a profile, or a scenario that has none yet. */
typedef struct
{
  gint64 profile; /* 0 where the scenario has none yet */
  gint64 scenario; /* 0 where the profile lacks one */
  gint64 sector; /* 0 for none */
  char *title; /* (nullable): of the scenario, else of the profile */
  gint64 year; /* of the profile, else of the scenario; LUOTAIN_NUMBER_UNSET */
  guint n_entries;
} LuotainProfileChoice;

/** LuotainProfileItem: an entry of a profile, as a grid shows it. */
typedef struct
{
  gint64 id;
  gint64 competence; /* 0 where it was deleted */
  char *title; /* (nullable): of the competence */
  char *group; /* (nullable): key */
  gint64 level; /* of the entry, else of its job title; 0 where it was deleted */
  gint64 job_title; /* 0 for none */
  char *job_title_name;
  char *importance; /* (nullable): key */
  char *direction; /* (nullable): key */
  guint n_scenarios; /* scenarios of the sector that need the competence, at whatever level */
  gboolean stale; /* what it rests on changed since somebody confirmed it */
  gboolean only_here; /* the profile laid over it does not have the competence at this level */
} LuotainProfileItem;

/** LuotainProfileSheet: a profile and all that is needed to draw it. */
typedef struct
{
  GPtrArray *choices; /* (element-type LuotainProfileChoice): scenarios in their order, then the rest */
  const LuotainProfileChoice
      *chosen; /* (nullable): the one the items are of; %NULL where there are no choices */
  GPtrArray *levels; /* (element-type LuotainLevel): in their order */
  GPtrArray *items; /* (element-type LuotainProfileItem): in their order */
  guint n_scenarios; /* scenarios of the chosen one's sector */
  const LuotainProfileChoice *compared; /* (nullable): the one laid over it */
  GPtrArray *others; /* (element-type LuotainProfileItem): what only that one has */
} LuotainProfileSheet;

void luotain_profile_sheet_free (LuotainProfileSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainProfileSheet, luotain_profile_sheet_free)

/**
 * luotain_profile_query_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainProfileQuery, the result a #LuotainProfileSheet.
 */
gboolean luotain_profile_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainProfilePlace: where a record is seen among the profiles. */
typedef struct
{
  gint64 profile;
  gint64 entry; /* 0 for the profile as a whole */
} LuotainProfilePlace;

/**
 * luotain_profile_place_run:
 *
 * A #LuotainJob that reads: @data points to the gint64 id of a profile, an entry, or of what entries refer to: a
 * competence, role level or job title. The result is a #LuotainProfilePlace, free it with g_free(); both ids are 0
 * where it is seen nowhere.
 */
gboolean luotain_profile_place_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
