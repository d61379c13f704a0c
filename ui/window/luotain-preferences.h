#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * luotain_preferences_apply:
 * @settings: (nullable): the program's settings
 *
 * Makes what the settings say hold, now and as they change.
 */
void luotain_preferences_apply (GSettings *settings);

/**
 * luotain_preferences_present:
 * @parent: (nullable): a window
 * @settings: (nullable): the program's settings
 *
 * Shows the preferences of the program.
 */
void luotain_preferences_present (GtkWindow *parent, GSettings *settings);

G_END_DECLS
