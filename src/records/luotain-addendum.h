#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/**
 * LuotainAddendum: what was said of an edition after it was frozen. The edition stays as it is; addenda stand beside it,
 * with their dates, and may be `about` one record of it.
 */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated text;
  char *dated_on; /* (nullable) */
  char *edition; /* its written id */
  char *hash; /* (nullable): SHA-256 of the edition's XML, by which it is known wherever it is kept */
} LuotainAddendum;

extern const LuotainRecordType luotain_addendum_type;

G_END_DECLS
