#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainSector: a lead sector of the region. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated description;
} LuotainSector;

extern const LuotainRecordType luotain_sector_type;

G_END_DECLS
