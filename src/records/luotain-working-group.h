#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainWorkingGroup: the people of one or more sectors. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated description;
} LuotainWorkingGroup;

extern const LuotainRecordType luotain_working_group_type;

G_END_DECLS
