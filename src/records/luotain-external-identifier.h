#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainExternalIdentifier: what another classification calls the same competence. */
typedef struct
{
  LuotainRecord record;
  char *scheme;
  char *uri;
  char *version;
} LuotainExternalIdentifier;

extern const LuotainRecordType luotain_external_identifier_type;

G_END_DECLS
