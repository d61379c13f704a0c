#include "config.h"

#include "luotain-judge-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>

char *
luotain_judge_format_value (int value)
{
  if (value < 0)
    return g_strdup_printf ("−%d", -value);
  return g_strdup_printf (value > 0 ? "+%d" : "%d", value);
}

char *
luotain_judge_format_sum (int sum)
{
  return sum < 0 ? g_strdup_printf ("−%d", -sum) : g_strdup_printf ("%d", sum);
}

const char *
luotain_judge_strength (int value)
{
  static const char *const promotes[] = { N_ ("weakly promotes"), N_ ("promotes"), N_ ("strongly promotes") };
  static const char *const restricts[] = { N_ ("weakly restricts"), N_ ("restricts"),
                                           N_ ("strongly restricts") };
  const int place = MIN (abs (value), 3) - 1;

  if (value == 0)
    return _ ("no influence");
  return value > 0 ? _ (promotes[place]) : _ (restricts[place]);
}

char *
luotain_judge_influence_question (const char *from, const char *on)
{
  /* Translators: both are names of key variables, in bold; they cannot be inflected. */
  return g_markup_printf_escaped (_ ("Does <b>%s</b> directly influence <b>%s</b>?"), from, on);
}

char *
luotain_judge_condition (const char *variable, const char *state)
{
  /* Translators: a key variable and one of its states; goes on with “then … is …” */
  return g_markup_printf_escaped (_ ("If <b>%s</b> is “%s”,"), variable, state);
}

char *
luotain_judge_consequence (const char *variable)
{
  /* Translators: a key variable; below stand its states, each to be judged */
  return g_markup_printf_escaped (_ ("then <b>%s</b> is …"), variable);
}

static const char *
stopped_text (LuotainEnd end)
{
  switch (end)
    {
    case LUOTAIN_END_LIMIT:
      return _ ("stopped there; there are more");
    case LUOTAIN_END_BUDGET:
      return _ ("stopped after a long search; there may be more");
    case LUOTAIN_END_CANCELLED:
      return _ ("stopped by you; there may be more");
    case LUOTAIN_END_COMPLETE:
    default:
      return NULL;
    }
}

char *
luotain_judge_count (LuotainJudgeModel *model)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (model);
  const LuotainConsistentSet *set = luotain_judge_model_get_set (model);
  g_autofree char *text = NULL;
  guint n;

  if (set == NULL)
    {
      const double progress = luotain_judge_model_get_progress (model);

      return progress < 0 ? g_strdup ("")
                          : g_strdup_printf (_ ("Looking for paths that hold together: %d %%"),
                                             (int) (progress * 100));
    }

  n = (guint) MIN (set->n, G_MAXUINT);
  if (matrix->n_judged == 0 && luotain_judge_model_get_judgements (model) == matrix->cross_impact)
    return g_strdup (_ ("Nothing is judged yet: every path holds together."));
  if (set->end == LUOTAIN_END_COMPLETE && set->n == 0)
    return g_strdup (_ ("Right now no path holds together."));
  text = g_strdup_printf (
      ngettext ("Right now %u path holds together", "Right now %u paths hold together", n), n);
  if (set->end == LUOTAIN_END_COMPLETE)
    return g_strdup_printf ("%s.", text);
  return g_strdup_printf ("%s: %s.", text, stopped_text (set->end));
}

char *
luotain_judge_standing (const LuotainMatrix *matrix, const char *title, const LuotainStanding *standing)
{
  switch (standing->kind)
    {
    case LUOTAIN_STANDING_HOLDS:
      /* Translators: %s is the name of a scenario, here and below */
      return g_strdup_printf (_ ("%s holds"), title);
    case LUOTAIN_STANDING_BREAKS:
      /* Translators: a scenario, the key variable that breaks it, by how many points */
      return g_strdup_printf (_ ("%s breaks at %s (by %d)"), title,
                              luotain_matrix_get_variable (matrix, standing->variable)->title,
                              standing->deficit);
    case LUOTAIN_STANDING_CAN_HOLD:
      return g_strdup_printf (_ ("%s can hold, some rows are open"), title);
    case LUOTAIN_STANDING_CANNOT_HOLD:
      return g_strdup_printf (_ ("%s cannot hold, however its open rows are filled"), title);
    case LUOTAIN_STANDING_UNKNOWN:
      return g_strdup_printf (_ ("%s has open rows"), title);
    case LUOTAIN_STANDING_EMPTY:
    default:
      return g_strdup_printf (_ ("%s has no path yet"), title);
    }
}

char *
luotain_judge_path (const LuotainMatrix *matrix, const guint8 *path)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < matrix->variables->len; i++)
    {
      const char *state = path[i] == LUOTAIN_OPEN ? _ ("open")
                                                  : luotain_matrix_get_state (matrix, i, path[i])->title;

      g_string_append_printf (text, "%s%s: %s", i > 0 ? " · " : "",
                              luotain_matrix_get_variable (matrix, i)->title, state);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
luotain_judge_join (GPtrArray *texts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        /* Translators: before the last of several in a sentence */
        g_string_append (joined, i + 1 == texts->len ? _ (" and ") : ", ");
      g_string_append (joined, texts->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

char *
luotain_judge_difference (const LuotainMatrix *matrix, const guint8 *path, const guint8 *was)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < matrix->variables->len; i++)
    {
      const char *variable = luotain_matrix_get_variable (matrix, i)->title;

      if (path[i] == was[i] || path[i] == LUOTAIN_OPEN)
        continue;
      if (was[i] == LUOTAIN_OPEN)
        g_ptr_array_add (texts, g_strdup_printf (_ ("%s is “%s”"), variable,
                                                 luotain_matrix_get_state (matrix, i, path[i])->title));
      else
        /* Translators: a key variable, the state it would have, the state it has */
        g_ptr_array_add (texts, g_strdup_printf (_ ("%s is “%s” instead of “%s”"), variable,
                                                 luotain_matrix_get_state (matrix, i, path[i])->title,
                                                 luotain_matrix_get_state (matrix, i, was[i])->title));
    }
  return luotain_judge_join (texts);
}
