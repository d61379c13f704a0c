#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * luotain_text_scale:
 * @widget: a widget
 *
 * How much larger than the usual its text is, because a person set it so or the room does: widths that are meant for
 * text grow with it.
 *
 * Returns: 1.0 for the usual 11 points at 96 dots an inch
 */
double luotain_text_scale (GtkWidget *widget);

/** luotain_text_scaled: @pixels of the usual text in the text of @widget. */
int luotain_text_scaled (GtkWidget *widget, int pixels);

G_END_DECLS
