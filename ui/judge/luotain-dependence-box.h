#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_DEPENDENCE_BOX (luotain_dependence_box_get_type ())

/**
 * LuotainDependenceBox: how much each key variable influences the others and depends on them, directly or by way of others:
 * drawn, with the same as a list.
 */
G_DECLARE_FINAL_TYPE (LuotainDependenceBox, luotain_dependence_box, LUOTAIN, DEPENDENCE_BOX, GtkWidget)

GtkWidget *luotain_dependence_box_new (LuotainJudgeModel *model);

G_END_DECLS
