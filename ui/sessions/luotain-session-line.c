#include "config.h"

#include "luotain-date.h"
#include "luotain-session-line.h"
#include "luotain-text.h"

#include <glib/gi18n.h>

struct _LuotainSessionLine
{
  GtkListBoxRow parent_instance;

  gint64 id;

  GtkLabel *title;
  GtkLabel *running;
  GtkLabel *subtitle;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (LuotainSessionLine, luotain_session_line, GTK_TYPE_LIST_BOX_ROW)

static char *
dup_subtitle (const LuotainSessionRow *row, LuotainWordList *words)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = luotain_date_to_display (row->held_on);

  luotain_text_add_part (text, " · ", luotain_word_list_title (words, "session-kind", row->kind));
  luotain_text_add_part (text, " · ", date);
  luotain_text_add_part (text, " · ", row->place);
  luotain_text_add_part (text, " · ", row->group_title);
  return g_string_free (text, FALSE);
}

void
luotain_session_line_show (LuotainSessionLine *self, const LuotainSessionRow *row, LuotainWordList *words)
{
  gboolean running = g_strcmp0 (row->status, "running") == 0;
  g_autofree char *subtitle = dup_subtitle (row, words);
  g_autofree char *count = g_strdup_printf ("%u", row->n_findings);
  g_autofree char *counted = g_strdup_printf (ngettext ("%u finding", "%u findings", row->n_findings),
                                              row->n_findings);
  g_autofree char *name = g_strdup_printf ("%s%s%s, %s, %s", row->title, running ? ", " : "",
                                           running ? _ ("Running") : "", subtitle, counted);

  g_return_if_fail (LUOTAIN_IS_SESSION_LINE (self));

  self->id = row->id;
  gtk_label_set_label (self->title, row->title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), counted);
  gtk_widget_set_visible (GTK_WIDGET (self->running), running);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
luotain_session_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUOTAIN_TYPE_SESSION_LINE);
  G_OBJECT_CLASS (luotain_session_line_parent_class)->dispose (object);
}

static void
luotain_session_line_class_init (LuotainSessionLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_session_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-session-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionLine, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionLine, running);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionLine, count);
}

static void
luotain_session_line_init (LuotainSessionLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_session_line_new (const LuotainSessionRow *row, LuotainWordList *words)
{
  LuotainSessionLine *self = g_object_new (LUOTAIN_TYPE_SESSION_LINE, NULL);

  luotain_session_line_show (self, row, words);
  return GTK_WIDGET (self);
}

gint64
luotain_session_line_get_id (LuotainSessionLine *self)
{
  g_return_val_if_fail (LUOTAIN_IS_SESSION_LINE (self), 0);

  return self->id;
}
