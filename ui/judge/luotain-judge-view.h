#pragma once

#include "luotain-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_JUDGE_VIEW (luotain_judge_view_get_type ())

/**
 * LuotainJudgeView: judging by cross-impact, a view within the page of the futures table: which key variables directly
 * influence which, how strongly, which paths hold together, and why those of the group do or don't.
 *
 * Actions: `judge.show` (a string: influences, judgements, all, consistent, why-not or dependence), `judge.screen` (the
 * indexes of a variable, of its state and of the variable influenced), `judge.why-not` (the id of a scenario),
 * `judge.close`. Signal `closed`: back to the table.
 */
G_DECLARE_FINAL_TYPE (LuotainJudgeView, luotain_judge_view, LUOTAIN, JUDGE_VIEW, GtkWidget)

GtkWidget *luotain_judge_view_new (LuotainContext *context);

/** luotain_judge_view_begin: shows what is to be answered next, and puts the focus there. */
void luotain_judge_view_begin (LuotainJudgeView *self);

/** luotain_judge_view_focus: puts the focus into what is shown. */
void luotain_judge_view_focus (LuotainJudgeView *self);

/** luotain_judge_view_show: shows one of its parts by the name that `judge.show` takes. */
void luotain_judge_view_show (LuotainJudgeView *self, const char *part);

/** luotain_judge_view_why_not: asks why a scenario does not hold together; 0 for the first that does not. */
void luotain_judge_view_why_not (LuotainJudgeView *self, gint64 scenario);

/** luotain_judge_view_leave: saves what is not saved yet; the page calls it when it turns to something else. */
void luotain_judge_view_leave (LuotainJudgeView *self);

G_END_DECLS
