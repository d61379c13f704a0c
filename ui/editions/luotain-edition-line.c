#include "config.h"

#include "luotain-edition-line.h"

#include "luotain-date.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

/* Digits of a hash that tell editions apart at a glance. */
#define SHORT_HASH 8

struct _LuotainEditionLineRow
{
  GtkListBoxRow parent_instance;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (LuotainEditionLineRow, luotain_edition_line, GTK_TYPE_LIST_BOX_ROW)

char *
luotain_edition_dup_moment (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *date = luotain_date_to_display (day);
  g_autofree char *hour = local != NULL ? g_date_time_format (local, C_ ("time of day", "%H:%M")) : NULL;

  return g_strjoin (" ", date, hour, NULL);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = luotain_wrapped_label_new (text, css_class);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
luotain_edition_line_new (const LuotainEdition *edition)
{
  LuotainEditionLineRow *self = g_object_new (LUOTAIN_TYPE_EDITION_LINE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *moment = luotain_edition_dup_moment (edition->frozen);
  g_autofree char *hash = luotain_edition_hash_string (edition);
  g_autofree char *digits = g_strndup (hash, SHORT_HASH);
  const gulong n = (gulong) edition->n_addenda;
  g_autofree char *addenda = g_strdup_printf (ngettext ("%lu addendum", "%lu addenda", n), n);
  g_autofree char *facts = n > 0 ? g_strjoin (" · ", moment, digits, addenda, NULL)
                                 : g_strjoin (" · ", moment, digits, NULL);
  const char *removed = edition->removed != 0 ? _ ("Something was removed permanently") : NULL;
  g_autofree char *name = g_strjoin (", ", edition->name, facts, removed, NULL);

  self->id = edition->id;
  gtk_widget_add_css_class (box, "edition-line");
  add_label (box, edition->name, NULL);
  gtk_widget_add_css_class (add_label (box, facts, "caption"), "dim-label");

  if (removed != NULL)
    gtk_widget_add_css_class (add_label (box, removed, "caption"), "warning");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

gint64
luotain_edition_line_get_id (LuotainEditionLineRow *self)
{
  g_return_val_if_fail (LUOTAIN_IS_EDITION_LINE (self), 0);

  return self->id;
}

static void
luotain_edition_line_class_init (LuotainEditionLineRowClass *klass)
{
  (void) klass;
}

static void
luotain_edition_line_init (LuotainEditionLineRow *self)
{
  (void) self;
}
