#pragma once

#include "luotain-judge-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the answers of judging are built of. */

/** luotain_judge_list_new: Returns: a list of rows that screen readers call @name. */
GtkWidget *luotain_judge_list_new (const char *name);

/** luotain_judge_row_new: Returns: a row with a line below it or none; both are plain text. */
GtkWidget *luotain_judge_row_new (const char *title, const char *subtitle);

/** luotain_judge_row_lead_to: lets a row about a judgement lead to where it is judged. */
void luotain_judge_row_lead_to (GtkWidget *row, guint source, guint state, guint target);

/**
 * luotain_take_button_new:
 * @context: a context
 * @model: a model
 * @path: states
 * @n: how many
 *
 * Returns: a button that takes a path over as a scenario
 */
GtkWidget *luotain_take_button_new (LuotainContext *context, LuotainJudgeModel *model, const guint8 *path,
                                    guint n);

G_END_DECLS
