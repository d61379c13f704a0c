#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * luotain_focus_children:
 * @widget: what holds the children
 * @direction: where the focus goes
 *
 * The `focus` of a subclass of GtkWidget that has a `grab_focus` of its own. GtkWidget's grabs the focus for the widget itself when Shift+Tab
 * has gone through the children, and so hands it back to the child it comes from: there would be no way out.
 *
 * Returns: whether a child took the focus
 */
gboolean luotain_focus_children (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
