#pragma once

#include "luotain-profile-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * luotain_profile_menu_new:
 * @sheet: a profile
 * @level: the role level where the entry stands
 * @writable: whether it may be moved and removed
 *
 * Returns: (transfer full): what can be done with an entry, by the actions of LuotainProfileGrid
 */
GMenuModel *luotain_profile_menu_new (const LuotainProfileSheet *sheet, gint64 level, gboolean writable);

G_END_DECLS
