#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

/** luotain_judgement_cells_new: Returns: (transfer full): an array of #LuotainJudgementCell, for luotain_judging_set_run(). */
GArray *luotain_judgement_cells_new (void);

/**
 * luotain_judgement_cells_add:
 * @cells: an array
 * @screen: where it is judged
 * @y: a state of its target
 * @value: the judgement; LUOTAIN_NUMBER_UNSET leaves it open
 * @reason: the reason, "" for none
 *
 * Adds the cell where it is not so in the workbook already.
 */
void luotain_judgement_cells_add (GArray *cells, LuotainJudgeModel *model, const LuotainJudgingScreen *screen,
                                  guint y, gint64 value, const char *reason);

/** luotain_judgement_cells_any: Returns: whether any cell of a screen has a judgement. */
gboolean luotain_judgement_cells_any (LuotainJudgeModel *model, const LuotainJudgingScreen *screen);

G_END_DECLS
