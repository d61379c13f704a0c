#include "config.h"

#include "luotain-names.h"

#include <glib/gi18n.h>

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* GTK 4.8 has no getter for what a widget was called, but a check that fails says what it found. */
static char *
dup_label (GtkWidget *widget)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;

  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
}

static char *
dup_name (GtkWidget *widget, const char *otherwise)
{
  char *label = dup_label (widget);
  const char *name = gtk_widget_get_tooltip_text (widget);

  if (label != NULL)
    return label;
  if (name == NULL && GTK_IS_MENU_BUTTON (widget))
    name = gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));
  return g_strdup (name != NULL ? name : otherwise);
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

static void
complete (GtkWidget *widget, const char *label)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
        set_name (widget, label);
    }
  else if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget))
    {
      g_autofree char *name = dup_name (widget, label);

      name_inside (widget, name);
    }
}

void
luotain_names_complete (GtkWidget *root, const char *label)
{
  complete (root, label);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    luotain_names_complete (child, label);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  complete (g_value_get_object (values), _ ("Contents"));
  return TRUE;
}

void
luotain_names_install (void)
{
  static gboolean installed = FALSE;
  g_autoptr (GTypeClass) klass = NULL;

  if (installed)
    return;

  installed = TRUE;
  klass = g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
