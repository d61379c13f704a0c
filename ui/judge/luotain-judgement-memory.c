#include "config.h"

#include "luotain-judgement-memory.h"

static gboolean
screen_differs (const LuotainJudgementMemory *self, LuotainJudgeModel *model, guint place)
{
  const LuotainJudgingScreen *screen = luotain_judging_order_get (luotain_judge_model_get_order (model),
                                                                  place);
  const LuotainJudgingScreen *was = &g_array_index (self->screens, LuotainJudgingScreen, place);
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (model);

  if (screen->judged != was->judged)
    return TRUE;
  for (guint y = 0; y < luotain_matrix_get_variable (matrix, screen->target)->n_states; y++)
    if (luotain_cross_impact_get (matrix->cross_impact, screen->source, screen->state, screen->target, y)
        != luotain_cross_impact_get (self->seen, screen->source, screen->state, screen->target, y))
      return TRUE;
  return FALSE;
}

gboolean
luotain_judgement_memory_find_changed (const LuotainJudgementMemory *self, LuotainJudgeModel *model,
                                       guint *place)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (model);
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (model);
  guint n_changed = 0;

  if (self->seen == NULL || self->screens->len != order->screens->len
      || !luotain_cross_impact_same_shape (self->seen, matrix->cross_impact))
    return FALSE;

  for (guint i = 0; i < order->screens->len; i++)
    if (screen_differs (self, model, i))
      {
        *place = i;
        n_changed++;
      }
  return n_changed == 1;
}

void
luotain_judgement_memory_take (LuotainJudgementMemory *self, LuotainJudgeModel *model)
{
  luotain_judgement_memory_clear (self);
  self->seen = luotain_cross_impact_copy (luotain_judge_model_get_matrix (model)->cross_impact);
  self->screens = g_array_copy (luotain_judge_model_get_order (model)->screens);
}

void
luotain_judgement_memory_clear (LuotainJudgementMemory *self)
{
  g_clear_pointer (&self->seen, luotain_cross_impact_free);
  g_clear_pointer (&self->screens, g_array_unref);
}
