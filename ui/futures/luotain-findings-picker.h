#pragma once

#include "luotain-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDINGS_PICKER (luotain_findings_picker_get_type ())

/**
 * LuotainFindingsPicker: a list of findings to search and to tick, of which key variables are made: one of each, tied to it.
 * Enter ticks the first that was found, Ctrl+Enter makes them.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingsPicker, luotain_findings_picker, LUOTAIN, FINDINGS_PICKER, GtkPopover)

void luotain_findings_picker_set_context (LuotainFindingsPicker *self, LuotainContext *context);

G_END_DECLS
