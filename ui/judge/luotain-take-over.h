#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

/**
 * luotain_take_over:
 * @path: of the model's matrix, without open variables
 *
 * Makes a scenario of a path that was found, in one step, and says so with Undo beside it.
 */
void luotain_take_over (LuotainContext *context, LuotainJudgeModel *model, const guint8 *path);

G_END_DECLS
