#include "config.h"

#include "luotain-frame-scenario.h"

#include <glib/gi18n-lib.h>

static const LuotainField frame_scenario_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainFrameScenario, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_NUMBER (LuotainFrameScenario, target_year, N_ ("Target Year"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainFrameScenario, narrative, N_ ("Narrative"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_frame_scenario_type = {
  .name = "frame-scenario",
  .table = "frame_scenario",
  .label = N_ ("Frame Scenario"),
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainFrameScenario),
  .fields = frame_scenario_fields,
  .n_fields = G_N_ELEMENTS (frame_scenario_fields),
};
