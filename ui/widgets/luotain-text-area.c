#include "config.h"

#include "luotain-text-area.h"
#include "luotain-text-sizer.h"

struct _LuotainTextArea
{
  GtkWidget parent_instance;

  LuotainFieldBinding *binding;
  GtkTextView *view;
  GtkLabel *placeholder;
  GtkLabel *error;
  char *label;
  gboolean dirty;
  gboolean showing;
  gboolean editable;
  gboolean single_line;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_RECORD_ID,
  PROP_COLUMN,
  PROP_LABEL,
  PROP_PLACEHOLDER_TEXT,
  PROP_SINGLE_LINE,
  PROP_EDITABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LuotainTextArea, luotain_text_area, GTK_TYPE_WIDGET)

static char *
get_text (LuotainTextArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_placeholder (LuotainTextArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), gtk_text_buffer_get_char_count (buffer) == 0);
}

static void
show_text (LuotainTextArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const char *text = luotain_field_binding_get_text (self->binding);
  g_autofree char *present = get_text (self);

  self->dirty = FALSE;
  if (!g_str_equal (present, text))
    {
      self->showing = TRUE;
      /* What was typed for another text cannot be taken back into this one. */
      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
      self->showing = FALSE;
    }
  show_placeholder (self);
}

static void
text_cb (LuotainTextArea *self)
{
  g_assert (LUOTAIN_IS_TEXT_AREA (self));

  /* What was refused stays to be put right. */
  if (!self->dirty && luotain_field_binding_get_error (self->binding) == NULL)
    show_text (self);
}

static void
error_cb (LuotainTextArea *self)
{
  const char *error = luotain_field_binding_get_error (self->binding);

  gtk_label_set_label (self->error, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
editable_cb (LuotainTextArea *self)
{
  gtk_text_view_set_editable (self->view,
                              self->editable && luotain_field_binding_get_editable (self->binding));
}

static void
buffer_changed_cb (LuotainTextArea *self)
{
  show_placeholder (self);
  if (!self->showing)
    self->dirty = TRUE;
}

void
luotain_text_area_save (LuotainTextArea *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LUOTAIN_IS_TEXT_AREA (self));

  if (!self->dirty)
    return;

  /* While the change is under way the field may be refreshed: what it holds is on its way in. */
  self->dirty = FALSE;
  text = get_text (self);
  luotain_field_binding_save (self->binding, text);
}

static gboolean
key_pressed_cb (LuotainTextArea *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (enter && self->single_line)
    {
      luotain_text_area_save (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && (self->dirty || luotain_field_binding_get_error (self->binding) != NULL))
    {
      self->dirty = FALSE;
      luotain_field_binding_reset (self->binding);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
luotain_text_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_TEXT_AREA (widget)->view));
}

static void
luotain_text_area_dispose (GObject *object)
{
  LuotainTextArea *self = LUOTAIN_TEXT_AREA (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (luotain_text_area_parent_class)->dispose (object);
}

static void
luotain_text_area_finalize (GObject *object)
{
  LuotainTextArea *self = LUOTAIN_TEXT_AREA (object);

  g_clear_object (&self->binding);
  g_free (self->label);

  G_OBJECT_CLASS (luotain_text_area_parent_class)->finalize (object);
}

static void
luotain_text_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainTextArea *self = LUOTAIN_TEXT_AREA (object);

  if (luotain_field_binding_forward_get (self->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, gtk_label_get_label (self->placeholder));
      break;
    case PROP_SINGLE_LINE:
      g_value_set_boolean (value, self->single_line);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_text_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainTextArea *self = LUOTAIN_TEXT_AREA (object);

  /* What is written belongs to the record that was shown until now. */
  if (id == PROP_RECORD_ID)
    luotain_text_area_save (self);
  if (luotain_field_binding_forward_set (self->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->label != NULL ? self->label : "", -1);
      break;
    case PROP_PLACEHOLDER_TEXT:
      gtk_label_set_label (self->placeholder, g_value_get_string (value));
      break;
    case PROP_SINGLE_LINE:
      self->single_line = g_value_get_boolean (value);
      gtk_text_view_set_accepts_tab (self->view, FALSE);
      break;
    case PROP_EDITABLE:
      self->editable = g_value_get_boolean (value);
      editable_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_text_area_class_init (LuotainTextAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_text_area_dispose;
  object_class->finalize = luotain_text_area_finalize;
  object_class->get_property = luotain_text_area_get_property;
  object_class->set_property = luotain_text_area_set_property;
  widget_class->grab_focus = luotain_text_area_grab_focus;

  luotain_field_binding_install (object_class, PROP_CONTEXT);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER_TEXT] = g_param_spec_string ("placeholder-text", NULL, NULL, NULL, flags);
  properties[PROP_SINGLE_LINE] = g_param_spec_boolean ("single-line", NULL, NULL, FALSE, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  for (guint i = PROP_LABEL; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);

  gtk_widget_class_set_css_name (widget_class, "textarea");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_children (LuotainTextArea *self)
{
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);

  self->placeholder = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->placeholder, 0);
  gtk_label_set_ellipsize (self->placeholder, PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->placeholder), GTK_ALIGN_START);
  gtk_widget_set_can_target (GTK_WIDGET (self->placeholder), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "placeholder");

  self->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->error, TRUE);
  gtk_label_set_xalign (self->error, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);

  gtk_widget_set_parent (luotain_text_sizer_new (self->view, GTK_WIDGET (self->placeholder)),
                         GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->error), GTK_WIDGET (self));
}

static void
luotain_text_area_init (LuotainTextArea *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->editable = TRUE;
  self->binding = luotain_field_binding_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  add_children (self);

  g_signal_connect_object (self->binding, "notify::text", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->binding, "notify::error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->binding, "notify::editable", G_CALLBACK (editable_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (buffer_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (luotain_text_area_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
luotain_text_area_new (void)
{
  return g_object_new (LUOTAIN_TYPE_TEXT_AREA, NULL);
}

gboolean
luotain_text_area_is_dirty (LuotainTextArea *self)
{
  g_return_val_if_fail (LUOTAIN_IS_TEXT_AREA (self), FALSE);

  return self->dirty;
}

GtkTextView *
luotain_text_area_get_view (LuotainTextArea *self)
{
  g_return_val_if_fail (LUOTAIN_IS_TEXT_AREA (self), NULL);

  return self->view;
}
