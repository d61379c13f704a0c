#include "config.h"

#include "luotain-why-not-words.h"

#include "luotain-judge-words.h"

#include <glib/gi18n.h>

static const char *
variable_title (const LuotainMatrix *matrix, guint i)
{
  return luotain_matrix_get_variable (matrix, i)->title;
}

static const char *
state_title (const LuotainMatrix *matrix, guint i, guint x)
{
  return luotain_matrix_get_state (matrix, i, x)->title;
}

char *
luotain_why_not_headline (const LuotainMatrix *matrix, const char *title, const LuotainWhyNot *answer)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  if (answer->consistent)
    return answer->completed ? g_strdup_printf (_ ("%s can hold together"), title)
                             : g_strdup_printf (_ ("%s holds together"), title);

  for (guint i = 0; i < answer->n_breaks; i++)
    /* Translators: a key variable, and by how many points it breaks a scenario */
    g_ptr_array_add (places,
                     g_strdup_printf (_ ("%s (by %d)"), variable_title (matrix, answer->breaks[i].variable),
                                      answer->breaks[i].deficit));
  all = luotain_judge_join (places);
  if (answer->completed)
    return g_strdup_printf (_ ("However its open rows are filled, %s breaks at %s at least"), title, all);
  return g_strdup_printf (_ ("%s breaks at %s"), title, all);
}

char *
luotain_why_not_explanation (const LuotainMatrix *matrix, const LuotainWhyNot *answer)
{
  if (answer->consistent)
    {
      if (answer->verdict.inconsistency > 0)
        return g_strdup_printf (_ ("Some of its states fall behind by %d at most, which is let pass."),
                                answer->verdict.inconsistency);
      if (answer->verdict.consistency_value == 0)
        return g_strdup (_ (
            "Each of its states is one that the others support most; at least one is tied with another state."));
      return g_strdup_printf (
          _ ("Each of its states is the one that the others support most, by %d at least."),
          answer->verdict.consistency_value);
    }
  return g_strdup (ngettext ("One of its states is not the one that the others push towards.",
                             "Some of its states are not those that the others push towards.",
                             answer->n_breaks));
}

char *
luotain_why_not_completion (const LuotainMatrix *matrix, const guint8 *path, const LuotainWhyNot *answer)
{
  g_autoptr (GPtrArray) filled = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  if (!answer->completed)
    return NULL;

  for (guint i = 0; i < answer->n_variables; i++)
    if (path[i] == LUOTAIN_OPEN)
      g_ptr_array_add (filled, g_strdup_printf (_ ("%s is “%s”"), variable_title (matrix, i),
                                                state_title (matrix, i, answer->path[i])));
  all = luotain_judge_join (filled);
  return g_strdup_printf (_ ("Its open rows are filled in the best way: %s."), all);
}

char *
luotain_why_not_break (const LuotainMatrix *matrix, const char *title, const LuotainBreak *broken)
{
  /* Translators: a scenario, a key variable, its state there, the state that gets more support, by how many points */
  return g_strdup_printf (
      _ ("In %s, %s is “%s”. All the others together push it towards “%s”, which is ahead by %d."), title,
      variable_title (matrix, broken->variable), state_title (matrix, broken->variable, broken->chosen),
      state_title (matrix, broken->variable, broken->rival), broken->deficit);
}

char *
luotain_why_not_push_title (const LuotainMatrix *matrix, const LuotainPush *push)
{
  return g_strdup_printf (_ ("%s is “%s”"), variable_title (matrix, push->source),
                          state_title (matrix, push->source, push->source_state));
}

/* “strongly promotes “grows” (+3)” */
static char *
describe_effect (const LuotainMatrix *matrix, guint variable, guint state, int value)
{
  g_autofree char *number = luotain_judge_format_value (value);

  /* Translators: “strongly promotes”, the state promoted, the judgement */
  return g_strdup_printf (_ ("%s “%s” (%s)"), luotain_judge_strength (value),
                          state_title (matrix, variable, state), number);
}

char *
luotain_why_not_push_text (const LuotainMatrix *matrix, const LuotainBreak *broken, const LuotainPush *push)
{
  g_autofree char *rival = describe_effect (matrix, broken->variable, broken->rival, push->on_rival);
  g_autofree char *chosen = describe_effect (matrix, broken->variable, broken->chosen, push->on_chosen);

  if (push->on_chosen == 0)
    return g_steal_pointer (&rival);
  if (push->on_rival == 0)
    return g_steal_pointer (&chosen);
  return g_strdup_printf ("%s, %s", rival, chosen);
}

char *
luotain_why_not_change (const LuotainMatrix *matrix, const LuotainWhyNot *answer,
                        const LuotainStateChange *change)
{
  const char *variable = variable_title (matrix, change->variable);
  const char *state = state_title (matrix, change->variable, change->state);

  if (answer->nearest != NULL && change->verdict.inconsistency <= answer->nearest->ic)
    return g_strdup_printf (_ ("If %s were “%s”, it would hold together."), variable, state);
  return g_strdup_printf (_ ("If %s were “%s”, it would still break, by %d."), variable, state,
                          change->verdict.inconsistency);
}

char *
luotain_why_not_mend (const LuotainMatrix *matrix, const LuotainJudgementChange *mend)
{
  g_autofree char *was = luotain_judge_format_value (mend->was);
  g_autofree char *becomes = luotain_judge_format_value (mend->becomes);

  /* Translators: source variable, its state, target variable, its state, the judgement wanted, the judgement now */
  return g_strdup_printf (_ ("If “%s: %s” were judged %s on “%s: %s” instead of %s"),
                          variable_title (matrix, mend->source),
                          state_title (matrix, mend->source, mend->source_state), becomes,
                          variable_title (matrix, mend->target),
                          state_title (matrix, mend->target, mend->target_state), was);
}
