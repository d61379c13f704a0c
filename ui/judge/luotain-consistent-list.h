#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_CONSISTENT_LIST (luotain_consistent_list_get_type ())

/**
 * LuotainConsistentList: the paths that hold together, the highest total impact score first, at the inconsistency that is
 * let pass; or a few of them that differ most from each other.
 */
G_DECLARE_FINAL_TYPE (LuotainConsistentList, luotain_consistent_list, LUOTAIN, CONSISTENT_LIST, GtkWidget)

GtkWidget *luotain_consistent_list_new (LuotainContext *context, LuotainJudgeModel *model);

/** luotain_consistent_list_begin: puts the focus into the list. */
void luotain_consistent_list_begin (LuotainConsistentList *self);

G_END_DECLS
