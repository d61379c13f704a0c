#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_EDITION_COMPARISON (luotain_edition_comparison_get_type ())

/** LuotainEditionComparison: what came, went and changed between two editions, or from one to today. */
G_DECLARE_FINAL_TYPE (LuotainEditionComparison, luotain_edition_comparison, LUOTAIN, EDITION_COMPARISON,
                      GtkWidget)

GtkWidget *luotain_edition_comparison_new (LuotainContext *context);

/**
 * luotain_edition_comparison_set_editions:
 * @self: a comparison
 * @editions: (element-type LuotainEdition): what there is to compare, beside today
 */
void luotain_edition_comparison_set_editions (LuotainEditionComparison *self, GPtrArray *editions);

/** luotain_edition_comparison_show: compares two editions, by their ids; 0 is today. */
void luotain_edition_comparison_show (LuotainEditionComparison *self, gint64 before, gint64 after);

/** luotain_edition_comparison_refresh: once more, where one side is today. */
void luotain_edition_comparison_refresh (LuotainEditionComparison *self);

G_END_DECLS
