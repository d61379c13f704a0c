#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainRoleLevel: a level of tasks in an organisation. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated description;
} LuotainRoleLevel;

extern const LuotainRecordType luotain_role_level_type;

G_END_DECLS
