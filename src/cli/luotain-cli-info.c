#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-record.h"
#include "luotain-cli-session.h"

#include "luotain-date.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

static gboolean
load_info (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainWorkbookInfo **info = data;

  *info = luotain_workbook_info_load (db, error);
  return *info != NULL;
}

static void
print_info (LuotainCliOutput *output, const LuotainWorkbookInfo *info)
{
  g_autofree char *changed = luotain_time_to_string (info->changed);

  luotain_cli_output_printf (output, "%s: %s\n", _ ("Title"), info->title != NULL ? info->title : "");
  luotain_cli_output_printf (output, "%s: %s\n", _ ("Main language"), luotain_language_code (info->language));
  luotain_cli_output_printf (output, "%s: %" G_GINT64_FORMAT "\n", _ ("Schema"), info->schema);
  luotain_cli_output_printf (output, "%s: %s\n", _ ("Last change"), changed);
  luotain_cli_output_printf (output, "%s:\n", _ ("Records"));

  for (guint i = 0; i < info->n_types; i++)
    if (info->counts[i] > 0)
      luotain_cli_output_printf (output, "  %s: %" G_GINT64_FORMAT "\n", info->types[i]->name,
                                 info->counts[i]);
}

static void
print_info_json (LuotainCliOutput *output, const LuotainWorkbookInfo *info)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 2);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "title", info->title);
  luotain_cli_json_string (json, "language", luotain_language_code (info->language));
  luotain_cli_json_number (json, "schema", info->schema);
  luotain_cli_time_to_json (json, "changed", info->changed);
  luotain_cli_json_begin_object (json, "records");

  for (guint i = 0; i < info->n_types; i++)
    luotain_cli_json_number (json, info->types[i]->name, info->counts[i]);

  luotain_cli_json_end_object (json);
  luotain_cli_json_end_object (json);
}

static gboolean
run_info (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  g_autoptr (LuotainWorkbookInfo) info = NULL;

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || !luotain_cli_read (call->words[0], load_info, &info, error))
    return FALSE;

  if (as_json)
    print_info_json (call->output, info);
  else
    print_info (call->output, info);

  return TRUE;
}

const LuotainCliCommand luotain_cli_info = {
  .name = "info",
  .arguments = "FILE [--json]",
  .summary = N_ (
      "Tells title, main language, number of records by type, version of the schema and last change."),
  .examples = "luotain-cli info meri.luotain\n"
              "luotain-cli info meri.luotain --json | jq .records.finding\n",
  .run = run_info,
};
