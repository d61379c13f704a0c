#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

/** LuotainJudgementMemory: the judgements as they were read last, to find what somebody else, or undo, changed since. */
typedef struct
{
  LuotainCrossImpact *seen; /* (nullable) */
  GArray *screens; /* (nullable) */
} LuotainJudgementMemory;

void luotain_judgement_memory_take (LuotainJudgementMemory *self, LuotainJudgeModel *model);
void luotain_judgement_memory_clear (LuotainJudgementMemory *self);

/** luotain_judgement_memory_find_changed: Returns: whether exactly one screen is not as it was; @place is where. */
gboolean luotain_judgement_memory_find_changed (const LuotainJudgementMemory *self, LuotainJudgeModel *model,
                                                guint *place);

G_END_DECLS
