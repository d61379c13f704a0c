#include "config.h"

#include "luotain-take-over.h"

#include "luotain-judging.h"

#include <glib/gi18n.h>

/* A name nobody uses yet: “Scenario 5”. */
static char *
free_title (const LuotainMatrix *matrix)
{
  for (guint number = matrix->scenarios->len + 1;; number++)
    {
      /* Translators: what a scenario is called until somebody names it */
      g_autofree char *title = g_strdup_printf (_ ("Scenario %u"), number);
      gboolean used = FALSE;

      for (guint i = 0; !used && i < matrix->scenarios->len; i++)
        used = g_strcmp0 (luotain_matrix_get_scenario (matrix, i)->title, title) == 0;
      if (!used)
        return g_steal_pointer (&title);
    }
}

void
luotain_take_over (LuotainContext *context, LuotainJudgeModel *model, const guint8 *path)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (model);
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *title = free_title (matrix);

  for (guint i = 0; i < matrix->variables->len; i++)
    {
      const gint64 state = luotain_matrix_get_state (matrix, i, path[i])->id;

      g_array_append_val (states, state);
    }
  luotain_context_do_and_tell (
      context, N_ ("Take Path Over as a Scenario"), luotain_path_scenario_run,
      luotain_path_scenario_new (title, luotain_context_get_sector (context), states),
      (GDestroyNotify) luotain_path_scenario_free, g_free, _ ("The path was taken over as a scenario"));
}
