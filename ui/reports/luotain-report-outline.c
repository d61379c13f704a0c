#include "luotain-report-outline.h"

#include "luotain-chain.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-report-line.h"
#include "luotain-text.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n.h>

/* What is being made, and for whom. */
typedef struct
{
  LuotainDb *db;
  const LuotainReportQuery *query;
  GListStore *lines;
  GHashTable *sectors; /* ids that were asked for, by type; empty for the whole workbook */
  GHashTable *scenarios;
  GHashTable *profiles;
} Outline;

LuotainReportQuery *
luotain_report_query_new (GArray *ids, LuotainLanguage language, LuotainWordList *words)
{
  LuotainReportQuery *self = g_new0 (LuotainReportQuery, 1);

  if (ids != NULL)
    {
      self->n_ids = ids->len;
      self->ids = g_memdup2 (ids->data, ids->len * sizeof (gint64));
    }
  self->language = language;
  self->words = luotain_word_list_ref (words);
  return self;
}

void
luotain_report_query_free (LuotainReportQuery *self)
{
  g_free (self->ids);
  luotain_word_list_unref (self->words);
  g_free (self);
}

static gboolean
is_whole (const Outline *self)
{
  return self->query->n_ids == 0;
}

static const char *
text_of (const Outline *self, const LuotainTranslated *text)
{
  return luotain_translated_get (text, self->query->language);
}

static void
add_line (Outline *self, LuotainReportLevel level, char *title, char *detail)
{
  g_autoptr (LuotainReportLine) line = luotain_report_line_new (level, title, detail);

  g_list_store_append (self->lines, line);
}

/* Parts of one line, with a dot between those there are. */
static char *
join_parts (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}

static void
take_part (GPtrArray *parts, char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

/* Says how many there are, where there are any. */
static void take_count (GPtrArray *parts, guint count, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
take_count (GPtrArray *parts, guint count, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  if (count > 0)
    g_ptr_array_add (parts, g_strdup_vprintf (format, values));
  va_end (values);
}

static void
take_year (GPtrArray *parts, gint64 year)
{
  if (year != LUOTAIN_NUMBER_UNSET)
    g_ptr_array_add (parts, g_strdup_printf ("%" G_GINT64_FORMAT, year));
}

static void
add_text (Outline *self, const LuotainTranslated *text)
{
  const char *words = text_of (self, text);

  if (words != NULL)
    add_line (self, LUOTAIN_REPORT_TEXT, NULL, luotain_text_excerpt (words, 400));
}

static gboolean
sort_ids (Outline *self, GError **error)
{
  self->sectors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->scenarios = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->profiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize i = 0; i < self->query->n_ids; i++)
    {
      const gint64 *id = &self->query->ids[i];
      const LuotainRecordType *type = luotain_record_type_of (self->db, *id, error);
      GHashTable *set = self->profiles;

      if (type == NULL)
        return FALSE;
      if (type == &luotain_sector_type)
        set = self->sectors;
      else if (type == &luotain_scenario_type)
        set = self->scenarios;
      g_hash_table_add (set, g_memdup2 (id, sizeof *id));
    }

  return TRUE;
}

/* A profile stands on its scenario, which therefore goes in with it. */
static gboolean
find_scenarios_of_profiles (Outline *self, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->profiles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gint64 scenario;

      if (!luotain_link_get_only (self->db, *(gint64 *) id, "scenario", &scenario, error))
        return FALSE;
      if (scenario != 0)
        g_hash_table_add (self->scenarios, g_memdup2 (&scenario, sizeof scenario));
    }

  return TRUE;
}

static gboolean
goes_in (Outline *self, GHashTable *chosen, gint64 id, gboolean *goes, GError **error)
{
  gint64 sector = 0;

  *goes = is_whole (self) || g_hash_table_contains (chosen, &id);
  if (*goes || g_hash_table_size (self->sectors) == 0)
    return TRUE;
  if (!luotain_link_get_only (self->db, id, "sector", &sector, error))
    return FALSE;

  *goes = g_hash_table_contains (self->sectors, &sector);
  return TRUE;
}

/* The records of an ordered type that go in, in their order. */
static GPtrArray *
list_chosen (Outline *self, const LuotainRecordType *type, GHashTable *chosen, GError **error)
{
  GPtrArray *records = luotain_record_list (self->db, type, 0, error);

  for (guint i = 0; records != NULL && i < records->len;)
    {
      const LuotainRecord *record = g_ptr_array_index (records, i);
      gboolean goes;

      if (!goes_in (self, chosen, record->id, &goes, error))
        g_clear_pointer (&records, g_ptr_array_unref);
      else if (goes)
        i++;
      else
        g_ptr_array_remove_index (records, i);
    }

  return records;
}

static gboolean
count_owned (Outline *self, const LuotainRecordType *type, gint64 owner, guint *count, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (self->db, type, owner, error);

  *count = ids != NULL ? ids->len : 0;
  return ids != NULL;
}

static gboolean
count_drivers (Outline *self, gint64 scenario, guint *count, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (self->db, scenario, FALSE, error);

  *count = 0;
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const LuotainLink *link = g_ptr_array_index (links, i);

      *count += g_str_equal (link->role->name, "driver");
    }

  return links != NULL;
}

static gboolean
add_scenario (Outline *self, const LuotainScenario *scenario, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const gint64 id = scenario->record.id;
  guint passages;
  guint periods;
  guint drivers;

  if (!count_owned (self, &luotain_passage_type, id, &passages, error)
      || !count_owned (self, &luotain_period_type, id, &periods, error)
      || !count_drivers (self, id, &drivers, error))
    return FALSE;

  take_part (parts, g_strdup (luotain_word_list_title (self->query->words, "image", scenario->image)));
  take_year (parts, scenario->target_year);
  take_count (parts, passages, ngettext ("%u passage", "%u passages", passages), passages);
  take_count (parts, periods, ngettext ("%u period", "%u periods", periods), periods);
  take_count (parts, drivers, ngettext ("%u driver", "%u drivers", drivers), drivers);
  add_line (self, LUOTAIN_REPORT_RECORD, g_strdup (text_of (self, &scenario->title)), join_parts (parts));
  add_text (self, &scenario->narrative);
  return TRUE;
}

static gboolean
add_scenarios (Outline *self, GError **error)
{
  g_autoptr (GPtrArray) scenarios = list_chosen (self, &luotain_scenario_type, self->scenarios, error);

  if (scenarios == NULL)
    return FALSE;
  if (scenarios->len > 0)
    add_line (self, LUOTAIN_REPORT_PART, g_strdup_printf ("%s · %u", _ ("Scenarios"), scenarios->len), NULL);

  for (guint i = 0; i < scenarios->len; i++)
    {
      if (!add_scenario (self, g_ptr_array_index (scenarios, i), error))
        return FALSE;
    }

  return TRUE;
}

static char *
describe_entry (Outline *self, const LuotainProfileEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *reason = text_of (self, &entry->reason);

  take_part (parts, g_strdup (luotain_word_list_title (self->query->words, "importance", entry->importance)));
  take_part (parts,
             g_strdup (luotain_word_list_title (self->query->words, "change-direction", entry->direction)));
  if (reason != NULL)
    take_part (parts, luotain_text_excerpt (reason, 300));
  return join_parts (parts);
}

static gboolean
add_entry (Outline *self, const LuotainProfileEntry *entry, GError **error)
{
  g_autofree char *title = NULL;
  gint64 competence;

  if (!luotain_link_get_only (self->db, entry->record.id, "competence", &competence, error))
    return FALSE;
  if (competence != 0)
    {
      title = luotain_chain_title (self->db, competence, self->query->language, error);
      if (title == NULL)
        return FALSE;
    }

  if (title == NULL)
    title = g_strdup (_ ("Without a competence"));
  add_line (self, LUOTAIN_REPORT_ENTRY, g_steal_pointer (&title), describe_entry (self, entry));
  return TRUE;
}

/* The entries of one role level (0: of none), in their order. */
static gboolean
add_level (Outline *self, GPtrArray *entries, const GArray *levels, gint64 level, const char *title,
           GError **error)
{
  guint count = 0;

  for (guint i = 0; i < entries->len; i++)
    count += g_array_index (levels, gint64, i) == level;
  if (count == 0)
    return TRUE;

  add_line (self, LUOTAIN_REPORT_SECTION, g_strdup_printf ("%s · %u", title, count), NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      if (g_array_index (levels, gint64, i) == level
          && !add_entry (self, g_ptr_array_index (entries, i), error))
        return FALSE;
    }

  return TRUE;
}

static GArray *
find_levels (Outline *self, GPtrArray *entries, GError **error)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < entries->len; i++)
    {
      const LuotainRecord *entry = g_ptr_array_index (entries, i);
      gint64 level;

      if (!luotain_link_get_only (self->db, entry->id, "role-level", &level, error))
        return NULL;
      g_array_append_val (levels, level);
    }

  return g_steal_pointer (&levels);
}

static gboolean
add_entries (Outline *self, GPtrArray *entries, GError **error)
{
  g_autoptr (GPtrArray) levels = luotain_record_list (self->db, &luotain_role_level_type, 0, error);
  g_autoptr (GArray) level_of = levels != NULL ? find_levels (self, entries, error) : NULL;

  if (level_of == NULL)
    return FALSE;

  for (guint i = 0; i < levels->len; i++)
    {
      const LuotainRoleLevel *level = g_ptr_array_index (levels, i);

      if (!add_level (self, entries, level_of, level->record.id, text_of (self, &level->title), error))
        return FALSE;
    }

  return add_level (self, entries, level_of, 0, _ ("Without a role level"), error);
}

static gboolean
add_profile (Outline *self, const LuotainProfile *profile, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) entries = luotain_record_list (self->db, &luotain_profile_entry_type,
                                                       profile->record.id, error);
  g_autofree char *title = NULL;

  if (entries == NULL)
    return FALSE;
  title = luotain_chain_title (self->db, profile->record.id, self->query->language, error);
  if (title == NULL && error != NULL && *error != NULL)
    return FALSE;

  take_year (parts, profile->target_year);
  take_count (parts, entries->len, ngettext ("%u entry", "%u entries", entries->len), entries->len);
  add_line (self, LUOTAIN_REPORT_RECORD, g_steal_pointer (&title), join_parts (parts));
  add_text (self, &profile->description);
  return add_entries (self, entries, error);
}

static gboolean
add_profiles (Outline *self, GError **error)
{
  g_autoptr (GPtrArray) profiles = list_chosen (self, &luotain_profile_type, self->profiles, error);

  if (profiles == NULL)
    return FALSE;
  if (profiles->len > 0)
    add_line (self, LUOTAIN_REPORT_PART,
              g_strdup_printf ("%s · %u", _ ("Competence Profiles"), profiles->len), NULL);

  for (guint i = 0; i < profiles->len; i++)
    {
      if (!add_profile (self, g_ptr_array_index (profiles, i), error))
        return FALSE;
    }

  return TRUE;
}

static char *
describe_counts (Outline *self, const LuotainWorkbookInfo *info)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  take_part (parts, g_strdup (is_whole (self) ? _ ("The whole workbook") : _ ("A part of the workbook")));
  if (is_whole (self))
    {
      const guint findings = (guint) luotain_workbook_info_count (info, "finding");
      const guint sources = (guint) luotain_workbook_info_count (info, "source");
      const guint variables = (guint) luotain_workbook_info_count (info, "key-variable");

      take_count (parts, findings, ngettext ("%u finding", "%u findings", findings), findings);
      take_count (parts, sources, ngettext ("%u source", "%u sources", sources), sources);
      take_count (parts, variables, ngettext ("%u key variable", "%u key variables", variables), variables);
    }
  return join_parts (parts);
}

static gboolean
make_outline (Outline *self, GError **error)
{
  g_autoptr (LuotainWorkbookInfo) info = luotain_workbook_info_load (self->db, error);

  if (info == NULL || !sort_ids (self, error) || !find_scenarios_of_profiles (self, error))
    return FALSE;

  add_line (self, LUOTAIN_REPORT_TITLE, g_strdup (info->title), describe_counts (self, info));
  return add_scenarios (self, error) && add_profiles (self, error);
}

gboolean
luotain_report_outline_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GListStore) lines = g_list_store_new (LUOTAIN_TYPE_REPORT_LINE);
  Outline self = { .db = db, .query = data, .lines = lines };
  gboolean made = make_outline (&self, error);

  g_clear_pointer (&self.sectors, g_hash_table_unref);
  g_clear_pointer (&self.scenarios, g_hash_table_unref);
  g_clear_pointer (&self.profiles, g_hash_table_unref);
  if (made)
    *result = g_steal_pointer (&lines);
  return made;
}
