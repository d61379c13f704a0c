#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-session.h"

#include "luotain-freeze.h"

#include <glib/gi18n-lib.h>

static gboolean
run_freeze (LuotainCliCall *call, GError **error)
{
  g_autoptr (LuotainCliSession) session = NULL;
  g_autoptr (LuotainEdition) edition = NULL;
  g_autofree char *id = NULL;
  g_autofree char *hash = NULL;

  if (!luotain_cli_call_parse (call, NULL, 2, 2, error))
    return FALSE;

  session = luotain_cli_session_open_to_write (call->words[0], error);

  if (session == NULL
      || !luotain_history_do (session->history, N_ ("Freeze Edition"), luotain_freeze_run, call->words[1],
                              (gpointer *) &edition, error))
    return FALSE;

  id = luotain_edition_id_string (edition);
  hash = luotain_edition_hash_string (edition);
  luotain_cli_output_printf (call->output, "%s\t%s\n", id, hash);
  return TRUE;
}

const LuotainCliCommand luotain_cli_freeze = {
  .name = "freeze",
  .arguments = "FILE NAME",
  .summary = N_ (
      "Freezes the workbook as it is now as an edition, for good, and prints the edition's id and the SHA-256 of its "
      "XML. No undo removes it."),
  .examples = "luotain-cli freeze meri.luotain \"Johtoryhmä 2026\"\n",
  .run = run_freeze,
};
