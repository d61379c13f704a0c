#pragma once

#include "luotain-computation.h"
#include "luotain-cross-impact.h"

G_BEGIN_DECLS

/* What the search for consistent paths works on; for the files of this folder.
 *
 * Every state of a variable has a bit in a word of 64; the bits of a variable are a field. For every state a there is one lane
 * for each rival r: an upper bound of θ(a) − θ(r) + IC over all paths that are still possible. The lanes of the first rival of
 * all states of a word make a vector, those of the second rival the next, and so on. A state with a lane below zero cannot be
 * chosen: the sign bits of a word's vectors together say which. */

#define LUOTAIN_LANES 64

/** LUOTAIN_PROBLEM_TABLE_STATES: up to so many states, what a variable adds is kept for every set of its states. */
#define LUOTAIN_PROBLEM_TABLE_STATES 6

/**
 * LuotainProblemVariable:
 * @index: which variable of the matrix it is
 * @n_states: its states
 * @word: the word its field is in
 * @shift: the lowest bit of its field
 * @field: its bits within the word
 * @rows: what it adds to all lanes, of type lane: for every set of its states if there are few of them, else for every state
 * @near_state: the state that counts as near, or LUOTAIN_OPEN
 */
typedef struct
{
  guint index;
  guint n_states;
  guint word;
  guint shift;
  guint64 field;
  void *rows;
  guint near_state;
} LuotainProblemVariable;

/** LuotainWatch: a lane, and the state that has to be possible for it to count (0: none). */
typedef struct
{
  guint lane;
  guint word;
  guint64 state;
} LuotainWatch;

/**
 * LuotainProblem:
 * @n_variables: variables with two or more states
 * @variables: those with the most states first
 * @n_words: words of bits
 * @n_vectors: vectors of lanes
 * @lane_size: bytes of a lane: 1, 2 or 4
 * @vector_starts: for each word which is its first vector, and behind the last the number of vectors
 * @tops: for each word the highest bit of every field
 * @lows: for each word the bits below these
 * @variable_at: which variable a bit belongs to, by word × 64 + bit
 * @weights: how much is left to search, roughly, where so many states are possible in all
 * @start: the bounds before anything is chosen
 * @alive: the states that are possible, by word
 * @n_watches: lanes watched; if there are any, one of them has to be @watch_least or more
 * @watches: those lanes
 * @watch_least: see @n_watches
 */
typedef struct
{
  guint n_variables;
  LuotainProblemVariable *variables;
  guint n_words;
  guint n_vectors;
  guint lane_size;
  guint *vector_starts;
  guint64 *tops;
  guint64 *lows;
  guint8 *variable_at;
  double *weights;
  void *start;
  guint64 *alive;
  guint n_watches;
  LuotainWatch *watches;
  int watch_least;
} LuotainProblem;

/**
 * luotain_problem_new:
 * @matrix: the judgements
 * @indexes: variables of @matrix that have two or more states
 * @n: how many
 * @possible: for each state of the matrix whether it is possible
 * @ic: the inconsistency that is let pass
 *
 * Sets up the search among the variables named. What variables not named add is taken to be that of their first possible state.
 *
 * Returns: (transfer full): the problem
 */
LuotainProblem *luotain_problem_new (const LuotainCrossImpact *matrix, const guint *indexes, guint n,
                                     const gboolean *possible, int ic);

/** luotain_problem_free: */
void luotain_problem_free (LuotainProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainProblem, luotain_problem_free)

/** luotain_problem_lane: Returns: the lane that bounds θ(@chosen) − θ(@rival) of a variable. */
guint luotain_problem_lane (const LuotainProblem *self, guint variable, guint chosen, guint rival);

G_END_DECLS
