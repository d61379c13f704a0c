#include "luotain-consistent-problem.h"

#include <math.h>
#include <string.h>

/* What a possible state more adds to what is left to search, as a power of two: with this, seeded models took the fewest steps.
 * Beyond some number of states the weights would leave the range of a double. */
#define BITS_PER_STATE 0.4
#define MANY_STATES 2000

/* While a problem is set up its lanes are plain numbers. */
typedef struct
{
  LuotainProblem *problem;
  const LuotainCrossImpact *matrix;
  const gboolean *possible;
  gsize n_lanes;
  int *start;
  /* For each variable and each of its states a row of lanes. */
  int **rows;
} Draft;

static int
compare_variables (gconstpointer a, gconstpointer b)
{
  const LuotainProblemVariable *first = a;
  const LuotainProblemVariable *second = b;

  if (first->n_states != second->n_states)
    return first->n_states > second->n_states ? -1 : 1;

  return (int) first->index - (int) second->index;
}

/* Gives each variable a field, and each word as many vectors as its first variable has rivals, which has most. */
static void
lay_out (LuotainProblem *self)
{
  guint bit = LUOTAIN_LANES;
  guint word = G_MAXUINT;

  qsort (self->variables, self->n_variables, sizeof (LuotainProblemVariable), compare_variables);
  self->vector_starts = g_new0 (guint, self->n_variables + 2);
  self->lows = g_new0 (guint64, self->n_variables + 1);
  self->tops = g_new0 (guint64, self->n_variables + 1);
  self->alive = g_new0 (guint64, self->n_variables + 1);
  self->variable_at = g_malloc0 ((gsize) (self->n_variables + 1) * LUOTAIN_LANES);
  for (guint i = 0; i < self->n_variables; i++)
    {
      LuotainProblemVariable *variable = &self->variables[i];

      if (bit + variable->n_states > LUOTAIN_LANES)
        {
          bit = 0;
          word++;
          self->vector_starts[word + 1] = self->vector_starts[word] + variable->n_states - 1;
        }
      variable->word = word;
      variable->shift = bit;
      variable->field = ((G_GUINT64_CONSTANT (1) << variable->n_states) - 1) << bit;
      self->lows[word] |= variable->field >> 1 & variable->field;
      self->tops[word] |= G_GUINT64_CONSTANT (1) << (bit + variable->n_states - 1);
      memset (self->variable_at + (gsize) word * LUOTAIN_LANES + bit, (int) i, variable->n_states);
      bit += variable->n_states;
    }

  self->n_words = word + 1;
  self->n_vectors = self->vector_starts[self->n_words];
}

guint
luotain_problem_lane (const LuotainProblem *self, guint variable, guint chosen, guint rival)
{
  const LuotainProblemVariable *v = &self->variables[variable];
  const guint turn = (rival + v->n_states - chosen) % v->n_states;

  return (self->vector_starts[v->word] + turn - 1) * LUOTAIN_LANES + v->shift + chosen;
}

/* What a state of the matrix adds to θ(chosen) − θ(rival) of every state of the problem. */
static void
fill_row (const Draft *draft, guint state, int *row)
{
  const LuotainProblem *problem = draft->problem;
  const gint16 *judgements = draft->matrix->judgements + (gsize) state * draft->matrix->n_states;

  for (guint j = 0; j < problem->n_variables; j++)
    {
      const LuotainProblemVariable *variable = &problem->variables[j];
      const gint16 *block = judgements + draft->matrix->offsets[variable->index];
      int *lanes = row + problem->vector_starts[variable->word] * LUOTAIN_LANES + variable->shift;
      const guint n = variable->n_states;

      for (guint turn = 1; turn < n; turn++, lanes += LUOTAIN_LANES)
        for (guint a = 0; a < n; a++)
          lanes[a] = block[a] - block[a + turn < n ? a + turn : a + turn - n];
    }
}

static guint
find_first_possible (const Draft *draft, guint variable)
{
  guint state = draft->matrix->offsets[variable];

  while (state + 1 < draft->matrix->offsets[variable + 1] && !draft->possible[state])
    state++;

  return state;
}

/* What the variables add that are not searched. */
static void
add_constants (Draft *draft)
{
  const LuotainCrossImpact *matrix = draft->matrix;
  g_autofree gboolean *searched = g_new0 (gboolean, matrix->n_variables + 1);
  g_autofree int *row = g_new0 (int, draft->n_lanes);

  for (guint i = 0; i < draft->problem->n_variables; i++)
    searched[draft->problem->variables[i].index] = TRUE;

  for (guint i = 0; i < matrix->n_variables; i++)
    {
      if (searched[i])
        continue;
      fill_row (draft, find_first_possible (draft, i), row);
      for (gsize l = 0; l < draft->n_lanes; l++)
        draft->start[l] += row[l];
    }
}

/* The widest that any lane can become says how many bits a lane needs. */
static void
choose_lane_size (Draft *draft)
{
  LuotainProblem *problem = draft->problem;
  g_autofree int *lows = g_memdup2 (draft->start, sizeof (int) * draft->n_lanes);
  g_autofree int *highs = g_memdup2 (draft->start, sizeof (int) * draft->n_lanes);
  int low = 0;
  int high = 0;

  for (guint i = 0; i < problem->n_variables; i++)
    for (gsize l = 0; l < draft->n_lanes; l++)
      {
        int least = draft->rows[i][l];
        int most = least;

        for (guint x = 1; x < problem->variables[i].n_states; x++)
          {
            least = MIN (least, draft->rows[i][x * draft->n_lanes + l]);
            most = MAX (most, draft->rows[i][x * draft->n_lanes + l]);
          }
        lows[l] += least;
        highs[l] += most;
      }

  for (gsize l = 0; l < draft->n_lanes; l++)
    {
      low = MIN (low, lows[l]);
      high = MAX (high, highs[l]);
    }
  problem->lane_size = 4;
  if (low >= G_MININT16 && high <= G_MAXINT16)
    problem->lane_size = 2;
  if (low >= G_MININT8 && high <= G_MAXINT8)
    problem->lane_size = 1;
}

static void
write_lanes (const Draft *draft, const int *lanes, gpointer to)
{
  gint8 *small = to;
  gint16 *middle = to;

  if (draft->problem->lane_size == 4)
    memcpy (to, lanes, sizeof (int) * draft->n_lanes);
  else if (draft->problem->lane_size == 2)
    for (gsize l = 0; l < draft->n_lanes; l++)
      middle[l] = (gint16) lanes[l];
  else
    for (gsize l = 0; l < draft->n_lanes; l++)
      small[l] = (gint8) lanes[l];
}

/* For every set of states the largest each lane can get: that of the set without its lowest state, or of that state. */
static void
write_sets (const Draft *draft, guint i)
{
  LuotainProblemVariable *variable = &draft->problem->variables[i];
  const gsize n = draft->n_lanes;
  const gsize size = n * draft->problem->lane_size;
  const guint n_sets = 1U << variable->n_states;
  g_autofree int *sets = g_new0 (int, n_sets *n);

  variable->rows = g_aligned_alloc (n_sets, size, 128);
  for (guint set = 0; set < n_sets; set++)
    {
      const int *rest = sets + (set & (set - 1)) * n;

      if (set != 0)
        {
          const int *row = draft->rows[i] + (gsize) __builtin_ctz (set) * n;

          if ((set & (set - 1)) == 0)
            memcpy (sets + set * n, row, sizeof (int) * n);
          else
            for (gsize l = 0; l < n; l++)
              sets[set * n + l] = MAX (rest[l], row[l]);
        }
      write_lanes (draft, sets + set * n, (char *) variable->rows + set * size);
    }
}

static void
write_rows (const Draft *draft, guint i)
{
  LuotainProblemVariable *variable = &draft->problem->variables[i];
  const gsize size = draft->n_lanes * draft->problem->lane_size;

  if (variable->n_states <= LUOTAIN_PROBLEM_TABLE_STATES)
    {
      write_sets (draft, i);
      return;
    }

  variable->rows = g_aligned_alloc (variable->n_states, size, 128);
  for (guint x = 0; x < variable->n_states; x++)
    write_lanes (draft, draft->rows[i] + x * draft->n_lanes, (char *) variable->rows + x * size);
}

/* The start holds what all variables add at most. */
static void
write_start (Draft *draft)
{
  LuotainProblem *problem = draft->problem;

  for (guint i = 0; i < problem->n_variables; i++)
    {
      const LuotainProblemVariable *variable = &problem->variables[i];

      for (gsize l = 0; l < draft->n_lanes; l++)
        {
          int most = G_MININT;

          for (guint x = 0; x < variable->n_states; x++)
            if (draft->possible[draft->matrix->offsets[variable->index] + x])
              most = MAX (most, draft->rows[i][x * draft->n_lanes + l]);
          draft->start[l] += most;
        }
    }

  problem->start = g_aligned_alloc (1, MAX (draft->n_lanes, 1) * problem->lane_size, 128);
  write_lanes (draft, draft->start, problem->start);
}

static void
fill_weights (LuotainProblem *self)
{
  const guint most = self->n_words * LUOTAIN_LANES;

  self->weights = g_new (double, most + 1);
  for (guint states = 0; states <= most; states++)
    self->weights[states] = exp2 (BITS_PER_STATE * MIN (states, MANY_STATES));
}

LuotainProblem *
luotain_problem_new (const LuotainCrossImpact *matrix, const guint *indexes, guint n,
                     const gboolean *possible, int ic)
{
  LuotainProblem *self = g_new0 (LuotainProblem, 1);
  Draft draft = { self, matrix, possible };

  self->n_variables = n;
  self->variables = g_new0 (LuotainProblemVariable, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->variables[i] = (LuotainProblemVariable){ .index = indexes[i],
                                                   .n_states = matrix->states[indexes[i]],
                                                   .near_state = LUOTAIN_OPEN };
  lay_out (self);
  fill_weights (self);

  draft.n_lanes = (gsize) self->n_vectors * LUOTAIN_LANES;
  draft.start = g_new (int, MAX (draft.n_lanes, 1));
  draft.rows = g_new (int *, MAX (n, 1));
  for (gsize l = 0; l < draft.n_lanes; l++)
    draft.start[l] = ic;
  for (guint i = 0; i < n; i++)
    {
      const LuotainProblemVariable *variable = &self->variables[i];

      draft.rows[i] = g_new0 (int, variable->n_states *draft.n_lanes);
      for (guint x = 0; x < variable->n_states; x++)
        {
          const guint state = matrix->offsets[variable->index] + x;

          fill_row (&draft, state, draft.rows[i] + x * draft.n_lanes);
          if (possible[state])
            self->alive[variable->word] |= G_GUINT64_CONSTANT (1) << (variable->shift + x);
        }
    }

  add_constants (&draft);
  choose_lane_size (&draft);
  for (guint i = 0; i < n; i++)
    write_rows (&draft, i);
  write_start (&draft);
  for (guint i = 0; i < n; i++)
    g_free (draft.rows[i]);
  g_free (draft.rows);
  g_free (draft.start);
  return self;
}

void
luotain_problem_free (LuotainProblem *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_variables; i++)
    g_aligned_free (self->variables[i].rows);

  g_aligned_free (self->start);
  g_free (self->variables);
  g_free (self->vector_starts);
  g_free (self->lows);
  g_free (self->weights);
  g_free (self->tops);
  g_free (self->variable_at);
  g_free (self->alive);
  g_free (self->watches);
  g_free (self);
}
