#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * luotain_wrapped_label_new:
 * @text: (nullable): what it says
 * @styles: (nullable): classes of CSS, with blanks between
 *
 * Makes a label for text of any length: its lines begin on one side and are broken where they must be.
 */
GtkWidget *luotain_wrapped_label_new (const char *text, const char *styles);

G_END_DECLS
