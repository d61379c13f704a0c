#include "config.h"

#include "luotain-key-variable.h"

#include <glib/gi18n-lib.h>

static const LuotainField key_variable_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainKeyVariable, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainKeyVariable, description, N_ ("Description"), LUOTAIN_MULTILINE),
  LUOTAIN_FIELD_WORDS (LuotainKeyVariable, dimensions, N_ ("PESTE"), "dimension", LUOTAIN_MAIN),
};

const LuotainRecordType luotain_key_variable_type = {
  .name = "key-variable",
  .table = "key_variable",
  .label = N_ ("Key Variable"),
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainKeyVariable),
  .fields = key_variable_fields,
  .n_fields = G_N_ELEMENTS (key_variable_fields),
};
