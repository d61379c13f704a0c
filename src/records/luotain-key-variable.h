#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainKeyVariable: what the sector's future hangs on. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated description;
  char *dimensions;
} LuotainKeyVariable;

extern const LuotainRecordType luotain_key_variable_type;

G_END_DECLS
