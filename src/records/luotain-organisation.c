#include "config.h"

#include "luotain-organisation.h"

#include <glib/gi18n-lib.h>

static const LuotainField organisation_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainOrganisation, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainOrganisation, url, N_ ("Address"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainOrganisation, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_organisation_type = {
  .name = "organisation",
  .table = "organisation",
  .label = N_ ("Organisation"),
  .size = sizeof (LuotainOrganisation),
  .fields = organisation_fields,
  .n_fields = G_N_ELEMENTS (organisation_fields),
};
