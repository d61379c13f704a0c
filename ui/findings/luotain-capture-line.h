#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_CAPTURE_LINE (luotain_capture_line_get_type ())

/**
 * LuotainCaptureLine: where findings are caught as fast as people say them.
 *
 * The session that is running and the sector stand before the line. Enter makes a finding and leaves the line ready
 * for the next; several lines that are pasted become several findings, in one change.
 *
 * Signal `caught (GArray *ids)`: findings were made. Property `vertical`: session and sector stand above the line.
 */
G_DECLARE_FINAL_TYPE (LuotainCaptureLine, luotain_capture_line, LUOTAIN, CAPTURE_LINE, GtkWidget)

void luotain_capture_line_set_context (LuotainCaptureLine *self, LuotainContext *context);
void luotain_capture_line_set_vertical (LuotainCaptureLine *self, gboolean vertical);

/** luotain_capture_line_begin: puts the focus into the line. */
void luotain_capture_line_begin (LuotainCaptureLine *self);

/** luotain_capture_line_capture: makes findings of @text, one a line, as Enter does with what stands in the entry. */
void luotain_capture_line_capture (LuotainCaptureLine *self, const char *text);

/** luotain_capture_line_get_session: the session that is running, 0 for none. */
gint64 luotain_capture_line_get_session (LuotainCaptureLine *self);

/** luotain_capture_line_get_entry: (transfer none): the entry. */
GtkEditable *luotain_capture_line_get_entry (LuotainCaptureLine *self);

G_END_DECLS
