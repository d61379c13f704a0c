#pragma once

#include "luotain-context.h"
#include "luotain-judging-order.h"
#include "luotain-solved.h"
#include "luotain-standing.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_JUDGE_MODEL (luotain_judge_model_get_type ())

/**
 * LuotainJudgeModel: the cross-impact matrix of the context's sector, and what follows from it at any moment.
 *
 * Signal `loaded`: the matrix was read, the first time or anew. Signal `solved`: the paths that hold together were
 * found, or the search for them goes on; see luotain_judge_model_get_progress().
 */
G_DECLARE_FINAL_TYPE (LuotainJudgeModel, luotain_judge_model, LUOTAIN, JUDGE_MODEL, GObject)

LuotainJudgeModel *luotain_judge_model_new (LuotainContext *context);

/** luotain_judge_model_get_matrix: Returns: (nullable) (transfer none): what is in the workbook, once it is read. */
const LuotainMatrix *luotain_judge_model_get_matrix (LuotainJudgeModel *self);

/** luotain_judge_model_get_order: Returns: (nullable) (transfer none): the screens of the second step. */
const LuotainJudgingOrder *luotain_judge_model_get_order (LuotainJudgeModel *self);

/** luotain_judge_model_get_judgements: Returns: (transfer none): the judgements, with what is being tried. */
const LuotainCrossImpact *luotain_judge_model_get_judgements (LuotainJudgeModel *self);

/** luotain_judge_model_get_reason: Returns: (nullable): the reason of a cell. */
const char *luotain_judge_model_get_reason (LuotainJudgeModel *self, guint i, guint x, guint j, guint y);

/** luotain_judge_model_get_set: Returns: (nullable) (transfer none): the paths that hold together, once they are found. */
const LuotainConsistentSet *luotain_judge_model_get_set (LuotainJudgeModel *self);

/** luotain_judge_model_get_solved: Returns: (nullable) (transfer none): that, and the judgements it was found in. */
const LuotainSolved *luotain_judge_model_get_solved (LuotainJudgeModel *self);

/** luotain_judge_model_get_standing: Returns: how a scenario of the matrix fares. */
LuotainStanding luotain_judge_model_get_standing (LuotainJudgeModel *self, guint scenario);

/** luotain_judge_model_is_quick: Returns: whether a search is over before anybody waits for it. */
gboolean luotain_judge_model_is_quick (LuotainJudgeModel *self);

/** luotain_judge_model_get_progress: Returns: how far a search in the background is, 0 to 1; below 0 where there is none. */
double luotain_judge_model_get_progress (LuotainJudgeModel *self);

/** luotain_judge_model_stop: stops the search in the background: what it has found stays. */
void luotain_judge_model_stop (LuotainJudgeModel *self);

int luotain_judge_model_get_ic (LuotainJudgeModel *self);
void luotain_judge_model_set_ic (LuotainJudgeModel *self, int ic);

/** luotain_judge_model_get_scale: Returns: how far judgements go either way: 3, or more where there are stronger ones. */
int luotain_judge_model_get_scale (LuotainJudgeModel *self);

/**
 * luotain_judge_model_try:
 * @source: a variable
 * @state: of it
 * @target: another variable
 * @values: (nullable): a judgement on each of its states; %NULL tries nothing any more
 *
 * Shows what would follow, before anything is saved. Nothing happens where a search takes long.
 */
void luotain_judge_model_try (LuotainJudgeModel *self, guint source, guint state, guint target,
                              const gint64 *values);

G_END_DECLS
