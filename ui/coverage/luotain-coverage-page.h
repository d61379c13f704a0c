#pragma once

#include "luotain-page.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COVERAGE_PAGE (luotain_coverage_page_get_type ())

/**
 * LuotainCoveragePage: the planner's page: what the profiles need, held against what organisations teach: one school's
 * view or all beside each other.
 */
G_DECLARE_FINAL_TYPE (LuotainCoveragePage, luotain_coverage_page, LUOTAIN, COVERAGE_PAGE, GtkWidget)

GtkWidget *luotain_coverage_page_new (LuotainContext *context);

G_END_DECLS
