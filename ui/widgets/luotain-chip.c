#include "config.h"

#include "luotain-chip.h"

const char *
luotain_chip_style (LuotainWordList *words, const char *vocabulary, const char *key)
{
  static const char *const hues[] = { "hue-1", "hue-2", "hue-3", "hue-4", "hue-5" };
  const char *const *keys = luotain_word_list_keys (words, vocabulary);

  if (!g_str_equal (vocabulary, "dimension"))
    return "neutral";
  for (guint i = 0; i < G_N_ELEMENTS (hues) && keys[i] != NULL; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      return hues[i];
  return "neutral";
}

GtkWidget *
luotain_chip_new (LuotainWordList *words, const char *vocabulary, const char *key)
{
  GtkWidget *label = gtk_label_new (luotain_word_list_title (words, vocabulary, key));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "chip");
  gtk_widget_add_css_class (label, luotain_chip_style (words, vocabulary, key));
  return label;
}
