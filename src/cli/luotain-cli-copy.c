#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-scratch.h"
#include "luotain-cli-session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
copy_to_output (LuotainCliCall *call, LuotainCliSession *session, gboolean with_history, GError **error)
{
  g_autoptr (LuotainCliScratch) scratch = luotain_cli_scratch_new (error);
  g_autoptr (GFile) file = scratch != NULL ? luotain_cli_scratch_get_file (scratch, "copy.luotain") : NULL;

  return file != NULL && luotain_store_copy (session->store, file, with_history, error)
         && luotain_cli_output_send_file (call->output, file, error);
}

static gboolean
run_copy (LuotainCliCall *call, GError **error)
{
  gboolean without_history = FALSE;
  const GOptionEntry options[] = {
    { "without-history", 0, 0, G_OPTION_ARG_NONE, &without_history,
      N_ ("Leave out what was deleted or changed, to the last byte"), NULL },
    { NULL },
  };
  g_autoptr (LuotainCliSession) session = NULL;
  g_autoptr (GFile) target = NULL;

  if (!luotain_cli_call_parse (call, options, 2, 2, error))
    return FALSE;

  session = luotain_cli_session_open (call->words[0], error);

  if (session == NULL)
    return FALSE;

  if (strcmp (call->words[1], "-") == 0)
    return copy_to_output (call, session, !without_history, error);

  target = g_file_new_for_commandline_arg (call->words[1]);

  if (!luotain_cli_session_is_file (session, target))
    return luotain_store_copy (session->store, target, !without_history, error);

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is the workbook itself. Give the copy another name."), call->words[1]);
  return FALSE;
}

const LuotainCliCommand luotain_cli_copy = {
  .name = "copy",
  .arguments = "FILE OUT [--without-history]",
  .summary = N_ (
      "Makes a sound copy of a workbook to hand on, while it is open elsewhere too. An older file named OUT "
      "is replaced; - is standard output."),
  .examples = "luotain-cli copy meri.luotain meri-2026-11.luotain\n"
              "luotain-cli copy meri.luotain to-send.luotain --without-history\n",
  .run = run_copy,
};
