#pragma once

#include "luotain-judge-model.h"
#include "luotain-succession.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PATH_WEIGHTS (luotain_path_weights_get_type ())

/**
 * LuotainPathWeights: how many of all paths lead to each that holds together, counted on a thread of its own while somebody
 * wants to know. Signal `changed`: the count began, came out or was forgotten.
 */
G_DECLARE_FINAL_TYPE (LuotainPathWeights, luotain_path_weights, LUOTAIN, PATH_WEIGHTS, GObject)

LuotainPathWeights *luotain_path_weights_new (LuotainJudgeModel *model);

/** luotain_path_weights_want: counts from now on, or stops a count that goes on and forgets what came out. */
void luotain_path_weights_want (LuotainPathWeights *self, gboolean wanted);

/** luotain_path_weights_get_set: Returns: (nullable) (transfer none): what came out; %NULL until then. */
const LuotainAttractorSet *luotain_path_weights_get_set (LuotainPathWeights *self);

/** luotain_path_weights_describe: Returns: (transfer full) (nullable): how it was counted, and what ends in cycles. */
char *luotain_path_weights_describe (LuotainPathWeights *self);

/** luotain_path_weights_describe_path: Returns: (transfer full) (nullable): the weight of one path that holds together. */
char *luotain_path_weights_describe_path (LuotainPathWeights *self, const guint8 *path);

G_END_DECLS
