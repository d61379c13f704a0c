#include "config.h"

#include "luotain-kind-change.h"

#include <glib/gi18n-lib.h>

static const LuotainField kind_change_fields[] = {
  LUOTAIN_FIELD_WORD (LuotainKindChange, kind, N_ ("Kind"), "finding-kind", LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_DATE (LuotainKindChange, changed_on, N_ ("Date"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainKindChange, reason, N_ ("Reason"), LUOTAIN_MULTILINE | LUOTAIN_MAIN),
};

const LuotainRecordType luotain_kind_change_type = {
  .name = "kind-change",
  .table = "kind_change",
  .label = N_ ("Change of Kind"),
  .owner = "finding",
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainKindChange),
  .fields = kind_change_fields,
  .n_fields = G_N_ELEMENTS (kind_change_fields),
};
