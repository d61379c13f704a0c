#pragma once

#include "luotain-consistent.h"

G_BEGIN_DECLS

/**
 * LuotainStandingKind:
 * @LUOTAIN_STANDING_EMPTY: the scenario goes through no state at all
 * @LUOTAIN_STANDING_HOLDS: it holds together
 * @LUOTAIN_STANDING_BREAKS: a variable breaks it
 * @LUOTAIN_STANDING_CAN_HOLD: rows are open, and there is a way to fill them so that it holds together
 * @LUOTAIN_STANDING_CANNOT_HOLD: rows are open, and there is none
 * @LUOTAIN_STANDING_UNKNOWN: rows are open, and not all paths that hold together are known
 */
typedef enum
{
  LUOTAIN_STANDING_EMPTY,
  LUOTAIN_STANDING_HOLDS,
  LUOTAIN_STANDING_BREAKS,
  LUOTAIN_STANDING_CAN_HOLD,
  LUOTAIN_STANDING_CANNOT_HOLD,
  LUOTAIN_STANDING_UNKNOWN,
} LuotainStandingKind;

/** LuotainStanding: how one of the group's scenarios fares. */
typedef struct
{
  LuotainStandingKind kind;
  guint variable; /* the first of those that break it most */
  int deficit; /* by how much */
} LuotainStanding;

/**
 * luotain_standing_find:
 * @matrix: the judgements
 * @path: the scenario's path
 * @known: (nullable): paths that hold together
 * @ic: the inconsistency that is let pass
 */
LuotainStanding luotain_standing_find (const LuotainCrossImpact *matrix, const guint8 *path,
                                       const LuotainConsistentSet *known, int ic);

/** luotain_standing_holds: Returns: whether it holds together, or can. */
gboolean luotain_standing_holds (const LuotainStanding *self);

/**
 * luotain_path_distance:
 *
 * Returns: in how many variables two paths differ, open ones aside
 */
guint luotain_path_distance (const guint8 *path, const guint8 *other, guint n_variables);

G_END_DECLS
