#include "config.h"

#include "luotain-mark.h"

#define MARK_MS 1600

static gboolean
unmark_cb (gpointer widget)
{
  gtk_widget_remove_css_class (widget, "marked");
  return G_SOURCE_REMOVE;
}

void
luotain_mark (GtkWidget *widget)
{
  gtk_widget_add_css_class (widget, "marked");
  g_timeout_add_full (G_PRIORITY_DEFAULT, MARK_MS, unmark_cb, g_object_ref (widget), g_object_unref);
}
