#pragma once

#include "luotain-addendum.h"
#include "luotain-competence.h"
#include "luotain-coverage.h"
#include "luotain-curriculum-unit.h"
#include "luotain-exclusion.h"
#include "luotain-external-identifier.h"
#include "luotain-finding.h"
#include "luotain-frame-scenario.h"
#include "luotain-influence.h"
#include "luotain-job-title.h"
#include "luotain-judgement.h"
#include "luotain-key-variable.h"
#include "luotain-kind-change.h"
#include "luotain-model.h"
#include "luotain-organisation.h"
#include "luotain-passage.h"
#include "luotain-period.h"
#include "luotain-profile-entry.h"
#include "luotain-profile.h"
#include "luotain-rating.h"
#include "luotain-role-level.h"
#include "luotain-scenario.h"
#include "luotain-sector.h"
#include "luotain-session.h"
#include "luotain-source.h"
#include "luotain-state.h"
#include "luotain-vocabulary-entry.h"
#include "luotain-workbook.h"
#include "luotain-working-group.h"

G_BEGIN_DECLS

/** LUOTAIN_APPLICATION_ID: what SQLite's header of a workbook holds: "LUOT". */
#define LUOTAIN_APPLICATION_ID 0x4c554f54

/** luotain_workbook_model: every type and role of a workbook. */
extern const LuotainModel luotain_workbook_model;

G_END_DECLS
