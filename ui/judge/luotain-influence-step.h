#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_INFLUENCE_STEP (luotain_influence_step_get_type ())

/**
 * LuotainInfluenceStep: the first step: for each ordered pair of key variables, is there any direct influence at all? The
 * matrix, and below it the present question in large type, for a room to answer.
 */
G_DECLARE_FINAL_TYPE (LuotainInfluenceStep, luotain_influence_step, LUOTAIN, INFLUENCE_STEP, GtkWidget)

GtkWidget *luotain_influence_step_new (LuotainContext *context, LuotainJudgeModel *model);

/** luotain_influence_step_begin: puts the focus on the first pair that has no answer. */
void luotain_influence_step_begin (LuotainInfluenceStep *self);

G_END_DECLS
