#include "config.h"

#include "luotain-peruste-import.h"

#include "luotain-import-summary.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-whole-file.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A unit of the workbook, and what it is part of. */
typedef struct
{
  LuotainCurriculumUnit *unit;
  gint64 above;
  gboolean met; /* it is in the file */
} Known;

typedef struct
{
  LuotainDb *db;
  const LuotainPeruste *peruste;
  const LuotainRole *part_of;
  LuotainLanguage language;
  gint64 organisation;
  GPtrArray *known; /* (element-type Known) */
  GHashTable *by_above; /* above → GPtrArray of Known */
  LuotainImportSummary *summary;
  guint n_done;
} Importer;

static void
known_free (gpointer data)
{
  Known *self = data;

  luotain_record_destroy (self->unit);
  g_free (self);
}

static void
importer_clear (Importer *self)
{
  g_clear_pointer (&self->by_above, g_hash_table_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->summary, luotain_import_summary_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importer, importer_clear)

/* ---- whose it is ---- */

static gboolean
find_agency (Importer *self, GError **error)
{
  g_autoptr (GPtrArray) organisations = luotain_record_list (self->db, &luotain_organisation_type, 0, error);

  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    {
      const LuotainOrganisation *one = organisations->pdata[i];

      if (g_strcmp0 (one->url, LUOTAIN_ORGANISATION_AGENCY) == 0
          || g_strcmp0 (one->title.text[LUOTAIN_FI], "Opetushallitus") == 0)
        self->organisation = one->record.id;
    }

  return organisations != NULL;
}

static gboolean
make_agency (Importer *self, GError **error)
{
  LuotainOrganisation *agency = luotain_record_new (&luotain_organisation_type);
  gboolean ok;

  agency->title.text[LUOTAIN_FI] = g_strdup ("Opetushallitus");
  agency->title.text[LUOTAIN_SV] = g_strdup ("Utbildningsstyrelsen");
  agency->title.text[LUOTAIN_EN] = g_strdup ("Finnish National Agency for Education");
  agency->url = g_strdup (LUOTAIN_ORGANISATION_AGENCY);
  ok = luotain_record_insert (self->db, &luotain_organisation_type, agency, error);
  self->organisation = agency->record.id;
  if (ok)
    luotain_import_summary_add (self->summary, &luotain_organisation_type, agency, LUOTAIN_MERGE_ADDED,
                                self->language);
  luotain_record_destroy (agency);
  return ok;
}

/* ---- what is there already ---- */

static gboolean
load_known (Importer *self, GError **error)
{
  g_autoptr (GPtrArray) units = luotain_record_list (self->db, &luotain_curriculum_unit_type,
                                                     self->organisation, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      Known *known = g_new0 (Known, 1);
      GPtrArray *parts;

      known->unit = luotain_record_copy (&luotain_curriculum_unit_type, units->pdata[i]);
      g_ptr_array_add (self->known, known);
      if (!luotain_link_get_only (self->db, known->unit->record.id, "part-of", &known->above, error))
        return FALSE;

      parts = g_hash_table_lookup (self->by_above, &known->above);
      if (parts == NULL)
        {
          parts = g_ptr_array_new ();
          g_hash_table_insert (self->by_above, &known->above, parts);
        }
      g_ptr_array_add (parts, known);
    }

  return units != NULL;
}

/* By its code, which stays from edition to edition; by its address where there is none. */
static Known *
find_known (Importer *self, gint64 above, const LuotainPerusteUnit *unit)
{
  const GPtrArray *parts = g_hash_table_lookup (self->by_above, &above);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      Known *known = parts->pdata[i];

      if (!known->met
          && (unit->code != NULL
                  ? g_strcmp0 (known->unit->code, unit->code) == 0
                  : known->unit->code == NULL && g_strcmp0 (known->unit->url, unit->address) == 0))
        return known;
    }

  return NULL;
}

/* ---- units ---- */

static gboolean
take_text (LuotainTranslated *field, const LuotainTranslated *text)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (text->text[i] != NULL && g_strcmp0 (field->text[i], text->text[i]) != 0)
      {
        g_free (field->text[i]);
        field->text[i] = g_strdup (text->text[i]);
        changed = TRUE;
      }

  return changed;
}

static gboolean
take_word (char **field, const char *word)
{
  if (word == NULL || g_strcmp0 (*field, word) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (word);
  return TRUE;
}

static gboolean
fill (LuotainCurriculumUnit *record, const LuotainPerusteUnit *unit)
{
  const gboolean title = take_text (&record->title, &unit->title);
  const gboolean description = take_text (&record->description, &unit->description);
  const gboolean code = take_word (&record->code, unit->code);

  return take_word (&record->url, unit->address) || title || description || code;
}

static gboolean
add_unit (Importer *self, gint64 above, const LuotainPerusteUnit *unit, gint64 *id, GError **error)
{
  LuotainCurriculumUnit *record = luotain_record_new (&luotain_curriculum_unit_type);
  gboolean ok;

  record->record.owner = self->organisation;
  fill (record, unit);
  ok = luotain_record_insert (self->db, &luotain_curriculum_unit_type, record, error)
       && (above == 0 || luotain_link_add (self->db, record->record.id, self->part_of, above, error));
  *id = record->record.id;
  self->summary->n_links += above != 0;
  if (ok)
    luotain_import_summary_add (self->summary, &luotain_curriculum_unit_type, record, LUOTAIN_MERGE_ADDED,
                                self->language);
  luotain_record_destroy (record);
  return ok;
}

static gboolean
change_unit (Importer *self, Known *known, const LuotainPerusteUnit *unit, GError **error)
{
  const gboolean changed = fill (known->unit, unit);

  known->met = TRUE;
  luotain_import_summary_add (self->summary, &luotain_curriculum_unit_type, known->unit,
                              changed ? LUOTAIN_MERGE_CHANGED : LUOTAIN_MERGE_SAME, self->language);
  return !changed || luotain_record_update (self->db, &luotain_curriculum_unit_type, known->unit, error);
}

static gboolean
take_unit (Importer *self, gint64 above, const LuotainPerusteUnit *unit, GError **error)
{
  Known *known = find_known (self, above, unit);
  gint64 id = known != NULL ? known->unit->record.id : 0;

  luotain_db_set_progress (self->db, self->n_done++, self->peruste->n_units);
  if (known != NULL ? !change_unit (self, known, unit, error) : !add_unit (self, above, unit, &id, error))
    return FALSE;

  for (guint i = 0; i < unit->parts->len; i++)
    if (!take_unit (self, id, unit->parts->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* ---- what is no longer in the file ---- */

static guint
count_missing (Importer *self, const Known *above)
{
  const GPtrArray *parts = g_hash_table_lookup (self->by_above, &above->unit->record.id);
  guint count = 0;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const Known *known = parts->pdata[i];

      count += !known->met;
      if (known->met)
        count += count_missing (self, known);
    }

  return count;
}

static void
warn (Importer *self)
{
  guint missing = 0;

  for (guint i = 0; i < self->peruste->notes->len; i++)
    g_ptr_array_add (self->summary->warnings, g_strdup (self->peruste->notes->pdata[i]));

  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = self->known->pdata[i];

      if (known->met && known->above == 0)
        missing += count_missing (self, known);
    }

  if (missing > 0)
    g_ptr_array_add (
        self->summary->warnings,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%u unit of the workbook is not in the file any more; it was kept.",
                         "%u units of the workbook are not in the file any more; they were kept.", missing),
            missing));
}

gboolean
luotain_peruste_import_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainPerusteImport *import = data;
  g_auto (Importer) self = { .db = db, .peruste = import->peruste, .organisation = import->organisation };

  self.part_of = luotain_model_role (luotain_db_get_model (db), "part-of");
  self.summary = luotain_import_summary_new (luotain_db_get_model (db));
  self.known = g_ptr_array_new_with_free_func (known_free);
  self.by_above = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);
  if (!luotain_workbook_language (db, &self.language, error)
      || (self.organisation == 0 && !find_agency (&self, error))
      || (self.organisation == 0 ? !make_agency (&self, error) : !load_known (&self, error))
      || !take_unit (&self, 0, import->peruste->root, error))
    return FALSE;

  warn (&self);
  luotain_db_set_detail (db, luotain_translated_get (&import->peruste->root->title, self.language));
  if (result != NULL)
    *result = g_steal_pointer (&self.summary);
  return TRUE;
}

static gpointer
read_bytes (const char *bytes, gsize length, const char *name, LuotainFaults *faults)
{
  return luotain_peruste_read (bytes, length, name, faults);
}

gboolean
luotain_peruste_import_file_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainPeruste) peruste = luotain_whole_file_read (data, read_bytes,
                                                                luotain_db_get_cancellable (db), error);
  LuotainPerusteImport import = { peruste, 0 };

  return peruste != NULL && luotain_peruste_import_run (db, &import, result, error);
}
