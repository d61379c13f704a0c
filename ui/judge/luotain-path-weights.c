#include "config.h"

#include "luotain-path-weights.h"

#include "luotain-language.h"

#include <glib/gi18n.h>

struct _LuotainPathWeights
{
  GObject parent_instance;

  LuotainJudgeModel *model;
  LuotainSolved *solved; /* (nullable): what the paths were counted for */
  LuotainAttractorSet *set; /* (nullable) */
  GCancellable *counting; /* (nullable) */
  gboolean wanted;
};

G_DEFINE_FINAL_TYPE (LuotainPathWeights, luotain_path_weights, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget (LuotainPathWeights *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->set, luotain_attractor_set_free);
  g_clear_pointer (&self->solved, luotain_solved_unref);
}

static void
count_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const LuotainWeightOptions options = { .succession = LUOTAIN_SUCCESSION_GLOBAL, .n_threads = 2 };
  const LuotainSolved *solved = task_data;

  g_task_return_pointer (task,
                         luotain_succession_weigh (solved->judgements, &options, cancellable, NULL, NULL),
                         (GDestroyNotify) luotain_attractor_set_free);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LuotainPathWeights *self = LUOTAIN_PATH_WEIGHTS (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (LuotainAttractorSet) set = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another count has begun since, or nobody wants to know any more. */
  if (cancellable != self->counting)
    return;

  g_clear_object (&self->counting);
  self->set = g_steal_pointer (&set);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
count (LuotainPathWeights *self)
{
  g_autoptr (GTask) task = NULL;

  self->counting = g_cancellable_new ();
  task = g_task_new (self, self->counting, counted_cb, NULL);
  g_task_set_name (task, "luotain_path_weights_count");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, luotain_solved_ref (self->solved), (GDestroyNotify) luotain_solved_unref);
  g_task_run_in_thread (task, count_thread);
}

/* Told at every tick of a search as well; only where other paths were found there is something to count. */
static void
solved_cb (LuotainPathWeights *self)
{
  const LuotainSolved *solved = luotain_judge_model_get_solved (self->model);

  if (solved == self->solved || !self->wanted)
    return;

  forget (self);
  if (solved != NULL)
    {
      self->solved = luotain_solved_ref ((LuotainSolved *) solved);
      count (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
luotain_path_weights_want (LuotainPathWeights *self, gboolean wanted)
{
  g_return_if_fail (LUOTAIN_IS_PATH_WEIGHTS (self));

  self->wanted = wanted;
  if (wanted)
    {
      solved_cb (self);
      return;
    }
  forget (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const LuotainAttractorSet *
luotain_path_weights_get_set (LuotainPathWeights *self)
{
  return self->set;
}

static char *
dup_number (guint64 number)
{
  return luotain_language_format_count (luotain_language_of_locale (), number);
}

char *
luotain_path_weights_describe (LuotainPathWeights *self)
{
  g_autofree char *all = NULL;
  g_autofree char *cycling = NULL;
  guint64 n_cycling = 0;

  if (self->set == NULL)
    return self->counting != NULL ? g_strdup (_ ("Counting where all paths lead…")) : NULL;

  for (gsize i = 0; i < self->set->n; i++)
    n_cycling += self->set->attractors[i].length > 1 ? self->set->attractors[i].weight : 0;
  all = dup_number (self->set->n_starts);
  cycling = dup_number (n_cycling);
  if (self->set->exact)
    /* Translators: both are numbers; a path goes from combination to combination, and some go round for ever */
    return g_strdup_printf (_ ("Weight: how many of all %s paths lead there; %s end in cycles."), all,
                            cycling);
  return g_strdup_printf (_ ("Weight: how many of %s paths drawn at random lead there; %s end in cycles."),
                          all, cycling);
}

char *
luotain_path_weights_describe_path (LuotainPathWeights *self, const guint8 *path)
{
  g_autofree char *weight = NULL;

  if (self->set == NULL)
    return NULL;

  weight = dup_number (luotain_attractor_set_weight (self->set, path));
  return g_strdup_printf (self->set->exact ? _ ("weight %s") : _ ("weight %s (sample)"), weight);
}

static void
luotain_path_weights_dispose (GObject *object)
{
  LuotainPathWeights *self = LUOTAIN_PATH_WEIGHTS (object);

  forget (self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (luotain_path_weights_parent_class)->dispose (object);
}

static void
luotain_path_weights_class_init (LuotainPathWeightsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_path_weights_dispose;
  signals[CHANGED] = g_signal_new ("changed", LUOTAIN_TYPE_PATH_WEIGHTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
luotain_path_weights_init (LuotainPathWeights *self)
{
}

LuotainPathWeights *
luotain_path_weights_new (LuotainJudgeModel *model)
{
  LuotainPathWeights *self = g_object_new (LUOTAIN_TYPE_PATH_WEIGHTS, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "solved", G_CALLBACK (solved_cb), self, G_CONNECT_SWAPPED);
  return self;
}
