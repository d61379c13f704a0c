#include "config.h"

#include "luotain-children.h"
#include "luotain-wrap-box.h"
#include "luotain-wrap-layout.h"

struct _LuotainWrapBox
{
  GtkWidget parent_instance;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainWrapBox, luotain_wrap_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
luotain_wrap_box_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    luotain_wrap_box_append (LUOTAIN_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = luotain_wrap_box_add_child;
}

static void
luotain_wrap_box_dispose (GObject *object)
{
  luotain_wrap_box_remove_all (LUOTAIN_WRAP_BOX (object));

  G_OBJECT_CLASS (luotain_wrap_box_parent_class)->dispose (object);
}

static void
luotain_wrap_box_class_init (LuotainWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_wrap_box_dispose;
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
}

static void
luotain_wrap_box_init (LuotainWrapBox *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), luotain_wrap_layout_new (6));
}

GtkWidget *
luotain_wrap_box_new (void)
{
  return g_object_new (LUOTAIN_TYPE_WRAP_BOX, NULL);
}

void
luotain_wrap_box_append (LuotainWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (LUOTAIN_IS_WRAP_BOX (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
luotain_wrap_box_remove (LuotainWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  gtk_widget_unparent (child);
}

void
luotain_wrap_box_remove_all (LuotainWrapBox *self)
{
  luotain_children_unparent (GTK_WIDGET (self));
}
