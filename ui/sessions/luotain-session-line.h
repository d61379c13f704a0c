#pragma once

#include "luotain-session-list.h"
#include "luotain-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SESSION_LINE (luotain_session_line_get_type ())

/** LuotainSessionLine: a session in a list: its title, what, when, where and of whom, and how many findings it gave. */
G_DECLARE_FINAL_TYPE (LuotainSessionLine, luotain_session_line, LUOTAIN, SESSION_LINE, GtkListBoxRow)

GtkWidget *luotain_session_line_new (const LuotainSessionRow *row, LuotainWordList *words);
void luotain_session_line_show (LuotainSessionLine *self, const LuotainSessionRow *row,
                                LuotainWordList *words);
gint64 luotain_session_line_get_id (LuotainSessionLine *self);

G_END_DECLS
