#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Work shared by threads; for the files of this folder. */

/** LuotainShareFunc: does the share @number of @n; @data is what they work on together. */
typedef void (*LuotainShareFunc) (gpointer data, guint number, guint n);

/**
 * luotain_share:
 * @n: how many shares: one in this thread, the others each in a thread of its own
 *
 * Does all the shares at once and returns when the last one is done.
 */
void luotain_share (guint n, LuotainShareFunc func, gpointer data);

G_END_DECLS
