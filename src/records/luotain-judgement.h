#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/**
 * LuotainJudgement: how its owner, being so, directly influences the state it `judges` being so: one cell of the
 * cross-impact matrix. A cell without a record is not judged yet and counts as 0.
 */
typedef struct
{
  LuotainRecord record;
  gint64 value; /* usually −3 strongly restricts … +3 strongly promotes */
  LuotainTranslated reason;
} LuotainJudgement;

extern const LuotainRecordType luotain_judgement_type;

G_END_DECLS
