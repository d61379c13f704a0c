#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_EMPTY_STATE (luotain_empty_state_get_type ())

/**
 * LuotainEmptyState: what a page shows while there is nothing on it.
 *
 * Properties `icon-name`; `title`; `description`: what belongs here, in one sentence; `button-label` and
 * `action-name`: how to begin; `example` (boolean, TRUE): a link that opens the example.
 *
 * Signal `begin`: the button was pressed (besides its action, where it has one).
 */
G_DECLARE_FINAL_TYPE (LuotainEmptyState, luotain_empty_state, LUOTAIN, EMPTY_STATE, AdwBin)

GtkWidget *luotain_empty_state_new (void);

G_END_DECLS
