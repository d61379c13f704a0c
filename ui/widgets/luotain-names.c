#include "config.h"

#include "luotain-names.h"

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
get_name (GtkWidget *widget, const char *otherwise)
{
  const char *name = gtk_widget_get_tooltip_text (widget);

  if (name == NULL && GTK_IS_MENU_BUTTON (widget))
    name = gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));
  return name != NULL ? name : otherwise;
}

/* All that stands within a button is one thing to whoever listens. */
static void
name_inside (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        continue;
      if (gtk_widget_get_focusable (child))
        set_name (child, name);
      name_inside (child, name);
    }
}

void
luotain_names_complete (GtkWidget *root, const char *label)
{
  if (GTK_IS_SCROLLED_WINDOW (root))
    set_name (root, label);
  else if (GTK_IS_MENU_BUTTON (root) || GTK_IS_DROP_DOWN (root))
    name_inside (root, get_name (root, label));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    luotain_names_complete (child, label);
}
