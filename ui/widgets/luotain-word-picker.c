#include "config.h"

#include "luotain-word-picker.h"

#include "luotain-focus.h"

#include <glib/gi18n.h>

struct _LuotainWordPicker
{
  GtkWidget parent_instance;

  LuotainFieldBinding *binding;
  LuotainContext *context;
  gulong words_handler;
  GtkDropDown *drop_down;
  char *vocabulary;
  char *label;
  GStrv keys; /* one an item; "" for the empty choice */
  gboolean required;
  gboolean showing;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_RECORD_ID,
  PROP_COLUMN,
  PROP_VOCABULARY,
  PROP_LABEL,
  PROP_REQUIRED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LuotainWordPicker, luotain_word_picker, GTK_TYPE_WIDGET)

static guint
find_key (LuotainWordPicker *self, const char *key)
{
  for (guint i = 0; self->keys != NULL && self->keys[i] != NULL; i++)
    if (g_str_equal (self->keys[i], key))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
fill (LuotainWordPicker *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *present = luotain_field_binding_get_text (self->binding);
  LuotainWordList *words;
  gboolean found = *present == '\0';

  if (self->context == NULL || self->vocabulary == NULL)
    return;

  words = luotain_context_get_words (self->context);
  if (!self->required || *present == '\0')
    {
      g_strv_builder_add (keys, "");
      gtk_string_list_append (titles, C_ ("choice", "None"));
    }
  for (const char *const *key = luotain_word_list_keys (words, self->vocabulary); *key != NULL; key++)
    {
      g_strv_builder_add (keys, *key);
      gtk_string_list_append (titles, luotain_word_list_title (words, self->vocabulary, *key));
      found = found || g_str_equal (*key, present);
    }
  /* A word that was deleted from the vocabulary still stands in the record. */
  if (!found)
    {
      g_strv_builder_add (keys, present);
      gtk_string_list_append (titles, present);
    }

  g_clear_pointer (&self->keys, g_strfreev);
  self->keys = g_strv_builder_end (keys);
  self->showing = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->drop_down, find_key (self, present));
  self->showing = FALSE;
}

static void
text_cb (LuotainWordPicker *self)
{
  guint place = find_key (self, luotain_field_binding_get_text (self->binding));

  g_assert (LUOTAIN_IS_WORD_PICKER (self));

  if (place == GTK_INVALID_LIST_POSITION)
    {
      fill (self);
      return;
    }
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, place);
  self->showing = FALSE;
}

static void
selected_cb (LuotainWordPicker *self)
{
  guint place = gtk_drop_down_get_selected (self->drop_down);

  if (!self->showing && place != GTK_INVALID_LIST_POSITION && self->keys != NULL)
    luotain_field_binding_save (self->binding, self->keys[place]);
}

static void
error_cb (LuotainWordPicker *self)
{
  const char *error = luotain_field_binding_get_error (self->binding);

  if (error == NULL)
    return;
  luotain_context_toast (self->context, error, FALSE);
  luotain_field_binding_reset (self->binding);
}

static void
editable_cb (LuotainWordPicker *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), luotain_field_binding_get_editable (self->binding));
}

static void
set_context (LuotainWordPicker *self, LuotainContext *context)
{
  if (self->context == context)
    return;

  if (self->context != NULL)
    g_clear_signal_handler (&self->words_handler, self->context);
  g_set_object (&self->context, context);
  if (context != NULL)
    self->words_handler = g_signal_connect_object (context, "notify::words", G_CALLBACK (fill), self,
                                                   G_CONNECT_SWAPPED);
  fill (self);
}

static gboolean
luotain_word_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_WORD_PICKER (widget)->drop_down));
}

static void
luotain_word_picker_dispose (GObject *object)
{
  LuotainWordPicker *self = LUOTAIN_WORD_PICKER (object);

  g_clear_object (&self->context);
  g_clear_pointer ((GtkWidget **) &self->drop_down, gtk_widget_unparent);

  G_OBJECT_CLASS (luotain_word_picker_parent_class)->dispose (object);
}

static void
luotain_word_picker_finalize (GObject *object)
{
  LuotainWordPicker *self = LUOTAIN_WORD_PICKER (object);

  g_clear_object (&self->binding);
  g_clear_pointer (&self->keys, g_strfreev);
  g_free (self->vocabulary);
  g_free (self->label);

  G_OBJECT_CLASS (luotain_word_picker_parent_class)->finalize (object);
}

static void
luotain_word_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainWordPicker *self = LUOTAIN_WORD_PICKER (object);

  if (luotain_field_binding_forward_get (self->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_VOCABULARY:
      g_value_set_string (value, self->vocabulary);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_word_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainWordPicker *self = LUOTAIN_WORD_PICKER (object);

  if (id == PROP_CONTEXT)
    set_context (self, g_value_get_object (value));
  if (luotain_field_binding_forward_set (self->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_VOCABULARY:
      g_free (self->vocabulary);
      self->vocabulary = g_value_dup_string (value);
      fill (self);
      break;
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->label != NULL ? self->label : "", -1);
      break;
    case PROP_REQUIRED:
      self->required = g_value_get_boolean (value);
      fill (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_word_picker_class_init (LuotainWordPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_word_picker_dispose;
  object_class->finalize = luotain_word_picker_finalize;
  object_class->get_property = luotain_word_picker_get_property;
  object_class->set_property = luotain_word_picker_set_property;
  widget_class->grab_focus = luotain_word_picker_grab_focus;
  widget_class->focus = luotain_focus_children;

  luotain_field_binding_install (object_class, PROP_CONTEXT);
  properties[PROP_VOCABULARY] = g_param_spec_string ("vocabulary", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  for (guint i = PROP_VOCABULARY; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);

  gtk_widget_class_set_css_name (widget_class, "wordpicker");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_word_picker_init (LuotainWordPicker *self)
{
  self->binding = luotain_field_binding_new ();
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));

  g_signal_connect_object (self->binding, "notify::text", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->binding, "notify::error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->binding, "notify::editable", G_CALLBACK (editable_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
luotain_word_picker_new (void)
{
  return g_object_new (LUOTAIN_TYPE_WORD_PICKER, NULL);
}
