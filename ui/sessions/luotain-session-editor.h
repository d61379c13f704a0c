#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SESSION_EDITOR (luotain_session_editor_get_type ())

/**
 * LuotainSessionEditor: all of one session, every field saved as it is left.
 *
 * Signals: `gone`: the session that is shown was deleted; `findings`: somebody wants to see what was caught in it.
 */
G_DECLARE_FINAL_TYPE (LuotainSessionEditor, luotain_session_editor, LUOTAIN, SESSION_EDITOR, GtkWidget)

GtkWidget *luotain_session_editor_new (LuotainContext *context);
void luotain_session_editor_show (LuotainSessionEditor *self, gint64 id);
gint64 luotain_session_editor_get_id (LuotainSessionEditor *self);

/** luotain_session_editor_get_title: (nullable): of the session that is shown. */
const char *luotain_session_editor_get_title (LuotainSessionEditor *self);

/** luotain_session_editor_begin: puts the focus into the title, all of it selected. */
void luotain_session_editor_begin (LuotainSessionEditor *self);

G_END_DECLS
