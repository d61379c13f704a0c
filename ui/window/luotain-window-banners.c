#include "config.h"

#include "luotain-children.h"
#include "luotain-window-private.h"

static GtkWidget *
find_banner (LuotainWindow *self, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->banners)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_name (child), name) == 0)
      return child;
  return NULL;
}

static void
response_cb (GtkInfoBar *bar)
{
  gtk_info_bar_set_revealed (bar, FALSE);
}

/**
 * luotain_window_banner:
 * @name: of the state: the banner takes the place of another of the name
 * @text: (nullable): plain text; %NULL ends the state
 * @button: (nullable): label of a button, and @action what it does
 */
void
luotain_window_banner (LuotainWindow *self, const char *name, GtkMessageType type, const char *text,
                       const char *button, const char *action)
{
  GtkWidget *bar = find_banner (self, name);
  GtkWidget *label;

  if (bar != NULL)
    gtk_box_remove (self->banners, bar);
  if (text == NULL)
    return;

  bar = gtk_info_bar_new ();
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_name (bar, name);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), type);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  if (button != NULL)
    {
      GtkWidget *action_button = gtk_button_new_with_label (button);

      gtk_widget_set_valign (action_button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (action_button), action);
      gtk_accessible_update_property (GTK_ACCESSIBLE (action_button), GTK_ACCESSIBLE_PROPERTY_LABEL, button,
                                      -1);
      gtk_info_bar_add_child (GTK_INFO_BAR (bar), action_button);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (bar, "response", G_CALLBACK (response_cb), NULL);
  gtk_box_append (self->banners, bar);
}

void
luotain_window_clear_banners (LuotainWindow *self)
{
  luotain_children_clear_box (self->banners);
}
