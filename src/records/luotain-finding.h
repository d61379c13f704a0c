#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainFinding: anything caught in scanning. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated description;
  char *kind;
  char *dimensions;
  char *channel;
  char *observed_on;
  char *tags;
} LuotainFinding;

extern const LuotainRecordType luotain_finding_type;

G_END_DECLS
