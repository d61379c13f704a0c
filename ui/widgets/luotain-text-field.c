#include "config.h"

#include "luotain-text-field.h"

#include "luotain-children.h"
#include "luotain-focus.h"

typedef struct
{
  LuotainFieldBinding *binding;
  GtkWidget *input; /* a child, or in one */
  GtkLabel *error;
  char *label;
  gboolean dirty;
  gboolean showing;
  gboolean editable;
} LuotainTextFieldPrivate;

enum
{
  PROP_CONTEXT = 1,
  PROP_RECORD_ID,
  PROP_COLUMN,
  PROP_LABEL,
  PROP_PLACEHOLDER_TEXT,
  PROP_EDITABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LuotainTextField, luotain_text_field, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((LuotainTextFieldPrivate *) luotain_text_field_get_instance_private (self))

static void
text_cb (LuotainTextField *self)
{
  LuotainTextFieldPrivate *priv = PRIVATE (self);

  /* What was refused stays to be put right. */
  if (priv->dirty || luotain_field_binding_get_error (priv->binding) != NULL)
    return;

  priv->showing = TRUE;
  LUOTAIN_TEXT_FIELD_GET_CLASS (self)->show_text (self, luotain_field_binding_get_text (priv->binding));
  priv->showing = FALSE;
}

static void
error_cb (LuotainTextField *self)
{
  LuotainTextFieldPrivate *priv = PRIVATE (self);
  const char *error = luotain_field_binding_get_error (priv->binding);

  gtk_label_set_label (priv->error, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->error), error != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (priv->input, "error");
  else
    gtk_widget_remove_css_class (priv->input, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
editable_cb (LuotainTextField *self)
{
  LuotainTextFieldPrivate *priv = PRIVATE (self);

  LUOTAIN_TEXT_FIELD_GET_CLASS (self)->set_editable (
      self, priv->editable && luotain_field_binding_get_editable (priv->binding));
}

void
luotain_text_field_changed (LuotainTextField *self)
{
  LuotainTextFieldPrivate *priv = PRIVATE (self);

  if (!priv->showing)
    priv->dirty = TRUE;
}

gboolean
luotain_text_field_is_dirty (LuotainTextField *self)
{
  g_return_val_if_fail (LUOTAIN_IS_TEXT_FIELD (self), FALSE);

  return PRIVATE (self)->dirty;
}

void
luotain_text_field_save (LuotainTextField *self)
{
  LuotainTextFieldPrivate *priv = PRIVATE (self);
  g_autofree char *text = NULL;

  g_return_if_fail (LUOTAIN_IS_TEXT_FIELD (self));

  if (!priv->dirty)
    return;

  /* While the change is under way the field may be refreshed: what it holds is on its way in. */
  priv->dirty = FALSE;
  text = LUOTAIN_TEXT_FIELD_GET_CLASS (self)->dup_text (self);
  if (g_strcmp0 (text != NULL ? text : "", luotain_field_binding_get_text (priv->binding)) == 0)
    luotain_field_binding_reset (priv->binding);
  else
    luotain_field_binding_save (priv->binding, text);
}

void
luotain_text_field_set_organisation (LuotainTextField *self, gint64 organisation)
{
  g_return_if_fail (LUOTAIN_IS_TEXT_FIELD (self));

  /* What is written belongs to the view that was shown until now. */
  luotain_text_field_save (self);
  luotain_field_binding_set_organisation (PRIVATE (self)->binding, organisation);
}

static gboolean
key_pressed_cb (LuotainTextField *self, guint keyval, guint keycode, GdkModifierType state)
{
  LuotainTextFieldPrivate *priv = PRIVATE (self);

  if (keyval != GDK_KEY_Escape || (!priv->dirty && luotain_field_binding_get_error (priv->binding) == NULL))
    return GDK_EVENT_PROPAGATE;

  priv->dirty = FALSE;
  luotain_field_binding_reset (priv->binding);
  return GDK_EVENT_STOP;
}

void
luotain_text_field_set_input (LuotainTextField *self, GtkWidget *input, GtkWidget *frame)
{
  g_return_if_fail (LUOTAIN_IS_TEXT_FIELD (self));
  g_return_if_fail (PRIVATE (self)->input == NULL);

  PRIVATE (self)->input = input;
  gtk_widget_set_hexpand (input, TRUE);
  gtk_widget_insert_after (frame, GTK_WIDGET (self), NULL);
  editable_cb (self);
}

static gboolean
luotain_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PRIVATE (LUOTAIN_TEXT_FIELD (widget))->input);
}

static void
luotain_text_field_dispose (GObject *object)
{
  luotain_children_unparent (GTK_WIDGET (object));

  G_OBJECT_CLASS (luotain_text_field_parent_class)->dispose (object);
}

static void
luotain_text_field_finalize (GObject *object)
{
  LuotainTextFieldPrivate *priv = PRIVATE (LUOTAIN_TEXT_FIELD (object));

  g_clear_object (&priv->binding);
  g_free (priv->label);

  G_OBJECT_CLASS (luotain_text_field_parent_class)->finalize (object);
}

static void
luotain_text_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainTextField *self = LUOTAIN_TEXT_FIELD (object);
  LuotainTextFieldPrivate *priv = PRIVATE (self);

  if (luotain_field_binding_forward_get (priv->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, priv->label);
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, LUOTAIN_TEXT_FIELD_GET_CLASS (self)->get_placeholder (self));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, priv->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_text_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainTextField *self = LUOTAIN_TEXT_FIELD (object);
  LuotainTextFieldPrivate *priv = PRIVATE (self);

  /* What is written belongs to the record that was shown until now. */
  if (id == PROP_RECORD_ID)
    luotain_text_field_save (self);
  if (luotain_field_binding_forward_set (priv->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_LABEL:
      g_free (priv->label);
      priv->label = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      priv->label != NULL ? priv->label : "", -1);
      break;
    case PROP_PLACEHOLDER_TEXT:
      LUOTAIN_TEXT_FIELD_GET_CLASS (self)->set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_EDITABLE:
      priv->editable = g_value_get_boolean (value);
      editable_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_text_field_class_init (LuotainTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_text_field_dispose;
  object_class->finalize = luotain_text_field_finalize;
  object_class->get_property = luotain_text_field_get_property;
  object_class->set_property = luotain_text_field_set_property;
  widget_class->grab_focus = luotain_text_field_grab_focus;
  widget_class->focus = luotain_focus_children;

  luotain_field_binding_install (object_class, PROP_CONTEXT);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER_TEXT] = g_param_spec_string ("placeholder-text", NULL, NULL, NULL, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  for (guint i = PROP_LABEL; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
luotain_text_field_init (LuotainTextField *self)
{
  LuotainTextFieldPrivate *priv = PRIVATE (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  priv->editable = TRUE;
  priv->binding = luotain_field_binding_new ();
  priv->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (priv->error, TRUE);
  gtk_label_set_xalign (priv->error, 0);
  gtk_widget_add_css_class (GTK_WIDGET (priv->error), "error");
  gtk_widget_add_css_class (GTK_WIDGET (priv->error), "caption");
  gtk_widget_set_visible (GTK_WIDGET (priv->error), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (priv->error), GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  g_signal_connect_object (priv->binding, "notify::text", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->binding, "notify::error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->binding, "notify::editable", G_CALLBACK (editable_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (luotain_text_field_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
