#include "config.h"

#include "luotain-profile.h"

#include <glib/gi18n-lib.h>

static const LuotainField profile_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainProfile, title, N_ ("Title"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_NUMBER (LuotainProfile, target_year, N_ ("Target Year"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainProfile, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_profile_type = {
  .name = "profile",
  .table = "profile",
  .label = N_ ("Competence Profile"),
  .size = sizeof (LuotainProfile),
  .fields = profile_fields,
  .n_fields = G_N_ELEMENTS (profile_fields),
};
