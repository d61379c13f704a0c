#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

/* The changes of sessions that are more than one field or one link: each one step that can be undone. */

/**
 * luotain_session_add:
 * @context: a context
 * @callback: (nullable): the result is a gint64 to be freed: the session's id
 * @owner: as in luotain_context_do()
 *
 * Adds a session of today, of the sector that is chosen in the window.
 */
void luotain_session_add (LuotainContext *context, LuotainContextCallback callback, gpointer owner);

/** luotain_session_add_group: makes a working group of the title, and the session one of its. */
void luotain_session_add_group (LuotainContext *context, gint64 session, const char *title);

/** luotain_session_set_running: the session runs, any other is closed; 0 closes the one that runs. */
void luotain_session_set_running (LuotainContext *context, gint64 session);

/**
 * luotain_session_delete:
 * @context: a context
 * @session: a session
 * @title: (nullable): for the toast
 */
void luotain_session_delete (LuotainContext *context, gint64 session, const char *title);

G_END_DECLS
