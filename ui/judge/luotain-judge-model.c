#include "config.h"

#include "luotain-judge-model.h"

#include "luotain-asking.h"
#include "luotain-judgement-reasons.h"
#include "luotain-judging.h"

#include <stdlib.h>

/* Above that a search goes on in the background. */
#define QUICK_SECONDS 0.1

/* Nobody reads more; a table of eight rows of four may have so many. What is searched longer is told to be stopped. */
#define MOST_PATHS 65536
#define MOST_NODES (G_GUINT64_CONSTANT (1) << 28)

#define PROGRESS_MS 150

#define USUAL_SCALE 3

struct _LuotainJudgeModel
{
  GObject parent_instance;

  LuotainContext *context;
  LuotainMatrix *matrix; /* (nullable) */
  GHashTable *reasons; /* (nullable) */
  LuotainJudgingOrder *order; /* (nullable) */
  LuotainCrossImpact *tried; /* (nullable): the judgements with those of a screen that is not saved yet */
  LuotainSolved *solved; /* (nullable): what is shown */
  LuotainSolved *last; /* (nullable): the last that was complete: to solve again from */
  int ic;
  int scale;
  gboolean quick;
  GCancellable *reading;
  GCancellable *searching; /* (nullable): of the search in the background */
  int *per_mille; /* (nullable): its progress, shared with its thread */
  guint ticker;
};

enum
{
  LOADED,
  SOLVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainJudgeModel, luotain_judge_model, G_TYPE_OBJECT)

/* ---- the search in the background ---- */

typedef struct
{
  LuotainSolved *last; /* (nullable) */
  LuotainCrossImpact *judgements;
  LuotainConsistentOptions options;
  int *per_mille; /* an atomic reference-counted box */
} Search;

static void
search_free (Search *self)
{
  g_clear_pointer (&self->last, luotain_solved_unref);
  luotain_cross_impact_free (self->judgements);
  g_atomic_rc_box_release (self->per_mille);
  g_free (self);
}

static void
progress_cb (double fraction, gpointer data)
{
  g_atomic_int_set ((int *) data, (int) (fraction * 1000));
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  /* A search that is cancelled still answers: with what it found. */
  g_task_return_pointer (task,
                         luotain_solved_new (search->last, search->judgements, &search->options, cancellable,
                                             progress_cb, search->per_mille),
                         (GDestroyNotify) luotain_solved_unref);
}

static void
forget_search (LuotainJudgeModel *self)
{
  g_clear_object (&self->searching);
  g_clear_pointer (&self->per_mille, g_atomic_rc_box_release);
  g_clear_handle_id (&self->ticker, g_source_remove);
}

static void
take_solved (LuotainJudgeModel *self, LuotainSolved *solved)
{
  g_clear_pointer (&self->solved, luotain_solved_unref);
  self->solved = solved;
  if (solved->set->end == LUOTAIN_END_COMPLETE)
    {
      g_clear_pointer (&self->last, luotain_solved_unref);
      self->last = luotain_solved_ref (solved);
    }
  g_signal_emit (self, signals[SOLVED], 0);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LuotainJudgeModel *self = LUOTAIN_JUDGE_MODEL (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (LuotainSolved) solved = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another search has begun since. */
  if (cancellable != self->searching)
    return;

  forget_search (self);
  take_solved (self, g_steal_pointer (&solved));
}

static gboolean
tick_cb (gpointer data)
{
  g_signal_emit (data, signals[SOLVED], 0);
  return G_SOURCE_CONTINUE;
}

static void
search_in_background (LuotainJudgeModel *self, const LuotainConsistentOptions *options)
{
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  self->searching = g_cancellable_new ();
  self->per_mille = g_atomic_rc_box_new0 (int);
  search->last = self->last != NULL ? luotain_solved_ref (self->last) : NULL;
  search->judgements = luotain_cross_impact_copy (self->matrix->cross_impact);
  search->options = *options;
  search->per_mille = g_atomic_rc_box_acquire (self->per_mille);

  task = g_task_new (self, self->searching, searched_cb, NULL);
  g_task_set_name (task, "luotain_judge_model_search");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
  self->ticker = g_timeout_add_full (G_PRIORITY_DEFAULT, PROGRESS_MS, tick_cb, self, NULL);
}

static void
stop_search (LuotainJudgeModel *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  forget_search (self);
}

static void
solve (LuotainJudgeModel *self)
{
  const LuotainCrossImpact *judgements = luotain_judge_model_get_judgements (self);
  const LuotainConsistentOptions options = {
    .ic = self->ic, .limit = MOST_PATHS, .node_budget = MOST_NODES, .n_threads = 2
  };

  stop_search (self);
  if (self->matrix->variables->len == 0)
    return;

  if (self->tried == NULL)
    self->quick = luotain_consistent_estimate (judgements, &options) < QUICK_SECONDS;
  if (self->quick)
    take_solved (self, luotain_solved_new (self->last, judgements, &options, NULL, NULL, NULL));
  else
    {
      g_clear_pointer (&self->solved, luotain_solved_unref);
      search_in_background (self, &options);
      g_signal_emit (self, signals[SOLVED], 0);
    }
}

/* ---- reading ---- */

typedef struct
{
  LuotainMatrix *matrix;
  GHashTable *reasons;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->matrix, luotain_matrix_free);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gboolean
read_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainMatrixQuery *query = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  if (!luotain_matrix_run (db, query, (gpointer *) &reading->matrix, error)
      || !luotain_judgement_reasons_run (db, &query->language, (gpointer *) &reading->reasons, error))
    return FALSE;

  *result = g_steal_pointer (&reading);
  return TRUE;
}

static int
find_scale (const LuotainMatrix *matrix)
{
  const gsize n_states = matrix->cross_impact->n_states;
  int scale = USUAL_SCALE;

  for (gsize i = 0; i < n_states * n_states; i++)
    scale = MAX (scale, abs (matrix->cross_impact->judgements[i]));
  return MIN (scale, LUOTAIN_JUDGEMENT_MAX);
}

static void
read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainJudgeModel *self = owner;
  Reading *reading = result;
  LuotainMatrix *old = self->matrix;
  GHashTable *old_reasons = self->reasons;
  LuotainJudgingOrder *old_order = self->order;

  if (!success)
    return;

  g_clear_pointer (&self->tried, luotain_cross_impact_free);
  self->matrix = g_steal_pointer (&reading->matrix);
  self->reasons = g_steal_pointer (&reading->reasons);
  self->order = luotain_judging_order_new (self->matrix);
  self->scale = find_scale (self->matrix);
  reading_free (reading);

  /* Who is told may still look at the old one until then. */
  g_clear_pointer (&self->solved, luotain_solved_unref);
  g_signal_emit (self, signals[LOADED], 0);
  g_clear_pointer (&old, luotain_matrix_free);
  g_clear_pointer (&old_reasons, g_hash_table_unref);
  g_clear_pointer (&old_order, luotain_judging_order_free);
  solve (self);
}

static void
refresh (LuotainJudgeModel *self)
{
  const LuotainMatrixQuery query = { luotain_context_get_sector (self->context),
                                     luotain_context_get_language (self->context) };

  luotain_ask_anew (&self->reading);
  luotain_context_read (self->context, read_job, g_memdup2 (&query, sizeof query), g_free,
                        (GDestroyNotify) reading_free, self->reading, read_cb, self);
}

static void
changed_cb (LuotainJudgeModel *self, LuotainChanges *changes)
{
  static const char *const types[] = { "key-variable", "state",  "scenario", "influence",
                                       "judgement",    "sector", NULL };

  if (luotain_changes_touch (changes, types))
    refresh (self);
}

/* ---- what is asked of it ---- */

const LuotainMatrix *
luotain_judge_model_get_matrix (LuotainJudgeModel *self)
{
  return self->matrix;
}

const LuotainJudgingOrder *
luotain_judge_model_get_order (LuotainJudgeModel *self)
{
  return self->order;
}

const LuotainCrossImpact *
luotain_judge_model_get_judgements (LuotainJudgeModel *self)
{
  return self->tried != NULL ? self->tried : self->matrix->cross_impact;
}

const char *
luotain_judge_model_get_reason (LuotainJudgeModel *self, guint i, guint x, guint j, guint y)
{
  const gint64 id = luotain_matrix_get_judgement (self->matrix, i, x, j, y);

  return g_hash_table_lookup (self->reasons, &id);
}

const LuotainConsistentSet *
luotain_judge_model_get_set (LuotainJudgeModel *self)
{
  return self->solved != NULL ? self->solved->set : NULL;
}

const LuotainSolved *
luotain_judge_model_get_solved (LuotainJudgeModel *self)
{
  return self->solved;
}

LuotainStanding
luotain_judge_model_get_standing (LuotainJudgeModel *self, guint scenario)
{
  return luotain_standing_find (luotain_judge_model_get_judgements (self),
                                luotain_matrix_get_scenario (self->matrix, scenario)->path,
                                luotain_judge_model_get_set (self), self->ic);
}

gboolean
luotain_judge_model_is_quick (LuotainJudgeModel *self)
{
  return self->quick;
}

double
luotain_judge_model_get_progress (LuotainJudgeModel *self)
{
  return self->per_mille != NULL ? g_atomic_int_get (self->per_mille) / 1000.0 : -1;
}

void
luotain_judge_model_stop (LuotainJudgeModel *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
}

int
luotain_judge_model_get_ic (LuotainJudgeModel *self)
{
  return self->ic;
}

void
luotain_judge_model_set_ic (LuotainJudgeModel *self, int ic)
{
  if (self->ic == ic)
    return;

  self->ic = ic;
  if (self->matrix != NULL)
    solve (self);
}

int
luotain_judge_model_get_scale (LuotainJudgeModel *self)
{
  return self->scale;
}

void
luotain_judge_model_try (LuotainJudgeModel *self, guint source, guint state, guint target,
                         const gint64 *values)
{
  const gboolean tried = self->tried != NULL;

  if (self->matrix == NULL || !self->quick)
    return;

  g_clear_pointer (&self->tried, luotain_cross_impact_free);
  if (values == NULL && !tried)
    return;

  if (values != NULL)
    {
      self->tried = luotain_cross_impact_copy (self->matrix->cross_impact);
      for (guint y = 0; y < luotain_matrix_get_variable (self->matrix, target)->n_states; y++)
        luotain_cross_impact_set (self->tried, source, state, target, y,
                                  values[y] == LUOTAIN_NUMBER_UNSET ? 0 : (int) values[y]);
    }
  solve (self);
}

/* ---- life ---- */

static void
luotain_judge_model_dispose (GObject *object)
{
  LuotainJudgeModel *self = LUOTAIN_JUDGE_MODEL (object);

  stop_search (self);
  luotain_ask_no_more (&self->reading);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_judge_model_parent_class)->dispose (object);
}

static void
luotain_judge_model_finalize (GObject *object)
{
  LuotainJudgeModel *self = LUOTAIN_JUDGE_MODEL (object);

  g_clear_pointer (&self->tried, luotain_cross_impact_free);
  g_clear_pointer (&self->last, luotain_solved_unref);
  g_clear_pointer (&self->solved, luotain_solved_unref);
  g_clear_pointer (&self->order, luotain_judging_order_free);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_clear_pointer (&self->matrix, luotain_matrix_free);

  G_OBJECT_CLASS (luotain_judge_model_parent_class)->finalize (object);
}

static void
luotain_judge_model_class_init (LuotainJudgeModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = luotain_judge_model_dispose;
  object_class->finalize = luotain_judge_model_finalize;

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[SOLVED] = g_signal_new ("solved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
luotain_judge_model_init (LuotainJudgeModel *self)
{
  self->scale = USUAL_SCALE;
}

LuotainJudgeModel *
luotain_judge_model_new (LuotainContext *context)
{
  LuotainJudgeModel *self = g_object_new (LUOTAIN_TYPE_JUDGE_MODEL, NULL);
  static const char *const notices[] = { "notify::sector", "notify::language" };

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    g_signal_connect_object (context, notices[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}
