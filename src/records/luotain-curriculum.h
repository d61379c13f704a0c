#pragma once

#include "luotain-db.h"
#include "luotain-workbook-model.h"

G_BEGIN_DECLS

/*
 * Competence profiles as other systems take them in: whole records in all their languages, so that a file can be made
 * of them without another look into the workbook.
 */

/** LuotainCurriculumEntry: a competence that a profile needs. */
typedef struct
{
  LuotainProfileEntry *entry;
  LuotainCompetence *competence;
  GPtrArray *identifiers; /* (element-type LuotainExternalIdentifier): of the competence */
  const LuotainRoleLevel
      *level; /* (nullable): of the entry, else of its job title; owned by the curriculum */
  LuotainJobTitle *job_title; /* (nullable) */
  GPtrArray *rests_on; /* (element-type utf8): titles, in the language asked for */
} LuotainCurriculumEntry;

/** LuotainCurriculumProfile: a profile with its entries. */
typedef struct
{
  LuotainProfile *profile;
  LuotainScenario *scenario; /* (nullable) */
  LuotainSector *sector; /* (nullable): of the scenario, else of the profile */
  GPtrArray
      *entries; /* (element-type LuotainCurriculumEntry): those that have a competence, in their order */
} LuotainCurriculumProfile;

/** LuotainCurriculum: profiles, and what they refer to. */
typedef struct
{
  LuotainWorkbook *workbook;
  GPtrArray
      *profiles; /* (element-type LuotainCurriculumProfile): sector by sector, in the order of scenarios */
  GPtrArray *levels; /* (element-type LuotainRoleLevel): all, in their order */
  GPtrArray *words; /* (element-type LuotainVocabularyEntry): all, in their order */
} LuotainCurriculum;

/** LuotainCurriculumQuery: whose profiles. */
typedef struct
{
  const gint64 *ids; /* profiles, scenarios and sectors; %NULL for all profiles */
  gsize n_ids;
  LuotainLanguage language; /* of the titles that entries rest on */
} LuotainCurriculumQuery;

void luotain_curriculum_free (LuotainCurriculum *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCurriculum, luotain_curriculum_free)

/**
 * luotain_curriculum_word:
 * @self: a curriculum
 * @vocabulary: name of a vocabulary
 * @key: (nullable): a key
 *
 * Returns: (nullable): the word, %NULL for no key and where it was deleted
 */
const LuotainVocabularyEntry *luotain_curriculum_word (const LuotainCurriculum *self, const char *vocabulary,
                                                       const char *key);

/**
 * luotain_curriculum_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainCurriculumQuery, the result a #LuotainCurriculum.
 */
gboolean luotain_curriculum_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
