#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/*
 * Two-step judging of a cross-impact matrix (Weimer-Jehle 2006): first whether one key variable directly influences
 * another at all, then, for the blocks that are open, how each state influences each state of the other.
 */

/** LuotainInfluenceAnswer: the first step, for an ordered pair of key variables. */
typedef struct
{
  gint64 from; /* the key variable that may influence */
  gint64 on; /* the one that may be influenced */
  const char *answer; /* (nullable): "yes" or "no"; %NULL takes the answer back */
} LuotainInfluenceAnswer;

/**
 * luotain_judging_answer_run:
 *
 * A #LuotainJob: @data is a GArray of #LuotainInfluenceAnswer, given at once. Judgements of a block that is closed stay
 * in the workbook, unused, until the block is opened again.
 */
gboolean luotain_judging_answer_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainJudgementCell: one cell of the matrix as somebody judged it. */
typedef struct
{
  gint64 state; /* if this is so … */
  gint64 on; /* … then this is helped or hindered: a state of another key variable */
  gint64 value; /* −9 to 9, usually −3 to 3; LUOTAIN_NUMBER_UNSET leaves the cell open */
  char *reason; /* (nullable): in the main language; %NULL leaves the reason as it is, "" clears it */
} LuotainJudgementCell;

/**
 * luotain_judging_set_run:
 *
 * A #LuotainJob: @data is a GArray of #LuotainJudgementCell, set at once: a screen of the second step. A cell that was
 * judged twice, in two copies of a workbook that came together, has one judgement from then on.
 */
gboolean luotain_judging_set_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LUOTAIN_JUDGEMENT_MAX: the strongest judgement a scale may have. */
#define LUOTAIN_JUDGEMENT_MAX 9

/** LuotainPathScenario: a scenario to be made of a path that was found. */
typedef struct
{
  char *title;
  gint64 sector; /* 0 for none */
  GArray *states; /* (element-type gint64): one a key variable */
} LuotainPathScenario;

LuotainPathScenario *luotain_path_scenario_new (const char *title, gint64 sector, GArray *states);
void luotain_path_scenario_free (LuotainPathScenario *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainPathScenario, luotain_path_scenario_free)

/**
 * luotain_path_scenario_run:
 *
 * A #LuotainJob: @data is a #LuotainPathScenario. The result is a pointer to the gint64 id; free it with g_free().
 */
gboolean luotain_path_scenario_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
