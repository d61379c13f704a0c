#include "config.h"

#include "luotain-influence.h"

#include <glib/gi18n-lib.h>

static const LuotainField influence_fields[] = {
  LUOTAIN_FIELD_WORD (LuotainInfluence, answer, N_ ("Direct Influence"), "answer",
                      LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainInfluence, reason, N_ ("Reason"), LUOTAIN_MULTILINE | LUOTAIN_MAIN),
};

const LuotainRecordType luotain_influence_type = {
  .name = "influence",
  .table = "influence",
  .label = N_ ("Influence"),
  .owner = "key-variable",
  .flags = LUOTAIN_TYPE_ASIDE,
  .size = sizeof (LuotainInfluence),
  .fields = influence_fields,
  .n_fields = G_N_ELEMENTS (influence_fields),
};
