#include "config.h"

#include "luotain-period.h"

#include <glib/gi18n-lib.h>

static const LuotainField period_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainPeriod, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_NUMBER (LuotainPeriod, start_year, N_ ("From Year"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_NUMBER (LuotainPeriod, end_year, N_ ("To Year"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainPeriod, text, N_ ("Text"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_period_type = {
  .name = "period",
  .table = "period",
  .label = N_ ("Period"),
  .owner = "scenario",
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainPeriod),
  .fields = period_fields,
  .n_fields = G_N_ELEMENTS (period_fields),
};
