#pragma once

#include "luotain-profile-query.h"
#include "luotain-vocabulary.h"

G_BEGIN_DECLS

/**
 * LuotainProfilePlan: which rows and columns a profile's table has: the workbook's competence groups and role levels,
 * and one more of each where an entry lacks its own.
 */
typedef struct
{
  const LuotainProfileSheet *sheet;
  const char *const *groups;
  LuotainWordList *words;
  GPtrArray *columns; /* (element-type utf8): titles */
  GPtrArray *rows; /* (element-type utf8): titles */
  char *shape; /* the same for tables of the same rows and columns */
} LuotainProfilePlan;

/**
 * luotain_profile_plan_new:
 * @sheet: a profile, which must outlive the plan
 * @words: the workbook's words
 */
LuotainProfilePlan *luotain_profile_plan_new (const LuotainProfileSheet *sheet, LuotainWordList *words);
void luotain_profile_plan_free (LuotainProfilePlan *self);

/** luotain_profile_plan_level: the role level of a column, 0 for what lacks one. */
gint64 luotain_profile_plan_level (const LuotainProfilePlan *self, guint column);

/** luotain_profile_plan_group: (nullable): key of the group of a row, %NULL for what lacks one. */
const char *luotain_profile_plan_group (const LuotainProfilePlan *self, guint row);

/** luotain_profile_plan_items: (transfer container) (element-type LuotainProfileItem): what stands in a cell. */
GPtrArray *luotain_profile_plan_items (const LuotainProfilePlan *self, guint row, guint column);

/** luotain_profile_plan_others: (transfer container) (element-type LuotainProfileItem): what only the profile laid over
 * it has there. */
GPtrArray *luotain_profile_plan_others (const LuotainProfilePlan *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainProfilePlan, luotain_profile_plan_free)

G_END_DECLS
