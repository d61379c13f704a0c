#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainProfileEntry: one competence that one role level or job title needs, how much, and why. */
typedef struct
{
  LuotainRecord record;
  char *importance;
  char *direction;
  LuotainTranslated reason;
} LuotainProfileEntry;

extern const LuotainRecordType luotain_profile_entry_type;

G_END_DECLS
