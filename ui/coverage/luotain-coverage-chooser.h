#pragma once

#include "luotain-coverage-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COVERAGE_CHOOSER (luotain_coverage_chooser_get_type ())

/**
 * LuotainCoverageChooser: the words of a coverage as buttons of which one is down: shape and word each. Arrows walk and
 * choose, digits choose.
 *
 * Signal `chosen (chooser, guint status)`: somebody chose another one.
 */
G_DECLARE_FINAL_TYPE (LuotainCoverageChooser, luotain_coverage_chooser, LUOTAIN, COVERAGE_CHOOSER, GtkWidget)

/** luotain_coverage_chooser_set_status: shows what stands there, without a signal. */
void luotain_coverage_chooser_set_status (LuotainCoverageChooser *self, LuotainCoverageStatus status);

/**
 * luotain_coverage_chooser_status_of_key:
 * @keyval: a key
 * @status: (out): the status it stands for: 1 covered, 2 partly, 3 not at all, 0 not yet looked at
 *
 * Returns: whether it stands for one
 */
gboolean luotain_coverage_chooser_status_of_key (guint keyval, LuotainCoverageStatus *status);

G_END_DECLS
