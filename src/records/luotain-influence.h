#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainInfluence: whether its owner has any direct influence on the key variable it `influences`: the first of two steps. */
typedef struct
{
  LuotainRecord record;
  char *answer; /* yes, no */
  LuotainTranslated reason;
} LuotainInfluence;

extern const LuotainRecordType luotain_influence_type;

G_END_DECLS
