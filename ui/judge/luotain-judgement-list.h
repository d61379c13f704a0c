#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_JUDGEMENT_LIST (luotain_judgement_list_get_type ())

/** LuotainJudgementList: all questions of the second step with what was answered; one leads to its screen (`judge.screen`). */
G_DECLARE_FINAL_TYPE (LuotainJudgementList, luotain_judgement_list, LUOTAIN, JUDGEMENT_LIST, GtkWidget)

GtkWidget *luotain_judgement_list_new (LuotainJudgeModel *model);

/** luotain_judgement_list_begin: puts the focus into the list. */
void luotain_judgement_list_begin (LuotainJudgementList *self);

G_END_DECLS
