#pragma once

#include "luotain-judge-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SUCCESSION_BOX (luotain_succession_box_get_type ())

/**
 * LuotainSuccessionBox: where the judgements lead a path, step by step: what moves and why, and where it ends. All variables may
 * move at once, or the one that is pushed most; it may start from a scenario's path or from any other.
 */
G_DECLARE_FINAL_TYPE (LuotainSuccessionBox, luotain_succession_box, LUOTAIN, SUCCESSION_BOX, GtkWidget)

GtkWidget *luotain_succession_box_new (LuotainContext *context, LuotainJudgeModel *model);

/**
 * luotain_succession_box_start:
 * @self: a box
 * @path: (nullable): a path without open variables of the model's matrix; %NULL for that of all first states
 *
 * Follows a path anew. What somebody chose instead stays as long as it is the same path that is asked for.
 */
void luotain_succession_box_start (LuotainSuccessionBox *self, const guint8 *path);

/** luotain_succession_box_get_text: Returns: (transfer full): all that is said, a sentence a line. */
char *luotain_succession_box_get_text (LuotainSuccessionBox *self);

G_END_DECLS
