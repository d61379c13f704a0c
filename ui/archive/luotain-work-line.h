#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WORK_LINE (luotain_work_line_get_type ())

/**
 * LuotainWorkLine: one piece of long work that is on its way: what it is, how far, and a button that gives it up.
 *
 * Nothing of it is seen unless the work takes a moment. Signal `busy-changed`.
 */
G_DECLARE_FINAL_TYPE (LuotainWorkLine, luotain_work_line, LUOTAIN, WORK_LINE, AdwBin)

/**
 * luotain_work_line_begin:
 * @self: a line without work
 * @what: what is being done, to be read
 * @per_mille: (out) (transfer none): where a thread may tell how far it is; acquire it by g_atomic_rc_box_acquire()
 *
 * Returns: (transfer none): cancelled when somebody gives it up
 */
GCancellable *luotain_work_line_begin (LuotainWorkLine *self, const char *what, int **per_mille);

/** luotain_work_line_end: the work is done, or was given up. */
void luotain_work_line_end (LuotainWorkLine *self);
void luotain_work_line_cancel (LuotainWorkLine *self);
gboolean luotain_work_line_is_busy (LuotainWorkLine *self);

G_END_DECLS
