#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * luotain_template_dispose:
 * @widget: a widget made from a template, whose parent type is GtkWidget itself
 * @type: its type
 *
 * As gtk_widget_dispose_template(), which in GTK 4.8 lets go of the children that a template names, but leaves the
 * widget's own children hanging.
 */
static inline void
luotain_template_dispose (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

G_END_DECLS
