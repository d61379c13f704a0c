#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PROGRESS_DOTS (luotain_progress_dots_get_type ())

/** LuotainProgressDots: a dot for each part of a work: filled where it is done, half where it is begun; the present one is ringed. */
G_DECLARE_FINAL_TYPE (LuotainProgressDots, luotain_progress_dots, LUOTAIN, PROGRESS_DOTS, GtkWidget)

/**
 * luotain_progress_dots_show:
 * @shares: (element-type double): how much of each part is done, 0 to 1
 * @present: which one is worked at
 */
void luotain_progress_dots_show (LuotainProgressDots *self, GArray *shares, guint present);

G_END_DECLS
