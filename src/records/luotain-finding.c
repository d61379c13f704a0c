#include "config.h"

#include "luotain-finding.h"

#include <glib/gi18n-lib.h>

static const LuotainField finding_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainFinding, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainFinding, description, N_ ("Description"), LUOTAIN_MULTILINE),
  LUOTAIN_FIELD_WORD (LuotainFinding, kind, N_ ("Kind"), "finding-kind", LUOTAIN_MAIN),
  LUOTAIN_FIELD_WORDS (LuotainFinding, dimensions, N_ ("PESTE"), "dimension", LUOTAIN_MAIN),
  LUOTAIN_FIELD_WORD (LuotainFinding, channel, N_ ("Channel"), "channel", LUOTAIN_OPTIONAL),
  LUOTAIN_FIELD_DATE (LuotainFinding, observed_on, N_ ("Observed"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TAGS (LuotainFinding, tags, N_ ("Tags"), LUOTAIN_MAIN),
};

const LuotainRecordType luotain_finding_type = {
  .name = "finding",
  .table = "finding",
  .label = N_ ("Finding"),
  .size = sizeof (LuotainFinding),
  .fields = finding_fields,
  .n_fields = G_N_ELEMENTS (finding_fields),
};
