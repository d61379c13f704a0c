#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainSource: a publication or other thing that can be looked up, behind findings. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  char *kind;
  char *publisher;
  char *published_on;
  char *url;
  char *accessed_on;
  LuotainTranslated note;
} LuotainSource;

extern const LuotainRecordType luotain_source_type;

G_END_DECLS
