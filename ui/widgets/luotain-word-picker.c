#include "config.h"

#include "luotain-word-picker.h"

#include "luotain-focus.h"

#include <glib/gi18n.h>

struct _LuotainWordPicker
{
  LuotainWordField parent_instance;

  GtkDropDown *drop_down;
  GStrv keys; /* one an item; "" for the empty choice */
  gboolean required;
};

enum
{
  PROP_REQUIRED = 1
};

G_DEFINE_FINAL_TYPE (LuotainWordPicker, luotain_word_picker, LUOTAIN_TYPE_WORD_FIELD)

static guint
find_key (LuotainWordPicker *self, const char *key)
{
  for (guint i = 0; self->keys != NULL && self->keys[i] != NULL; i++)
    if (g_str_equal (self->keys[i], key))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
luotain_word_picker_fill (LuotainWordField *field, LuotainWordList *words, const char *vocabulary,
                          const char *text)
{
  LuotainWordPicker *self = LUOTAIN_WORD_PICKER (field);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gboolean found = *text == '\0';

  if (!self->required || *text == '\0')
    {
      g_strv_builder_add (keys, "");
      gtk_string_list_append (titles, C_ ("choice", "None"));
    }
  for (const char *const *key = luotain_word_list_keys (words, vocabulary); *key != NULL; key++)
    {
      g_strv_builder_add (keys, *key);
      gtk_string_list_append (titles, luotain_word_list_title (words, vocabulary, *key));
      found = found || g_str_equal (*key, text);
    }
  /* A word that was deleted from the vocabulary still stands in the record. */
  if (!found)
    {
      g_strv_builder_add (keys, text);
      gtk_string_list_append (titles, text);
    }

  g_clear_pointer (&self->keys, g_strfreev);
  self->keys = g_strv_builder_end (keys);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
}

static void
luotain_word_picker_show (LuotainWordField *field, const char *text)
{
  LuotainWordPicker *self = LUOTAIN_WORD_PICKER (field);
  const guint place = find_key (self, text);
  /* “None” stood there only while there was no record yet. */
  const gboolean has_none = self->required && *text != '\0' && self->keys != NULL && self->keys[0] != NULL
                            && *self->keys[0] == '\0';

  if (place != GTK_INVALID_LIST_POSITION && !has_none)
    gtk_drop_down_set_selected (self->drop_down, place);
  else
    luotain_word_field_fill (field);
}

static void
selected_cb (LuotainWordPicker *self)
{
  const guint place = gtk_drop_down_get_selected (self->drop_down);

  if (place != GTK_INVALID_LIST_POSITION && self->keys != NULL)
    luotain_word_field_chosen (LUOTAIN_WORD_FIELD (self), self->keys[place]);
}

static gboolean
luotain_word_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_WORD_PICKER (widget)->drop_down));
}

static void
luotain_word_picker_finalize (GObject *object)
{
  g_clear_pointer (&LUOTAIN_WORD_PICKER (object)->keys, g_strfreev);

  G_OBJECT_CLASS (luotain_word_picker_parent_class)->finalize (object);
}

static void
luotain_word_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, LUOTAIN_WORD_PICKER (object)->required);
}

static void
luotain_word_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LUOTAIN_WORD_PICKER (object)->required = g_value_get_boolean (value);
  luotain_word_field_fill (LUOTAIN_WORD_FIELD (object));
}

static void
luotain_word_picker_class_init (LuotainWordPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = luotain_word_picker_finalize;
  object_class->get_property = luotain_word_picker_get_property;
  object_class->set_property = luotain_word_picker_set_property;
  widget_class->grab_focus = luotain_word_picker_grab_focus;
  widget_class->focus = luotain_focus_children;
  LUOTAIN_WORD_FIELD_CLASS (klass)->fill = luotain_word_picker_fill;
  LUOTAIN_WORD_FIELD_CLASS (klass)->show = luotain_word_picker_show;

  g_object_class_install_property (object_class, PROP_REQUIRED,
                                   g_param_spec_boolean ("required", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "wordpicker");
}

static void
luotain_word_picker_init (LuotainWordPicker *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  luotain_word_field_set_input (LUOTAIN_WORD_FIELD (self), GTK_WIDGET (self->drop_down),
                                GTK_WIDGET (self->drop_down));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
luotain_word_picker_new (void)
{
  return g_object_new (LUOTAIN_TYPE_WORD_PICKER, NULL);
}
