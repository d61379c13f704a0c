#pragma once

#include "luotain-judge-model.h"

G_BEGIN_DECLS

/* The sentences of judging. What they name is text of people: it is quoted, or escaped where the result is markup. */

/** luotain_judge_format_value: Returns: (transfer full): “+2”, “0”, “−3”. */
char *luotain_judge_format_value (int value);

/** luotain_judge_format_sum: Returns: (transfer full): “2”, “0”, “−3”. */
char *luotain_judge_format_sum (int sum);

/** luotain_judge_strength: Returns: (transfer none): “strongly promotes” … “strongly restricts”, “no influence”. */
const char *luotain_judge_strength (int value);

/** luotain_judge_influence_question: Returns: (transfer full): markup: “Does X directly influence Y?” */
char *luotain_judge_influence_question (const char *from, const char *on);

/** luotain_judge_condition: Returns: (transfer full): markup: “If X is “a”,” */
char *luotain_judge_condition (const char *variable, const char *state);

/** luotain_judge_consequence: Returns: (transfer full): markup: “then Y is …” */
char *luotain_judge_consequence (const char *variable);

/** luotain_judge_count: Returns: (transfer full): how many paths hold together right now, in a sentence. */
char *luotain_judge_count (LuotainJudgeModel *model);

/** luotain_judge_standing: Returns: (transfer full): how a scenario fares: “Stable holds together”, “Blue Hub breaks at Y (by 2)”. */
char *luotain_judge_standing (const LuotainMatrix *matrix, const char *title,
                              const LuotainStanding *standing);

/** luotain_judge_path: Returns: (transfer full): the states of a path, one after the other: “X: a · Y: b”. */
char *luotain_judge_path (const LuotainMatrix *matrix, const guint8 *path);

/** luotain_judge_difference: Returns: (transfer full): what is otherwise in @path than in @was: “X “a” instead of “b”, …”. */
char *luotain_judge_difference (const LuotainMatrix *matrix, const guint8 *path, const guint8 *was);

/** luotain_judge_join: Returns: (transfer full): the texts with commas, and “and” before the last. */
char *luotain_judge_join (GPtrArray *texts);

G_END_DECLS
