/* The search that a command can be stopped in: what was found until then is told. */
#include "luotain-cli-model.h"

#include <signal.h>

/* So much memory may what is found take. */
#define MOST_BYTES (G_GUINT64_CONSTANT (1) << 29)

/* So far a search for all goes where only some are wanted: steps, and answers. */
#define MOST_NODES 20000000
#define MOST_TO_SORT 1000000

static volatile sig_atomic_t interrupted = 0;

static void
interrupted_cb (int signal_number)
{
  (void) signal_number;
  interrupted = 1;
}

static void
progress_cb (double fraction, gpointer data)
{
  (void) fraction;
  if (interrupted)
    g_cancellable_cancel (data);
}

static gsize
most_answers (const LuotainCrossImpact *matrix)
{
  return (gsize) (MOST_BYTES / (matrix->n_variables + 2 * sizeof (int)));
}

static LuotainConsistentSet *
find (const LuotainCrossImpact *matrix, int ic, gsize limit, guint64 node_budget, guint n_threads)
{
  const LuotainConsistentOptions options = {
    .ic = ic, .limit = limit, .node_budget = node_budget, .n_threads = n_threads
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  void (*before) (int) = signal (SIGINT, interrupted_cb);
  LuotainConsistentSet *found = luotain_consistent_find (matrix, &options, cancellable, progress_cb,
                                                         cancellable);

  if (before != SIG_ERR)
    signal (SIGINT, interrupted ? SIG_DFL : before);

  return found;
}

/* One more than wanted tells whether there are more. With two threads those that are found first would be others each time. */
LuotainConsistentSet *
luotain_cli_model_find (const LuotainCliModel *self, int ic, gsize limit, gboolean *complete)
{
  const gsize most = most_answers (self->cross_impact);
  const gsize most_now = limit != 0 ? MIN (most, MAX (limit, MOST_TO_SORT)) : most;
  g_autoptr (LuotainConsistentSet) found = find (self->cross_impact, ic, most_now,
                                                 limit != 0 ? MOST_NODES : 0, limit != 0 ? 1 : 2);

  *complete = found->end == LUOTAIN_END_COMPLETE;
  if (limit == 0)
    return g_steal_pointer (&found);

  if (!*complete && found->n < limit && !interrupted)
    {
      g_clear_pointer (&found, luotain_consistent_set_free);
      found = find (self->cross_impact, ic, MIN (limit, most - 1) + 1, 0, 1);
      *complete = found->end == LUOTAIN_END_COMPLETE;
    }

  *complete = *complete && found->n <= limit;
  found->n = MIN (found->n, limit);
  return g_steal_pointer (&found);
}
