#include "config.h"

#include "luotain-judgement.h"

#include <glib/gi18n-lib.h>

static const LuotainField judgement_fields[] = {
  LUOTAIN_FIELD_NUMBER (LuotainJudgement, value, N_ ("Value"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainJudgement, reason, N_ ("Reason"), LUOTAIN_MULTILINE | LUOTAIN_MAIN),
};

const LuotainRecordType luotain_judgement_type = {
  .name = "judgement",
  .table = "judgement",
  .label = N_ ("Judgement"),
  .owner = "state",
  .flags = LUOTAIN_TYPE_ASIDE,
  .size = sizeof (LuotainJudgement),
  .fields = judgement_fields,
  .n_fields = G_N_ELEMENTS (judgement_fields),
};
