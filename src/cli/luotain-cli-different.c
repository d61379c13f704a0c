#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-model.h"
#include "luotain-cli-table.h"

#include "luotain-different.h"

#include <glib/gi18n-lib.h>

/* So many tied sets are told to people. */
#define MOST_SHOWN 20

typedef struct
{
  LuotainCliModel *model;
  LuotainConsistentSet *found;
  gboolean complete;
  LuotainDifferentSets *different;
} Answer;

static void
answer_clear (Answer *self)
{
  luotain_cli_model_free (self->model);
  luotain_consistent_set_free (self->found);
  luotain_different_sets_free (self->different);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static guint
get_member (const LuotainDifferentSets *different, gsize set, guint member)
{
  return different->sets[set * different->k + member];
}

static void
set_to_json (const Answer *self, LuotainCliJson *json, gsize set)
{
  luotain_cli_json_begin_array (json, NULL);

  for (guint m = 0; m < self->different->k; m++)
    {
      const guint index = get_member (self->different, set, m);

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_path_to_json (json, "states", luotain_consistent_set_path (self->found, index),
                                self->found->n_variables);
      luotain_cli_verdict_to_json (json, self->found->consistency_values[index],
                                   self->found->total_impact_scores[index]);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
answer_to_json (const Answer *self, LuotainCliOutput *output, int ic)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 2);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_model_to_json (self->model, json, ic);
  luotain_cli_json_number (json, "found", (gint64) self->found->n);
  luotain_cli_json_number (json, "k", self->different->k);
  luotain_cli_json_number (json, "smallest_distance", self->different->smallest_distance);
  luotain_cli_json_number (json, "sum", self->different->sum);
  luotain_cli_json_number (json, "tied", (gint64) self->different->n_tied);
  luotain_cli_json_begin_array (json, "sets");
  for (gsize set = 0; set < self->different->n; set++)
    set_to_json (self, json, set);
  luotain_cli_json_end_array (json);
  luotain_cli_json_boolean (json, "complete", self->complete && self->different->exact);
  luotain_cli_json_end_object (json);
}

static void
print_set (const Answer *self, LuotainCliOutput *output, gsize set)
{
  const guint n = self->found->n_variables;
  g_autoptr (LuotainCliTable) table = luotain_cli_table_new ();

  luotain_cli_table_add_number_column (table, _ ("Score"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = luotain_cli_model_variable (self->model, i);

      luotain_cli_table_add_column (table, title);
    }

  for (guint m = 0; m < self->different->k; m++)
    {
      const guint index = get_member (self->different, set, m);
      const guint8 *path = luotain_consistent_set_path (self->found, index);

      luotain_cli_table_add_number (table, self->found->total_impact_scores[index]);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *title = luotain_cli_model_state (self->model, i, path[i]);

          luotain_cli_table_add_text (table, title);
        }
    }

  luotain_cli_table_print (table, output);
}

static void
print_answer (const Answer *self, LuotainCliOutput *output)
{
  const LuotainDifferentSets *different = self->different;
  const gulong n = (gulong) self->found->n;

  luotain_cli_output_printf (output, ngettext ("%lu consistent scenario", "%lu consistent scenarios", n), n);
  luotain_cli_output_putc (output, '\n');
  if (different->n == 0)
    return;

  luotain_cli_output_printf (
      output, _ ("%u of them differ in at least %u variables; all distances together are %u.\n"),
      different->k, different->smallest_distance, different->sum);
  if (different->n_tied > 1)
    luotain_cli_output_printf (output, _ ("%lu such sets are equally good.\n"), (gulong) different->n_tied);
  if (!self->complete || !different->exact)
    luotain_cli_output_printf (output, "%s\n", _ ("Not everything was looked at: there may be better sets."));

  for (gsize set = 0; set < MIN (different->n, MOST_SHOWN); set++)
    print_set (self, output, set);
  if (different->n_tied > MOST_SHOWN)
    luotain_cli_output_puts (output, "\n…\n");
}

static gboolean
run_different (LuotainCliCall *call, GError **error)
{
  g_autofree char *sector = NULL;
  gint k = 0;
  gint ic = 0;
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "count", 'k', 0, G_OPTION_ARG_INT, &k, N_ ("How many scenarios to choose, 2 or more"), "N" },
    { "sector", 0, 0, G_OPTION_ARG_STRING, &sector, N_ ("The sector of a workbook"), N_ ("ID") },
    { "ic", 0, 0, G_OPTION_ARG_INT, &ic, N_ ("The inconsistency that is let pass; 0 where it is missing"),
      "N" },
    LUOTAIN_CLI_JSON (&as_json),
    { NULL },
  };
  g_auto (Answer) answer = { 0 };

  if (!luotain_cli_call_parse (call, options, 1, 1, error) || !luotain_cli_check_least (k, 2, "-k", error)
      || !luotain_cli_check_least (ic, 0, "--ic", error))
    return FALSE;

  answer.model = luotain_cli_model_load (call->words[0], sector, NULL, error);
  if (answer.model == NULL)
    return FALSE;

  answer.found = luotain_cli_model_find (answer.model, ic, 0, &answer.complete);
  answer.different = luotain_different_find (answer.found->states, answer.found->n, answer.found->n_variables,
                                             (guint) k, 0, 0, NULL);
  if (as_json)
    answer_to_json (&answer, call->output, ic);
  else
    print_answer (&answer, call->output);

  return TRUE;
}

const LuotainCliCommand luotain_cli_different = {
  .name = "different",
  .arguments = "INPUT -k N [--sector ID] [--ic N] [--json]",
  .summary = N_ ("Chooses a few consistent scenarios that differ most from one another; ties are shown."),
  .examples = "luotain-cli different meri.luotain -k 3\n"
              "luotain-cli different model.scw -k 4 --json | jq '.sets[0][].states'\n",
  .run = run_different,
};
