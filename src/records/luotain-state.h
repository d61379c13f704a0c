#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainState: one alternative future of a key variable. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated description;
  char *image;
} LuotainState;

extern const LuotainRecordType luotain_state_type;

G_END_DECLS
