#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_LIVE_LINE (luotain_live_line_get_type ())

/**
 * LuotainLiveLine: the last line of judging: how many paths hold together right now, and how each of the group's scenarios
 * fares; a click on one asks why (`judge.why-not`). While a search goes on it says how far it is and can be stopped.
 */
G_DECLARE_FINAL_TYPE (LuotainLiveLine, luotain_live_line, LUOTAIN, LIVE_LINE, GtkWidget)

GtkWidget *luotain_live_line_new (LuotainJudgeModel *model);

/** luotain_live_line_get_text: Returns: (transfer full): all that it says, to be read out. */
char *luotain_live_line_get_text (LuotainLiveLine *self);

G_END_DECLS
