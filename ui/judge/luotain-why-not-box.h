#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WHY_NOT_BOX (luotain_why_not_box_get_type ())

/**
 * LuotainWhyNotBox: why one of the group's scenarios does not hold together, in sentences a room understands: which variable
 * breaks it, what pushes it, and what would help. Each judgement leads to its screen.
 */
G_DECLARE_FINAL_TYPE (LuotainWhyNotBox, luotain_why_not_box, LUOTAIN, WHY_NOT_BOX, GtkWidget)

GtkWidget *luotain_why_not_box_new (LuotainContext *context, LuotainJudgeModel *model);

/** luotain_why_not_box_ask: asks for one scenario; 0 for the first that does not hold together. */
void luotain_why_not_box_ask (LuotainWhyNotBox *self, gint64 scenario);

/** luotain_why_not_box_begin: puts the focus on the scenario asked for. */
void luotain_why_not_box_begin (LuotainWhyNotBox *self);

/** luotain_why_not_box_get_text: Returns: (transfer full): all that is said, a sentence a line. */
char *luotain_why_not_box_get_text (LuotainWhyNotBox *self);

G_END_DECLS
