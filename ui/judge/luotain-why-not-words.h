#pragma once

#include "luotain-judge-model.h"
#include "luotain-why-not.h"

G_BEGIN_DECLS

/* What is said on the page of why a scenario does not hold together. All texts are plain; each is a sentence. */

/** luotain_why_not_headline: Returns: (transfer full): whether it holds, or which variables break it and by how much. */
char *luotain_why_not_headline (const LuotainMatrix *matrix, const char *title, const LuotainWhyNot *answer);

/** luotain_why_not_explanation: Returns: (transfer full): what the headline means. */
char *luotain_why_not_explanation (const LuotainMatrix *matrix, const LuotainWhyNot *answer);

/** luotain_why_not_completion: Returns: (transfer full) (nullable): how open rows were filled; %NULL where none was open. */
char *luotain_why_not_completion (const LuotainMatrix *matrix, const guint8 *path,
                                  const LuotainWhyNot *answer);

/** luotain_why_not_break: Returns: (transfer full): what a variable says and what the others push it to. */
char *luotain_why_not_break (const LuotainMatrix *matrix, const char *title, const LuotainBreak *broken);

/** luotain_why_not_push_title: Returns: (transfer full): the state that pushes: “X is “a””. */
char *luotain_why_not_push_title (const LuotainMatrix *matrix, const LuotainPush *push);

/** luotain_why_not_push_text: Returns: (transfer full): what it does to the rival and to the chosen state. */
char *luotain_why_not_push_text (const LuotainMatrix *matrix, const LuotainBreak *broken,
                                 const LuotainPush *push);

/** luotain_why_not_change: Returns: (transfer full): what one changed state would do. */
char *luotain_why_not_change (const LuotainMatrix *matrix, const LuotainWhyNot *answer,
                              const LuotainStateChange *change);

/** luotain_why_not_mend: Returns: (transfer full): what one changed judgement would do. */
char *luotain_why_not_mend (const LuotainMatrix *matrix, const LuotainJudgementChange *mend);

G_END_DECLS
