#include "config.h"

#include "luotain-date-entry.h"
#include "luotain-date.h"
#include "luotain-source-row.h"
#include "luotain-text-entry.h"
#include "luotain-text.h"
#include "luotain-word-picker.h"

#include <glib/gi18n.h>

struct _LuotainSourceRow
{
  AdwExpanderRow parent_instance;

  LuotainContext *context;
  gint64 id;
  char *url;

  GtkWidget *open;
  GtkWidget *publisher;
  gboolean filled; /* the fields are made when the row is first opened */
};

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainSourceRow, luotain_source_row, ADW_TYPE_EXPANDER_ROW)

static void
open_cb (LuotainSourceRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *address = NULL;

  if (self->url == NULL)
    return;
  address = g_str_has_prefix (self->url, "www.") ? g_strconcat ("https://", self->url, NULL)
                                                 : g_strdup (self->url);
  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, address, GDK_CURRENT_TIME);
}

static void
remove_cb (LuotainSourceRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static GtkWidget *
add_field (LuotainSourceRow *self, GtkWidget *field, const char *column, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (label);

  g_object_set (field, "context", self->context, "column", column, "record-id", self->id, "label", label,
                "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), 10);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (box, "source-field");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), field);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return field;
}

static void
fill (LuotainSourceRow *self)
{
  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  add_field (self, luotain_text_entry_new (), "title", _ ("Title"));
  self->publisher = add_field (self, luotain_text_entry_new (), "publisher", _ ("Publisher"));
  add_field (self, luotain_date_entry_new (), "published_on", _ ("Published"));
  add_field (self, luotain_text_entry_new (), "url", _ ("Address"));
  add_field (self, g_object_new (LUOTAIN_TYPE_WORD_PICKER, "vocabulary", "source-kind", NULL), "kind",
             _ ("Kind"));
  add_field (self, luotain_date_entry_new (), "accessed_on", _ ("Accessed"));
  add_field (self, luotain_text_entry_new (), "note", _ ("Note"));
}

void
luotain_source_row_show (LuotainSourceRow *self, const LuotainSource *source)
{
  LuotainLanguage language = luotain_context_get_language (self->context);
  const char *title = luotain_record_title (&luotain_source_type, source, language);
  g_autofree char *date = luotain_date_to_display (source->published_on);
  g_autoptr (GString) subtitle = g_string_new (source->publisher);
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);
  g_autofree char *escaped_subtitle = NULL;

  luotain_text_add_part (subtitle, ", ", date);
  escaped_subtitle = g_markup_escape_text (subtitle->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped_subtitle);
  g_free (self->url);
  self->url = g_strdup (source->url);
  gtk_widget_set_visible (self->open, self->url != NULL);
  gtk_widget_set_tooltip_text (self->open, self->url);
}

static void
luotain_source_row_dispose (GObject *object)
{
  g_clear_object (&LUOTAIN_SOURCE_ROW (object)->context);
  G_OBJECT_CLASS (luotain_source_row_parent_class)->dispose (object);
}

static void
luotain_source_row_finalize (GObject *object)
{
  g_free (LUOTAIN_SOURCE_ROW (object)->url);
  G_OBJECT_CLASS (luotain_source_row_parent_class)->finalize (object);
}

static void
luotain_source_row_class_init (LuotainSourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_source_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_source_row_finalize;

  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (LuotainSourceRow *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
  return button;
}

static void
luotain_source_row_init (LuotainSourceRow *self)
{
  GtkWidget *remove;

  remove = add_button (self, "list-remove-symbolic", _ ("Remove Source from Finding"),
                       G_CALLBACK (remove_cb));
  g_object_set_data (G_OBJECT (self), "remove", remove);
  self->open = add_button (self, "adw-external-link-symbolic", _ ("Open Address"), G_CALLBACK (open_cb));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill), NULL);
}

GtkWidget *
luotain_source_row_new (LuotainContext *context, const LuotainSource *source)
{
  LuotainSourceRow *self = g_object_new (LUOTAIN_TYPE_SOURCE_ROW, NULL);

  self->context = g_object_ref (context);
  self->id = source->record.id;
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (self), "remove"),
                          luotain_context_get_writable (context));
  luotain_source_row_show (self, source);
  return GTK_WIDGET (self);
}

gint64
luotain_source_row_get_id (LuotainSourceRow *self)
{
  g_return_val_if_fail (LUOTAIN_IS_SOURCE_ROW (self), 0);

  return self->id;
}

void
luotain_source_row_begin (LuotainSourceRow *self)
{
  g_return_if_fail (LUOTAIN_IS_SOURCE_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (self->publisher);
}
