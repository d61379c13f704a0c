#pragma once

#include "luotain-consistent.h"

G_BEGIN_DECLS

/**
 * LuotainPush:
 * @source: the variable that influences
 * @source_state: its state in the path
 * @on_chosen: its judgement on the chosen state
 * @on_rival: its judgement on the rival
 *
 * What one variable adds to the gap between a rival and the chosen state: @on_rival − @on_chosen.
 */
typedef struct
{
  guint source;
  guint source_state;
  int on_chosen;
  int on_rival;
} LuotainPush;

/**
 * LuotainJudgementChange:
 * @source: the variable that influences, in its state of the path
 * @source_state: that state
 * @target: the variable influenced
 * @target_state: the state of it whose judgement changes
 * @was: the judgement now
 * @becomes: the nearest judgement that mends it
 */
typedef struct
{
  guint source;
  guint source_state;
  guint target;
  guint target_state;
  int was;
  int becomes;
} LuotainJudgementChange;

/**
 * LuotainBreak:
 * @variable: a variable whose chosen state falls behind by more than is let pass
 * @chosen: its state in the path
 * @rival: the best of its states; the first among equals
 * @deficit: by how much the chosen state falls behind @rival
 * @n_pushes: variables that favour the rival or the chosen state
 * @pushes: what each of them adds, those that favour the rival most first
 * @n_mends: single judgements that would mend it
 * @mends: those with the smallest change first
 */
typedef struct
{
  guint variable;
  guint chosen;
  guint rival;
  int deficit;
  guint n_pushes;
  LuotainPush *pushes;
  guint n_mends;
  LuotainJudgementChange *mends;
} LuotainBreak;

/**
 * LuotainStateChange:
 * @variable: the variable that would change
 * @state: the state it would take
 * @verdict: of the path with that one state changed
 */
typedef struct
{
  guint variable;
  guint state;
  LuotainVerdict verdict;
} LuotainStateChange;

/**
 * LuotainWhyNot:
 * @n_variables: length of a path
 * @path: the path spoken of; where the one asked about had open variables, its best completion
 * @completed: whether there were open variables
 * @end: whether the best completion and the nearest paths were searched to the end
 * @verdict: of @path
 * @consistent: whether @path is consistent at the inconsistency that is let pass
 * @n_breaks: variables that break it; 0 where it is consistent
 * @breaks: the worst first
 * @n_changes: single changed states; with open variables only those of the variables that were not open
 * @changes: those with the least inconsistency first, then the largest consistency value
 * @distance: in how many variables the nearest consistent paths differ from @path; 0 where it is one itself
 * @nearest: (nullable): all consistent paths at that distance; %NULL where none was found
 *
 * Why a path is not consistent, and what would help. Where @n_breaks is 1, each of its mends makes the path consistent; where
 * it is more, no single judgement does.
 */
typedef struct
{
  guint n_variables;
  guint8 *path;
  gboolean completed;
  LuotainEnd end;
  LuotainVerdict verdict;
  gboolean consistent;
  guint n_breaks;
  LuotainBreak *breaks;
  guint n_changes;
  LuotainStateChange *changes;
  guint distance;
  LuotainConsistentSet *nearest;
} LuotainWhyNot;

/**
 * luotain_why_not:
 * @matrix: the judgements
 * @path: the path; LUOTAIN_OPEN where any state will do
 * @ic: the inconsistency that is let pass, 0 or more
 * @lowest: the lowest judgement people use, −3 usually; mends stay within
 * @highest: the highest
 * @known: (nullable): all consistent paths of @matrix at @ic, if they have been found; else they are searched for near @path
 * @node_budget: steps each search may take; 0: a million
 * @cancellable: (nullable): stops the searches
 *
 * The best completion of a path with open variables has the least inconsistency, then the largest total impact score, then
 * comes first by its states.
 *
 * Returns: (transfer full): the answer
 */
LuotainWhyNot *luotain_why_not (const LuotainCrossImpact *matrix, const guint8 *path, int ic, int lowest,
                                int highest, const LuotainConsistentSet *known, guint64 node_budget,
                                GCancellable *cancellable);

/**
 * luotain_break_new:
 * @matrix: the judgements
 * @path: a path without open variables
 * @variable: one of its variables
 * @rival: a state of it
 *
 * Sets the chosen state of a variable beside another: what pushes towards which. Mends are not looked for.
 *
 * Returns: (transfer full): what the others add to either; @deficit is below 0 where the chosen state is ahead
 */
LuotainBreak *luotain_break_new (const LuotainCrossImpact *matrix, const guint8 *path, guint variable,
                                 guint rival);

/** luotain_break_free: */
void luotain_break_free (LuotainBreak *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainBreak, luotain_break_free)

/** luotain_why_not_free: */
void luotain_why_not_free (LuotainWhyNot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainWhyNot, luotain_why_not_free)

G_END_DECLS
