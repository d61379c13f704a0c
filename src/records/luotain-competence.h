#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainCompetence: a named ability of the catalogue. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated description;
  char *group;
} LuotainCompetence;

extern const LuotainRecordType luotain_competence_type;

G_END_DECLS
