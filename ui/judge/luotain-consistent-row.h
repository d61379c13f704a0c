#pragma once

#include "luotain-judge-model.h"
#include "luotain-path-weights.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_CONSISTENT_ROW (luotain_consistent_row_get_type ())

/**
 * LuotainConsistentRow: a path that holds together: which of the group's scenarios it is or is nearest to, what it is worth,
 * and its states. It can be taken over as a scenario.
 */
G_DECLARE_FINAL_TYPE (LuotainConsistentRow, luotain_consistent_row, LUOTAIN, CONSISTENT_ROW, AdwBin)

GtkWidget *luotain_consistent_row_new (LuotainContext *context, LuotainJudgeModel *model,
                                       LuotainPathWeights *weights);

/** luotain_consistent_row_show: shows a path of the model's set; returns what it says, to be read out. */
char *luotain_consistent_row_show (LuotainConsistentRow *self, gsize index);

G_END_DECLS
