#include "config.h"

#include "luotain-source.h"

#include <glib/gi18n-lib.h>

static const LuotainField source_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainSource, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_WORD (LuotainSource, kind, N_ ("Kind"), "source-kind", LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainSource, publisher, N_ ("Publisher"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_DATE (LuotainSource, published_on, N_ ("Published"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainSource, url, N_ ("Address"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_DATE (LuotainSource, accessed_on, N_ ("Read On"), LUOTAIN_OPTIONAL),
  LUOTAIN_FIELD_TRANSLATED (LuotainSource, note, N_ ("Note"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_source_type = {
  .name = "source",
  .table = "source",
  .label = N_ ("Source"),
  .size = sizeof (LuotainSource),
  .fields = source_fields,
  .n_fields = G_N_ELEMENTS (source_fields),
};
