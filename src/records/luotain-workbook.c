#include "config.h"

#include "luotain-workbook.h"

#include <glib/gi18n-lib.h>

static const LuotainField workbook_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainWorkbook, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainWorkbook, region, N_ ("Region"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_WORD (LuotainWorkbook, language, N_ ("Main Language"), "language",
                      LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_NUMBER (LuotainWorkbook, horizon_year, N_ ("Horizon Year"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainWorkbook, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_workbook_type = {
  .name = "workbook",
  .table = "workbook",
  .label = N_ ("Workbook"),
  .flags = LUOTAIN_TYPE_SINGLETON,
  .size = sizeof (LuotainWorkbook),
  .fields = workbook_fields,
  .n_fields = G_N_ELEMENTS (workbook_fields),
};
