#include "config.h"

#include "luotain-word-chips.h"

#include "luotain-chip.h"
#include "luotain-wrap-box.h"

struct _LuotainWordChips
{
  LuotainWordField parent_instance;

  LuotainWrapBox *box;
};

G_DEFINE_FINAL_TYPE (LuotainWordChips, luotain_word_chips, LUOTAIN_TYPE_WORD_FIELD)

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

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      g_strv_builder_add (keys, chip_key (chip));

  list = g_strv_builder_end (keys);
  text = g_strjoinv (" ", list);
  luotain_word_field_chosen (LUOTAIN_WORD_FIELD (self), text);
}

static void
luotain_word_chips_show (LuotainWordField *field, const char *text)
{
  LuotainWordChips *self = LUOTAIN_WORD_CHIPS (field);
  g_auto (GStrv) keys = g_strsplit (text, " ", -1);

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                  g_strv_contains ((const char *const *) keys, chip_key (chip)));
}

static void
add_chip (LuotainWordChips *self, LuotainWordList *words, const char *vocabulary, const char *key)
{
  const char *title = luotain_word_list_title (words, vocabulary, key);
  GtkWidget *chip = gtk_toggle_button_new_with_label (title);

  g_object_set_data_full (G_OBJECT (chip), "key", g_strdup (key), g_free);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, luotain_chip_style (words, vocabulary, key));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  luotain_wrap_box_append (self->box, chip);
}

static void
luotain_word_chips_fill (LuotainWordField *field, LuotainWordList *words, const char *vocabulary,
                         const char *text)
{
  LuotainWordChips *self = LUOTAIN_WORD_CHIPS (field);

  luotain_wrap_box_remove_all (self->box);
  for (const char *const *key = luotain_word_list_keys (words, vocabulary); *key != NULL; key++)
    add_chip (self, words, vocabulary, *key);
}

static void
luotain_word_chips_class_init (LuotainWordChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LUOTAIN_WORD_FIELD_CLASS (klass)->fill = luotain_word_chips_fill;
  LUOTAIN_WORD_FIELD_CLASS (klass)->show = luotain_word_chips_show;

  gtk_widget_class_set_css_name (widget_class, "wordchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_word_chips_init (LuotainWordChips *self)
{
  self->box = LUOTAIN_WRAP_BOX (luotain_wrap_box_new ());
  luotain_word_field_set_input (LUOTAIN_WORD_FIELD (self), GTK_WIDGET (self->box), GTK_WIDGET (self));
}
