#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainPeriod: a stretch of years of a scenario, told backwards from the target year. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  gint64 start_year;
  gint64 end_year;
  LuotainTranslated text;
} LuotainPeriod;

extern const LuotainRecordType luotain_period_type;

G_END_DECLS
