#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainWorkbook: one foresight round of one or more sectors: what the file as a whole is. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  LuotainTranslated region;
  char *language;
  gint64 horizon_year;
  LuotainTranslated description;
} LuotainWorkbook;

extern const LuotainRecordType luotain_workbook_type;

G_END_DECLS
