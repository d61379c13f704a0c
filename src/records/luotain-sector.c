#include "config.h"

#include "luotain-sector.h"

#include <glib/gi18n-lib.h>

static const LuotainField sector_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainSector, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainSector, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_sector_type = {
  .name = "sector",
  .table = "sector",
  .label = N_ ("Sector"),
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainSector),
  .fields = sector_fields,
  .n_fields = G_N_ELEMENTS (sector_fields),
};
