#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainOrganisation: a school or other organisation that teaches. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  char *url;
  LuotainTranslated description;
} LuotainOrganisation;

extern const LuotainRecordType luotain_organisation_type;

G_END_DECLS
