#pragma once

#include "luotain-matrix.h"

G_BEGIN_DECLS

/** LuotainJudgingScreen: one question of the second step: a state of one variable, and the variable it influences. */
typedef struct
{
  guint source;
  guint state;
  guint target;
  guint block; /* which of the open blocks it belongs to, from 0 */
  gboolean judged;
} LuotainJudgingScreen;

/** LuotainJudgingOrder: the screens of all open blocks, in the order in which they are asked. */
typedef struct
{
  GArray *screens; /* (element-type LuotainJudgingScreen) */
  guint n_blocks;
  guint n_left;
} LuotainJudgingOrder;

LuotainJudgingOrder *luotain_judging_order_new (const LuotainMatrix *matrix);
void luotain_judging_order_free (LuotainJudgingOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainJudgingOrder, luotain_judging_order_free)

/** luotain_judging_order_get: Returns: (transfer none): a screen by its place. */
const LuotainJudgingScreen *luotain_judging_order_get (const LuotainJudgingOrder *self, guint place);

/** luotain_judging_order_find: Returns: whether there is such a screen; @place is where. */
gboolean luotain_judging_order_find (const LuotainJudgingOrder *self, guint source, guint state, guint target,
                                     guint *place);

/**
 * luotain_judging_order_next:
 * @from: a place
 * @place: (out): the first screen from there on, going round, that is not judged
 *
 * Returns: whether there is one
 */
gboolean luotain_judging_order_next (const LuotainJudgingOrder *self, guint from, guint *place);

/** luotain_judging_order_get_shares: Returns: (transfer full) (element-type double): how much of each block is judged, 0 to 1. */
GArray *luotain_judging_order_get_shares (const LuotainJudgingOrder *self);

/** luotain_judging_order_describe: Returns: (transfer full): where one is at a screen, and how much is left. */
char *luotain_judging_order_describe (const LuotainJudgingOrder *self, const LuotainJudgingScreen *screen);

/** luotain_judging_minutes: Returns: how many minutes a room takes for so many screens, 1 at least. */
guint luotain_judging_minutes (guint n_screens);

G_END_DECLS
