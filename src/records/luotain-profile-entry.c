#include "config.h"

#include "luotain-profile-entry.h"

#include <glib/gi18n-lib.h>

static const LuotainField profile_entry_fields[] = {
  LUOTAIN_FIELD_WORD (LuotainProfileEntry, importance, N_ ("Importance"), "importance", LUOTAIN_MAIN),
  LUOTAIN_FIELD_WORD (LuotainProfileEntry, direction, N_ ("Direction of Change"), "change-direction",
                      LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainProfileEntry, reason, N_ ("Reason"), LUOTAIN_MULTILINE | LUOTAIN_MAIN),
};

const LuotainRecordType luotain_profile_entry_type = {
  .name = "profile-entry",
  .table = "profile_entry",
  .label = N_ ("Profile Entry"),
  .owner = "profile",
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainProfileEntry),
  .fields = profile_entry_fields,
  .n_fields = G_N_ELEMENTS (profile_entry_fields),
};
