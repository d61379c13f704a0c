#pragma once

#include "luotain-consistent-problem.h"

G_BEGIN_DECLS

/* The search for consistent paths in one problem; for the files of this folder. */

typedef struct _LuotainSearch LuotainSearch;
typedef struct _LuotainSplit LuotainSplit;

/**
 * LuotainSearch:
 * @problem: what is searched
 * @max_distance: at most so many variables may not be in their near state
 * @limit: stop when more than so many paths are found; 0: never
 * @node_budget: stop after so many steps; 0: never
 * @cancellable: (nullable): stops the search
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @only_reduce: take away the states that cannot be, and search no further
 * @dive: (nullable): go down to one child of each step only, drawn from this, and estimate how many steps there are
 * @alive: (out): the states that are possible, by word, as luotain_problem_new() laid them out
 * @paths: (out): what was found: a state for each variable of the problem
 * @n_paths: (out): how many
 * @end: (out): why it ended
 * @n_nodes: (in) (out): steps taken, those taken before included
 * @done: (out): the share of the search that is done here
 * @estimate: (out): the steps that dives have estimated
 * @n_threads: 2: a search that turns out to take its time gets help from a second thread
 *
 * A search, and what it has found. Two threads go down the same way as far as %LUOTAIN_SEARCH_SPLIT_LEVEL; what is below a step
 * there is searched by the one that comes first.
 */
#define LUOTAIN_SEARCH_SPLIT_LEVEL 4

struct _LuotainSearch
{
  const LuotainProblem *problem;
  guint max_distance;
  gsize limit;
  guint64 node_budget;
  GCancellable *cancellable;
  LuotainProgressFunc progress;
  gpointer progress_data;
  gboolean only_reduce;
  GRand *dive;
  guint64 *alive;
  GByteArray *paths;
  gsize n_paths;
  LuotainEnd end;
  guint64 n_nodes;
  double done;
  double estimate;
  guint n_threads;
  /* For two threads: what is shared, the step at the split level that comes next, and whether this is the second thread. */
  LuotainSplit *split;
  guint n_splits;
  gboolean helps;
  /* For the kernel: bounds, possible states and undecided variables of every level. */
  void *bounds;
  guint64 *levels;
  guint8 *undecided;
  double told;
  gint64 next_look;
};

/** LuotainKernel: a search as it is compiled for some processor and lane size. */
typedef void (*LuotainKernel) (LuotainSearch *search);

/**
 * luotain_search_init:
 * @self: a search; what was in it is lost
 * @problem: what to search; has to outlive the search
 *
 * Sets up a search without limits.
 */
void luotain_search_init (LuotainSearch *self, const LuotainProblem *problem);

/** luotain_search_clear: frees what is in @self. */
void luotain_search_clear (LuotainSearch *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LuotainSearch, luotain_search_clear)

/**
 * luotain_search_run:
 * @portable: use nothing of the processor that not every processor has
 *
 * Searches.
 */
void luotain_search_run (LuotainSearch *self, gboolean portable);

/** luotain_search_claim: Returns: whether what is below the next step at the split level is to be searched here; for kernels. */
gboolean luotain_search_claim (LuotainSearch *self);

/** luotain_search_add: adds the path that @alive leaves; for kernels. */
void luotain_search_add (LuotainSearch *self, const guint64 *alive);

/** luotain_search_look: tells progress and looks whether to stop; for kernels, which call it now and then. */
void luotain_search_look (LuotainSearch *self);

/** luotain_search_is_portable: Returns: whether the environment variable `LUOTAIN_PORTABLE` says 1. */
gboolean luotain_search_is_portable (void);

G_END_DECLS
