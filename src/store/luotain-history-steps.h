#pragma once

#include "luotain-changes.h"
#include "luotain-db.h"

G_BEGIN_DECLS

/* The kept steps of the history, on the store thread. */

/* Drops what was undone: a new change ends what could have been redone. */
gboolean luotain_history_steps_end_redo (LuotainDb *db, GError **error);

/* Drops the oldest steps above 1,000 and above 64 MB in all; the newest never. */
gboolean luotain_history_steps_prune (LuotainDb *db, GError **error);

/*
 * Takes back the newest step, or brings back the oldest that was taken back, and tells what it touched.
 * @label: (out) (transfer full): of the step
 */
gboolean luotain_history_steps_replay (LuotainDb *db, gboolean undo, LuotainChanges *changes, char **label,
                                       GError **error);

G_END_DECLS
