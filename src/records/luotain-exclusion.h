#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/**
 * LuotainExclusion: its owner and the state it `excludes` cannot coexist (cross-consistency assessment). The pair has no
 * direction. Logical and empirical ones strike every path that holds the pair, normative ones only show.
 */
typedef struct
{
  LuotainRecord record;
  char *kind; /* logical, empirical, normative */
  LuotainTranslated reason;
} LuotainExclusion;

extern const LuotainRecordType luotain_exclusion_type;

G_END_DECLS
