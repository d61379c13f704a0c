#include "config.h"

#include "luotain-exclusion.h"

#include <glib/gi18n-lib.h>

static const LuotainField exclusion_fields[] = {
  LUOTAIN_FIELD_WORD (LuotainExclusion, kind, N_ ("Kind"), "exclusion-kind", LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainExclusion, reason, N_ ("Reason"), LUOTAIN_MULTILINE | LUOTAIN_MAIN),
};

const LuotainRecordType luotain_exclusion_type = {
  .name = "exclusion",
  .table = "exclusion",
  .label = N_ ("Excluded Pair"),
  .owner = "state",
  .flags = LUOTAIN_TYPE_ASIDE,
  .size = sizeof (LuotainExclusion),
  .fields = exclusion_fields,
  .n_fields = G_N_ELEMENTS (exclusion_fields),
};
