#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_JUDGEMENT_SCREEN (luotain_judgement_screen_get_type ())

/**
 * LuotainJudgementScreen: the second step, a question at a time: if a variable is in this state, how does that influence
 * each state of another?
 *
 * What is being judged is tried in the model at once and saved when one goes on. Leads elsewhere by `judge.show`.
 */
G_DECLARE_FINAL_TYPE (LuotainJudgementScreen, luotain_judgement_screen, LUOTAIN, JUDGEMENT_SCREEN, GtkWidget)

GtkWidget *luotain_judgement_screen_new (LuotainContext *context, LuotainJudgeModel *model);

/** luotain_judgement_screen_go_to: shows a screen of the model, if there is such a one. */
void luotain_judgement_screen_go_to (LuotainJudgementScreen *self, guint source, guint state, guint target);

/** luotain_judgement_screen_resume: shows the first screen that is not judged. */
void luotain_judgement_screen_resume (LuotainJudgementScreen *self);

/** luotain_judgement_screen_begin: puts the focus where one judges. */
void luotain_judgement_screen_begin (LuotainJudgementScreen *self);

/** luotain_judgement_screen_leave: saves what was changed, and tries nothing any more. */
void luotain_judgement_screen_leave (LuotainJudgementScreen *self);

G_END_DECLS
