#include "config.h"

#include "luotain-edit.h"

#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-workbook-model.h"

#include <string.h>

static const LuotainRole *
role_of (LuotainDb *db, const char *name)
{
  return luotain_model_role (luotain_db_get_model (db), name);
}

static gboolean
find_profile (LuotainDb *db, gint64 scenario, gint64 *profile, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT min (source) FROM link WHERE role = 'scenario' AND target = ?1", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, scenario);

  if (luotain_statement_step (statement, error) == LUOTAIN_STEP_ERROR)
    return FALSE;

  *profile = luotain_statement_get_id (statement, 0);
  return TRUE;
}

static gint64
make_profile (LuotainDb *db, gint64 scenario, GError **error)
{
  LuotainScenario *told = luotain_record_load (db, &luotain_scenario_type, scenario, error);
  LuotainProfile *profile;
  gint64 sector, id = 0;

  if (told == NULL)
    return 0;

  profile = luotain_record_new (&luotain_profile_type);
  profile->target_year = told->target_year;
  luotain_record_destroy (told);

  if (luotain_record_insert (db, &luotain_profile_type, profile, error)
      && luotain_link_add (db, profile->record.id, role_of (db, "scenario"), scenario, error)
      && luotain_link_get_only (db, scenario, "sector", &sector, error)
      && (sector == 0 || luotain_link_add (db, profile->record.id, role_of (db, "sector"), sector, error)))
    id = profile->record.id;

  luotain_record_destroy (profile);
  return id;
}

static gboolean
copy_links (LuotainDb *db, gint64 from, gint64 to, gint64 old_scenario, gint64 new_scenario, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, from, FALSE, error);

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const LuotainLink *link = links->pdata[i];
      const gboolean rests = strcmp (link->role->name, "rests-on") == 0;
      const gint64 target = rests && link->target == old_scenario ? new_scenario : link->target;

      if (!luotain_link_add (db, to, link->role, target, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_entry (LuotainDb *db, const LuotainProfileEntry *entry, gint64 profile, gint64 old_scenario,
            gint64 new_scenario, GError **error)
{
  LuotainProfileEntry *copy = luotain_record_copy (&luotain_profile_entry_type, entry);
  gboolean ok;

  memset (&copy->record, 0, sizeof copy->record);
  copy->record.type = &luotain_profile_entry_type;
  copy->record.owner = profile;
  ok = luotain_record_insert (db, &luotain_profile_entry_type, copy, error)
       && copy_links (db, entry->record.id, copy->record.id, old_scenario, new_scenario, error);
  luotain_record_destroy (copy);
  return ok;
}

gint64
luotain_edit_copy_profile (LuotainDb *db, gint64 profile, gint64 scenario, GError **error)
{
  g_autoptr (GPtrArray) entries = luotain_record_list (db, &luotain_profile_entry_type, profile, error);
  gint64 target, old_scenario;

  if (entries == NULL || !find_profile (db, scenario, &target, error)
      || !luotain_link_get_only (db, profile, "scenario", &old_scenario, error))
    return 0;

  if (target == 0)
    target = make_profile (db, scenario, error);

  if (target == profile)
    return target;

  for (guint i = 0; i < entries->len && target != 0; i++)
    if (!copy_entry (db, entries->pdata[i], target, old_scenario, scenario, error))
      return 0;

  return target;
}
