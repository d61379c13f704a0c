#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * luotain_settings_new:
 *
 * Returns: (transfer full) (nullable): the program's settings; %NULL where they are not installed
 */
GSettings *luotain_settings_new (void);

G_END_DECLS
