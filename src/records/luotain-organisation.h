#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LUOTAIN_ORGANISATION_AGENCY: address by which the agency is known that publishes the national qualifications; it teaches nothing. */
#define LUOTAIN_ORGANISATION_AGENCY "https://www.oph.fi"

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
