#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainProfile: which competences each role level needs, for one sector, scenario and target year. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  gint64 target_year;
  LuotainTranslated description;
} LuotainProfile;

extern const LuotainRecordType luotain_profile_type;

G_END_DECLS
