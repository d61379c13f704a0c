#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainCurriculumUnit: where a competence is, or is to be, taught, as one organisation sees it. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  char *code;
  char *url;
  LuotainTranslated description;
} LuotainCurriculumUnit;

extern const LuotainRecordType luotain_curriculum_unit_type;

G_END_DECLS
