#include "config.h"

#include "luotain-succession-words.h"

#include "luotain-judge-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A room follows so many. */
#define MOST_PUSHES 5

static const char *
state_title (const LuotainMatrix *matrix, guint i, guint x)
{
  return luotain_matrix_get_state (matrix, i, x)->title;
}

char *
luotain_succession_move (const LuotainMatrix *matrix, const LuotainBreak *move)
{
  /* Translators: a key variable, the state it leaves, the state it goes to */
  return g_strdup_printf (_ ("%s: from “%s” to “%s”"),
                          luotain_matrix_get_variable (matrix, move->variable)->title,
                          state_title (matrix, move->variable, move->chosen),
                          state_title (matrix, move->variable, move->rival));
}

char *
luotain_succession_reason (const LuotainMatrix *matrix, const LuotainBreak *move)
{
  g_autoptr (GPtrArray) pushes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < MIN (move->n_pushes, MOST_PUSHES); i++)
    {
      const LuotainPush *push = &move->pushes[i];
      g_autofree char *value = luotain_judge_format_value (push->on_rival - push->on_chosen);

      /* Translators: a key variable, its state, and by how many points it pushes: “Price is “low” (+2)” */
      g_ptr_array_add (pushes,
                       g_strdup_printf (_ ("%s is “%s” (%s)"),
                                        luotain_matrix_get_variable (matrix, push->source)->title,
                                        state_title (matrix, push->source, push->source_state), value));
    }
  if (move->n_pushes > MOST_PUSHES)
    g_ptr_array_add (pushes, g_strdup ("…"));
  g_ptr_array_add (pushes, NULL);
  all = g_strjoinv (", ", (char **) pushes->pdata);
  /* Translators: by how many points the new state of a variable is ahead of its old one, and what pushes there */
  return g_strdup_printf (_ ("Ahead by %d: %s"), move->deficit, all);
}

char *
luotain_succession_end (const LuotainWalk *walk)
{
  const guint length = (guint) (walk->n_paths - walk->cycle_start);
  const guint steps = (guint) walk->cycle_start;

  if (length > 1)
    return g_strdup_printf (
        ngettext (
            "It comes to no rest: the last step leads back to path %u, round and round through %u path.",
            "It comes to no rest: the last step leads back to path %u, round and round through %u paths.",
            length),
        steps + 1, length);
  if (steps == 0)
    return g_strdup (_ ("It stays where it is: the others push none of its states away."));
  return g_strdup_printf (ngettext ("After %u step it comes to rest in a path that holds together.",
                                    "After %u steps it comes to rest in a path that holds together.", steps),
                          steps);
}

const char *
luotain_succession_same (const LuotainMatrix *matrix, const guint8 *path)
{
  for (guint i = 0; i < matrix->scenarios->len; i++)
    {
      const LuotainMatrixScenario *scenario = luotain_matrix_get_scenario (matrix, i);

      if (memcmp (scenario->path, path, matrix->variables->len) == 0)
        return scenario->title;
    }
  return NULL;
}
