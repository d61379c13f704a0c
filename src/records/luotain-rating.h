#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/**
 * LuotainRating: what the group thought of a finding on one scale, on one day: its own value, or hands (or dots) counted
 * a step. Several rounds stand side by side; the latest is what the map shows.
 */
typedef struct
{
  LuotainRecord record;
  char *scale; /* breakthrough, impact, probability, direction, dots, priority */
  gint64 value; /* the group's own value; unset where hands were counted */
  char *hands; /* hands counted a step, "5:3 4:9 3:12"; see luotain_rating_parse_hands() */
  char *rated_on;
  char *round; /* name of the round, where several stand side by side */
  LuotainTranslated note;
} LuotainRating;

extern const LuotainRecordType luotain_rating_type;

G_END_DECLS
