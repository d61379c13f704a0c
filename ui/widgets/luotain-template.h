#pragma once

#include "luotain-children.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * luotain_template_dispose:
 * @widget: a widget made from a template, whose parent type is GtkWidget or AdwBin
 * @type: its type
 *
 * As gtk_widget_dispose_template(), which in GTK 4.8 lets go of the children that a template names, but leaves the
 * widget's own children hanging, or takes them from under a bin.
 */
static inline void
luotain_template_dispose (GtkWidget *widget, GType type)
{
  if (ADW_IS_BIN (widget))
    adw_bin_set_child (ADW_BIN (widget), NULL);
  gtk_widget_dispose_template (widget, type);
  luotain_children_unparent (widget);
}

G_END_DECLS
