#include "config.h"

#include "luotain-role-level.h"

#include <glib/gi18n-lib.h>

static const LuotainField role_level_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainRoleLevel, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainRoleLevel, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_role_level_type = {
  .name = "role-level",
  .table = "role_level",
  .label = N_ ("Role Level"),
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainRoleLevel),
  .fields = role_level_fields,
  .n_fields = G_N_ELEMENTS (role_level_fields),
};
