#pragma once

#include "luotain-matrix.h"
#include "luotain-succession.h"
#include "luotain-why-not.h"

G_BEGIN_DECLS

/* What is said of where judgements lead a path. */

/** luotain_succession_move: Returns: (transfer full): “X: from “a” to “b””. */
char *luotain_succession_move (const LuotainMatrix *matrix, const LuotainBreak *move);

/** luotain_succession_reason: Returns: (transfer full): by how much the new state is ahead, and what pushes how. */
char *luotain_succession_reason (const LuotainMatrix *matrix, const LuotainBreak *move);

/** luotain_succession_end: Returns: (transfer full): where it ends, in a sentence. */
char *luotain_succession_end (const LuotainWalk *walk);

/** luotain_succession_same: Returns: (transfer none) (nullable): the scenario that goes through the same states. */
const char *luotain_succession_same (const LuotainMatrix *matrix, const guint8 *path);

G_END_DECLS
