#include "config.h"

#include "luotain-chip.h"
#include "luotain-word-chips.h"
#include "luotain-wrap-box.h"

struct _LuotainWordChips
{
  GtkWidget parent_instance;

  LuotainFieldBinding *binding;
  LuotainContext *context;
  gulong words_handler;
  LuotainWrapBox *box;
  char *vocabulary;
  char *label;
  gboolean showing;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_RECORD_ID,
  PROP_COLUMN,
  PROP_VOCABULARY,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LuotainWordChips, luotain_word_chips, GTK_TYPE_WIDGET)

static const char *
chip_key (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "key");
}

static void
toggled_cb (LuotainWordChips *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *text = NULL;

  g_assert (LUOTAIN_IS_WORD_CHIPS (self));

  if (self->showing)
    return;

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      g_strv_builder_add (keys, chip_key (chip));

  list = g_strv_builder_end (keys);
  text = g_strjoinv (" ", list);
  luotain_field_binding_save (self->binding, text);
}

static void
show_words (LuotainWordChips *self)
{
  g_auto (GStrv) keys = g_strsplit (luotain_field_binding_get_text (self->binding), " ", -1);

  self->showing = TRUE;
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                  g_strv_contains ((const char *const *) keys, chip_key (chip)));
  self->showing = FALSE;
}

static void
add_chip (LuotainWordChips *self, LuotainWordList *words, const char *key)
{
  const char *title = luotain_word_list_title (words, self->vocabulary, key);
  GtkWidget *chip = gtk_toggle_button_new_with_label (title);

  g_object_set_data_full (G_OBJECT (chip), "key", g_strdup (key), g_free);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, luotain_chip_style (words, self->vocabulary, key));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  luotain_wrap_box_append (self->box, chip);
}

static void
fill (LuotainWordChips *self)
{
  LuotainWordList *words;

  if (self->context == NULL || self->vocabulary == NULL)
    return;

  words = luotain_context_get_words (self->context);
  luotain_wrap_box_remove_all (self->box);
  for (const char *const *key = luotain_word_list_keys (words, self->vocabulary); *key != NULL; key++)
    add_chip (self, words, *key);
  show_words (self);
}

static void
error_cb (LuotainWordChips *self)
{
  const char *error = luotain_field_binding_get_error (self->binding);

  if (error == NULL)
    return;
  luotain_context_toast (self->context, error, FALSE);
  luotain_field_binding_reset (self->binding);
}

static void
editable_cb (LuotainWordChips *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), luotain_field_binding_get_editable (self->binding));
}

static void
set_context (LuotainWordChips *self, LuotainContext *context)
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

static void
luotain_word_chips_dispose (GObject *object)
{
  LuotainWordChips *self = LUOTAIN_WORD_CHIPS (object);

  g_clear_object (&self->context);
  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (luotain_word_chips_parent_class)->dispose (object);
}

static void
luotain_word_chips_finalize (GObject *object)
{
  LuotainWordChips *self = LUOTAIN_WORD_CHIPS (object);

  g_clear_object (&self->binding);
  g_free (self->vocabulary);
  g_free (self->label);

  G_OBJECT_CLASS (luotain_word_chips_parent_class)->finalize (object);
}

static void
luotain_word_chips_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainWordChips *self = LUOTAIN_WORD_CHIPS (object);

  if (luotain_field_binding_forward_get (self->binding, id - PROP_CONTEXT, value))
    return;

  g_value_set_string (value, id == PROP_VOCABULARY ? self->vocabulary : self->label);
}

static void
luotain_word_chips_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainWordChips *self = LUOTAIN_WORD_CHIPS (object);

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
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->label != NULL ? self->label : "", -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_word_chips_class_init (LuotainWordChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_word_chips_dispose;
  object_class->finalize = luotain_word_chips_finalize;
  object_class->get_property = luotain_word_chips_get_property;
  object_class->set_property = luotain_word_chips_set_property;

  luotain_field_binding_install (object_class, PROP_CONTEXT);
  properties[PROP_VOCABULARY] = g_param_spec_string ("vocabulary", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  for (guint i = PROP_VOCABULARY; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);

  gtk_widget_class_set_css_name (widget_class, "wordchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_word_chips_init (LuotainWordChips *self)
{
  self->binding = luotain_field_binding_new ();
  self->box = LUOTAIN_WRAP_BOX (luotain_wrap_box_new ());
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));

  g_signal_connect_object (self->binding, "notify::text", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->binding, "notify::error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->binding, "notify::editable", G_CALLBACK (editable_cb), self,
                           G_CONNECT_SWAPPED);
}
