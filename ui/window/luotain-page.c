#include "config.h"

#include "luotain-page.h"

G_DEFINE_INTERFACE (LuotainPage, luotain_page, GTK_TYPE_WIDGET)

static void
luotain_page_default_init (LuotainPageInterface *iface)
{
}

void
luotain_page_reveal (LuotainPage *self, gint64 id)
{
  g_return_if_fail (LUOTAIN_IS_PAGE (self));

  if (LUOTAIN_PAGE_GET_IFACE (self)->reveal != NULL)
    LUOTAIN_PAGE_GET_IFACE (self)->reveal (self, id);
}

void
luotain_page_begin (LuotainPage *self)
{
  g_return_if_fail (LUOTAIN_IS_PAGE (self));

  if (LUOTAIN_PAGE_GET_IFACE (self)->begin != NULL)
    LUOTAIN_PAGE_GET_IFACE (self)->begin (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
luotain_page_search (LuotainPage *self)
{
  g_return_if_fail (LUOTAIN_IS_PAGE (self));

  if (LUOTAIN_PAGE_GET_IFACE (self)->search != NULL)
    LUOTAIN_PAGE_GET_IFACE (self)->search (self);
}

gboolean
luotain_page_can_search (LuotainPage *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PAGE (self), FALSE);

  return LUOTAIN_PAGE_GET_IFACE (self)->search != NULL;
}

gboolean
luotain_page_can_show (LuotainPage *self, const char *type_name)
{
  g_return_val_if_fail (LUOTAIN_IS_PAGE (self), FALSE);

  if (LUOTAIN_PAGE_GET_IFACE (self)->can_show == NULL)
    return FALSE;

  return LUOTAIN_PAGE_GET_IFACE (self)->can_show (self, type_name);
}

static gboolean
shortcut_cb (GtkWidget *page, GVariant *arguments, gpointer action)
{
  return gtk_widget_get_mapped (page) && gtk_widget_activate_action (page, action, NULL);
}

void
luotain_page_add_shortcut (GtkWidget *page, guint keyval, const char *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_CONTROL_MASK),
                        gtk_callback_action_new (shortcut_cb, g_strdup (action), g_free)));
  gtk_widget_add_controller (page, controller);
}

gboolean
luotain_page_reveal_change (LuotainPage *self, LuotainChanges *changes)
{
  LuotainPageInterface *iface;

  g_return_val_if_fail (LUOTAIN_IS_PAGE (self), FALSE);

  iface = LUOTAIN_PAGE_GET_IFACE (self);
  return iface->reveal_change != NULL && iface->reveal_change (self, changes);
}
