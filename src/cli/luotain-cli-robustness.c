#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-robustness.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LuotainCliOutput *output;
  gboolean as_json;
  LuotainCliId sector; /* id 0 for all */
  LuotainCliId level;
  const char *group;
} Asking;

static void
columns_to_json (LuotainCliJson *json, const LuotainRobustness *matrix)
{
  luotain_cli_json_begin_array (json, "scenarios");

  for (guint i = 0; i < matrix->columns->len; i++)
    {
      const LuotainRobustnessColumn *column = matrix->columns->pdata[i];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "id", "scenario", column->scenario);
      luotain_cli_json_string (json, "title", column->title);
      luotain_cli_json_id (json, "profile", "profile", column->profile);
      luotain_cli_json_id (json, "sector", "sector", column->sector);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
levels_to_json (LuotainCliJson *json, const LuotainRobustness *matrix, const LuotainRobustnessRow *row)
{
  luotain_cli_json_begin_array (json, "role_levels");

  for (guint i = 0; i < matrix->levels->len; i++)
    {
      const LuotainLevel *level = matrix->levels->pdata[i];
      const guint n = luotain_robustness_row_count (row, level->id);

      if (n == 0)
        continue;

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "id", "role-level", level->id);
      luotain_cli_json_string (json, "title", level->title);
      luotain_cli_json_number (json, "scenarios", n);
      luotain_cli_json_string (json, "robustness",
                               luotain_robustness_kind_key (
                                   luotain_robustness_kind (n, matrix->columns->len)));
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
needs_to_json (LuotainCliJson *json, const LuotainRobustness *matrix, const LuotainRobustnessRow *row)
{
  luotain_cli_json_begin_array (json, "needs");

  for (guint i = 0; i < row->needs->len; i++)
    {
      const LuotainRobustnessNeed *need = &g_array_index (row->needs, LuotainRobustnessNeed, i);
      const LuotainRobustnessColumn *column = matrix->columns->pdata[need->column];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "scenario", "scenario", column->scenario);
      luotain_cli_json_id (json, "role_level", "role-level", need->level);
      luotain_cli_json_id (json, "entry", "profile-entry", need->entry);
      luotain_cli_json_number (json, "weight", need->weight);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
print_json (const Asking *asking, const LuotainRobustness *matrix)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (asking->output, 2);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_id (json, "sector", "sector", asking->sector.id);
  columns_to_json (json, matrix);
  luotain_cli_json_number (json, "scenarios_without_profile", matrix->n_without_profile);
  luotain_cli_json_begin_array (json, "competences");

  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const LuotainRobustnessRow *row = matrix->rows->pdata[i];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "id", "competence", row->competence);
      luotain_cli_json_string (json, "title", row->title);
      luotain_cli_json_string (json, "group", row->group);
      luotain_cli_json_string (json, "robustness", luotain_robustness_kind_key (row->kind));
      luotain_cli_json_number (json, "scenarios", row->n_scenarios);
      luotain_cli_json_number (json, "sectors", row->n_sectors);
      luotain_cli_json_number (json, "weight", row->weight);
      levels_to_json (json, matrix, row);
      needs_to_json (json, matrix, row);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

static void
print_table (const Asking *asking, const LuotainRobustness *matrix)
{
  luotain_cli_output_printf (asking->output, "%s\t%s", _ ("Competence"), _ ("Robustness"));

  for (guint i = 0; i < matrix->columns->len; i++)
    luotain_cli_output_printf (asking->output, "\t%s",
                               ((LuotainRobustnessColumn *) matrix->columns->pdata[i])->title);

  luotain_cli_output_putc (asking->output, '\n');

  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const LuotainRobustnessRow *row = matrix->rows->pdata[i];

      luotain_cli_output_printf (asking->output, "%s\t%s %u/%u", row->title,
                                 luotain_robustness_kind_label (row->kind), row->n_scenarios,
                                 matrix->columns->len);

      for (guint column = 0; column < matrix->columns->len; column++)
        {
          /* Translators: stands where a profile entry names no role level. */
          g_autofree char *levels = luotain_robustness_dup_levels (matrix, row, column, _ ("no role level"));

          luotain_cli_output_printf (asking->output, "\t%s", levels != NULL ? levels : "");
        }

      luotain_cli_output_putc (asking->output, '\n');
    }
}

static gboolean
ask (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Asking *asking = data;
  LuotainRobustnessQuery query = { asking->sector.id, asking->level.id, asking->group, LUOTAIN_FI };
  g_autoptr (LuotainRobustness) matrix = NULL;

  if (!luotain_cli_require_id (db, &asking->sector, error)
      || !luotain_cli_require_id (db, &asking->level, error)
      || !luotain_workbook_language (db, &query.language, error)
      || !luotain_robustness_query_run (db, &query, (gpointer *) &matrix, error))
    return FALSE;

  if (asking->as_json)
    print_json (asking, matrix);
  else
    print_table (asking, matrix);

  return TRUE;
}

static gboolean
run_robustness (LuotainCliCall *call, GError **error)
{
  Asking asking = { .output = call->output };
  g_autofree char *sector = NULL;
  g_autofree char *level = NULL;
  g_autofree char *group = NULL;
  const GOptionEntry options[] = {
    { "sector", 0, 0, G_OPTION_ARG_STRING, &sector, N_ ("Only the scenarios of this sector"), "ID" },
    { "role-level", 0, 0, G_OPTION_ARG_STRING, &level, N_ ("Only what this role level needs"), "ID" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, N_ ("Only competences of this group"), "KEY" },
    LUOTAIN_CLI_JSON (&asking.as_json),
    { NULL },
  };

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || !luotain_cli_parse_filter (sector, "sector", &asking.sector, error)
      || !luotain_cli_parse_filter (level, "role-level", &asking.level, error))
    return FALSE;

  asking.group = group;
  return luotain_cli_read (call->words[0], ask, &asking, error);
}

const LuotainCliCommand luotain_cli_robustness = {
  .name = "robustness",
  .arguments = "FILE [--sector ID] [--role-level ID] [--group KEY] [--json]",
  .summary = N_ ("Lists the competences by how many of the scenarios need them: robust, shared, bets."),
  .examples =
      "luotain-cli robustness meri.luotain\n"
      "luotain-cli robustness meri.luotain --json | jq -r '.competences[] | select(.robustness == \"robust\") | .title'\n",
  .run = run_robustness,
};
