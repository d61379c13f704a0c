#include "config.h"

#include "luotain-curriculum-unit.h"

#include <glib/gi18n-lib.h>

static const LuotainField curriculum_unit_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainCurriculumUnit, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainCurriculumUnit, code, N_ ("Code"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainCurriculumUnit, url, N_ ("Address"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainCurriculumUnit, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_curriculum_unit_type = {
  .name = "curriculum-unit",
  .table = "curriculum_unit",
  .label = N_ ("Curriculum Unit"),
  .owner = "organisation",
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainCurriculumUnit),
  .fields = curriculum_unit_fields,
  .n_fields = G_N_ELEMENTS (curriculum_unit_fields),
};
