#include "config.h"

#include "luotain-text-entry.h"

typedef struct
{
  LuotainFieldBinding *binding;
  GtkEntry *entry;
  GtkLabel *error;
  char *label;
  gboolean dirty;
  gboolean showing;
  gboolean editable;
} LuotainTextEntryPrivate;

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

G_DEFINE_TYPE_WITH_PRIVATE (LuotainTextEntry, luotain_text_entry, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((LuotainTextEntryPrivate *) luotain_text_entry_get_instance_private (self))

static char *
as_it_is (const char *text)
{
  return g_strdup (text);
}

static void
show_text (LuotainTextEntry *self)
{
  LuotainTextEntryPrivate *priv = PRIVATE (self);
  g_autofree char *shown = LUOTAIN_TEXT_ENTRY_GET_CLASS (self)->to_display (
      luotain_field_binding_get_text (priv->binding));

  priv->dirty = FALSE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (priv->entry)), shown) == 0)
    return;

  priv->showing = TRUE;
  /* What was typed for another text cannot be taken back into this one. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (priv->entry), shown != NULL ? shown : "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->entry), TRUE);
  priv->showing = FALSE;
}

static void
text_cb (LuotainTextEntry *self)
{
  LuotainTextEntryPrivate *priv = PRIVATE (self);

  /* What was refused stays to be put right. */
  if (!priv->dirty && luotain_field_binding_get_error (priv->binding) == NULL)
    show_text (self);
}

static void
error_cb (LuotainTextEntry *self)
{
  LuotainTextEntryPrivate *priv = PRIVATE (self);
  const char *error = luotain_field_binding_get_error (priv->binding);

  gtk_label_set_label (priv->error, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->error), error != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (priv->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
editable_cb (LuotainTextEntry *self)
{
  LuotainTextEntryPrivate *priv = PRIVATE (self);

  gtk_editable_set_editable (GTK_EDITABLE (priv->entry),
                             priv->editable && luotain_field_binding_get_editable (priv->binding));
}

static void
entry_changed_cb (LuotainTextEntry *self)
{
  LuotainTextEntryPrivate *priv = PRIVATE (self);

  if (!priv->showing)
    priv->dirty = TRUE;
}

void
luotain_text_entry_save (LuotainTextEntry *self)
{
  LuotainTextEntryPrivate *priv = PRIVATE (self);
  g_autofree char *text = NULL;

  if (!priv->dirty)
    return;

  /* While the change is under way the field may be refreshed: what it holds is on its way in. */
  priv->dirty = FALSE;
  text = LUOTAIN_TEXT_ENTRY_GET_CLASS (self)->from_display (
      gtk_editable_get_text (GTK_EDITABLE (priv->entry)));
  if (g_strcmp0 (text != NULL ? text : "", luotain_field_binding_get_text (priv->binding)) == 0)
    luotain_field_binding_reset (priv->binding);
  else
    luotain_field_binding_save (priv->binding, text);
}

static gboolean
key_pressed_cb (LuotainTextEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  LuotainTextEntryPrivate *priv = PRIVATE (self);

  if (keyval != GDK_KEY_Escape || (!priv->dirty && luotain_field_binding_get_error (priv->binding) == NULL))
    return GDK_EVENT_PROPAGATE;

  priv->dirty = FALSE;
  luotain_field_binding_reset (priv->binding);
  return GDK_EVENT_STOP;
}

static gboolean
luotain_text_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PRIVATE (LUOTAIN_TEXT_ENTRY (widget))->entry));
}

static void
luotain_text_entry_dispose (GObject *object)
{
  LuotainTextEntryPrivate *priv = PRIVATE (LUOTAIN_TEXT_ENTRY (object));

  g_clear_pointer ((GtkWidget **) &priv->entry, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &priv->error, gtk_widget_unparent);

  G_OBJECT_CLASS (luotain_text_entry_parent_class)->dispose (object);
}

static void
luotain_text_entry_finalize (GObject *object)
{
  LuotainTextEntryPrivate *priv = PRIVATE (LUOTAIN_TEXT_ENTRY (object));

  g_clear_object (&priv->binding);
  g_free (priv->label);

  G_OBJECT_CLASS (luotain_text_entry_parent_class)->finalize (object);
}

static void
luotain_text_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainTextEntryPrivate *priv = PRIVATE (LUOTAIN_TEXT_ENTRY (object));

  if (luotain_field_binding_forward_get (priv->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, priv->label);
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, gtk_entry_get_placeholder_text (priv->entry));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, priv->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_text_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainTextEntry *self = LUOTAIN_TEXT_ENTRY (object);
  LuotainTextEntryPrivate *priv = PRIVATE (self);

  /* What is written belongs to the record that was shown until now. */
  if (id == PROP_RECORD_ID)
    luotain_text_entry_save (self);
  if (luotain_field_binding_forward_set (priv->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_LABEL:
      g_free (priv->label);
      priv->label = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      priv->label != NULL ? priv->label : "", -1);
      break;
    case PROP_PLACEHOLDER_TEXT:
      gtk_entry_set_placeholder_text (priv->entry, g_value_get_string (value));
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
luotain_text_entry_class_init (LuotainTextEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  klass->to_display = as_it_is;
  klass->from_display = as_it_is;
  object_class->dispose = luotain_text_entry_dispose;
  object_class->finalize = luotain_text_entry_finalize;
  object_class->get_property = luotain_text_entry_get_property;
  object_class->set_property = luotain_text_entry_set_property;
  widget_class->grab_focus = luotain_text_entry_grab_focus;

  luotain_field_binding_install (object_class, PROP_CONTEXT);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER_TEXT] = g_param_spec_string ("placeholder-text", NULL, NULL, NULL, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  for (guint i = PROP_LABEL; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);

  gtk_widget_class_set_css_name (widget_class, "textentry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
luotain_text_entry_init (LuotainTextEntry *self)
{
  LuotainTextEntryPrivate *priv = PRIVATE (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  priv->editable = TRUE;
  priv->binding = luotain_field_binding_new ();
  priv->entry = GTK_ENTRY (gtk_entry_new ());
  priv->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (priv->entry), TRUE);
  gtk_label_set_wrap (priv->error, TRUE);
  gtk_label_set_xalign (priv->error, 0);
  gtk_widget_add_css_class (GTK_WIDGET (priv->error), "error");
  gtk_widget_add_css_class (GTK_WIDGET (priv->error), "caption");
  gtk_widget_set_visible (GTK_WIDGET (priv->error), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (priv->entry), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (priv->error), GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_editable_set_editable (GTK_EDITABLE (priv->entry), FALSE);

  g_signal_connect_object (priv->binding, "notify::text", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->binding, "notify::error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->binding, "notify::editable", G_CALLBACK (editable_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->entry, "activate", G_CALLBACK (luotain_text_entry_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (luotain_text_entry_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
luotain_text_entry_new (void)
{
  return g_object_new (LUOTAIN_TYPE_TEXT_ENTRY, NULL);
}

gboolean
luotain_text_entry_is_dirty (LuotainTextEntry *self)
{
  g_return_val_if_fail (LUOTAIN_IS_TEXT_ENTRY (self), FALSE);

  return PRIVATE (self)->dirty;
}

GtkEntry *
luotain_text_entry_get_entry (LuotainTextEntry *self)
{
  g_return_val_if_fail (LUOTAIN_IS_TEXT_ENTRY (self), NULL);

  return PRIVATE (self)->entry;
}
