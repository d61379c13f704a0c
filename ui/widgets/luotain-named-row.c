#include "luotain-named-row.h"

struct _LuotainNamedRow
{
  AdwBin parent_instance;

  char *label;
};

G_DEFINE_FINAL_TYPE (LuotainNamedRow, luotain_named_row, ADW_TYPE_BIN)

enum
{
  PROP_LABEL = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* The row is whichever ancestor stands directly in the list, however deep this widget lies within it. */
static GtkWidget *
find_row (LuotainNamedRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (widget))
    {
      if (GTK_IS_LIST_BASE (parent))
        return widget;
      widget = parent;
    }

  return NULL;
}

static void
name_row (LuotainNamedRow *self)
{
  GtkWidget *row = find_row (self);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->label != NULL ? self->label : "", -1);
}

static void
luotain_named_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (luotain_named_row_parent_class)->root (widget);
  name_row (LUOTAIN_NAMED_ROW (widget));
}

static void
luotain_named_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_LABEL)
    g_value_set_string (value, LUOTAIN_NAMED_ROW (object)->label);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
luotain_named_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_LABEL)
    luotain_named_row_set_label (LUOTAIN_NAMED_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
luotain_named_row_finalize (GObject *object)
{
  g_free (LUOTAIN_NAMED_ROW (object)->label);
  G_OBJECT_CLASS (luotain_named_row_parent_class)->finalize (object);
}

static void
luotain_named_row_class_init (LuotainNamedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = luotain_named_row_get_property;
  object_class->set_property = luotain_named_row_set_property;
  object_class->finalize = luotain_named_row_finalize;
  GTK_WIDGET_CLASS (klass)->root = luotain_named_row_root;

  properties[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
luotain_named_row_init (LuotainNamedRow *self)
{
}

GtkWidget *
luotain_named_row_new (void)
{
  return g_object_new (LUOTAIN_TYPE_NAMED_ROW, NULL);
}

void
luotain_named_row_set_label (LuotainNamedRow *self, const char *label)
{
  g_return_if_fail (LUOTAIN_IS_NAMED_ROW (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  name_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}
