#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * luotain_profile_walk:
 * @area: what both belong to
 * @from: where the focus is
 * @targets: (element-type GtkWidget): where it may go
 * @direction: up, down, left or right, as it is seen
 *
 * Returns: (transfer none) (nullable): the nearest of @targets in that direction
 */
GtkWidget *luotain_profile_walk (GtkWidget *area, GtkWidget *from, GPtrArray *targets,
                                 GtkDirectionType direction);

G_END_DECLS
