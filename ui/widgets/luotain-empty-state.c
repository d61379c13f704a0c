#include "config.h"

#include "luotain-empty-state.h"
#include "luotain-names.h"
#include "luotain-template.h"

#include <glib/gi18n.h>

struct _LuotainEmptyState
{
  AdwBin parent_instance;

  char *texts[6]; /* by property */
  gboolean example;

  GtkButton *button;
};

enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  PROP_EXAMPLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint begin_signal;

G_DEFINE_FINAL_TYPE (LuotainEmptyState, luotain_empty_state, ADW_TYPE_BIN)

static void
clicked_cb (LuotainEmptyState *self)
{
  g_signal_emit (self, begin_signal, 0);
}

static void
luotain_empty_state_dispose (GObject *object)
{
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_EMPTY_STATE);

  G_OBJECT_CLASS (luotain_empty_state_parent_class)->dispose (object);
}

static void
luotain_empty_state_finalize (GObject *object)
{
  LuotainEmptyState *self = LUOTAIN_EMPTY_STATE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (luotain_empty_state_parent_class)->finalize (object);
}

static void
luotain_empty_state_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainEmptyState *self = LUOTAIN_EMPTY_STATE (object);

  if (id == PROP_EXAMPLE)
    g_value_set_boolean (value, self->example);
  else
    g_value_set_string (value, self->texts[id]);
}

static void
luotain_empty_state_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainEmptyState *self = LUOTAIN_EMPTY_STATE (object);

  if (id == PROP_EXAMPLE)
    {
      self->example = g_value_get_boolean (value);
      return;
    }

  g_free (self->texts[id]);
  self->texts[id] = g_value_dup_string (value);
  if (id == PROP_BUTTON_LABEL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->button), self->texts[id] != NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->texts[id] != NULL ? self->texts[id] : "", -1);
    }
}

static void
luotain_empty_state_class_init (LuotainEmptyStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_empty_state_dispose;
  object_class->finalize = luotain_empty_state_finalize;
  object_class->get_property = luotain_empty_state_get_property;
  object_class->set_property = luotain_empty_state_set_property;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  properties[PROP_EXAMPLE] = g_param_spec_boolean ("example", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  begin_signal = g_signal_new ("begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-empty-state.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainEmptyState, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
luotain_empty_state_init (LuotainEmptyState *self)
{
  self->example = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  luotain_names_complete (GTK_WIDGET (self), _ ("Nothing Here Yet"));
}

GtkWidget *
luotain_empty_state_new (void)
{
  return g_object_new (LUOTAIN_TYPE_EMPTY_STATE, NULL);
}
