#include "config.h"

#include "luotain-profile-edit.h"

#include "luotain-competence.h"
#include "luotain-edit.h"
#include "luotain-link.h"
#include "luotain-profile-entry.h"
#include "luotain-profile.h"
#include "luotain-record-io.h"
#include "luotain-scenario.h"
#include "luotain-statement.h"
#include "luotain-text.h"
#include "luotain-title-sql.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

LuotainProfileAdd *
luotain_profile_add_new (gint64 profile, gint64 scenario, gint64 level, const char *group, const char *lines)
{
  LuotainProfileAdd *self = g_new0 (LuotainProfileAdd, 1);

  self->profile = profile;
  self->scenario = scenario;
  self->level = level;
  self->group = g_strdup (group);
  self->names = lines != NULL ? g_strsplit_set (lines, "\n\r", -1) : NULL;
  return self;
}

void
luotain_profile_add_free (LuotainProfileAdd *self)
{
  if (self == NULL)
    return;

  g_free (self->group);
  g_strfreev (self->names);
  luotain_esco_choice_free (self->esco);
  g_free (self);
}

static gboolean
link_to (LuotainDb *db, gint64 source, const char *role, gint64 target, GError **error)
{
  return target == 0
         || luotain_link_add (db, source, luotain_model_role (luotain_db_get_model (db), role), target,
                              error);
}

/* The first profile made for a scenario; a new one of its sector and target year where there is none. */
static gboolean
ensure_profile (LuotainDb *db, gint64 scenario, gint64 *profile, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT MIN(source) FROM link WHERE target = ?1 AND role = 'scenario'", error);
  LuotainScenario *model;
  LuotainProfile *made;
  gint64 sector = 0;
  gboolean ok;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, scenario);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;
  *profile = luotain_statement_get_id (statement, 0);
  luotain_statement_reset (statement);
  if (*profile != 0)
    return TRUE;

  model = luotain_record_load (db, &luotain_scenario_type, scenario, error);
  if (model == NULL || !luotain_link_get_only (db, scenario, "sector", &sector, error))
    {
      luotain_record_free (&luotain_scenario_type, model);
      return FALSE;
    }
  made = luotain_record_new (&luotain_profile_type);
  made->target_year = model->target_year;
  ok = luotain_record_insert (db, &luotain_profile_type, made, error);
  *profile = made->record.id;
  luotain_record_free (&luotain_profile_type, made);
  luotain_record_free (&luotain_scenario_type, model);
  return ok && link_to (db, *profile, "scenario", scenario, error)
         && link_to (db, *profile, "sector", sector, error);
}

/* A name of the catalogue in any language; of several one of the group first; 0 for none. */
static gboolean
find_competence (LuotainDb *db, const char *name, const char *group, gint64 *competence, GError **error)
{
  g_autofree char *wanted = luotain_text_fold (name);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT c.id FROM competence c WHERE " LUOTAIN_TITLE_IS (
          "c", "?2") " ORDER BY c.\"group\" IS NOT ?1, c.id LIMIT 1",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_text (statement, 1, group);
  luotain_statement_bind_text (statement, 2, wanted);
  step = luotain_statement_step (statement, error);
  *competence = step == LUOTAIN_STEP_ROW ? luotain_statement_get_id (statement, 0) : 0;
  return step != LUOTAIN_STEP_ERROR;
}

static gboolean
make_competence (LuotainDb *db, const char *name, const char *group, gint64 *competence, GError **error)
{
  LuotainCompetence *made;
  LuotainLanguage language;
  gboolean ok;

  if (!luotain_workbook_language (db, &language, error))
    return FALSE;

  made = luotain_record_new (&luotain_competence_type);
  made->title.text[language] = g_strdup (name);
  made->group = g_strdup (group);
  ok = luotain_record_insert (db, &luotain_competence_type, made, error);
  *competence = made->record.id;
  luotain_record_free (&luotain_competence_type, made);
  return ok;
}

static gboolean
find_entry (LuotainDb *db, gint64 profile, gint64 competence, gint64 level, gint64 *entry, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT MIN(e.id) FROM record e JOIN link lc ON lc.source = e.id AND lc.role = 'competence'"
      " LEFT JOIN link ll ON ll.source = e.id AND ll.role = 'role-level'"
      " LEFT JOIN link lj ON lj.source = e.id AND lj.role = 'job-title'"
      " LEFT JOIN link jl ON jl.source = lj.target AND jl.role = 'role-level'"
      " WHERE e.owner = ?1 AND e.type = 'profile-entry' AND lc.target = ?2 AND COALESCE(ll.target, jl.target) IS ?3",
      error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, profile);
  luotain_statement_bind_id (statement, 2, competence);
  luotain_statement_bind_id (statement, 3, level);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;
  *entry = luotain_statement_get_id (statement, 0);
  return TRUE;
}

static gboolean
add_entry (LuotainDb *db, gint64 profile, gint64 competence, gint64 level, GArray *entries, GError **error)
{
  LuotainProfileEntry *made;
  gint64 entry = 0;
  gboolean ok = TRUE;

  if (!find_entry (db, profile, competence, level, &entry, error))
    return FALSE;

  if (entry == 0)
    {
      made = luotain_record_new (&luotain_profile_entry_type);
      made->record.owner = profile;
      ok = luotain_record_insert (db, &luotain_profile_entry_type, made, error);
      entry = made->record.id;
      luotain_record_free (&luotain_profile_entry_type, made);
      ok = ok && link_to (db, entry, "competence", competence, error)
           && link_to (db, entry, "role-level", level, error);
    }
  g_array_append_val (entries, entry);
  return ok;
}

static gboolean
add_name (LuotainDb *db, const LuotainProfileAdd *add, gint64 profile, const char *name, GArray *entries,
          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *valid = luotain_text_normalize (name, -1, LUOTAIN_TEXT_DROP | LUOTAIN_TEXT_SINGLE_LINE,
                                                   NULL, &local_error);
  gint64 competence = 0;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (valid == NULL)
    return TRUE;

  if (!find_competence (db, valid, add->group, &competence, error)
      || (competence == 0 && !make_competence (db, valid, add->group, &competence, error)))
    return FALSE;

  luotain_db_set_detail (db, valid);
  return add_entry (db, profile, competence, add->level, entries, error);
}

gboolean
luotain_profile_add_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainProfileAdd *add = data;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 profile = add->profile;
  gint64 competence = add->competence;

  if ((profile == 0 && !ensure_profile (db, add->scenario, &profile, error))
      || (competence == 0 && add->esco != NULL
          && !luotain_esco_choice_ensure (db, add->esco, add->group, &competence, error)))
    return FALSE;

  if (competence != 0 && !add_entry (db, profile, competence, add->level, entries, error))
    return FALSE;

  for (guint i = 0; competence == 0 && add->names != NULL && add->names[i] != NULL; i++)
    {
      if (!add_name (db, add, profile, add->names[i], entries, error))
        return FALSE;
    }
  *result = g_steal_pointer (&entries);
  return TRUE;
}

/* A job title belongs to a level: an entry that leaves the level leaves the job title. */
static gboolean
leave_job_title (LuotainDb *db, gint64 entry, gint64 level, GError **error)
{
  const LuotainRole *role = luotain_model_role (luotain_db_get_model (db), "job-title");
  gint64 job_title = 0;
  gint64 its_level = 0;

  if (!luotain_link_get_only (db, entry, "job-title", &job_title, error))
    return FALSE;
  if (job_title == 0)
    return TRUE;
  if (!luotain_link_get_only (db, job_title, "role-level", &its_level, error))
    return FALSE;
  return its_level == level || luotain_link_set_only (db, entry, role, 0, error);
}

static gboolean
copy_entry (LuotainDb *db, gint64 entry, gint64 *copy, GError **error)
{
  LuotainProfileEntry *made = luotain_record_load (db, &luotain_profile_entry_type, entry, error);
  g_autoptr (GPtrArray) links = NULL;
  gboolean ok;

  if (made == NULL)
    return FALSE;

  made->record = (LuotainRecord){ .owner = made->record.owner };
  ok = luotain_record_insert (db, &luotain_profile_entry_type, made, error);
  *copy = made->record.id;
  luotain_record_free (&luotain_profile_entry_type, made);
  if (!ok || (links = luotain_link_list (db, entry, FALSE, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const LuotainLink *link = links->pdata[i];

      if (!luotain_link_add (db, *copy, link->role, link->target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_where_it_stands (LuotainDb *db, gint64 profile, const LuotainProfileMove *move, GError **error)
{
  gint64 competence = 0;
  gint64 there = 0;

  if (!luotain_link_get_only (db, move->entry, "competence", &competence, error))
    return FALSE;
  if (competence != 0 && !find_entry (db, profile, competence, move->level, &there, error))
    return FALSE;
  if (there == 0 || (there == move->entry && !move->copy))
    return TRUE;

  g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                       _ ("The role level has this competence already. Nothing was moved."));
  return FALSE;
}

static gboolean
set_level (LuotainDb *db, const LuotainProfileMove *move, gint64 profile, gint64 *entry, GError **error)
{
  const LuotainRole *role = luotain_model_role (luotain_db_get_model (db), "role-level");

  return refuse_where_it_stands (db, profile, move, error)
         && (!move->copy || copy_entry (db, *entry, entry, error))
         && leave_job_title (db, *entry, move->level, error)
         && luotain_link_set_only (db, *entry, role, move->level, error);
}

static gboolean
set_place (LuotainDb *db, const LuotainProfileMove *move, gint64 profile, gint64 entry, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_profile_entry_type, profile, error);
  guint place = 0;

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);

      if (id == move->before)
        return luotain_record_move (db, entry, place, error);
      if (id != entry)
        place++;
      if (id == move->after)
        return luotain_record_move (db, entry, place, error);
    }
  return TRUE;
}

gboolean
luotain_profile_move_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainProfileMove *move = data;
  gint64 entry = move->entry;
  LuotainProfileEntry *record = luotain_record_load (db, &luotain_profile_entry_type, entry, error);
  gint64 profile;

  if (record == NULL)
    return FALSE;

  profile = record->record.owner;
  luotain_record_free (&luotain_profile_entry_type, record);
  if (move->level != 0 && !set_level (db, move, profile, &entry, error))
    return FALSE;
  if ((move->before != 0 || move->after != 0) && !set_place (db, move, profile, entry, error))
    return FALSE;

  *result = g_memdup2 (&entry, sizeof entry);
  return TRUE;
}

gboolean
luotain_profile_copy_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainProfileCopy *copy = data;
  const gint64 profile = luotain_edit_copy_profile (db, copy->profile, copy->scenario, error);

  if (profile == 0)
    return FALSE;

  *result = g_memdup2 (&profile, sizeof profile);
  return TRUE;
}
