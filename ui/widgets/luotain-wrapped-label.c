#include "luotain-wrapped-label.h"

GtkWidget *
luotain_wrapped_label_new (const char *text, const char *styles)
{
  GtkWidget *label = gtk_label_new (text);
  g_auto (GStrv) parts = g_strsplit (styles != NULL ? styles : "", " ", -1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  for (guint i = 0; parts[i] != NULL; i++)
    gtk_widget_add_css_class (label, parts[i]);
  return label;
}
