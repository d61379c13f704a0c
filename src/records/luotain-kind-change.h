#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainKindChange: how a finding ripened: the kind it became, when and why. */
typedef struct
{
  LuotainRecord record;
  char *kind;
  char *changed_on;
  LuotainTranslated reason;
} LuotainKindChange;

extern const LuotainRecordType luotain_kind_change_type;

G_END_DECLS
