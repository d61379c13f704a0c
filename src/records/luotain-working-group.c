#include "config.h"

#include "luotain-working-group.h"

#include <glib/gi18n-lib.h>

static const LuotainField working_group_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainWorkingGroup, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainWorkingGroup, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_working_group_type = {
  .name = "working-group",
  .table = "working_group",
  .label = N_ ("Working Group"),
  .size = sizeof (LuotainWorkingGroup),
  .fields = working_group_fields,
  .n_fields = G_N_ELEMENTS (working_group_fields),
};
