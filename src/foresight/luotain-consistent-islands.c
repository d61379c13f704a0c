#include "luotain-consistent-islands.h"

#include "luotain-consistent-search.h"
#include "luotain-consistent-set.h"

#include <string.h>

/* No path is more inconsistent than this, whatever the judgements. */
#define MOST_IC (2 * LUOTAIN_CROSS_IMPACT_MAX_VARIABLES * LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT)

typedef struct
{
  const LuotainCrossImpact *matrix;
  const LuotainConsistentOptions *options;
  const LuotainPivot *pivot;
  int ic;
  gboolean *possible;
} Start;

static gboolean *
find_allowed (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options)
{
  gboolean *possible = g_new (gboolean, MAX (matrix->n_states, 1));

  for (guint j = 0; j < matrix->n_variables; j++)
    for (guint x = 0; x < matrix->states[j]; x++)
      possible[matrix->offsets[j] + x] = options->fixed == NULL || options->fixed[j] == LUOTAIN_OPEN
                                         || options->fixed[j] == x;

  return possible;
}

/* A judgement that rose helps only paths that hold its state; one that fell only those that hold a rival. In both cases the
 * state or rival that was ahead by too much has to be able to come near that again. */
static void
watch_pivot (const Start *start, LuotainProblem *problem)
{
  const LuotainPivot *pivot = start->pivot;

  for (guint i = 0; pivot != NULL && i < problem->n_variables; i++)
    {
      const LuotainProblemVariable *variable = &problem->variables[i];

      if (variable->index != pivot->variable)
        continue;
      problem->watches = g_new0 (LuotainWatch, variable->n_states);
      problem->watch_least = 2 * start->ic - ABS (pivot->rise) + 1;
      for (guint other = 0; other < variable->n_states; other++)
        {
          LuotainWatch *watch = &problem->watches[problem->n_watches];

          if (other == pivot->state)
            continue;
          watch->word = variable->word;
          if (pivot->rise > 0)
            watch->lane = luotain_problem_lane (problem, i, other, pivot->state);
          else
            {
              watch->lane = luotain_problem_lane (problem, i, pivot->state, other);
              watch->state = G_GUINT64_CONSTANT (1) << (variable->shift + other);
            }
          problem->n_watches++;
        }
    }
}

static LuotainProblem *
make_problem (const Start *start, const guint *indexes, guint n)
{
  LuotainProblem *problem = luotain_problem_new (start->matrix, indexes, n, start->possible, start->ic);

  for (guint i = 0; start->options->near != NULL && i < n; i++)
    problem->variables[i].near_state = start->options->near[problem->variables[i].index];
  watch_pivot (start, problem);
  return problem;
}

/* Takes away what the search takes away before it branches; FALSE if nothing is left. */
static gboolean
reduce (Start *start, const LuotainProblem *problem)
{
  g_auto (LuotainSearch) search;

  luotain_search_init (&search, problem);
  search.only_reduce = TRUE;
  if (start->options->near != NULL)
    search.max_distance = start->options->max_distance;
  luotain_search_run (&search, start->options->portable);
  if (search.done > 0)
    return FALSE;

  for (guint i = 0; i < problem->n_variables; i++)
    {
      const LuotainProblemVariable *variable = &problem->variables[i];

      for (guint x = 0; x < variable->n_states; x++)
        start->possible[start->matrix->offsets[variable->index] + x] = search.alive[variable->word]
                                                                           >> (variable->shift + x)
                                                                       & 1;
    }

  return TRUE;
}

/* By how much the variable @i moves judgement(a) − judgement(r) at least and at most. */
static void
find_range (const Start *start, guint i, guint a, guint r, int *least, int *most)
{
  const LuotainCrossImpact *matrix = start->matrix;

  *least = G_MAXINT;
  *most = G_MININT;
  for (guint x = matrix->offsets[i]; x < matrix->offsets[i + 1]; x++)
    {
      const gint16 *row = matrix->judgements + (gsize) x * matrix->n_states;

      if (!start->possible[x])
        continue;
      *least = MIN (*least, row[a] - row[r]);
      *most = MAX (*most, row[a] - row[r]);
    }
}

/* Variables joined to islands, each of which is known by one of them. */
typedef struct
{
  guint *parents;
  guint n_joins;
} Joined;

static guint
find_root (guint *parents, guint i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];

  return i;
}

/* Joins a variable with those that decide whether @a holds against @r, unless it does in any case and nobody watches. */
static void
join_sources (const Start *start, guint j, guint a, guint r, Joined *joined)
{
  const guint n = start->matrix->n_variables;
  const gboolean watched = start->pivot != NULL && start->pivot->variable == j;
  int lowest = start->ic;
  int least;
  int most;

  for (guint i = 0; i < n; i++)
    {
      find_range (start, i, a, r, &least, &most);
      lowest += least;
    }

  for (guint i = 0; (lowest < 0 || watched) && i < n; i++)
    {
      find_range (start, i, a, r, &least, &most);
      if (least == most || find_root (joined->parents, i) == find_root (joined->parents, j))
        continue;
      joined->parents[find_root (joined->parents, i)] = find_root (joined->parents, j);
      joined->n_joins++;
    }
}

/* Which of @n_searched variables hang together; it is enough to know that all do. */
static guint *
find_islands (const Start *start, guint n_searched)
{
  const LuotainCrossImpact *matrix = start->matrix;
  guint *parents = g_new (guint, MAX (matrix->n_variables, 1));
  Joined joined = { parents, 0 };

  for (guint i = 0; i < matrix->n_variables; i++)
    parents[i] = i;

  for (guint j = 0; j < matrix->n_variables; j++)
    for (guint a = matrix->offsets[j]; a < matrix->offsets[j + 1]; a++)
      for (guint r = matrix->offsets[j]; start->possible[a] && r < matrix->offsets[j + 1]; r++)
        if (r != a && joined.n_joins + 1 < n_searched)
          join_sources (start, j, a, r, &joined);

  for (guint i = 0; i < matrix->n_variables; i++)
    parents[i] = find_root (parents, i);
  return parents;
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const LuotainProblem *first = *(const LuotainProblem *const *) a;
  const LuotainProblem *second = *(const LuotainProblem *const *) b;

  if (first->n_variables != second->n_variables)
    return first->n_variables < second->n_variables ? -1 : 1;

  return (int) first->variables[0].index - (int) second->variables[0].index;
}

static guint
gather (const Start *start, const guint *roots, guint root, guint *indexes)
{
  guint n = 0;

  for (guint i = 0; i < start->matrix->n_variables; i++)
    if (start->matrix->states[i] > 1 && (roots == NULL || roots[i] == root))
      indexes[n++] = i;

  return n;
}

static void
take_apart (const Start *start, LuotainProblem *whole, LuotainIslands *self)
{
  const guint n = start->matrix->n_variables;
  g_autofree guint *roots = find_islands (start, whole->n_variables);
  g_autofree guint *indexes = g_new (guint, n);

  for (guint root = 0; root < n; root++)
    {
      const guint size = gather (start, roots, root, indexes);

      if (size == whole->n_variables)
        self->problems[self->n++] = whole;
      else if (size > 0)
        self->problems[self->n++] = make_problem (start, indexes, size);
    }

  if (self->n != 1)
    luotain_problem_free (whole);
  qsort (self->problems, self->n, sizeof (LuotainProblem *), compare_problems);
}

/* What is asked for and what changed may exclude each other. */
static gboolean
can_start (const Start *start)
{
  for (guint j = 0; j < start->matrix->n_variables; j++)
    {
      gboolean any = FALSE;

      for (guint x = start->matrix->offsets[j]; x < start->matrix->offsets[j + 1]; x++)
        any |= start->possible[x];
      if (!any)
        return FALSE;
    }

  return TRUE;
}

LuotainIslands *
luotain_islands_new (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options,
                     const LuotainPivot *pivot)
{
  g_autofree gboolean *possible = find_allowed (matrix, options);
  g_autofree guint *indexes = g_new (guint, MAX (matrix->n_variables, 1));
  LuotainIslands *self = g_new0 (LuotainIslands, 1);
  Start start = { matrix, options, pivot, CLAMP (options->ic, 0, MOST_IC), possible };
  const guint n = gather (&start, NULL, 0, indexes);
  LuotainProblem *whole;

  self->problems = g_new0 (LuotainProblem *, MAX (matrix->n_variables, 1));
  for (guint x = 0; pivot != NULL && x < matrix->states[pivot->variable]; x++)
    possible[matrix->offsets[pivot->variable] + x] &= (x == pivot->state) == (pivot->rise > 0);
  if (!can_start (&start))
    {
      self->impossible = TRUE;
      return self;
    }
  if (n == 0)
    return self;

  whole = make_problem (&start, indexes, n);
  if (reduce (&start, whole))
    take_apart (&start, whole, self);
  else
    {
      self->impossible = TRUE;
      luotain_problem_free (whole);
    }
  return self;
}

void
luotain_islands_free (LuotainIslands *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n; i++)
    luotain_problem_free (self->problems[i]);

  g_free (self->problems);
  g_free (self);
}

/* The paths found in each island, and how they are put together. */
typedef struct
{
  const LuotainIslands *islands;
  const LuotainConsistentOptions *options;
  LuotainSearch *searches;
  LuotainConsistentSet *set;
  guint8 *path;
  GCancellable *cancellable;
  LuotainProgressFunc progress;
  gpointer data;
  guint current;
} Product;

static guint
set_states (Product *self, guint island, gsize p)
{
  const LuotainProblem *problem = self->islands->problems[island];
  const guint8 *states = self->searches[island].paths->data + p * problem->n_variables;
  guint distance = 0;

  for (guint i = 0; i < problem->n_variables; i++)
    {
      const LuotainProblemVariable *variable = &problem->variables[i];

      self->path[variable->index] = states[i];
      distance += variable->near_state != LUOTAIN_OPEN && variable->near_state != states[i];
    }

  return distance;
}

static gsize
find_limit (const LuotainConsistentOptions *options)
{
  return options->limit != 0 ? MIN (options->limit, LUOTAIN_CONSISTENT_MAX_PATHS)
                             : LUOTAIN_CONSISTENT_MAX_PATHS;
}

/* With several islands a path is a step too: there can be very many. */
static void
add_product (Product *self)
{
  LuotainConsistentSet *set = self->set;

  if (set->n >= find_limit (self->options))
    set->end = LUOTAIN_END_LIMIT;
  else if (self->options->node_budget != 0 && set->n_nodes >= self->options->node_budget && set->n > 0)
    set->end = LUOTAIN_END_BUDGET;
  else if (set->n % 65536 == 65535 && g_cancellable_is_cancelled (self->cancellable))
    set->end = LUOTAIN_END_CANCELLED;
  else
    {
      set->n_nodes += self->islands->n > 1;
      luotain_consistent_set_add (set, self->path);
    }
}

static void
multiply (Product *self, guint island, guint distance)
{
  if (distance > (self->options->near != NULL ? self->options->max_distance : G_MAXUINT))
    return;

  if (island == self->islands->n)
    {
      add_product (self);
      return;
    }

  for (gsize p = 0; p < self->searches[island].n_paths && self->set->end == LUOTAIN_END_COMPLETE; p++)
    multiply (self, island + 1, distance + set_states (self, island, p));
}

static void
tell_progress (double fraction, gpointer data)
{
  const Product *self = data;

  self->progress ((self->current + fraction) / self->islands->n, self->data);
}

static void
search_island (Product *self, guint island)
{
  LuotainSearch *search = &self->searches[island];

  self->current = island;
  /* One more than asked for shows that there are more. */
  search->limit = find_limit (self->options) + 1;
  search->node_budget = self->options->node_budget;
  search->n_nodes = self->set->n_nodes;
  search->cancellable = self->cancellable;
  search->n_threads = self->options->n_threads;
  if (self->options->near != NULL)
    search->max_distance = self->options->max_distance;
  if (self->progress != NULL)
    {
      search->progress = tell_progress;
      search->progress_data = self;
    }
  luotain_search_run (search, self->options->portable);
  self->set->n_nodes = search->n_nodes;
  /* A limit reached in one island says nothing yet: another one may be empty. */
  if (search->end != LUOTAIN_END_COMPLETE && search->end != LUOTAIN_END_LIMIT)
    self->set->end = search->end;
}

LuotainConsistentSet *
luotain_islands_find (const LuotainIslands *self, const LuotainCrossImpact *matrix,
                      const LuotainConsistentOptions *options, GCancellable *cancellable,
                      LuotainProgressFunc progress, gpointer data)
{
  g_autofree LuotainSearch *searches = g_new0 (LuotainSearch, MAX (self->n, 1));
  g_autofree guint8 *path = g_malloc0 (MAX (matrix->n_variables, 1));
  Product product = { self, options, searches, NULL, path, cancellable, progress, data };
  gboolean possible = !self->impossible;
  LuotainEnd in_islands;

  product.set = luotain_consistent_set_new (matrix->n_variables, options->ic);
  for (guint i = 0; i < self->n; i++)
    luotain_search_init (&searches[i], self->problems[i]);
  for (guint i = 0; possible && i < self->n && product.set->end != LUOTAIN_END_CANCELLED; i++)
    {
      search_island (&product, i);
      possible = searches[i].n_paths > 0;
    }

  in_islands = product.set->end;
  product.set->end = LUOTAIN_END_COMPLETE;
  if (possible)
    multiply (&product, 0, 0);
  if (product.set->end == LUOTAIN_END_COMPLETE)
    product.set->end = in_islands;
  for (guint i = 0; i < self->n; i++)
    luotain_search_clear (&searches[i]);
  return product.set;
}
