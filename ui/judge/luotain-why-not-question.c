#include "config.h"

#include "luotain-why-not-question.h"

typedef struct
{
  LuotainCrossImpact *judgements;
  guint8 *path;
  int ic;
  int scale;
} Question;

static void
question_free (Question *self)
{
  luotain_cross_impact_free (self->judgements);
  g_free (self->path);
  g_free (self);
}

LuotainWhyNot *
luotain_why_not_ask (LuotainJudgeModel *model, const guint8 *path)
{
  const LuotainConsistentSet *set = luotain_judge_model_get_set (model);
  const int scale = luotain_judge_model_get_scale (model);

  return luotain_why_not (luotain_judge_model_get_judgements (model), path,
                          luotain_judge_model_get_ic (model), -scale, scale,
                          set != NULL && set->end == LUOTAIN_END_COMPLETE ? set : NULL, 0, NULL);
}

static void
question_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (task,
                         luotain_why_not (question->judgements, question->path, question->ic,
                                          -question->scale, question->scale, NULL, 0, cancellable),
                         (GDestroyNotify) luotain_why_not_free);
}

void
luotain_why_not_ask_async (GObject *owner, LuotainJudgeModel *model, const guint8 *path,
                           GCancellable *cancellable, GAsyncReadyCallback callback)
{
  const LuotainCrossImpact *judgements = luotain_judge_model_get_judgements (model);
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = g_task_new (owner, cancellable, callback, NULL);

  question->judgements = luotain_cross_impact_copy (judgements);
  question->path = g_memdup2 (path, judgements->n_variables);
  question->ic = luotain_judge_model_get_ic (model);
  question->scale = luotain_judge_model_get_scale (model);
  g_task_set_name (task, "luotain_why_not_ask_async");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, question_thread);
}

LuotainWhyNot *
luotain_why_not_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
