#include "config.h"

#include "luotain-scenario.h"

#include <glib/gi18n-lib.h>

static const LuotainField scenario_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainScenario, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_WORD (LuotainScenario, image, N_ ("Future Image"), "image", LUOTAIN_MAIN),
  LUOTAIN_FIELD_NUMBER (LuotainScenario, target_year, N_ ("Target Year"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainScenario, narrative, N_ ("Narrative"), LUOTAIN_MULTILINE),
  LUOTAIN_FIELD_TRANSLATED (LuotainScenario, note, N_ ("Note"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_scenario_type = {
  .name = "scenario",
  .table = "scenario",
  .label = N_ ("Scenario"),
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainScenario),
  .fields = scenario_fields,
  .n_fields = G_N_ELEMENTS (scenario_fields),
};
