#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-session.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*Turn) (LuotainHistory *history, char **label, GError **error);

static gboolean
turn_history (LuotainCliCall *call, Turn turn, GError **error)
{
  g_autoptr (LuotainCliSession) session = NULL;
  g_autofree char *label = NULL;

  if (!luotain_cli_call_parse (call, NULL, 1, 1, error))
    return FALSE;

  session = luotain_cli_session_open_to_write (call->words[0], error);

  if (session == NULL || !turn (session->history, &label, error))
    return FALSE;

  luotain_cli_output_printf (call->output, "%s\n", g_dgettext (GETTEXT_PACKAGE, label));
  return TRUE;
}

static gboolean
run_undo (LuotainCliCall *call, GError **error)
{
  return turn_history (call, luotain_history_undo, error);
}

static gboolean
run_redo (LuotainCliCall *call, GError **error)
{
  return turn_history (call, luotain_history_redo, error);
}

const LuotainCliCommand luotain_cli_undo = {
  .name = "undo",
  .arguments = "FILE",
  .summary = N_ (
      "Takes the last change back and prints what it was, whoever made it, in the window or here."),
  .examples = "luotain-cli undo meri.luotain\n",
  .run = run_undo,
};

const LuotainCliCommand luotain_cli_redo = {
  .name = "redo",
  .arguments = "FILE",
  .summary = N_ ("Makes the change again that was undone last, and prints what it was."),
  .examples = "luotain-cli redo meri.luotain\n",
  .run = run_redo,
};
