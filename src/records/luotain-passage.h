#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainPassage: what a scenario says of one or more PESTE dimensions. */
typedef struct
{
  LuotainRecord record;
  char *dimensions;
  LuotainTranslated text;
} LuotainPassage;

extern const LuotainRecordType luotain_passage_type;

G_END_DECLS
