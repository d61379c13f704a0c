#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-record.h"
#include "luotain-cli-session.h"

#include "luotain-date.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>

#define LONGEST_DETAIL 80

static gboolean
load_steps (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  GPtrArray **steps = data;

  *steps = luotain_history_list (db, G_MAXINT, error);
  return *steps != NULL;
}

static void
print_step (LuotainCliOutput *output, const LuotainStepInfo *step)
{
  g_autofree char *time = luotain_time_to_string (step->time);
  g_autofree char *detail = luotain_text_excerpt (step->detail, LONGEST_DETAIL);

  luotain_cli_output_printf (output, "%s\t%s\t%s%s%s\n", time, g_dgettext (GETTEXT_PACKAGE, step->label),
                             detail, step->undone ? "\t" : "", step->undone ? _ ("undone") : "");
}

static void
print_steps (LuotainCliOutput *output, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    print_step (output, g_ptr_array_index (steps, i));
}

static void
print_steps_json (LuotainCliOutput *output, GPtrArray *steps)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 1);

  luotain_cli_json_begin_array (json, NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const LuotainStepInfo *step = g_ptr_array_index (steps, i);

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_number (json, "step", step->id);
      luotain_cli_time_to_json (json, "time", step->time);
      luotain_cli_json_string (json, "label", step->label);
      luotain_cli_json_string (json, "detail", step->detail);
      luotain_cli_json_boolean (json, "undone", step->undone);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static gboolean
run_history (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  g_autoptr (GPtrArray) steps = NULL;

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || !luotain_cli_read (call->words[0], load_steps, &steps, error))
    return FALSE;

  if (as_json)
    print_steps_json (call->output, steps);
  else
    print_steps (call->output, steps);

  return TRUE;
}

const LuotainCliCommand luotain_cli_history = {
  .name = "history",
  .arguments = "FILE [--json]",
  .summary = N_ (
      "Lists the changes that can be undone or redone, the newest first: time, what was done, to what."),
  .examples = "luotain-cli history meri.luotain | head\n"
              "luotain-cli history meri.luotain --json | jq '.[0].label'\n",
  .run = run_history,
};
