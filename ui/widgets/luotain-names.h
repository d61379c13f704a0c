#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * luotain_names_complete:
 * @root: a widget with all below it
 * @label: what it is, translated
 *
 * Names what can take the focus inside GTK's and libadwaita's own widgets and which they leave nameless: scrolled
 * windows are called @label, the buttons within menu buttons and drop-downs what those are called.
 */
void luotain_names_complete (GtkWidget *root, const char *label);

G_END_DECLS
