#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainJobTitle: a named job within a role level. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated description;
} LuotainJobTitle;

extern const LuotainRecordType luotain_job_title_type;

G_END_DECLS
