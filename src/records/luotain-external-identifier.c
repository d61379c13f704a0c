#include "config.h"

#include "luotain-external-identifier.h"

#include <glib/gi18n-lib.h>

static const LuotainField external_identifier_fields[] = {
  LUOTAIN_FIELD_WORD (LuotainExternalIdentifier, scheme, N_ ("Classification"), "identifier-scheme",
                      LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainExternalIdentifier, uri, N_ ("URI"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainExternalIdentifier, version, N_ ("Version"), LUOTAIN_MAIN),
};

const LuotainRecordType luotain_external_identifier_type = {
  .name = "external-identifier",
  .table = "external_identifier",
  .label = N_ ("External Identifier"),
  .owner = "competence",
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainExternalIdentifier),
  .fields = external_identifier_fields,
  .n_fields = G_N_ELEMENTS (external_identifier_fields),
};
