#include "config.h"

#include "luotain-state.h"

#include <glib/gi18n-lib.h>

static const LuotainField state_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainState, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainState, description, N_ ("Description"), LUOTAIN_MULTILINE),
  LUOTAIN_FIELD_WORD (LuotainState, image, N_ ("Future Image"), "image", LUOTAIN_MAIN),
};

const LuotainRecordType luotain_state_type = {
  .name = "state",
  .table = "state",
  .label = N_ ("State"),
  .owner = "key-variable",
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainState),
  .fields = state_fields,
  .n_fields = G_N_ELEMENTS (state_fields),
};
