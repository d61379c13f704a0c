#pragma once

#include "luotain-context.h"
#include "luotain-coverage-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COVERAGE_UNITS (luotain_coverage_units_get_type ())

/**
 * LuotainCoverageUnits: the units of an organisation's curriculum that a competence is taught in: each can be taken
 * away, others picked, or made on the spot.
 */
G_DECLARE_FINAL_TYPE (LuotainCoverageUnits, luotain_coverage_units, LUOTAIN, COVERAGE_UNITS, GtkWidget)

void luotain_coverage_units_set_context (LuotainCoverageUnits *self, LuotainContext *context);

/**
 * luotain_coverage_units_show:
 * @self: the units
 * @organisation: whose
 * @entry: a profile entry of the row
 * @view: how the organisation sees the row
 */
void luotain_coverage_units_show (LuotainCoverageUnits *self, const LuotainCoverageOrganisation *organisation,
                                  gint64 entry, const LuotainCoverageView *view);

G_END_DECLS
