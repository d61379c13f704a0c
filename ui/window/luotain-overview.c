#include "config.h"

#include "luotain-finding-query.h"
#include "luotain-link.h"
#include "luotain-overview.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

void
luotain_overview_free (LuotainOverview *self)
{
  g_free (self->title);
  g_clear_pointer (&self->sectors, g_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_free (self);
}

gint64
luotain_overview_get_count (LuotainOverview *self, const char *type)
{
  const gint64 *count = g_hash_table_lookup (self->counts, type);

  return count != NULL ? *count : 0;
}

static void
set_count (LuotainOverview *self, const char *type, gint64 count)
{
  g_hash_table_insert (self->counts, (gpointer) type, g_memdup2 (&count, sizeof count));
}

static gboolean
load_sectors (LuotainDb *db, const LuotainOverviewQuery *query, LuotainOverview *overview, GError **error)
{
  g_autoptr (GPtrArray) sectors = luotain_record_list (db, &luotain_sector_type, 0, error);

  if (sectors == NULL)
    return FALSE;

  for (guint i = 0; i < sectors->len; i++)
    {
      const LuotainSector *sector = sectors->pdata[i];
      const char *title = luotain_translated_get (&sector->title, query->language);

      g_array_append_val (overview->sectors, sector->record.id);
      g_ptr_array_add (overview->titles, g_strdup (title != NULL ? title : ""));
    }
  return TRUE;
}

static gboolean
count_findings (LuotainDb *db, const LuotainOverviewQuery *query, LuotainOverview *overview, GError **error)
{
  LuotainFindingQuery findings = { .sector = query->sector, .language = query->language };
  gpointer answer = NULL;

  if (!luotain_finding_query_run (db, &findings, &answer, error))
    return FALSE;

  set_count (overview, "finding", ((LuotainFindingIds *) answer)->ids->len);
  luotain_finding_ids_free (answer);
  return TRUE;
}

static gboolean
count_of_sector (LuotainDb *db, const LuotainOverviewQuery *query, const LuotainRecordType *type,
                 LuotainOverview *overview, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, type, 0, error);
  gint64 count = 0;

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 sector;

      if (!luotain_link_get_only (db, g_array_index (ids, gint64, i), "sector", &sector, error))
        return FALSE;
      if (sector == query->sector)
        count++;
    }
  set_count (overview, type->name, count);
  return TRUE;
}

gboolean
luotain_overview_load (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainOverviewQuery *query = data;
  g_autoptr (LuotainOverview) overview = g_new0 (LuotainOverview, 1);
  g_autoptr (LuotainWorkbookInfo) info = luotain_workbook_info_load (db, error);

  overview->sectors = g_array_new (FALSE, FALSE, sizeof (gint64));
  overview->titles = g_ptr_array_new_with_free_func (g_free);
  overview->counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (info == NULL || !load_sectors (db, query, overview, error))
    return FALSE;

  overview->id = info->id;
  overview->title = g_strdup (info->title);
  overview->changed = info->changed;
  for (guint i = 0; i < info->n_types; i++)
    set_count (overview, info->types[i]->name, info->counts[i]);

  if (query->sector != 0
      && (!count_findings (db, query, overview, error)
          || !count_of_sector (db, query, &luotain_session_type, overview, error)
          || !count_of_sector (db, query, &luotain_scenario_type, overview, error)
          || !count_of_sector (db, query, &luotain_profile_type, overview, error)))
    return FALSE;

  *result = g_steal_pointer (&overview);
  return TRUE;
}
