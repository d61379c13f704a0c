#include "config.h"

#include "luotain-kind-icon.h"
#include "luotain-kind-shape.h"

struct _LuotainKindIcon
{
  GtkWidget parent_instance;

  LuotainContext *context;
  char *kind;
  int size;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_KIND,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LuotainKindIcon, luotain_kind_icon, GTK_TYPE_WIDGET)

static void
show_kind (LuotainKindIcon *self)
{
  const char *title = self->context != NULL && self->kind != NULL
                          ? luotain_word_list_title (luotain_context_get_words (self->context),
                                                     "finding-kind", self->kind)
                          : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
luotain_kind_icon_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = LUOTAIN_KIND_ICON (widget)->size;
}

static void
luotain_kind_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainKindIcon *self = LUOTAIN_KIND_ICON (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float size = MIN ((float) self->size, MIN (width, height));
  GdkRGBA color;

  if (self->context == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - size) / 2, (height - size) / 2));
  luotain_kind_shape_snapshot (
      snapshot,
      luotain_kind_shape_index (
          luotain_word_list_keys (luotain_context_get_words (self->context), "finding-kind"), self->kind),
      size, &color);
}

static void
luotain_kind_icon_dispose (GObject *object)
{
  g_clear_object (&LUOTAIN_KIND_ICON (object)->context);

  G_OBJECT_CLASS (luotain_kind_icon_parent_class)->dispose (object);
}

static void
luotain_kind_icon_finalize (GObject *object)
{
  g_free (LUOTAIN_KIND_ICON (object)->kind);

  G_OBJECT_CLASS (luotain_kind_icon_parent_class)->finalize (object);
}

static void
luotain_kind_icon_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainKindIcon *self = LUOTAIN_KIND_ICON (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_kind_icon_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainKindIcon *self = LUOTAIN_KIND_ICON (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_set_object (&self->context, g_value_get_object (value));
      show_kind (self);
      break;
    case PROP_KIND:
      g_free (self->kind);
      self->kind = g_value_dup_string (value);
      show_kind (self);
      break;
    case PROP_SIZE:
      self->size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_kind_icon_class_init (LuotainKindIconClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_kind_icon_dispose;
  object_class->finalize = luotain_kind_icon_finalize;
  object_class->get_property = luotain_kind_icon_get_property;
  object_class->set_property = luotain_kind_icon_set_property;
  widget_class->measure = luotain_kind_icon_measure;
  widget_class->snapshot = luotain_kind_icon_snapshot;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 8, 256, 16, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "kindicon");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
luotain_kind_icon_init (LuotainKindIcon *self)
{
  self->size = 16;
}

GtkWidget *
luotain_kind_icon_new (LuotainContext *context, const char *kind)
{
  return g_object_new (LUOTAIN_TYPE_KIND_ICON, "context", context, "kind", kind, "valign", GTK_ALIGN_CENTER,
                       NULL);
}
