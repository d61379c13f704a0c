#include "config.h"

#include "luotain-judgement-cells.h"

#include "luotain-judging.h"

#include <string.h>

static void
cell_clear (gpointer cell)
{
  g_free (((LuotainJudgementCell *) cell)->reason);
}

GArray *
luotain_judgement_cells_new (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (LuotainJudgementCell));

  g_array_set_clear_func (cells, cell_clear);
  return cells;
}

void
luotain_judgement_cells_add (GArray *cells, LuotainJudgeModel *model, const LuotainJudgingScreen *screen,
                             guint y, gint64 value, const char *reason)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (model);
  const char *was = luotain_judge_model_get_reason (model, screen->source, screen->state, screen->target, y);
  const gboolean same_reason = strcmp (was != NULL ? was : "", reason) == 0;
  const gboolean judged = luotain_matrix_get_judgement (matrix, screen->source, screen->state, screen->target,
                                                        y)
                          != 0;
  const int present = luotain_cross_impact_get (matrix->cross_impact, screen->source, screen->state,
                                                screen->target, y);
  const LuotainJudgementCell cell = { luotain_matrix_get_state (matrix, screen->source, screen->state)->id,
                                      luotain_matrix_get_state (matrix, screen->target, y)->id, value,
                                      same_reason ? NULL : g_strdup (reason) };

  if (value == LUOTAIN_NUMBER_UNSET ? !judged : judged && same_reason && value == present)
    g_free (cell.reason);
  else
    g_array_append_val (cells, cell);
}

gboolean
luotain_judgement_cells_any (LuotainJudgeModel *model, const LuotainJudgingScreen *screen)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (model);

  for (guint y = 0; y < luotain_matrix_get_variable (matrix, screen->target)->n_states; y++)
    if (luotain_matrix_get_judgement (matrix, screen->source, screen->state, screen->target, y) != 0)
      return TRUE;
  return FALSE;
}
