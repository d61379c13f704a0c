#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How what stands in a widget is taken out, all of it at once: GTK 4.8 cannot yet. */

/** luotain_children_clear_list: its rows; a placeholder stays. */
static inline void
luotain_children_clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static inline void
luotain_children_clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/** luotain_children_unparent: for a widget that holds its children itself. */
static inline void
luotain_children_unparent (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

G_END_DECLS
