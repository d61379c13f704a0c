#pragma once

#include "luotain-computation.h"
#include "luotain-cross-impact.h"
#include "luotain-db.h"

G_BEGIN_DECLS

/** LUOTAIN_MATRIX_MAX_STATES: a workbook's matrix has at most so many states in all. */
#define LUOTAIN_MATRIX_MAX_STATES 4096

/** LuotainMatrixQuery: which matrix to load. */
typedef struct
{
  gint64 sector; /* its key variables and those without a sector; 0 for all */
  LuotainLanguage language; /* of titles */
} LuotainMatrixQuery;

/** LuotainMatrixVariable: a key variable that has states. */
typedef struct
{
  gint64 id;
  gint64 sector; /* 0 for none */
  char *title;
  guint first; /* where its states begin among all */
  guint n_states;
} LuotainMatrixVariable;

/** LuotainMatrixState: one of its states. */
typedef struct
{
  gint64 id;
  char *title;
  char *image; /* (nullable): key */
  guint variable;
  guint index; /* within its variable, from 0 */
} LuotainMatrixState;

/** LuotainMatrixScenario: one of the group's own scenarios. */
typedef struct
{
  gint64 id;
  char *title;
  guint8 *path; /* a state of each variable, from 0; LUOTAIN_OPEN where the row is open */
  guint n_open; /* rows left open */
} LuotainMatrixScenario;

/**
 * LuotainMatrixAnswer:
 * @LUOTAIN_MATRIX_UNASKED: nobody has said yet whether there is a direct influence
 * @LUOTAIN_MATRIX_NO: there is none: the block is closed and counts as zeros, judgements it may have from before included
 * @LUOTAIN_MATRIX_YES: there is one: the block is open
 */
typedef enum
{
  LUOTAIN_MATRIX_UNASKED,
  LUOTAIN_MATRIX_NO,
  LUOTAIN_MATRIX_YES,
} LuotainMatrixAnswer;

/**
 * LuotainMatrixBlock: the judgements of one variable on another.
 *
 * The block of a variable on itself is all zeros. A block that nobody was asked about and that has judgements
 * nevertheless is open, as if the answer had been yes.
 */
typedef struct
{
  LuotainMatrixAnswer answer; /* the one given later, where two influences answer */
  gint64 influence; /* id of that record, 0 where nobody was asked */
  gboolean is_open;
  guint n_judged; /* cells with a judgement, 0 counted too */
  guint n_screens_left; /* source states of which not every cell is judged; 0 where the block is not open */
} LuotainMatrixBlock;

/**
 * LuotainMatrix: the cross-impact matrix of a sector as it stands in the workbook, with what it is about.
 *
 * Variables, states and scenarios stand in their order; variables without states are left out. A *screen* is one source
 * state on one target variable: what the room judges at a time.
 */
typedef struct
{
  LuotainCrossImpact *cross_impact; /* variables and states by the same indexes */
  GPtrArray *variables; /* (element-type LuotainMatrixVariable) */
  GPtrArray *states; /* (element-type LuotainMatrixState): of all variables one after the other */
  GPtrArray *scenarios; /* (element-type LuotainMatrixScenario) */
  GPtrArray *without_states; /* (element-type utf8): titles of the variables left out */
  LuotainMatrixBlock *blocks; /* n × n; see luotain_matrix_get_block() */
  GHashTable *cells; /* see luotain_matrix_get_judgement() */
  guint n_questions; /* of step 1: ordered pairs of variables */
  guint n_questions_left;
  guint n_screens; /* of step 2: in the blocks that are open */
  guint n_screens_left;
  guint n_judged; /* cells with a judgement, in blocks that are open */
} LuotainMatrix;

void luotain_matrix_free (LuotainMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainMatrix, luotain_matrix_free)

/**
 * luotain_matrix_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainMatrixQuery, the result a #LuotainMatrix. Where two judgements, or two
 * influences, stand for one pair, the one that changed later counts. Fails with LUOTAIN_STORE_ERROR_INVALID where the
 * workbook holds more than a #LuotainCrossImpact can: too many variables or states, or a judgement out of range.
 */
gboolean luotain_matrix_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** luotain_matrix_get_variable: Returns: (transfer none): a variable by its index. */
const LuotainMatrixVariable *luotain_matrix_get_variable (const LuotainMatrix *self, guint i);

/** luotain_matrix_get_state: Returns: (transfer none): state @x of variable @i. */
const LuotainMatrixState *luotain_matrix_get_state (const LuotainMatrix *self, guint i, guint x);

/** luotain_matrix_get_scenario: Returns: (transfer none): a scenario by its index. */
const LuotainMatrixScenario *luotain_matrix_get_scenario (const LuotainMatrix *self, guint index);

/**
 * luotain_matrix_find_variable:
 * @id: a key variable
 * @i: (out) (optional): its index
 *
 * Returns: (transfer none) (nullable): the variable with this id
 */
const LuotainMatrixVariable *luotain_matrix_find_variable (const LuotainMatrix *self, gint64 id, guint *i);

/** luotain_matrix_find_state: Returns: (transfer none) (nullable): the state with this id. */
const LuotainMatrixState *luotain_matrix_find_state (const LuotainMatrix *self, gint64 id);

/** luotain_matrix_find_scenario: Returns: (transfer none) (nullable): the scenario with this id. */
const LuotainMatrixScenario *luotain_matrix_find_scenario (const LuotainMatrix *self, gint64 id);

/** luotain_matrix_get_block: Returns: (transfer none): the block of variable @i on variable @j. */
const LuotainMatrixBlock *luotain_matrix_get_block (const LuotainMatrix *self, guint i, guint j);

/**
 * luotain_matrix_get_judgement:
 * @i: the variable that influences
 * @x: its state
 * @j: the variable influenced
 * @y: its state
 *
 * Returns: the id of the judgement that counts for the cell, 0 where it is not judged yet; its value stands in
 *   @cross_impact, unless the block is closed
 */
gint64 luotain_matrix_get_judgement (const LuotainMatrix *self, guint i, guint x, guint j, guint y);

/** luotain_matrix_screen_is_judged: Returns: whether every cell of state @x of variable @i on variable @j has a judgement. */
gboolean luotain_matrix_screen_is_judged (const LuotainMatrix *self, guint i, guint x, guint j);

G_END_DECLS
