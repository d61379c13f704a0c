#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LUOTAIN_CROSS_IMPACT_MAX_VARIABLES: a matrix has at most so many variables. */
#define LUOTAIN_CROSS_IMPACT_MAX_VARIABLES 250

/** LUOTAIN_CROSS_IMPACT_MAX_STATES: a variable has at most so many states. */
#define LUOTAIN_CROSS_IMPACT_MAX_STATES 60

/** LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT: a judgement lies between the negative of this and this. */
#define LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT 1000

/**
 * LuotainCrossImpact:
 * @n_variables: variables
 * @n_states: states of all variables together
 * @states: states of each variable, 1 or more
 * @offsets: @n_variables + 1 numbers: which of all states is the first of a variable
 * @judgements: @n_states × @n_states numbers; the row is the state that influences, the column the one influenced
 *
 * A cross-impact matrix (W. Weimer-Jehle, Technological Forecasting & Social Change 73, 2006, 334–361). The judgement
 * C[i,x → j,y] says how variable i, when it is in state x, directly influences j being in state y. The block of a variable
 * on itself holds zeros. The members are to be read; write with luotain_cross_impact_set().
 *
 * A path is an array of @n_variables states, each counted from 0 within its variable.
 */
typedef struct
{
  guint n_variables;
  guint n_states;
  guint *states;
  guint *offsets;
  gint16 *judgements;
} LuotainCrossImpact;

/**
 * LuotainVerdict:
 * @inconsistency: by how much the worst placed variable falls behind its best state, 0 where the path is consistent
 * @consistency_value: the least lead of a chosen state before its best rival: below 0 inconsistent, 0 tied, above 0 strict.
 *   Variables of one state are left out; 0 where none is left
 * @total_impact_score: the sum of the scores of the chosen states
 */
typedef struct
{
  int inconsistency;
  int consistency_value;
  int total_impact_score;
} LuotainVerdict;

/**
 * luotain_cross_impact_new:
 * @n_variables: variables, at most LUOTAIN_CROSS_IMPACT_MAX_VARIABLES
 * @n_states: states of each, 1 to LUOTAIN_CROSS_IMPACT_MAX_STATES
 *
 * Returns: (transfer full): a matrix of zeros
 */
LuotainCrossImpact *luotain_cross_impact_new (guint n_variables, const guint *n_states);

/** luotain_cross_impact_copy: Returns: (transfer full): a matrix with the same judgements. */
LuotainCrossImpact *luotain_cross_impact_copy (const LuotainCrossImpact *self);

/** luotain_cross_impact_free: */
void luotain_cross_impact_free (LuotainCrossImpact *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCrossImpact, luotain_cross_impact_free)

/** luotain_cross_impact_get: Returns: the judgement of how @i in state @x influences @j being in state @y. */
int luotain_cross_impact_get (const LuotainCrossImpact *self, guint i, guint x, guint j, guint y);

/**
 * luotain_cross_impact_set:
 * @i: the variable that influences
 * @x: its state
 * @j: the variable influenced; not @i
 * @y: its state
 * @judgement: at most LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT either way
 */
void luotain_cross_impact_set (LuotainCrossImpact *self, guint i, guint x, guint j, guint y, int judgement);

/** luotain_cross_impact_same_shape: Returns: whether both matrices have the same variables with as many states. */
gboolean luotain_cross_impact_same_shape (const LuotainCrossImpact *self, const LuotainCrossImpact *other);

/** luotain_cross_impact_block_is_empty: Returns: whether all judgements of @i on @j are 0. */
gboolean luotain_cross_impact_block_is_empty (const LuotainCrossImpact *self, guint i, guint j);

/** luotain_cross_impact_n_combinations: Returns: the number of paths, as near as a double holds it. */
double luotain_cross_impact_n_combinations (const LuotainCrossImpact *self);

/**
 * luotain_cross_impact_n_combinations_string:
 *
 * Returns: (transfer full): the number of paths in decimal digits, exact however large it is
 */
char *luotain_cross_impact_n_combinations_string (const LuotainCrossImpact *self);

/**
 * luotain_cross_impact_score:
 * @path: a path without open variables
 * @scores: (out caller-allocates): @n_states scores θ, a variable's states one after the other: what the chosen states of all
 *   other variables add up to
 *
 * The impact balances of a path.
 */
void luotain_cross_impact_score (const LuotainCrossImpact *self, const guint8 *path, int *scores);

/**
 * luotain_cross_impact_judge:
 * @path: a path without open variables
 * @verdict: (out): how consistent it is
 */
void luotain_cross_impact_judge (const LuotainCrossImpact *self, const guint8 *path, LuotainVerdict *verdict);

/**
 * luotain_cross_impact_is_consistent:
 * @path: a path without open variables
 * @ic: the inconsistency that is let pass, 0 or more
 */
gboolean luotain_cross_impact_is_consistent (const LuotainCrossImpact *self, const guint8 *path, int ic);

G_END_DECLS
