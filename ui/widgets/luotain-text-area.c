#include "config.h"

#include "luotain-text-area.h"
#include "luotain-text-sizer.h"

struct _LuotainTextArea
{
  LuotainTextField parent_instance;

  GtkTextView *view;
  GtkLabel *placeholder;
  gboolean single_line;
};

enum
{
  PROP_SINGLE_LINE = 1,
};

G_DEFINE_FINAL_TYPE (LuotainTextArea, luotain_text_area, LUOTAIN_TYPE_TEXT_FIELD)

static char *
dup_text (LuotainTextField *field)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (LUOTAIN_TEXT_AREA (field)->view);
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
show_text (LuotainTextField *field, const char *text)
{
  LuotainTextArea *self = LUOTAIN_TEXT_AREA (field);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *present = dup_text (field);

  if (!g_str_equal (present, text))
    {
      /* What was typed for another text cannot be taken back into this one. */
      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
    }
  show_placeholder (self);
}

static void
set_editable (LuotainTextField *field, gboolean editable)
{
  gtk_text_view_set_editable (LUOTAIN_TEXT_AREA (field)->view, editable);
}

static const char *
get_placeholder (LuotainTextField *field)
{
  return gtk_label_get_label (LUOTAIN_TEXT_AREA (field)->placeholder);
}

static void
set_placeholder (LuotainTextField *field, const char *text)
{
  gtk_label_set_label (LUOTAIN_TEXT_AREA (field)->placeholder, text);
}

static void
buffer_changed_cb (LuotainTextArea *self)
{
  show_placeholder (self);
  luotain_text_field_changed (LUOTAIN_TEXT_FIELD (self));
}

static gboolean
key_pressed_cb (LuotainTextArea *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!enter || !self->single_line)
    return GDK_EVENT_PROPAGATE;

  luotain_text_field_save (LUOTAIN_TEXT_FIELD (self));
  return GDK_EVENT_STOP;
}

static void
luotain_text_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SINGLE_LINE)
    g_value_set_boolean (value, LUOTAIN_TEXT_AREA (object)->single_line);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
luotain_text_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SINGLE_LINE)
    LUOTAIN_TEXT_AREA (object)->single_line = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
luotain_text_area_class_init (LuotainTextAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LuotainTextFieldClass *field_class = LUOTAIN_TEXT_FIELD_CLASS (klass);

  object_class->get_property = luotain_text_area_get_property;
  object_class->set_property = luotain_text_area_set_property;
  field_class->dup_text = dup_text;
  field_class->show_text = show_text;
  field_class->set_editable = set_editable;
  field_class->get_placeholder = get_placeholder;
  field_class->set_placeholder = set_placeholder;

  g_object_class_install_property (object_class, PROP_SINGLE_LINE,
                                   g_param_spec_boolean ("single-line", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "textarea");
}

static void
luotain_text_area_init (LuotainTextArea *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);

  self->placeholder = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->placeholder, 0);
  gtk_label_set_ellipsize (self->placeholder, PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->placeholder), GTK_ALIGN_START);
  gtk_widget_set_can_target (GTK_WIDGET (self->placeholder), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "placeholder");

  luotain_text_field_set_input (LUOTAIN_TEXT_FIELD (self), GTK_WIDGET (self->view),
                                luotain_text_sizer_new (self->view, GTK_WIDGET (self->placeholder)));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (buffer_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
luotain_text_area_new (void)
{
  return g_object_new (LUOTAIN_TYPE_TEXT_AREA, NULL);
}

GtkTextView *
luotain_text_area_get_view (LuotainTextArea *self)
{
  g_return_val_if_fail (LUOTAIN_IS_TEXT_AREA (self), NULL);

  return self->view;
}
