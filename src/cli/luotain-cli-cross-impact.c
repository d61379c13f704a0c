#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-model.h"
#include "luotain-cli-table.h"

#include "luotain-solutions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LuotainCliModel *model;
  LuotainConsistentSet *found;
  gboolean complete;
  LuotainAttractorSet *weights; /* (nullable): where they were asked for */
  const char *succession; /* global, local */
  char *solutions_name; /* (nullable) */
  LuotainSolutions *solutions; /* (nullable): of a file, to be compared */
  LuotainFaults *differences; /* of them */
  guint n_agree;
} Answer;

static void
answer_clear (Answer *self)
{
  luotain_cli_model_free (self->model);
  luotain_consistent_set_free (self->found);
  luotain_attractor_set_free (self->weights);
  luotain_solutions_free (self->solutions);
  luotain_faults_free (self->differences);
  g_free (self->solutions_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* ---- JSON ---- */

static void
consistent_to_json (const Answer *self, LuotainCliJson *json)
{
  luotain_cli_json_begin_array (json, "consistent");

  for (gsize k = 0; k < self->found->n; k++)
    {
      const guint8 *path = luotain_consistent_set_path (self->found, k);

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_path_to_json (json, "states", path, self->found->n_variables);
      luotain_cli_verdict_to_json (json, self->found->consistency_values[k],
                                   self->found->total_impact_scores[k]);
      if (self->weights != NULL)
        luotain_cli_json_number (json, "weight", (gint64) luotain_attractor_set_weight (self->weights, path));
      else
        luotain_cli_json_null (json, "weight");
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
cycle_to_json (const LuotainAttractor *cycle, guint n_variables, LuotainCliJson *json)
{
  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_begin_array (json, "states");
  for (gsize k = 0; k < cycle->length; k++)
    luotain_cli_path_to_json (json, NULL, cycle->states + k * n_variables, n_variables);
  luotain_cli_json_end_array (json);
  luotain_cli_json_number (json, "weight", (gint64) cycle->weight);
  luotain_cli_json_end_object (json);
}

static void
weights_to_json (const Answer *self, LuotainCliJson *json)
{
  const LuotainAttractorSet *weights = self->weights;

  if (weights == NULL)
    {
      luotain_cli_json_null (json, "weights");
      return;
    }

  luotain_cli_json_begin_object (json, "weights");
  luotain_cli_json_string (json, "succession", self->succession);
  luotain_cli_json_boolean (json, "exact", weights->exact);
  luotain_cli_json_number (json, "starts", (gint64) weights->n_starts);
  luotain_cli_json_begin_array (json, "cycles");
  for (gsize k = 0; k < weights->n; k++)
    if (weights->attractors[k].length > 1)
      cycle_to_json (&weights->attractors[k], weights->n_variables, json);
  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

static void
solutions_to_json (const Answer *self, LuotainCliJson *json)
{
  const guint n = luotain_faults_get_count (self->differences);

  luotain_cli_json_begin_object (json, "solutions");
  luotain_cli_json_string (json, "file", self->solutions_name);
  luotain_cli_json_number (json, "count", self->solutions->solutions->len);
  luotain_cli_json_number (json, "agree", self->n_agree);
  luotain_cli_json_begin_array (json, "differences");
  for (guint i = 0; i < MIN (n, LUOTAIN_FAULTS_MOST); i++)
    {
      const LuotainFault *fault = luotain_faults_get (self->differences, i);

      luotain_cli_json_begin_object (json, NULL);
      if (fault->line > 0)
        luotain_cli_json_number (json, "line", fault->line);
      else
        luotain_cli_json_null (json, "line");
      luotain_cli_json_string (json, "message", fault->message);
      luotain_cli_json_end_object (json);
    }
  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

static void
answer_to_json (const Answer *self, LuotainCliOutput *output, int ic)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 2);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_model_to_json (self->model, json, ic);
  consistent_to_json (self, json);
  luotain_cli_json_boolean (json, "complete", self->complete);
  weights_to_json (self, json);
  if (self->solutions != NULL)
    solutions_to_json (self, json);
  luotain_cli_json_end_object (json);
}

/* ---- for people ---- */

static void
print_head (const Answer *self, LuotainCliOutput *output, int ic)
{
  g_autofree char *combinations = luotain_cross_impact_n_combinations_string (self->model->cross_impact);
  const gulong n = (gulong) self->found->n;

  luotain_cli_output_printf (output,
                             ngettext ("%u key variable, %s combinations",
                                       "%u key variables, %s combinations",
                                       self->model->cross_impact->n_variables),
                             self->model->cross_impact->n_variables, combinations);
  luotain_cli_output_puts (output, ": ");
  luotain_cli_output_printf (output, ngettext ("%lu consistent scenario", "%lu consistent scenarios", n), n);
  if (ic > 0)
    luotain_cli_output_printf (output, _ (", up to an inconsistency of %d"), ic);
  luotain_cli_output_putc (output, '\n');

  if (!self->complete)
    luotain_cli_output_printf (output, "%s\n", _ ("There are more: these are not all."));

  if (self->model->matrix != NULL
      && self->model->matrix->n_questions_left + self->model->matrix->n_screens_left > 0)
    luotain_cli_output_printf (
        output,
        _ ("The matrix is half filled: %u questions and %u screens are left; they count as no influence.\n"),
        self->model->matrix->n_questions_left, self->model->matrix->n_screens_left);
}

static void
print_consistent (const Answer *self, LuotainCliOutput *output)
{
  const guint n = self->model->cross_impact->n_variables;
  g_autoptr (LuotainCliTable) table = luotain_cli_table_new ();

  luotain_cli_table_add_number_column (table, _ ("Score"));
  luotain_cli_table_add_number_column (table, _ ("Consistency"));
  if (self->weights != NULL)
    luotain_cli_table_add_number_column (table, self->weights->exact ? _ ("Weight") : _ ("Weight (sample)"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = luotain_cli_model_variable (self->model, i);

      luotain_cli_table_add_column (table, title);
    }

  for (gsize k = 0; k < self->found->n; k++)
    {
      const guint8 *path = luotain_consistent_set_path (self->found, k);

      luotain_cli_table_add_number (table, self->found->total_impact_scores[k]);
      luotain_cli_table_add_number (table, self->found->consistency_values[k]);
      if (self->weights != NULL)
        luotain_cli_table_add_number (table, (gint64) luotain_attractor_set_weight (self->weights, path));
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *title = luotain_cli_model_state (self->model, i, path[i]);

          luotain_cli_table_add_text (table, title);
        }
    }

  if (self->found->n > 0)
    luotain_cli_table_print (table, output);
}

static void
print_weights (const Answer *self, LuotainCliOutput *output)
{
  guint64 n_cycling = 0;
  guint n_cycles = 0;

  if (self->weights == NULL)
    return;

  for (gsize k = 0; k < self->weights->n; k++)
    if (self->weights->attractors[k].length > 1)
      {
        n_cycling += self->weights->attractors[k].weight;
        n_cycles++;
      }

  luotain_cli_output_putc (output, '\n');
  if (self->weights->exact)
    luotain_cli_output_printf (output, _ ("Of all %lu starting combinations %lu end in cycles (%u).\n"),
                               (gulong) self->weights->n_starts, (gulong) n_cycling, n_cycles);
  else
    luotain_cli_output_printf (
        output, _ ("Weights are sampled: of %lu starting combinations drawn %lu end in cycles (%u).\n"),
        (gulong) self->weights->n_starts, (gulong) n_cycling, n_cycles);
}

static void
print_solutions (const Answer *self, LuotainCliOutput *output)
{
  g_autofree char *said = NULL;

  if (self->solutions == NULL)
    return;

  said = luotain_faults_to_string (self->differences);
  luotain_cli_output_putc (output, '\n');
  luotain_cli_output_printf (output, _ ("%s: %u of %u solutions agree with this matrix.\n"),
                             self->solutions_name, self->n_agree, self->solutions->solutions->len);
  if (*said != '\0')
    luotain_cli_output_printf (output, "%s\n", said);
}

/* ---- computing ---- */

static gboolean
parse_succession (const char *word, LuotainSuccession *succession, GError **error)
{
  *succession = g_strcmp0 (word, "local") == 0 ? LUOTAIN_SUCCESSION_LOCAL : LUOTAIN_SUCCESSION_GLOBAL;
  if (word == NULL || strcmp (word, "local") == 0 || strcmp (word, "global") == 0)
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE, _ ("“%s” is no succession: global, local."),
               word);
  return FALSE;
}

static gboolean
read_solutions (Answer *self, const char *path, GError **error)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autofree char *said = NULL;
  gsize length = 0;
  g_autofree char *bytes = luotain_cli_model_read_file (path, &length, error);

  if (bytes == NULL)
    return FALSE;

  self->solutions_name = g_filename_display_name (path);
  self->solutions = luotain_solutions_read (bytes, length, self->solutions_name, self->model->cross_impact,
                                            faults);
  if (self->solutions != NULL)
    return TRUE;

  said = luotain_faults_to_string (faults);
  g_set_error_literal (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_INPUT, said);
  return FALSE;
}

static void
weigh (Answer *self, LuotainSuccession succession)
{
  const LuotainWeightOptions options = { .succession = succession, .n_threads = 2 };

  self->succession = succession == LUOTAIN_SUCCESSION_LOCAL ? "local" : "global";
  self->weights = luotain_succession_weigh (self->model->cross_impact, &options, NULL, NULL, NULL);
}

static void
compare (Answer *self)
{
  self->differences = luotain_faults_new ();
  self->n_agree = luotain_solutions_compare (self->solutions, self->solutions_name, self->model->cross_impact,
                                             self->found, self->weights, self->differences);
}

static gboolean
run_cross_impact (LuotainCliCall *call, GError **error)
{
  g_autofree char *sector = NULL;
  g_autofree char *succession_word = NULL;
  g_autofree char *solutions = NULL;
  gint ic = 0;
  gint64 limit = 0;
  gboolean with_weights = FALSE;
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "sector", 0, 0, G_OPTION_ARG_STRING, &sector, N_ ("The sector of a workbook"), N_ ("ID") },
    { "ic", 0, 0, G_OPTION_ARG_INT, &ic, N_ ("The inconsistency that is let pass; 0 where it is missing"),
      "N" },
    { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_ ("Print at most so many; else all"), "N" },
    { "weights", 0, 0, G_OPTION_ARG_NONE, &with_weights,
      N_ ("Count how many combinations lead to each by succession"), NULL },
    { "succession", 0, 0, G_OPTION_ARG_STRING, &succession_word,
      N_ ("How they are led there; implies --weights"), "global|local" },
    { "solutions", 0, 0, G_OPTION_ARG_FILENAME, &solutions, N_ ("Compare with what ScenarioWizard found"),
      "MODEL.sl" },
    LUOTAIN_CLI_JSON (&as_json),
    { NULL },
  };
  g_auto (Answer) answer = { 0 };
  LuotainSuccession succession;

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || !parse_succession (succession_word, &succession, error)
      || !luotain_cli_check_least (ic, 0, "--ic", error)
      || !luotain_cli_check_least (limit, 0, "--limit", error))
    return FALSE;

  answer.model = luotain_cli_model_load (call->words[0], sector, NULL, error);
  if (answer.model == NULL || (solutions != NULL && !read_solutions (&answer, solutions, error)))
    return FALSE;

  answer.found = luotain_cli_model_find (answer.model, ic, (gsize) limit, &answer.complete);
  if (with_weights || succession_word != NULL)
    weigh (&answer, succession);
  if (answer.solutions != NULL)
    compare (&answer);

  if (as_json)
    {
      answer_to_json (&answer, call->output, ic);
      return TRUE;
    }

  print_head (&answer, call->output, ic);
  print_consistent (&answer, call->output);
  print_weights (&answer, call->output);
  print_solutions (&answer, call->output);
  return TRUE;
}

const LuotainCliCommand luotain_cli_cross_impact = {
  .name = "cross-impact",
  .arguments = "INPUT [--sector ID] [--ic N] [--limit N] [--weights] [--succession global|local] [--json]",
  .summary = N_ (
      "Finds the scenarios that hold together by the group's judgements (cross-impact balances). INPUT is "
      "a workbook, a model of ScenarioWizard (.scw) or a matrix as CSV."),
  .examples = "luotain-cli cross-impact meri.luotain\n"
              "luotain-cli cross-impact meri.luotain --ic 1 --weights --json | jq '.consistent[0].states'\n"
              "luotain-cli cross-impact model.scw --solutions model.sl --weights\n",
  .run = run_cross_impact,
};
