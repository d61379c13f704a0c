#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/**
 * LuotainCoverage: how its owner, an organisation, sees the profile entry it `assesses`: whether its curriculum covers
 * it, in which units it is `taught-in`, and what it has decided. An entry without one follows those of its
 * competence at the same role level in the same sector (luotain-coverage-query.h); where none has one, nobody looked yet.
 */
typedef struct
{
  LuotainRecord record;
  char *status; /* (nullable): covered, partly, not-at-all */
  LuotainTranslated decision;
  char *carrier; /* (nullable): who carries the decision out: a unit or a role, not a person */
  char *due_on;
  LuotainTranslated note;
} LuotainCoverage;

extern const LuotainRecordType luotain_coverage_type;

G_END_DECLS
