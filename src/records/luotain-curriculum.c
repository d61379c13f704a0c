#include "config.h"

#include "luotain-curriculum.h"

#include "luotain-chain.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
entry_free (gpointer data)
{
  LuotainCurriculumEntry *self = data;

  luotain_record_destroy (self->entry);
  luotain_record_destroy (self->competence);
  luotain_record_destroy (self->job_title);
  g_clear_pointer (&self->identifiers, g_ptr_array_unref);
  g_clear_pointer (&self->rests_on, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCurriculumEntry, entry_free)

static void
profile_free (gpointer data)
{
  LuotainCurriculumProfile *self = data;

  luotain_record_destroy (self->profile);
  luotain_record_destroy (self->scenario);
  luotain_record_destroy (self->sector);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCurriculumProfile, profile_free)

void
luotain_curriculum_free (LuotainCurriculum *self)
{
  if (self == NULL)
    return;

  luotain_record_destroy (self->workbook);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self);
}

const LuotainVocabularyEntry *
luotain_curriculum_word (const LuotainCurriculum *self, const char *vocabulary, const char *key)
{
  for (guint i = 0; key != NULL && i < self->words->len; i++)
    {
      const LuotainVocabularyEntry *word = self->words->pdata[i];

      if (strcmp (word->vocabulary, vocabulary) == 0 && strcmp (word->key, key) == 0)
        return word;
    }

  return NULL;
}

static const LuotainRoleLevel *
find_level (const LuotainCurriculum *self, gint64 id)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      const LuotainRoleLevel *level = self->levels->pdata[i];

      if (level->record.id == id)
        return level;
    }

  return NULL;
}

/* What one entry is tied to. */
static gboolean
load_links (LuotainDb *db, LuotainCurriculum *self, LuotainCurriculumEntry *entry, LuotainLanguage language,
            GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, entry->entry->record.id, FALSE, error);
  gint64 level = 0;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const LuotainLink *link = links->pdata[i];

      if (strcmp (link->role->name, "competence") == 0 && entry->competence == NULL)
        entry->competence = luotain_record_load (db, &luotain_competence_type, link->target, error);
      else if (strcmp (link->role->name, "job-title") == 0 && entry->job_title == NULL)
        entry->job_title = luotain_record_load (db, &luotain_job_title_type, link->target, error);
      else if (strcmp (link->role->name, "role-level") == 0)
        level = link->target;
      else if (strcmp (link->role->name, "rests-on") == 0)
        {
          char *title = luotain_chain_title (db, link->target, language, NULL);

          if (title != NULL)
            g_ptr_array_add (entry->rests_on, title);
        }
    }

  if (links == NULL
      || (level == 0 && entry->job_title != NULL
          && !luotain_link_get_only (db, entry->job_title->record.id, "role-level", &level, error)))
    return FALSE;

  entry->level = find_level (self, level);
  return TRUE;
}

static gboolean
load_entries (LuotainDb *db, LuotainCurriculum *self, LuotainCurriculumProfile *profile,
              LuotainLanguage language, GError **error)
{
  g_autoptr (GPtrArray) entries = luotain_record_list (db, &luotain_profile_entry_type,
                                                       profile->profile->record.id, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      g_autoptr (LuotainCurriculumEntry) entry = g_new0 (LuotainCurriculumEntry, 1);

      entry->rests_on = g_ptr_array_new_with_free_func (g_free);
      entry->entry = luotain_record_copy (&luotain_profile_entry_type, entries->pdata[i]);
      if (!load_links (db, self, entry, language, error))
        return FALSE;

      /* Its competence was deleted: there is nothing to teach. */
      if (entry->competence == NULL)
        continue;

      entry->identifiers = luotain_record_list (db, &luotain_external_identifier_type,
                                                entry->competence->record.id, error);
      if (entry->identifiers == NULL)
        return FALSE;
      g_ptr_array_add (profile->entries, g_steal_pointer (&entry));
    }

  return entries != NULL;
}

static gboolean
load_profile (LuotainDb *db, LuotainCurriculum *self, const gint64 ids[3], LuotainLanguage language,
              GError **error)
{
  g_autoptr (LuotainCurriculumProfile) profile = g_new0 (LuotainCurriculumProfile, 1);

  profile->entries = g_ptr_array_new_with_free_func (entry_free);
  profile->profile = luotain_record_load (db, &luotain_profile_type, ids[0], error);
  if (profile->profile == NULL)
    return FALSE;

  if (ids[1] != 0)
    profile->scenario = luotain_record_load (db, &luotain_scenario_type, ids[1], error);
  if (ids[2] != 0)
    profile->sector = luotain_record_load (db, &luotain_sector_type, ids[2], error);
  if ((ids[1] != 0 && profile->scenario == NULL) || (ids[2] != 0 && profile->sector == NULL)
      || !load_entries (db, self, profile, language, error))
    return FALSE;

  g_ptr_array_add (self->profiles, g_steal_pointer (&profile));
  return TRUE;
}

static gboolean
is_wanted (const LuotainCurriculumQuery *query, const GArray *found, const gint64 ids[3])
{
  for (guint i = 0; i < found->len; i += 3)
    {
      if (g_array_index (found, gint64, i) == ids[0])
        return FALSE;
    }

  for (gsize i = 0; i < query->n_ids; i++)
    {
      if (query->ids[i] == ids[0] || query->ids[i] == ids[1] || query->ids[i] == ids[2])
        return TRUE;
    }

  return query->n_ids == 0;
}

/* Profile, scenario, sector of each wanted profile. */
static GArray *
find_profiles (LuotainDb *db, const LuotainCurriculumQuery *query, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT p.id, ps.target, COALESCE(ls.target, lp.target) AS sector FROM profile p"
      " LEFT JOIN link ps ON ps.source = p.id AND ps.role = 'scenario'"
      " LEFT JOIN record s ON s.id = ps.target"
      " LEFT JOIN link ls ON ls.source = ps.target AND ls.role = 'sector'"
      " LEFT JOIN link lp ON lp.source = p.id AND lp.role = 'sector'"
      " LEFT JOIN record rs ON rs.id = COALESCE(ls.target, lp.target)"
      " ORDER BY rs.position, rs.id, s.id IS NULL, s.position, s.id, p.id",
      error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 ids[3] = { luotain_statement_get_id (statement, 0),
                              luotain_statement_get_id (statement, 1),
                              luotain_statement_get_id (statement, 2) };

      if (is_wanted (query, found, ids))
        g_array_append_vals (found, ids, 3);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&found) : NULL;
}

static gboolean
load_shared (LuotainDb *db, LuotainCurriculum *self, GError **error)
{
  g_autoptr (GPtrArray) workbooks = luotain_record_list (db, &luotain_workbook_type, 0, error);

  if (workbooks == NULL)
    return FALSE;

  if (workbooks->len == 0)
    {
      g_set_error_literal (
          error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
          _ ("The workbook is damaged. Open the latest good copy, or save what can be read by "
             "exporting it."));
      return FALSE;
    }

  self->workbook = luotain_record_copy (&luotain_workbook_type, workbooks->pdata[0]);
  self->levels = luotain_record_list (db, &luotain_role_level_type, 0, error);
  self->words = self->levels == NULL ? NULL
                                     : luotain_record_list (db, &luotain_vocabulary_entry_type, 0, error);
  return self->words != NULL;
}

gboolean
luotain_curriculum_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCurriculumQuery *query = data;
  g_autoptr (LuotainCurriculum) self = g_new0 (LuotainCurriculum, 1);
  g_autoptr (GArray) found = NULL;

  self->profiles = g_ptr_array_new_with_free_func (profile_free);
  if (!load_shared (db, self, error) || (found = find_profiles (db, query, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i += 3)
    {
      luotain_db_set_progress (db, i / 3, found->len / 3);
      if (!load_profile (db, self, &g_array_index (found, gint64, i), query->language, error))
        return FALSE;
    }

  *result = g_steal_pointer (&self);
  return TRUE;
}
