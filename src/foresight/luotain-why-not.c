#include "luotain-why-not.h"

#include "luotain-consistent-set.h"

#include <string.h>

#define DEFAULT_BUDGET 1000000
/* Completions and nearest paths can be very many where hardly anything is judged. */
#define MANY 100000

typedef struct
{
  const LuotainCrossImpact *matrix;
  int ic;
  int lowest;
  int highest;
  guint64 node_budget;
  GCancellable *cancellable;
} Question;

static LuotainConsistentSet *
find_completions (const Question *question, const guint8 *path, int ic, gsize limit)
{
  const LuotainConsistentOptions options = {
    .ic = ic, .limit = limit, .node_budget = question->node_budget, .fixed = path
  };

  return luotain_consistent_find (question->matrix, &options, question->cancellable, NULL, NULL);
}

/* The least inconsistency at which the path can be completed. What was not searched to the end counts as impossible. */
static int
find_least_inconsistency (const Question *question, const guint8 *path, LuotainEnd *end)
{
  int too_little = -1;
  int enough = 0;

  for (int step = 1;; step *= 2)
    {
      g_autoptr (LuotainConsistentSet) found = find_completions (question, path, enough, 1);

      if (found->n > 0)
        break;
      if (found->end != LUOTAIN_END_COMPLETE)
        *end = found->end;
      if (g_cancellable_is_cancelled (question->cancellable))
        return enough;
      too_little = enough;
      enough += step;
    }

  while (enough - too_little > 1)
    {
      const int middle = too_little + (enough - too_little) / 2;
      g_autoptr (LuotainConsistentSet) found = find_completions (question, path, middle, 1);

      if (found->n > 0)
        enough = middle;
      else
        too_little = middle;
      if (found->n == 0 && found->end != LUOTAIN_END_COMPLETE)
        *end = found->end;
    }

  return enough;
}

static void
complete_path (const Question *question, const guint8 *path, LuotainWhyNot *self)
{
  const guint n = self->n_variables;
  g_autoptr (LuotainConsistentSet) found = NULL;

  memcpy (self->path, path, n);
  for (guint j = 0; j < n; j++)
    self->completed |= path[j] == LUOTAIN_OPEN;
  if (!self->completed)
    return;

  found = find_completions (question, path, find_least_inconsistency (question, path, &self->end), MANY);
  if (found->end != LUOTAIN_END_COMPLETE)
    self->end = found->end;
  for (guint j = 0; j < n; j++)
    if (path[j] == LUOTAIN_OPEN)
      self->path[j] = found->n > 0 ? luotain_consistent_set_path (found, 0)[j] : 0;
}

static int
compare_pushes (gconstpointer a, gconstpointer b)
{
  const LuotainPush *first = a;
  const LuotainPush *second = b;
  const int difference = (second->on_rival - second->on_chosen) - (first->on_rival - first->on_chosen);

  return difference != 0 ? difference : (int) first->source - (int) second->source;
}

static void
find_pushes (const LuotainCrossImpact *matrix, const guint8 *path, LuotainBreak *b)
{
  b->pushes = g_new (LuotainPush, matrix->n_variables);
  for (guint i = 0; i < matrix->n_variables; i++)
    {
      const LuotainPush push = { i, path[i],
                                 luotain_cross_impact_get (matrix, i, path[i], b->variable, b->chosen),
                                 luotain_cross_impact_get (matrix, i, path[i], b->variable, b->rival) };

      if (push.on_chosen != push.on_rival)
        b->pushes[b->n_pushes++] = push;
    }

  qsort (b->pushes, b->n_pushes, sizeof (LuotainPush), compare_pushes);
}

/* All mends of a break change a judgement by as much; those where somebody has seen an influence already come first. */
static int
compare_mends (gconstpointer a, gconstpointer b)
{
  const LuotainJudgementChange *first = a;
  const LuotainJudgementChange *second = b;

  if ((first->was == 0) != (second->was == 0))
    return first->was == 0 ? 1 : -1;
  if (first->source != second->source)
    return first->source < second->source ? -1 : 1;

  return (int) first->target_state - (int) second->target_state;
}

static void
add_mend (const Question *question, const guint8 *path, LuotainBreak *b, guint source, guint target_state,
          int change)
{
  const int was = luotain_cross_impact_get (question->matrix, source, path[source], b->variable,
                                            target_state);
  const int becomes = was + change;

  if (becomes >= question->lowest && becomes <= question->highest)
    b->mends[b->n_mends++] = (LuotainJudgementChange){ source,       path[source], b->variable,
                                                       target_state, was,          becomes };
}

/* One judgement mends a variable by lifting the chosen state; or by lowering the rival, if it is the only one too high. */
static void
find_mends (const Question *question, const guint8 *path, const int *balance, LuotainBreak *b)
{
  const LuotainCrossImpact *matrix = question->matrix;
  const int lacking = b->deficit - question->ic;
  guint n_rivals = 0;

  for (guint l = 0; l < matrix->states[b->variable]; l++)
    n_rivals += balance[l] - balance[b->chosen] > question->ic;

  b->mends = g_new (LuotainJudgementChange, matrix->n_variables * 2);
  for (guint i = 0; i < matrix->n_variables; i++)
    {
      if (i == b->variable)
        continue;
      add_mend (question, path, b, i, b->chosen, lacking);
      if (n_rivals == 1)
        add_mend (question, path, b, i, b->rival, -lacking);
    }

  qsort (b->mends, b->n_mends, sizeof (LuotainJudgementChange), compare_mends);
}

static int
compare_breaks (gconstpointer a, gconstpointer b)
{
  const LuotainBreak *first = a;
  const LuotainBreak *second = b;

  return first->deficit != second->deficit ? second->deficit - first->deficit
                                           : (int) first->variable - (int) second->variable;
}

static void
find_breaks (const Question *question, LuotainWhyNot *self)
{
  const LuotainCrossImpact *matrix = question->matrix;
  g_autofree int *scores = g_new (int, MAX (matrix->n_states, 1));

  luotain_cross_impact_score (matrix, self->path, scores);
  self->breaks = g_new0 (LuotainBreak, MAX (self->n_variables, 1));
  for (guint j = 0; j < self->n_variables; j++)
    {
      const int *balance = scores + matrix->offsets[j];
      LuotainBreak b = { .variable = j, .chosen = self->path[j] };

      for (guint l = 1; l < matrix->states[j]; l++)
        if (balance[l] > balance[b.rival])
          b.rival = l;
      b.deficit = balance[b.rival] - balance[b.chosen];
      if (b.deficit <= question->ic)
        continue;
      find_pushes (matrix, self->path, &b);
      find_mends (question, self->path, balance, &b);
      self->breaks[self->n_breaks++] = b;
    }

  qsort (self->breaks, self->n_breaks, sizeof (LuotainBreak), compare_breaks);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const LuotainStateChange *first = a;
  const LuotainStateChange *second = b;

  if (first->verdict.inconsistency != second->verdict.inconsistency)
    return first->verdict.inconsistency - second->verdict.inconsistency;
  if (first->verdict.consistency_value != second->verdict.consistency_value)
    return second->verdict.consistency_value - first->verdict.consistency_value;
  if (first->variable != second->variable)
    return first->variable < second->variable ? -1 : 1;

  return (int) first->state - (int) second->state;
}

static void
find_changes (const Question *question, const guint8 *asked, LuotainWhyNot *self)
{
  const LuotainCrossImpact *matrix = question->matrix;
  g_autofree guint8 *changed = g_memdup2 (self->path, self->n_variables);

  self->changes = g_new (LuotainStateChange, MAX (matrix->n_states, 1));
  for (guint j = 0; j < self->n_variables; j++)
    {
      for (guint l = 0; l < matrix->states[j] && asked[j] != LUOTAIN_OPEN; l++)
        if (l != self->path[j])
          {
            LuotainStateChange *change = &self->changes[self->n_changes++];

            change->variable = j;
            change->state = l;
            changed[j] = (guint8) l;
            luotain_cross_impact_judge (matrix, changed, &change->verdict);
          }
      changed[j] = self->path[j];
    }

  qsort (self->changes, self->n_changes, sizeof (LuotainStateChange), compare_changes);
}

static guint
count_differences (const guint8 *first, const guint8 *second, guint n)
{
  guint distance = 0;

  for (guint j = 0; j < n; j++)
    distance += first[j] != second[j];

  return distance;
}

static void
pick_nearest (const Question *question, const LuotainConsistentSet *known, LuotainWhyNot *self)
{
  LuotainConsistentSet *nearest = luotain_consistent_set_new (self->n_variables, question->ic);

  self->distance = G_MAXUINT;
  for (gsize p = 0; p < known->n; p++)
    {
      const guint8 *path = luotain_consistent_set_path (known, p);
      const guint distance = count_differences (self->path, path, self->n_variables);

      if (distance < self->distance)
        luotain_consistent_set_clear (nearest);
      self->distance = MIN (self->distance, distance);
      if (distance == self->distance)
        luotain_consistent_set_add (nearest, path);
    }

  luotain_consistent_set_finish (nearest, question->matrix);
  self->nearest = nearest;
}

static void
search_nearest (const Question *question, LuotainWhyNot *self)
{
  for (self->distance = 0; self->distance <= self->n_variables; self->distance++)
    {
      const LuotainConsistentOptions options = { .ic = question->ic,
                                                 .limit = MANY,
                                                 .node_budget = question->node_budget,
                                                 .near = self->path,
                                                 .max_distance = self->distance };
      g_autoptr (LuotainConsistentSet) found = luotain_consistent_find (question->matrix, &options,
                                                                        question->cancellable, NULL, NULL);

      if (found->end != LUOTAIN_END_COMPLETE)
        self->end = found->end;
      if (found->n > 0)
        {
          pick_nearest (question, found, self);
          return;
        }
      if (found->end != LUOTAIN_END_COMPLETE)
        return;
    }
}

LuotainWhyNot *
luotain_why_not (const LuotainCrossImpact *matrix, const guint8 *path, int ic, int lowest, int highest,
                 const LuotainConsistentSet *known, guint64 node_budget, GCancellable *cancellable)
{
  const Question question = {
    matrix, ic, lowest, highest, node_budget != 0 ? node_budget : DEFAULT_BUDGET, cancellable
  };
  LuotainWhyNot *self = g_new0 (LuotainWhyNot, 1);

  self->n_variables = matrix->n_variables;
  self->path = g_malloc0 (MAX (matrix->n_variables, 1));
  complete_path (&question, path, self);
  luotain_cross_impact_judge (matrix, self->path, &self->verdict);
  self->consistent = self->verdict.inconsistency <= ic;
  find_breaks (&question, self);
  find_changes (&question, path, self);
  if (known != NULL && known->end == LUOTAIN_END_COMPLETE && known->ic == ic && known->n > 0)
    pick_nearest (&question, known, self);
  else if (known == NULL || known->end != LUOTAIN_END_COMPLETE || known->ic != ic)
    search_nearest (&question, self);
  return self;
}

static void
clear_break (LuotainBreak *b)
{
  g_free (b->pushes);
  g_free (b->mends);
}

LuotainBreak *
luotain_break_new (const LuotainCrossImpact *matrix, const guint8 *path, guint variable, guint rival)
{
  g_autofree int *scores = g_new (int, matrix->n_states);
  const int *balance = scores + matrix->offsets[variable];
  LuotainBreak *self = g_new0 (LuotainBreak, 1);

  luotain_cross_impact_score (matrix, path, scores);
  self->variable = variable;
  self->chosen = path[variable];
  self->rival = rival;
  self->deficit = balance[rival] - balance[self->chosen];
  find_pushes (matrix, path, self);
  return self;
}

void
luotain_break_free (LuotainBreak *self)
{
  if (self == NULL)
    return;

  clear_break (self);
  g_free (self);
}

void
luotain_why_not_free (LuotainWhyNot *self)
{
  if (self == NULL)
    return;

  for (guint b = 0; b < self->n_breaks; b++)
    clear_break (&self->breaks[b]);

  g_free (self->breaks);
  g_free (self->changes);
  g_free (self->path);
  g_clear_pointer (&self->nearest, luotain_consistent_set_free);
  g_free (self);
}
