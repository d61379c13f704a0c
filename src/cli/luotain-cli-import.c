#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-inputs.h"
#include "luotain-cli-json.h"
#include "luotain-cli-model.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-exchange-error.h"
#include "luotain-id.h"
#include "luotain-import.h"
#include "luotain-peruste-import.h"
#include "luotain-scw-import.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define LONGEST_TITLE 100

static void
print_count (LuotainCliOutput *output, const char *name, const LuotainImportCount *count)
{
  if (count->newer > 0)
    luotain_cli_output_printf (output, _ ("%s: %u added, %u changed, %u left, %u newer here"), name,
                               count->added, count->changed, count->left, count->newer);
  else
    luotain_cli_output_printf (output, _ ("%s: %u added, %u changed, %u left"), name, count->added,
                               count->changed, count->left);

  luotain_cli_output_putc (output, '\n');
}

static void
print_entry (LuotainCliOutput *output, const LuotainImportEntry *entry)
{
  g_autofree char *id = luotain_id_to_string (entry->type->name, entry->id);
  g_autofree char *title = luotain_text_excerpt (entry->title, LONGEST_TITLE);

  luotain_cli_output_printf (output, "  %s\t%s\t%s\n", luotain_import_outcome_name (entry->outcome), id,
                             title);
}

static void
print_summary (LuotainCliOutput *output, const LuotainImportSummary *summary, gboolean with_entries)
{
  for (guint i = 0; i < summary->n_types; i++)
    {
      const LuotainImportCount *count = &summary->counts[i];

      if (count->added + count->changed + count->left + count->newer > 0)
        print_count (output, count->type->name, count);
    }

  luotain_cli_output_printf (output, _ ("links: %ld added"), (long) summary->n_links);
  luotain_cli_output_putc (output, '\n');

  for (guint i = 0; with_entries && i < summary->entries->len; i++)
    print_entry (output, g_ptr_array_index (summary->entries, i));

  if (with_entries && summary->n_entries > summary->entries->len)
    luotain_cli_output_puts (output, "  …\n");

  for (guint i = 0; i < summary->warnings->len; i++)
    fprintf (stderr, "luotain-cli: %s\n", (const char *) g_ptr_array_index (summary->warnings, i));
}

static void
count_to_json (LuotainCliJson *json, const LuotainImportCount *count)
{
  luotain_cli_json_number (json, "added", count->added);
  luotain_cli_json_number (json, "changed", count->changed);
  luotain_cli_json_number (json, "left", count->left);
  luotain_cli_json_number (json, "newer", count->newer);
}

static void
counts_to_json (LuotainCliJson *json, const LuotainImportSummary *summary)
{
  luotain_cli_json_begin_object (json, "types");

  for (guint i = 0; i < summary->n_types; i++)
    {
      luotain_cli_json_begin_object (json, summary->counts[i].type->name);
      count_to_json (json, &summary->counts[i]);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_object (json);
}

static void
entries_to_json (LuotainCliJson *json, const LuotainImportSummary *summary)
{
  luotain_cli_json_begin_array (json, "records");

  for (guint i = 0; i < summary->entries->len; i++)
    {
      const LuotainImportEntry *entry = g_ptr_array_index (summary->entries, i);

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_string (json, "outcome", luotain_import_outcome_name (entry->outcome));
      luotain_cli_json_id (json, "id", entry->type->name, entry->id);
      luotain_cli_json_string (json, "type", entry->type->name);
      luotain_cli_json_string (json, "title", entry->title);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
summary_to_json (LuotainCliOutput *output, const LuotainImportSummary *summary)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 2);
  const LuotainImportCount total = luotain_import_summary_total (summary);

  luotain_cli_json_begin_object (json, NULL);
  count_to_json (json, &total);
  luotain_cli_json_number (json, "links", summary->n_links);
  counts_to_json (json, summary);
  entries_to_json (json, summary);
  luotain_cli_json_list (json, "warnings", summary->warnings);
  luotain_cli_json_end_object (json);
}

static LuotainImportSummary *
run_inputs (const char *path, LuotainImport *import, gboolean dry_run, GError **error)
{
  g_autoptr (LuotainCliSession) session = luotain_cli_session_open_to_write (path, error);
  gpointer summary = NULL;

  if (session == NULL)
    return NULL;

  if (dry_run)
    luotain_history_try (session->history, luotain_import_run, import, &summary, error);
  else
    luotain_history_do (session->history, N_ ("Import"), luotain_import_run, import, &summary, error);

  return summary;
}

/* ---- a model of another program ---- */

static gboolean
names_model (const char *word)
{
  const LuotainCliModelKind kind = luotain_cli_model_kind (word);

  return kind == LUOTAIN_CLI_MODEL_SCW || kind == LUOTAIN_CLI_MODEL_CSV;
}

static gboolean
names_qualification (const char *word)
{
  const gsize length = strlen (word);

  return length > 5 && g_ascii_strcasecmp (word + length - 5, ".json") == 0;
}

static gboolean
check_inputs (LuotainCliCall *call, const char *sector, const char *organisation, gboolean *is_model,
              gboolean *is_qualification, GError **error)
{
  for (guint i = 1; i < call->n_words; i++)
    {
      *is_qualification = *is_qualification || names_qualification (call->words[i]);
      *is_model = *is_model || (!names_qualification (call->words[i]) && names_model (call->words[i]));
    }

  if ((*is_model || *is_qualification) && call->n_words > 2)
    g_set_error (
        error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
        _ ("A model (.scw, .csv) or a qualification (.json) is imported alone, without other inputs."));
  else if (!*is_qualification && organisation != NULL)
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                 _ ("--organisation is for a qualification (.json) alone."));
  else if (!*is_model && sector != NULL)
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                 _ ("--sector is for a model (.scw, .csv); other inputs name their sectors themselves."));
  else
    return TRUE;

  return FALSE;
}

typedef struct
{
  LuotainScwImport import;
  LuotainCliId sector;
} ModelImport;

static gboolean
take_model (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  ModelImport *self = data;

  if (!luotain_cli_require_id (db, &self->sector, error))
    return FALSE;

  self->import.sector = self->sector.id;
  return luotain_scw_import_run (db, &self->import, result, error);
}

static gboolean
parse_owner (const char *word, const LuotainRecordType *type, LuotainCliId *id, GError **error)
{
  if (word == NULL)
    return TRUE;

  if (!luotain_cli_parse_id (word, id, error))
    return FALSE;

  if (id->type == type)
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("%s is not the id of a record of the type %s."), word, type->name);
  return FALSE;
}

static LuotainImportSummary *
import_model (LuotainCliCall *call, const char *sector, gboolean dry_run, GError **error)
{
  ModelImport self = { 0 };
  g_autoptr (LuotainScw) scw = NULL;
  g_autofree char *name = g_filename_display_name (call->words[1]);
  g_autoptr (LuotainCliSession) session = NULL;
  gpointer summary = NULL;

  if (!parse_owner (sector, &luotain_sector_type, &self.sector, error))
    return NULL;

  scw = luotain_cli_model_read_scw (call->words[1], error);
  session = scw != NULL ? luotain_cli_session_open_to_write (call->words[0], error) : NULL;
  if (session == NULL)
    return NULL;

  self.import.scw = scw;
  self.import.file = name;
  self.import.from_scenario_wizard = luotain_cli_model_kind (call->words[1]) == LUOTAIN_CLI_MODEL_SCW;
  if (dry_run)
    luotain_history_try (session->history, take_model, &self, &summary, error);
  else
    luotain_history_do (session->history, N_ ("Import"), take_model, &self, &summary, error);

  return summary;
}

/* ---- a qualification of ePerusteet ---- */

static LuotainPeruste *
read_qualification (const char *path, GError **error)
{
  g_autoptr (LuotainFaults) faults = NULL;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *message = NULL;
  gsize length = 0;
  g_autofree char *bytes = luotain_cli_model_read_file (path, &length, error);
  LuotainPeruste *peruste;

  if (bytes == NULL)
    return NULL;

  faults = luotain_faults_new ();
  peruste = luotain_peruste_read (bytes, length, name, faults);
  if (peruste != NULL)
    return peruste;

  message = luotain_faults_to_string (faults);
  g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, message);
  return NULL;
}

typedef struct
{
  LuotainPerusteImport import;
  LuotainCliId organisation;
} QualificationImport;

static gboolean
take_qualification (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  QualificationImport *self = data;

  if (!luotain_cli_require_id (db, &self->organisation, error))
    return FALSE;

  self->import.organisation = self->organisation.id;
  return luotain_peruste_import_run (db, &self->import, result, error);
}

static LuotainImportSummary *
import_qualification (LuotainCliCall *call, const char *organisation, gboolean dry_run, GError **error)
{
  QualificationImport self = { 0 };
  g_autoptr (LuotainPeruste) peruste = NULL;
  g_autoptr (LuotainCliSession) session = NULL;
  gpointer summary = NULL;

  if (!parse_owner (organisation, &luotain_organisation_type, &self.organisation, error)
      || (peruste = read_qualification (call->words[1], error)) == NULL
      || (session = luotain_cli_session_open_to_write (call->words[0], error)) == NULL)
    return NULL;

  self.import.peruste = peruste;
  if (dry_run)
    luotain_history_try (session->history, take_qualification, &self, &summary, error);
  else
    luotain_history_do (session->history, N_ ("Import"), take_qualification, &self, &summary, error);

  return summary;
}

static LuotainImportSummary *
import_inputs (LuotainCliCall *call, gboolean dry_run, GError **error)
{
  g_autoptr (LuotainCliScratch) scratch = NULL;
  GPtrArray *inputs = luotain_cli_inputs_new (call->words + 1, &scratch, error);
  g_autoptr (LuotainImport) import = inputs != NULL ? luotain_import_new (inputs) : NULL;

  return import != NULL ? run_inputs (call->words[0], import, dry_run, error) : NULL;
}

static gboolean
run_import (LuotainCliCall *call, GError **error)
{
  g_autofree char *sector = NULL;
  g_autofree char *organisation = NULL;
  gboolean is_model = FALSE;
  gboolean is_qualification = FALSE;
  gboolean dry_run = FALSE;
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would be added, changed and left"),
      NULL },
    { "sector", 0, 0, G_OPTION_ARG_STRING, &sector,
      N_ ("The sector a model (.scw, .csv) is of; else it makes one of its own"), N_ ("ID") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &organisation,
      N_ ("Whose curriculum a qualification (.json) is; else it is the Agency for Education's"), N_ ("ID") },
    LUOTAIN_CLI_JSON (&as_json),
    { NULL },
  };
  g_autoptr (LuotainImportSummary) summary = NULL;

  if (!luotain_cli_call_parse (call, options, 2, G_MAXUINT, error)
      || !check_inputs (call, sector, organisation, &is_model, &is_qualification, error))
    return FALSE;

  if (is_qualification)
    summary = import_qualification (call, organisation, dry_run, error);
  else
    summary = is_model ? import_model (call, sector, dry_run, error) : import_inputs (call, dry_run, error);

  if (summary == NULL)
    return FALSE;

  if (as_json)
    summary_to_json (call->output, summary);
  else
    print_summary (call->output, summary, dry_run);

  return TRUE;
}

const LuotainCliCommand luotain_cli_import = {
  .name = "import",
  .arguments = "FILE INPUT… [--dry-run] [--sector ID] [--organisation ID] [--json]",
  .summary = N_ (
      "Merges XML files or other workbooks into a workbook, by identity, as one change that can be "
      "undone. A model of ScenarioWizard (.scw) or a cross-impact matrix (.csv) becomes key variables, states and "
      "judgements; a qualification as ePerusteet publishes it (.json) becomes curriculum units."),
  .examples =
      "luotain-cli import meri.luotain table-1.luotain table-2.luotain --dry-run\n"
      "luotain-cli import meri.luotain findings.xml sources.xml\n"
      "luotain-cli import meri.luotain model.scw --sector sector-3K7ZQ9M2N4PRS\n"
      "luotain-cli import meri.luotain peruste.json --dry-run\n"
      "luotain-cli export other.luotain --sector sector-3K7ZQ9M2N4PRS | luotain-cli import meri.luotain -\n",
  .run = run_import,
};
