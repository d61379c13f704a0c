#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-coverage-query.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LuotainCliOutput *output;
  gboolean as_json;
  LuotainCliId sector; /* id 0 for all */
  LuotainCliId organisation;
} Asking;

static void
organisations_to_json (LuotainCliJson *json, const LuotainCoverageSheet *sheet)
{
  luotain_cli_json_begin_array (json, "organisations");

  for (guint i = 0; i < sheet->organisations->len; i++)
    {
      const LuotainCoverageOrganisation *organisation = sheet->organisations->pdata[i];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "id", "organisation", organisation->id);
      luotain_cli_json_string (json, "title", organisation->title);
      luotain_cli_json_number (json, "units", organisation->n_units);
      luotain_cli_json_number (json, "covered", organisation->n_rows[LUOTAIN_COVERAGE_COVERED]);
      luotain_cli_json_number (json, "partly", organisation->n_rows[LUOTAIN_COVERAGE_PARTLY]);
      luotain_cli_json_number (json, "not_at_all", organisation->n_rows[LUOTAIN_COVERAGE_NOT_AT_ALL]);
      luotain_cli_json_number (json, "not_looked_at", organisation->n_rows[LUOTAIN_COVERAGE_NOT_LOOKED_AT]);
      luotain_cli_json_number (json, "needed_in_all_not_covered", organisation->n_needed);
      luotain_cli_json_number (json, "overdue", organisation->n_overdue);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
units_to_json (LuotainCliJson *json, const LuotainCoverageView *view)
{
  luotain_cli_json_begin_array (json, "units");

  for (guint i = 0; i < view->units->len; i++)
    {
      const LuotainCoverageUnit *unit = view->units->pdata[i];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "id", "curriculum-unit", unit->id);
      luotain_cli_json_string (json, "title", unit->title);
      luotain_cli_json_string (json, "code", unit->code);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
entries_to_json (LuotainCliJson *json, const LuotainCoverageSheet *sheet, const LuotainCoverageRow *row,
                 const LuotainCoverageView *view)
{
  luotain_cli_json_begin_array (json, "entries");

  for (guint i = 0; i < row->entries->len; i++)
    {
      const LuotainCoverageEntry *entry = &g_array_index (row->entries, LuotainCoverageEntry, i);
      const LuotainCoveragePart *part = &g_array_index (view->parts, LuotainCoveragePart, i);
      const LuotainRobustnessColumn *column = sheet->matrix->columns->pdata[entry->column];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "entry", "profile-entry", entry->entry);
      luotain_cli_json_id (json, "scenario", "scenario", column->scenario);
      luotain_cli_json_string (json, "status", luotain_coverage_status_key (part->status));
      luotain_cli_json_id (json, "coverage", "coverage", part->record);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
views_to_json (LuotainCliJson *json, const LuotainCoverageSheet *sheet, const LuotainCoverageRow *row)
{
  luotain_cli_json_begin_array (json, "views");

  for (guint i = 0; i < row->views->len; i++)
    {
      const LuotainCoverageOrganisation *organisation = sheet->organisations->pdata[i];
      const LuotainCoverageView *view = row->views->pdata[i];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "organisation", "organisation", organisation->id);
      luotain_cli_json_string (json, "status", luotain_coverage_status_key (view->status));
      luotain_cli_json_boolean (json, "differs", view->differs);
      luotain_cli_json_string (json, "decision", view->decision);
      luotain_cli_json_string (json, "carrier", view->carrier);
      luotain_cli_json_string (json, "due_on", view->due_on);
      luotain_cli_json_boolean (json, "overdue", view->overdue);
      luotain_cli_json_string (json, "note", view->note);
      units_to_json (json, view);
      entries_to_json (json, sheet, row, view);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
print_json (const Asking *asking, const LuotainCoverageSheet *sheet)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (asking->output, 2);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_id (json, "sector", "sector", asking->sector.id);
  organisations_to_json (json, sheet);
  luotain_cli_json_begin_array (json, "rows");

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const LuotainCoverageRow *row = sheet->rows->pdata[i];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "competence", "competence", row->competence);
      luotain_cli_json_string (json, "title", row->title);
      luotain_cli_json_string (json, "group", row->group);
      luotain_cli_json_id (json, "role_level", "role-level", row->level);
      luotain_cli_json_string (json, "role_level_title", row->level_title);
      luotain_cli_json_id (json, "sector", "sector", row->sector);
      luotain_cli_json_string (json, "robustness", luotain_robustness_kind_key (row->kind));
      luotain_cli_json_number (json, "scenarios", row->n_scenarios);
      luotain_cli_json_number (json, "of", row->n_columns);
      luotain_cli_json_number (json, "weight", row->weight);
      views_to_json (json, sheet, row);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

/* The word, and on whose hands it is by when. */
static void
print_view (const Asking *asking, const LuotainCoverageView *view)
{
  luotain_cli_output_printf (asking->output, "\t%s", luotain_coverage_status_label (view->status));

  if (view->differs)
    luotain_cli_output_printf (asking->output, ", %s", _ ("scenarios differ"));
  if (view->carrier != NULL)
    luotain_cli_output_printf (asking->output, ", %s", view->carrier);
  if (view->due_on != NULL)
    luotain_cli_output_printf (asking->output, ", %s%s", view->due_on, view->overdue ? " !" : "");
}

static void
print_table (const Asking *asking, const LuotainCoverageSheet *sheet)
{
  luotain_cli_output_printf (asking->output, "%s\t%s\t%s", _ ("Competence"), _ ("Role Level"),
                             _ ("Robustness"));

  for (guint i = 0; i < sheet->organisations->len; i++)
    luotain_cli_output_printf (asking->output, "\t%s",
                               ((LuotainCoverageOrganisation *) sheet->organisations->pdata[i])->title);

  luotain_cli_output_putc (asking->output, '\n');

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const LuotainCoverageRow *row = sheet->rows->pdata[i];

      luotain_cli_output_printf (asking->output, "%s\t%s\t%u/%u", row->title != NULL ? row->title : "–",
                                 row->level_title != NULL ? row->level_title : _ ("no role level"),
                                 row->n_scenarios, row->n_columns);

      for (guint j = 0; j < row->views->len; j++)
        print_view (asking, row->views->pdata[j]);

      luotain_cli_output_putc (asking->output, '\n');
    }
}

static gboolean
ask (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Asking *asking = data;
  LuotainCoverageQuery query = { .sector = asking->sector.id, .organisation = asking->organisation.id };
  g_autoptr (LuotainCoverageSheet) sheet = NULL;

  if (!luotain_cli_require_id (db, &asking->sector, error)
      || !luotain_cli_require_id (db, &asking->organisation, error)
      || !luotain_workbook_language (db, &query.language, error)
      || !luotain_coverage_query_run (db, &query, (gpointer *) &sheet, error))
    return FALSE;

  if (asking->as_json)
    print_json (asking, sheet);
  else
    print_table (asking, sheet);

  return TRUE;
}

static gboolean
run_coverage (LuotainCliCall *call, GError **error)
{
  Asking asking = { .output = call->output };
  g_autofree char *sector = NULL;
  g_autofree char *organisation = NULL;
  const GOptionEntry options[] = {
    { "sector", 0, 0, G_OPTION_ARG_STRING, &sector, N_ ("Only the scenarios of this sector"), "ID" },
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &organisation, N_ ("Only how this organisation sees it"),
      "ID" },
    LUOTAIN_CLI_JSON (&asking.as_json),
    { NULL },
  };

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || !luotain_cli_parse_filter (sector, "sector", &asking.sector, error)
      || !luotain_cli_parse_filter (organisation, "organisation", &asking.organisation, error))
    return FALSE;

  return luotain_cli_read (call->words[0], ask, &asking, error);
}

const LuotainCliCommand luotain_cli_coverage = {
  .name = "coverage",
  .arguments = "FILE [--sector ID] [--organisation ID] [--json]",
  .summary = N_ (
      "Lists what profiles need and how organisations cover it: needed in all scenarios and not covered first."),
  .examples =
      "luotain-cli coverage meri.luotain\n"
      "luotain-cli coverage meri.luotain --json | jq -r '.rows[] | select(.views[].status == \"not-at-all\") | .title'\n",
  .run = run_coverage,
};
