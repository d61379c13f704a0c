#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** luotain_mark: marks for a moment what undo, or a step along the chain, led to. */
void luotain_mark (GtkWidget *widget);

G_END_DECLS
