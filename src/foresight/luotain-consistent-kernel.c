/* The innermost part of the search for consistent paths. It is compiled several times, for lanes of LUOTAIN_LANE_BITS and for
 * processors of one kind or another; LUOTAIN_KERNEL is the name it gets. */
#include "luotain-consistent-search.h"
#include "luotain-lanes.h"

#include <string.h>

#define MAX_WORDS 256
/* Where sanitizers add to every access, unrolled loops take minutes to compile. */
#if defined(__AVX2__) && defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__clang__)
#define WITH_SHAPES
#define UNROLL _Pragma ("GCC unroll 8")
#else
#define UNROLL
#endif

/* How many words and vectors there are, and of two words how many vectors belong to the first. Where these are few they are
 * known as the loops are compiled. */
typedef struct
{
  guint n_words;
  guint n_vectors;
  guint n_of_first;
} Shape;

typedef void (*Deeper) (LuotainSearch *self, guint level, guint n_undecided, double share);

void LUOTAIN_KERNEL (LuotainSearch *self);

INLINE guint
first_vector (const LuotainProblem *problem, guint word, Shape shape)
{
  if (shape.n_words > 2)
    return problem->vector_starts[word];

  return word == 0 ? 0 : word == shape.n_words ? shape.n_vectors : shape.n_of_first;
}

/* The states of a word that could not be chosen if @row were added to @bounds. */
INLINE guint64
find_dead_with (const LuotainProblem *problem, const Vector *bounds, const Vector *row, guint word,
                Shape shape)
{
  const guint first = first_vector (problem, word, shape);
  const guint last = first_vector (problem, word + 1, shape);
  Vector lowest = bounds[first] + row[first];

  UNROLL
  for (guint v = first + 1; v < last; v++)
    lowest |= bounds[v] + row[v];

  return find_negative (&lowest);
}

INLINE guint64
find_dead (const LuotainProblem *problem, const Vector *bounds, guint word, Shape shape)
{
  const guint first = first_vector (problem, word, shape);
  const guint last = first_vector (problem, word + 1, shape);
  Vector lowest = bounds[first];

  UNROLL
  for (guint v = first + 1; v < last; v++)
    lowest |= bounds[v];

  return find_negative (&lowest);
}

/* The tops of those fields of a word that are empty: where some bit below a top is set, adding all of these carries into it. */
INLINE guint64
find_empty (const LuotainProblem *problem, guint64 alive, guint word)
{
  const guint64 lows = problem->lows[word];

  return ~(((alive & lows) + lows) | alive) & problem->tops[word];
}

INLINE gboolean
is_emptied (const LuotainProblem *problem, const guint64 *alive, Shape shape)
{
  UNROLL
  for (guint w = 0; w < shape.n_words; w++)
    if (find_empty (problem, alive[w], w) != 0)
      return TRUE;

  return FALSE;
}

INLINE guint64
states_of (const LuotainProblemVariable *variable, const guint64 *alive)
{
  return (alive[variable->word] & variable->field) >> variable->shift;
}

/* What a variable adds at most when it is in one of these states. @scratch is used where there is no table of sets. */
INLINE const Vector *
find_addition (const LuotainProblemVariable *variable, guint64 states, guint n_vectors, Vector *scratch)
{
  const Vector *rows = variable->rows;

  if (variable->n_states <= LUOTAIN_PROBLEM_TABLE_STATES)
    return rows + states * n_vectors;

  rows += (gsize) __builtin_ctzll (states) * n_vectors;
  for (states &= states - 1; states != 0; states &= states - 1)
    {
      const Vector *other = (const Vector *) variable->rows + (gsize) __builtin_ctzll (states) * n_vectors;

      for (guint v = 0; v < n_vectors; v++)
        for (guint l = 0; l < LUOTAIN_LANES; l++)
          scratch[v][l] = (SignedLane) other[v][l] > (SignedLane) rows[v][l] ? other[v][l] : rows[v][l];
      rows = scratch;
    }

  return rows;
}

INLINE const Vector *
find_row (const LuotainProblemVariable *variable, guint state, guint n_vectors)
{
  const gsize row = variable->n_states <= LUOTAIN_PROBLEM_TABLE_STATES ? (gsize) 1 << state : state;

  return (const Vector *) variable->rows + row * n_vectors;
}

/* Takes account of a variable having come from the states @was to @now. */
INLINE void
narrow (const LuotainProblemVariable *variable, guint64 was, guint64 now, Vector *bounds, guint n_vectors,
        Vector *scratch)
{
  const Vector *less = find_addition (variable, was, n_vectors, scratch);
  const Vector *more = find_addition (variable, now, n_vectors, scratch + n_vectors);

  for (guint v = 0; v < n_vectors; v++)
    bounds[v] += more[v] - less[v];
}

INLINE Vector *
scratch_of (LuotainSearch *self, Shape shape)
{
  return (Vector *) self->bounds + (gsize) (self->problem->n_variables + 2) * shape.n_vectors;
}

/* Takes away states that cannot be chosen until none is left; FALSE if a variable is left without a state. */
INLINE gboolean
propagate (LuotainSearch *self, Vector *bounds, guint64 *alive, Shape shape)
{
  const LuotainProblem *problem = self->problem;
  guint64 dead[MAX_WORDS];

  for (;;)
    {
      guint64 any = 0;

      UNROLL
      for (guint w = 0; w < shape.n_words; w++)
        {
          dead[w] = find_dead (problem, bounds, w, shape) & alive[w];
          alive[w] &= ~dead[w];
          any |= dead[w];
        }
      if (any == 0)
        return TRUE;
      if (is_emptied (problem, alive, shape))
        return FALSE;

      UNROLL
      for (guint w = 0; w < shape.n_words; w++)
        while (dead[w] != 0)
          {
            const guint at = w * LUOTAIN_LANES + (guint) __builtin_ctzll (dead[w]);
            const LuotainProblemVariable *variable = &problem->variables[problem->variable_at[at]];
            const guint64 gone = (dead[w] & variable->field) >> variable->shift;
            const guint64 now = states_of (variable, alive);

            dead[w] &= ~variable->field;
            narrow (variable, now | gone, now, bounds, shape.n_vectors, scratch_of (self, shape));
          }
    }
}

/* One of the watched lanes has to be high enough. */
INLINE gboolean
is_of_interest (const LuotainProblem *problem, const Vector *bounds, const guint64 *alive)
{
  for (guint i = 0; i < problem->n_watches; i++)
    {
      const LuotainWatch *watch = &problem->watches[i];
      const SignedLane bound = (SignedLane) bounds[watch->lane / LUOTAIN_LANES][watch->lane % LUOTAIN_LANES];

      if (bound >= problem->watch_least && (watch->state == 0 || (alive[watch->word] & watch->state) != 0))
        return TRUE;
    }

  return problem->n_watches == 0;
}

/* Looks one step ahead from every state of a variable. A state that would leave another variable without one is taken away.
 * What is left to search beyond the others is summed up in @weight. FALSE if none is left. */
INLINE gboolean
look_ahead (LuotainSearch *self, const LuotainProblemVariable *variable, Vector *bounds, guint64 *alive,
            double *weight, Shape shape)
{
  const LuotainProblem *problem = self->problem;
  const guint64 states = states_of (variable, alive);
  Vector *scratch = scratch_of (self, shape);
  const Vector *all = find_addition (variable, states, shape.n_vectors, scratch);
  Vector *without = scratch + shape.n_vectors;
  guint64 left = states;
  double sum = 0;

  UNROLL
  for (guint v = 0; v < shape.n_vectors; v++)
    without[v] = bounds[v] - all[v];

  for (guint64 rest = states; rest != 0; rest &= rest - 1)
    {
      const Vector *row = find_row (variable, (guint) __builtin_ctzll (rest), shape.n_vectors);
      guint64 emptied = 0;
      guint64 n_states = 0;

      /* The variable does not act on itself: none of its own possible states can be found dead. */
      UNROLL
      for (guint w = 0; w < shape.n_words; w++)
        {
          const guint64 after = alive[w] & ~find_dead_with (problem, without, row, w, shape);

          emptied |= find_empty (problem, after, w);
          n_states += (guint64) __builtin_popcountll (after);
        }
      /* Which it is cannot be foreseen: a branch would be slower. */
      sum += emptied == 0 ? problem->weights[n_states] : 0;
      left &= ~(emptied == 0 ? 0 : rest & -rest);
    }

  /* Of its own states only one would be left. */
  *weight = sum / problem->weights[__builtin_popcountll (states)];
  if (left == states || left == 0)
    return left != 0;

  alive[variable->word] &= ~((states & ~left) << variable->shift);
  all = find_addition (variable, left, shape.n_vectors, scratch);
  UNROLL
  for (guint v = 0; v < shape.n_vectors; v++)
    bounds[v] = without[v] + all[v];
  return propagate (self, bounds, alive, shape);
}

INLINE gboolean
is_decided (const LuotainProblemVariable *variable, const guint64 *alive)
{
  const guint64 states = alive[variable->word] & variable->field;

  return (states & (states - 1)) == 0;
}

/* Looks ahead from all undecided variables, which are kept in @undecided; the best to branch on is the one that leaves least.
 * FALSE if nothing is possible. */
INLINE gboolean
shave (LuotainSearch *self, Vector *bounds, guint64 *alive, guint8 *undecided, guint *n_undecided,
       guint *best, Shape shape)
{
  const LuotainProblem *problem = self->problem;
  double least = 0;
  guint kept = 0;

  *best = G_MAXUINT;
  for (guint u = 0; u < *n_undecided; u++)
    {
      const LuotainProblemVariable *variable = &problem->variables[undecided[u]];
      double weight;

      if (is_decided (variable, alive))
        continue;
      if (!look_ahead (self, variable, bounds, alive, &weight, shape))
        return FALSE;
      if (is_decided (variable, alive))
        continue;
      if (*best == G_MAXUINT || weight < least)
        {
          least = weight;
          *best = undecided[u];
        }
      undecided[kept++] = undecided[u];
    }

  *n_undecided = kept;
  return TRUE;
}

/* At the root it is worth while to look until nothing more is taken away. */
static gboolean
shave_root (LuotainSearch *self, Vector *bounds, guint64 *alive, guint8 *undecided, guint *n_undecided,
            guint *best, Shape shape)
{
  guint left = G_MAXUINT;

  for (;;)
    {
      guint states = 0;

      if (!shave (self, bounds, alive, undecided, n_undecided, best, shape))
        return FALSE;
      UNROLL
      for (guint w = 0; w < shape.n_words; w++)
        states += (guint) __builtin_popcountll (alive[w]);
      if (states == left)
        return TRUE;
      left = states;
    }
}

/* Variables that were decided while others were looked at may still be among the undecided. */
INLINE guint
find_undecided (const LuotainSearch *self, const guint64 *alive, const guint8 *undecided, guint n_undecided,
                guint best)
{
  if (best != G_MAXUINT && !is_decided (&self->problem->variables[best], alive))
    return best;

  for (guint u = 0; u < n_undecided; u++)
    if (!is_decided (&self->problem->variables[undecided[u]], alive))
      return undecided[u];

  return G_MAXUINT;
}

INLINE guint
count_far (const LuotainProblem *problem, const guint64 *alive)
{
  guint far = 0;

  for (guint i = 0; i < problem->n_variables; i++)
    {
      const LuotainProblemVariable *variable = &problem->variables[i];

      far += variable->near_state != LUOTAIN_OPEN
             && (states_of (variable, alive) >> variable->near_state & 1) == 0;
    }

  return far;
}

/* Sets up @level with @variable in @state; FALSE if that is impossible. */
INLINE gboolean
descend (LuotainSearch *self, const LuotainProblemVariable *variable, guint state, guint level, Shape shape)
{
  const LuotainProblem *problem = self->problem;
  const Vector *bounds = (const Vector *) self->bounds + (gsize) level * shape.n_vectors;
  const guint64 *alive = self->levels + (gsize) level * shape.n_words;
  Vector *next_bounds = (Vector *) self->bounds + (gsize) (level + 1) * shape.n_vectors;
  guint64 *next_alive = self->levels + (gsize) (level + 1) * shape.n_words;
  const Vector *all = find_addition (variable, states_of (variable, alive), shape.n_vectors,
                                     scratch_of (self, shape));
  const Vector *row = find_row (variable, state, shape.n_vectors);

  UNROLL
  for (guint v = 0; v < shape.n_vectors; v++)
    next_bounds[v] = bounds[v] + (row[v] - all[v]);
  UNROLL
  for (guint w = 0; w < shape.n_words; w++)
    next_alive[w] = alive[w];
  next_alive[variable->word] &= ~variable->field | G_GUINT64_CONSTANT (1) << (variable->shift + state);

  return propagate (self, next_bounds, next_alive, shape) && is_of_interest (problem, next_bounds, next_alive)
         && (self->max_distance >= problem->n_variables
             || count_far (problem, next_alive) <= self->max_distance);
}

/* Goes down to one child that is possible, drawn at random: what is below stands for all children. */
INLINE void
dive (LuotainSearch *self, const LuotainProblemVariable *variable, guint level, guint n_undecided,
      double weight, Deeper deeper, Shape shape)
{
  guint possible[LUOTAIN_LANES];
  guint n_possible = 0;

  for (guint64 rest = states_of (variable, self->levels + (gsize) level * shape.n_words); rest != 0;
       rest &= rest - 1)
    if (descend (self, variable, (guint) __builtin_ctzll (rest), level, shape))
      possible[n_possible++] = (guint) __builtin_ctzll (rest);

  if (n_possible == 0)
    return;
  descend (self, variable, possible[g_rand_int_range (self->dive, 0, (int) n_possible)], level, shape);
  deeper (self, level + 1, n_undecided, weight * n_possible);
}

/* Above the split level both threads are at work, and the first one counts. */
INLINE gboolean
counts (const LuotainSearch *self, guint level)
{
  return !self->helps || level >= LUOTAIN_SEARCH_SPLIT_LEVEL;
}

INLINE gboolean
take_step (LuotainSearch *self, guint level)
{
  if (self->end != LUOTAIN_END_COMPLETE)
    return FALSE;
  if (self->node_budget != 0 && self->n_nodes >= self->node_budget)
    {
      self->end = LUOTAIN_END_BUDGET;
      return FALSE;
    }

  self->n_nodes += counts (self, level);
  if (self->n_nodes % 256 == 0)
    luotain_search_look (self);
  return self->end == LUOTAIN_END_COMPLETE;
}

/* Looks at what is possible at @level, which is already propagated. @share is how much of the whole search it is; in a dive,
 * for how many steps it stands. */
INLINE void
search_level (LuotainSearch *self, guint level, guint n_undecided, double share, Deeper deeper, Shape shape)
{
  const guint n = self->problem->n_variables;
  Vector *bounds = (Vector *) self->bounds + (gsize) level * shape.n_vectors;
  guint64 *alive = self->levels + (gsize) level * shape.n_words;
  guint8 *undecided = self->undecided + (gsize) level * n;
  const LuotainProblemVariable *variable;
  guint best;

  if (level == LUOTAIN_SEARCH_SPLIT_LEVEL && self->split != NULL && !luotain_search_claim (self))
    return;
  if (!take_step (self, level))
    return;
  self->estimate += share;
  if (level > 0)
    memcpy (undecided, undecided - n, n_undecided);
  if (!(level == 0 ? shave_root (self, bounds, alive, undecided, &n_undecided, &best, shape)
                   : shave (self, bounds, alive, undecided, &n_undecided, &best, shape))
      || !is_of_interest (self->problem, bounds, alive))
    {
      self->done += counts (self, level) ? share : 0;
      return;
    }
  if (level == 0)
    memcpy (self->alive, alive, sizeof (guint64) * shape.n_words);
  best = find_undecided (self, alive, undecided, n_undecided, best);
  if (self->only_reduce)
    return;
  if (best == G_MAXUINT)
    {
      if (counts (self, level))
        {
          luotain_search_add (self, alive);
          self->done += share;
        }
      return;
    }

  variable = &self->problem->variables[best];
  if (self->dive != NULL)
    {
      dive (self, variable, level, n_undecided, share, deeper, shape);
      return;
    }
  share /= __builtin_popcountll (states_of (variable, alive));
  for (guint64 rest = states_of (variable, alive); rest != 0 && self->end == LUOTAIN_END_COMPLETE;
       rest &= rest - 1)
    if (descend (self, variable, (guint) __builtin_ctzll (rest), level, shape))
      deeper (self, level + 1, n_undecided, share);
    else
      self->done += counts (self, level) ? share : 0;
}

#define DEFINE_SEARCH(name, words, vectors, of_first) \
  static void name (LuotainSearch *self, guint level, guint n_undecided, double share) \
  { \
    search_level (self, level, n_undecided, share, name, (Shape){ words, vectors, of_first }); \
  }

DEFINE_SEARCH (search_any, self->problem->n_words, self->problem->n_vectors, self->problem->vector_starts[1])
#ifdef WITH_SHAPES
DEFINE_SEARCH (search_1, 1, 1, 1)
DEFINE_SEARCH (search_2, 1, 2, 2)
DEFINE_SEARCH (search_3, 1, 3, 3)
DEFINE_SEARCH (search_4, 1, 4, 4)
DEFINE_SEARCH (search_2_2, 2, 4, 2)
DEFINE_SEARCH (search_3_2, 2, 5, 3)
DEFINE_SEARCH (search_3_3, 2, 6, 3)
#endif

static Deeper
pick_search (const LuotainProblem *problem)
{
#ifdef WITH_SHAPES
  const Deeper of_one_word[] = { NULL, search_1, search_2, search_3, search_4 };
  const guint of_first = problem->vector_starts[1];

  if (problem->n_words == 1 && problem->n_vectors <= 4)
    return of_one_word[problem->n_vectors];
  if (problem->n_words == 2 && of_first == 2 && problem->n_vectors == 4)
    return search_2_2;
  if (problem->n_words == 2 && of_first == 3 && problem->n_vectors == 5)
    return search_3_2;
  if (problem->n_words == 2 && of_first == 3 && problem->n_vectors == 6)
    return search_3_3;
#endif

  return search_any;
}

void
LUOTAIN_KERNEL (LuotainSearch *self)
{
  const LuotainProblem *problem = self->problem;
  const Shape shape = { problem->n_words, problem->n_vectors, problem->vector_starts[1] };
  const gsize n_scratch = 4;

  self->bounds = g_aligned_alloc (problem->n_variables + 2 + n_scratch, sizeof (Vector) * shape.n_vectors,
                                  128);
  self->levels = g_new (guint64, (gsize) (problem->n_variables + 2) * shape.n_words);
  self->undecided = g_malloc ((gsize) (problem->n_variables + 2) * problem->n_variables);
  memcpy (self->bounds, problem->start, sizeof (Vector) * shape.n_vectors);
  memcpy (self->levels, problem->alive, sizeof (guint64) * shape.n_words);
  for (guint i = 0; i < problem->n_variables; i++)
    self->undecided[i] = (guint8) i;

  if (propagate (self, self->bounds, self->levels, shape)
      && is_of_interest (problem, self->bounds, self->levels)
      && count_far (problem, self->levels) <= self->max_distance)
    pick_search (problem) (self, 0, problem->n_variables, 1);
  else
    self->done += 1;

  g_aligned_free (self->bounds);
  g_free (self->levels);
  g_free (self->undecided);
}
