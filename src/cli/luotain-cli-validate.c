#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-inputs.h"

#include "luotain-validate.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>

static gboolean
run_validate (LuotainCliCall *call, GError **error)
{
  g_autoptr (LuotainCliScratch) scratch = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();

  if (!luotain_cli_call_parse (call, NULL, 1, G_MAXUINT, error))
    return FALSE;

  inputs = luotain_cli_inputs_new (call->words, &scratch, error);

  if (inputs == NULL || !luotain_validate (inputs, NULL, &luotain_workbook_model, faults, NULL, error))
    return FALSE;

  if (luotain_faults_get_count (faults) > 0)
    {
      g_autofree char *lines = luotain_faults_to_string (faults);

      luotain_cli_output_printf (call->output, "%s\n", lines);
      call->status = LUOTAIN_CLI_BAD_INPUT;
    }

  return TRUE;
}

const LuotainCliCommand luotain_cli_validate = {
  .name = "validate",
  .arguments = "INPUT…",
  .summary = N_ ("Checks XML files as one set against schema and references. Prints a line for each fault, "
                 "file:line: message, and ends with 3 where there are any."),
  .examples = "luotain-cli validate meri.xml\n"
              "luotain-cli export meri.luotain | luotain-cli validate -\n"
              "luotain-cli validate scenarios/*.xml profiles/*.xml\n",
  .run = run_validate,
};
