#include "config.h"

#include "luotain-coverage.h"

#include <glib/gi18n-lib.h>

static const LuotainField coverage_fields[] = {
  LUOTAIN_FIELD_WORD (LuotainCoverage, status, N_ ("Coverage"), "coverage-status", LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainCoverage, decision, N_ ("Decision"), LUOTAIN_MULTILINE | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainCoverage, carrier, N_ ("Carried Out By"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_DATE (LuotainCoverage, due_on, N_ ("By When"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainCoverage, note, N_ ("Note"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_coverage_type = {
  .name = "coverage",
  .table = "coverage",
  .label = N_ ("Coverage"),
  .owner = "organisation",
  .flags = LUOTAIN_TYPE_ASIDE,
  .size = sizeof (LuotainCoverage),
  .fields = coverage_fields,
  .n_fields = G_N_ELEMENTS (coverage_fields),
};
