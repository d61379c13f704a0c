#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainSession: one meeting or survey in which findings were caught. */
typedef struct
{
  LuotainRecord record;
  LuotainTranslated title;
  char *kind;
  char *held_on;
  char *place;
  gint64 people;
  char *status;
  LuotainTranslated outcome;
} LuotainSession;

extern const LuotainRecordType luotain_session_type;

G_END_DECLS
