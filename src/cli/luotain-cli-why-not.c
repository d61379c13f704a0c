#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-model.h"
#include "luotain-cli-table.h"

#include "luotain-id.h"
#include "luotain-why-not.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many of each are told to people. */
#define MOST_SHOWN 5

typedef struct
{
  LuotainCliModel *model;
  const LuotainMatrixScenario *scenario; /* (nullable): where a path was given */
  guint8 *path;
  LuotainWhyNot *why;
} Answer;

static void
answer_clear (Answer *self)
{
  luotain_why_not_free (self->why);
  luotain_cli_model_free (self->model);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* ---- JSON ---- */

static void
push_to_json (LuotainCliJson *json, const LuotainPush *push)
{
  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_number (json, "variable", push->source + 1);
  luotain_cli_json_number (json, "state", push->source_state + 1);
  luotain_cli_json_number (json, "on_state", push->on_chosen);
  luotain_cli_json_number (json, "on_rival", push->on_rival);
  luotain_cli_json_end_object (json);
}

static void
mend_to_json (LuotainCliJson *json, const LuotainJudgementChange *mend)
{
  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_number (json, "variable", mend->source + 1);
  luotain_cli_json_number (json, "state", mend->source_state + 1);
  luotain_cli_json_number (json, "on_variable", mend->target + 1);
  luotain_cli_json_number (json, "on_state", mend->target_state + 1);
  luotain_cli_json_number (json, "was", mend->was);
  luotain_cli_json_number (json, "becomes", mend->becomes);
  luotain_cli_json_end_object (json);
}

static void
breaks_to_json (const LuotainWhyNot *why, LuotainCliJson *json)
{
  luotain_cli_json_begin_array (json, "breaks");

  for (guint b = 0; b < why->n_breaks; b++)
    {
      const LuotainBreak *one = &why->breaks[b];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_number (json, "variable", one->variable + 1);
      luotain_cli_json_number (json, "state", one->chosen + 1);
      luotain_cli_json_number (json, "rival", one->rival + 1);
      luotain_cli_json_number (json, "deficit", one->deficit);
      luotain_cli_json_begin_array (json, "pushes");
      for (guint k = 0; k < one->n_pushes; k++)
        push_to_json (json, &one->pushes[k]);
      luotain_cli_json_end_array (json);
      luotain_cli_json_begin_array (json, "mends");
      for (guint k = 0; k < one->n_mends; k++)
        mend_to_json (json, &one->mends[k]);
      luotain_cli_json_end_array (json);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
changes_to_json (const LuotainWhyNot *why, LuotainCliJson *json)
{
  luotain_cli_json_begin_array (json, "changes");

  for (guint k = 0; k < why->n_changes; k++)
    {
      const LuotainStateChange *change = &why->changes[k];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_number (json, "variable", change->variable + 1);
      luotain_cli_json_number (json, "state", change->state + 1);
      luotain_cli_json_number (json, "inconsistency", change->verdict.inconsistency);
      luotain_cli_verdict_to_json (json, change->verdict.consistency_value,
                                   change->verdict.total_impact_score);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
}

static void
nearest_to_json (const LuotainWhyNot *why, LuotainCliJson *json)
{
  const LuotainConsistentSet *nearest = why->nearest;

  if (nearest != NULL && nearest->n > 0)
    luotain_cli_json_number (json, "distance", why->distance);
  else
    luotain_cli_json_null (json, "distance");

  luotain_cli_json_begin_array (json, "nearest");
  for (gsize k = 0; nearest != NULL && k < nearest->n; k++)
    {
      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_path_to_json (json, "states", luotain_consistent_set_path (nearest, k), why->n_variables);
      luotain_cli_verdict_to_json (json, nearest->consistency_values[k], nearest->total_impact_scores[k]);
      luotain_cli_json_end_object (json);
    }
  luotain_cli_json_end_array (json);
}

static void
scenario_to_json (const Answer *self, LuotainCliJson *json)
{
  if (self->scenario == NULL)
    {
      luotain_cli_json_null (json, "scenario");
      return;
    }

  luotain_cli_json_begin_object (json, "scenario");
  luotain_cli_json_id (json, "id", "scenario", self->scenario->id);
  luotain_cli_json_string (json, "title", self->scenario->title);
  luotain_cli_json_end_object (json);
}

/* Which rows were open; they got the states that fit best. */
static void
open_to_json (const Answer *self, LuotainCliJson *json)
{
  luotain_cli_json_begin_array (json, "open");
  for (guint i = 0; i < self->why->n_variables; i++)
    if (self->path[i] == LUOTAIN_OPEN)
      luotain_cli_json_number (json, NULL, i + 1);
  luotain_cli_json_end_array (json);
}

static void
answer_to_json (const Answer *self, LuotainCliOutput *output, int ic)
{
  const LuotainWhyNot *why = self->why;
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 2);

  luotain_cli_json_begin_object (json, NULL);
  scenario_to_json (self, json);
  luotain_cli_model_to_json (self->model, json, ic);
  luotain_cli_path_to_json (json, "states", why->path, why->n_variables);
  open_to_json (self, json);
  luotain_cli_json_boolean (json, "consistent", why->consistent);
  luotain_cli_json_number (json, "inconsistency", why->verdict.inconsistency);
  luotain_cli_verdict_to_json (json, why->verdict.consistency_value, why->verdict.total_impact_score);
  breaks_to_json (why, json);
  changes_to_json (why, json);
  nearest_to_json (why, json);
  luotain_cli_json_boolean (json, "complete", why->end == LUOTAIN_END_COMPLETE);
  luotain_cli_json_end_object (json);
}

/* ---- for people ---- */

/* “Price of logistics: dear” */
static char *
name (const Answer *self, guint i, guint x)
{
  g_autofree char *variable = luotain_cli_model_variable (self->model, i);
  g_autofree char *state = luotain_cli_model_state (self->model, i, x);

  return g_strdup_printf ("%s: %s", variable, state);
}

static void
print_push (const Answer *self, LuotainCliOutput *output, const LuotainPush *push)
{
  g_autofree char *source = name (self, push->source, push->source_state);

  luotain_cli_output_printf (output, "    %+d  %s (%+d / %+d)\n", push->on_rival - push->on_chosen, source,
                             push->on_rival, push->on_chosen);
}

static void
print_mend (const Answer *self, LuotainCliOutput *output, const LuotainJudgementChange *mend)
{
  g_autofree char *source = name (self, mend->source, mend->source_state);
  g_autofree char *target = luotain_cli_model_state (self->model, mend->target, mend->target_state);

  luotain_cli_output_puts (output, "    ");
  luotain_cli_output_printf (output, _ ("%s → %s: %+d instead of %+d"), source, target, mend->becomes,
                             mend->was);
  luotain_cli_output_putc (output, '\n');
}

static void
print_break (const Answer *self, LuotainCliOutput *output, const LuotainBreak *one)
{
  g_autofree char *variable = luotain_cli_model_variable (self->model, one->variable);
  g_autofree char *chosen = luotain_cli_model_state (self->model, one->variable, one->chosen);
  g_autofree char *rival = luotain_cli_model_state (self->model, one->variable, one->rival);

  luotain_cli_output_putc (output, '\n');
  luotain_cli_output_printf (output, _ ("%s: “%s” falls %d behind “%s”"), variable, chosen, one->deficit,
                             rival);
  luotain_cli_output_putc (output, '\n');
  if (one->n_pushes > 0)
    luotain_cli_output_printf (output, "  %s\n", _ ("What pushes there (and its judgements of both):"));
  for (guint k = 0; k < one->n_pushes; k++)
    print_push (self, output, &one->pushes[k]);
  if (one->n_mends > 0)
    luotain_cli_output_printf (output, "  %s\n", _ ("One of these judgements would mend it:"));
  for (guint k = 0; k < MIN (one->n_mends, MOST_SHOWN); k++)
    print_mend (self, output, &one->mends[k]);
}

static void
print_changes (const Answer *self, LuotainCliOutput *output)
{
  const LuotainWhyNot *why = self->why;

  if (why->consistent || why->n_changes == 0)
    return;

  luotain_cli_output_printf (output, "\n%s\n", _ ("With one other state:"));
  for (guint k = 0; k < MIN (why->n_changes, MOST_SHOWN); k++)
    {
      const LuotainStateChange *change = &why->changes[k];
      g_autofree char *state = name (self, change->variable, change->state);

      luotain_cli_output_printf (output, _ ("  %s — inconsistency %d, score %d"), state,
                                 change->verdict.inconsistency, change->verdict.total_impact_score);
      luotain_cli_output_putc (output, '\n');
    }
}

static void
print_nearest_path (const Answer *self, LuotainCliOutput *output, gsize k)
{
  const guint8 *path = luotain_consistent_set_path (self->why->nearest, k);

  luotain_cli_output_printf (output, _ ("  score %d"), self->why->nearest->total_impact_scores[k]);
  luotain_cli_output_putc (output, '\n');
  for (guint i = 0; i < self->why->n_variables; i++)
    {
      g_autofree char *state = NULL;
      g_autofree char *was = NULL;

      if (path[i] == self->why->path[i])
        continue;

      state = name (self, i, path[i]);
      was = luotain_cli_model_state (self->model, i, self->why->path[i]);
      luotain_cli_output_printf (output, _ ("    %s instead of %s"), state, was);
      luotain_cli_output_putc (output, '\n');
    }
}

static void
print_nearest (const Answer *self, LuotainCliOutput *output)
{
  const LuotainWhyNot *why = self->why;

  if (why->consistent)
    return;

  luotain_cli_output_putc (output, '\n');
  if (why->nearest == NULL || why->nearest->n == 0)
    {
      luotain_cli_output_printf (output, "%s\n",
                                 why->end == LUOTAIN_END_COMPLETE
                                     ? _ ("No scenario is consistent.")
                                     : _ ("No consistent scenario was found near."));
      return;
    }

  luotain_cli_output_printf (output,
                             ngettext ("The nearest consistent scenarios differ in %u variable:",
                                       "The nearest consistent scenarios differ in %u variables:",
                                       why->distance),
                             why->distance);
  luotain_cli_output_putc (output, '\n');
  for (gsize k = 0; k < MIN (why->nearest->n, MOST_SHOWN); k++)
    print_nearest_path (self, output, k);
}

static void
print_path (const Answer *self, LuotainCliOutput *output)
{
  for (guint i = 0; i < self->why->n_variables; i++)
    {
      g_autofree char *state = name (self, i, self->why->path[i]);

      luotain_cli_output_printf (output, "  %s", state);
      if (self->path[i] == LUOTAIN_OPEN)
        luotain_cli_output_printf (output, " [%s]", _ ("open; this fits best"));
      luotain_cli_output_putc (output, '\n');
    }
}

static void
print_answer (const Answer *self, LuotainCliOutput *output)
{
  const LuotainWhyNot *why = self->why;

  if (self->scenario != NULL)
    luotain_cli_output_printf (output, "%s\n", self->scenario->title);
  print_path (self, output);
  luotain_cli_output_putc (output, '\n');
  if (why->consistent)
    luotain_cli_output_printf (output, _ ("Consistent: consistency value %d, total impact score %d."),
                               why->verdict.consistency_value, why->verdict.total_impact_score);
  else
    luotain_cli_output_printf (output,
                               ngettext ("Not consistent: %u key variable breaks it (inconsistency %d).",
                                         "Not consistent: %u key variables break it (inconsistency %d).",
                                         why->n_breaks),
                               why->n_breaks, why->verdict.inconsistency);
  luotain_cli_output_putc (output, '\n');
  for (guint b = 0; b < why->n_breaks; b++)
    print_break (self, output, &why->breaks[b]);
  print_changes (self, output);
  print_nearest (self, output);
}

/* ---- what is asked ---- */

static gboolean
is_path (const char *word)
{
  return word[strspn (word, "0123456789 ,-")] == '\0';
}

/* States from 1, - or 0 for an open one: 2,3,- */
static gboolean
parse_path (Answer *self, const char *word, GError **error)
{
  const LuotainCrossImpact *matrix = self->model->cross_impact;
  g_auto (GStrv) words = g_strsplit_set (word, " ,", -1);
  guint i = 0;

  self->path = g_malloc (matrix->n_variables);
  for (char **one = words; *one != NULL; one++)
    {
      const gboolean open = strcmp (*one, "-") == 0 || strcmp (*one, "0") == 0;
      guint64 state = 0;

      if (**one == '\0')
        continue;

      if (i >= matrix->n_variables
          || (!open && !g_ascii_string_to_unsigned (*one, 10, 1, matrix->states[i], &state, NULL)))
        {
          i = G_MAXUINT;
          break;
        }

      self->path[i++] = open ? LUOTAIN_OPEN : (guint8) (state - 1);
    }

  if (i == matrix->n_variables)
    return TRUE;

  g_set_error (
      error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
      _ ("“%s” is no path through the model: a state of each of its %u variables, counted from 1, - for an "
         "open one."),
      word, matrix->n_variables);
  return FALSE;
}

static gboolean
find_scenario (Answer *self, const char *word, GError **error)
{
  const gint64 id = luotain_id_parse (word, NULL);

  self->scenario = self->model->matrix != NULL ? luotain_matrix_find_scenario (self->model->matrix, id)
                                               : NULL;
  if (self->scenario == NULL)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR,
                   self->model->matrix != NULL ? LUOTAIN_CLI_ERROR_FAILED : LUOTAIN_CLI_ERROR_USAGE,
                   self->model->matrix != NULL ? _ ("There is no scenario %s in this sector.")
                                               : _ ("“%s” is no path through the model, as 2,3,2."),
                   word);
      return FALSE;
    }

  self->path = g_memdup2 (self->scenario->path, self->model->cross_impact->n_variables);
  return TRUE;
}

static void
find_scale (const LuotainCrossImpact *matrix, int *lowest, int *highest)
{
  *lowest = -3;
  *highest = 3;
  for (gsize k = 0; k < (gsize) matrix->n_states * matrix->n_states; k++)
    {
      *lowest = MIN (*lowest, matrix->judgements[k]);
      *highest = MAX (*highest, matrix->judgements[k]);
    }
}

static gboolean
run_why_not (LuotainCliCall *call, GError **error)
{
  g_autofree char *sector = NULL;
  gint ic = 0;
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "sector", 0, 0, G_OPTION_ARG_STRING, &sector,
      N_ ("The sector of a workbook; else that of the scenario"), N_ ("ID") },
    { "ic", 0, 0, G_OPTION_ARG_INT, &ic, N_ ("The inconsistency that is let pass; 0 where it is missing"),
      "N" },
    LUOTAIN_CLI_JSON (&as_json),
    { NULL },
  };
  g_auto (Answer) answer = { 0 };
  int lowest, highest;
  gboolean given;

  if (!luotain_cli_call_parse (call, options, 2, 2, error) || !luotain_cli_check_least (ic, 0, "--ic", error))
    return FALSE;

  given = is_path (call->words[1]);
  answer.model = luotain_cli_model_load (call->words[0], sector, given ? NULL : call->words[1], error);
  if (answer.model == NULL
      || !(given ? parse_path (&answer, call->words[1], error)
                 : find_scenario (&answer, call->words[1], error)))
    return FALSE;

  find_scale (answer.model->cross_impact, &lowest, &highest);
  answer.why = luotain_why_not (answer.model->cross_impact, answer.path, ic, lowest, highest, NULL, 0, NULL);
  if (as_json)
    answer_to_json (&answer, call->output, ic);
  else
    print_answer (&answer, call->output);

  return TRUE;
}

const LuotainCliCommand luotain_cli_why_not = {
  .name = "why-not",
  .arguments = "FILE SCENARIO [--sector ID] [--ic N] [--json]",
  .summary = N_ (
      "Tells why a scenario of the group does not hold together: which key variable breaks it, what pushes "
      "it, what would mend it, and which consistent scenario is nearest. SCENARIO is an id, or a path as 2,3,2."),
  .examples = "luotain-cli why-not meri.luotain scenario-3K7ZQ9M2N4PRS\n"
              "luotain-cli why-not model.scw 2,3,- --json | jq '.breaks[].variable'\n",
  .run = run_why_not,
};
