#pragma once

#include "luotain-context.h"
#include "luotain-overview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WINDOW_TITLE (luotain_window_title_get_type ())

/**
 * LuotainWindowTitle: workbook and sector, when it was saved, and the list that switches the sector.
 */
G_DECLARE_FINAL_TYPE (LuotainWindowTitle, luotain_window_title, LUOTAIN, WINDOW_TITLE, AdwBin)

/**
 * luotain_window_title_set_context:
 * @self: a title
 * @context: (nullable): the workbook that is open
 */
void luotain_window_title_set_context (LuotainWindowTitle *self, LuotainContext *context);
void luotain_window_title_set_overview (LuotainWindowTitle *self, LuotainOverview *overview);

/** luotain_window_title_set_state: the small line: “Saved 14:32”, “Read-Only”. */
void luotain_window_title_set_state (LuotainWindowTitle *self, const char *state);

G_END_DECLS
