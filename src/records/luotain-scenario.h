#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainScenario: a named, told future of a sector. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  char *image;
  gint64 target_year;
  LuotainTranslated narrative;
  LuotainTranslated note;
} LuotainScenario;

extern const LuotainRecordType luotain_scenario_type;

G_END_DECLS
