#include "config.h"

#include "luotain-addendum.h"

#include <glib/gi18n-lib.h>

static const LuotainField addendum_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainAddendum, text, N_ ("Text"),
                            LUOTAIN_REQUIRED | LUOTAIN_MULTILINE | LUOTAIN_MAIN),
  LUOTAIN_FIELD_DATE (LuotainAddendum, dated_on, N_ ("Date"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainAddendum, edition, N_ ("Edition"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainAddendum, hash, N_ ("Digest of the Edition (SHA-256)"), LUOTAIN_OPTIONAL),
};

const LuotainRecordType luotain_addendum_type = {
  .name = "addendum",
  .table = "addendum",
  .label = N_ ("Addendum"),
  .size = sizeof (LuotainAddendum),
  .fields = addendum_fields,
  .n_fields = G_N_ELEMENTS (addendum_fields),
};
