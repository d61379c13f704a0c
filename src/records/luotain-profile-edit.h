#pragma once

#include "luotain-db.h"
#include "luotain-esco-choice.h"

G_BEGIN_DECLS

/** LuotainProfileAdd: competences that a role level needs, as somebody typed or picked them. */
typedef struct
{
  gint64 profile; /* into which; 0 for that of the scenario, which is made where there is none */
  gint64 scenario; /* 0 only where @profile is given */
  gint64 level; /* a role level */
  char *group; /* (nullable): key: what a new competence belongs to */
  char **names; /* (nullable): NULL-terminated; empty ones are passed over */
  gint64 competence; /* one of the catalogue, or 0 to go by @esco or @names */
  LuotainEscoChoice
      *esco; /* (nullable) (owned): a concept of ESCO that becomes a competence, or is one already */
} LuotainProfileAdd;

LuotainProfileAdd *luotain_profile_add_new (gint64 profile, gint64 scenario, gint64 level, const char *group,
                                            const char *lines);
void luotain_profile_add_free (LuotainProfileAdd *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainProfileAdd, luotain_profile_add_free)

/**
 * luotain_profile_add_run:
 *
 * A #LuotainJob: @data is a #LuotainProfileAdd. A name that stands in the catalogue, in any language and letter case
 * aside, is that competence; any other makes one. What the level needs already is not added again. The result is a
 * GArray of the entries' ids, those that stood there among them.
 */
gboolean luotain_profile_add_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainProfileMove: where an entry is to stand. */
typedef struct
{
  gint64 entry;
  gint64 level; /* a role level; 0 to leave it where it is */
  gint64 before; /* the entry of the same profile it is to stand before; 0 to leave its place */
  gint64 after; /* the same, behind */
  gboolean copy; /* leave the entry and put a copy there */
} LuotainProfileMove;

/**
 * luotain_profile_move_run:
 *
 * A #LuotainJob: @data is a #LuotainProfileMove. Moving or copying to where the competence stands already is refused
 * with LUOTAIN_STORE_ERROR_INVALID. The result is a pointer to the gint64 id of the entry; free it with g_free().
 */
gboolean luotain_profile_move_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainProfileCopy: a profile to be copied for another scenario. */
typedef struct
{
  gint64 profile;
  gint64 scenario;
} LuotainProfileCopy;

/**
 * luotain_profile_copy_run:
 *
 * A #LuotainJob: @data is a #LuotainProfileCopy; see luotain_edit_copy_profile(). The result is a pointer to the gint64
 * id of the profile that was filled; free it with g_free().
 */
gboolean luotain_profile_copy_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainProfileDetail: something new that an entry or its competence gets. */
typedef struct
{
  gint64 id; /* an entry for a job title, a competence for an external identifier */
  char *text;
} LuotainProfileDetail;

LuotainProfileDetail *luotain_profile_detail_new (gint64 id, const char *text);
void luotain_profile_detail_free (LuotainProfileDetail *self);

/**
 * luotain_profile_job_title_run:
 *
 * A #LuotainJob: @data is a #LuotainProfileDetail: makes a job title of the entry's role level and sector, and ties the
 * entry to it.
 */
gboolean luotain_profile_job_title_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_profile_identifier_run:
 *
 * A #LuotainJob: @data is a #LuotainProfileDetail: gives the competence an external identifier. Its scheme is told from
 * the address.
 */
gboolean luotain_profile_identifier_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
