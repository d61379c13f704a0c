#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-session.h"

#include <glib/gi18n-lib.h>

static void
print_faults (LuotainCliOutput *output, GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    luotain_cli_output_printf (output, "%s\n", (const char *) g_ptr_array_index (faults, i));

  if (faults->len == 0)
    luotain_cli_output_printf (output, "%s\n", _ ("The workbook is sound."));
}

static void
faults_to_json (LuotainCliOutput *output, GPtrArray *faults)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 2);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_boolean (json, "sound", faults->len == 0);
  luotain_cli_json_list (json, "faults", faults);
  luotain_cli_json_end_object (json);
}

static gboolean
run_check (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  g_autoptr (LuotainCliSession) session = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  if (!luotain_cli_call_parse (call, options, 1, 1, error))
    return FALSE;

  session = luotain_cli_session_open (call->words[0], error);
  faults = session != NULL ? luotain_store_check (session->store, error) : NULL;

  if (faults == NULL)
    return FALSE;

  if (as_json)
    faults_to_json (call->output, faults);
  else
    print_faults (call->output, faults);

  if (faults->len > 0)
    call->status = LUOTAIN_CLI_DAMAGED;

  return TRUE;
}

const LuotainCliCommand luotain_cli_check = {
  .name = "check",
  .arguments = "FILE [--json]",
  .summary = N_ (
      "Checks a workbook's integrity, references and schema. Prints a line for each fault and ends with 5 "
      "where there are any."),
  .examples = "luotain-cli check meri.luotain && luotain-cli copy meri.luotain backup.luotain\n",
  .run = run_check,
};
