#include "config.h"

#include "luotain-focus.h"

static GtkWidget *
step (GtkWidget *child, GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_BACKWARD ? gtk_widget_get_prev_sibling (child)
                                           : gtk_widget_get_next_sibling (child);
}

gboolean
luotain_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);

  if (child == NULL)
    child = direction == GTK_DIR_TAB_BACKWARD ? gtk_widget_get_last_child (widget)
                                              : gtk_widget_get_first_child (widget);

  /* A popover is a world of its own. */
  for (; child != NULL; child = step (child, direction))
    {
      if (!GTK_IS_NATIVE (child) && gtk_widget_child_focus (child, direction))
        return TRUE;
    }

  return FALSE;
}
