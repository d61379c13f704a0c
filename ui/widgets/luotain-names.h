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

/**
 * luotain_names_install:
 *
 * Does the same from now on for whatever comes on the screen: pages make many of their widgets as they are needed.
 */
void luotain_names_install (void);

G_END_DECLS
