#pragma once

#include "luotain-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WHY_PANEL (luotain_why_panel_get_type ())

/**
 * LuotainWhyPanel: the thread: why what is selected anywhere is there, what stands on it, and what to look at again.
 * The only place where the chain is drawn.
 */
G_DECLARE_FINAL_TYPE (LuotainWhyPanel, luotain_why_panel, LUOTAIN, WHY_PANEL, AdwBin)

/**
 * luotain_why_panel_new:
 * @context: the workbook's context, whose selection the panel follows while it is shown
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *luotain_why_panel_new (LuotainContext *context);

G_END_DECLS
