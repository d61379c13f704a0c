#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainFrameScenario: a region-wide scenario above those of the sectors. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  gint64 target_year;
  LuotainTranslated narrative;
} LuotainFrameScenario;

extern const LuotainRecordType luotain_frame_scenario_type;

G_END_DECLS
