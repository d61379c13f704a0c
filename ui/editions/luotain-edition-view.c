#include "config.h"

#include "luotain-edition-view.h"

#include "luotain-children.h"
#include "luotain-date.h"
#include "luotain-edition-line.h"
#include "luotain-edition-text.h"
#include "luotain-template.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainEditionView
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 edition; /* that is shown, or 0 */
  gint64 read; /* whose text stands in the buffer */
  GCancellable *cancellable;

  GtkLabel *title;
  GtkLabel *facts;
  GtkLabel *hash;
  GtkLabel *removed;
  GtkToggleButton *beside;
  GtkTextView *text;
  GtkWidget *nothing;
  GtkListBox *addenda;
  GtkWidget *writing;
  GtkTextView *draft;
  GtkWidget *placeholder;
  GtkDropDown *about;
  GArray *abouts; /* (element-type gint64): what the menu lists, 0 for the whole edition */
};

G_DEFINE_FINAL_TYPE (LuotainEditionView, luotain_edition_view, GTK_TYPE_WIDGET)

static const char *const tag_names[] = { "title", "heading", "caption", "text" };

/* ---- the frozen text ---- */

static void
show_text (LuotainEditionView *self, GPtrArray *lines)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter end;

  gtk_text_buffer_set_text (buffer, "", -1);
  gtk_text_buffer_get_end_iter (buffer, &end);

  for (guint i = 0; i < lines->len; i++)
    {
      const LuotainEditionLine *line = lines->pdata[i];

      if (i > 0)
        gtk_text_buffer_insert (buffer, &end, "\n", 1);

      gtk_text_buffer_insert_with_tags_by_name (buffer, &end, line->text, -1, tag_names[line->style], NULL);
    }

  if (lines->len == 0)
    gtk_text_buffer_insert_with_tags_by_name (buffer, &end, _ ("No scenario and no profile was there yet."),
                                              -1, "caption", NULL);

  gtk_text_buffer_get_start_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_view_scroll_to_iter (self->text, &end, 0, FALSE, 0, 0);
}

static void
show_facts (LuotainEditionView *self, const LuotainEdition *edition)
{
  g_autofree char *moment = luotain_edition_dup_moment (edition->frozen);
  g_autofree char *hash = luotain_edition_hash_string (edition);
  g_autofree char *size = g_format_size ((guint64) MAX (edition->length, 0));
  /* Translators: of an edition: when it was frozen, and how long its XML is. */
  g_autofree char *facts = g_strdup_printf (_ ("Frozen %s · XML of %s"), moment, size);

  gtk_label_set_text (self->title, edition->name);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->hash, hash);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hash), _ ("SHA-256 of the edition as it was frozen"));
  gtk_widget_set_visible (GTK_WIDGET (self->removed), edition->removed != 0);

  if (edition->removed != 0)
    {
      g_autofree char *when = luotain_edition_dup_moment (edition->removed);
      g_autofree char *text = g_strdup_printf (
          _ ("Something was removed permanently from this edition on %s; the digest is of the text before."),
          when);

      gtk_label_set_text (self->removed, text);
    }
}

/* ---- addenda ---- */

static void
delete_cb (LuotainEditionView *self, GtkButton *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "addendum");

  luotain_context_delete (self->context, N_ ("Delete Addendum"), *id, _ ("The addendum was deleted"));
}

static GtkWidget *
make_delete_button (LuotainEditionView *self, gint64 id, const char *date)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Delete the addendum of %s"), date);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Delete Addendum"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "addendum", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_addendum (LuotainEditionView *self, const LuotainEditionAddendum *addendum)
{
  g_autofree char *date = luotain_date_to_display (addendum->dated_on);
  g_autofree char *about = addendum->about != NULL ? g_strdup_printf (_ ("About: %s"), addendum->about)
                                                   : NULL;
  g_autofree char *name = g_strjoin (", ", date, addendum->text, about, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), luotain_wrapped_label_new (date, "caption dim-label"));
  gtk_box_append (GTK_BOX (words), luotain_wrapped_label_new (addendum->text, NULL));

  if (about != NULL)
    gtk_box_append (GTK_BOX (words), luotain_wrapped_label_new (about, "caption dim-label"));

  gtk_box_append (GTK_BOX (box), words);

  if (luotain_context_get_writable (self->context))
    gtk_box_append (GTK_BOX (box), make_delete_button (self, addendum->id, date));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_addenda (LuotainEditionView *self, GPtrArray *addenda)
{
  const gulong n = addenda->len;
  g_autofree char *count = n > 0 ? g_strdup_printf (ngettext ("%lu addendum", "%lu addenda", n), n)
                                 : g_strdup (_ ("Addenda"));

  luotain_children_clear_list (self->addenda);

  for (guint i = 0; i < addenda->len; i++)
    gtk_list_box_append (self->addenda, make_addendum (self, addenda->pdata[i]));

  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_button_set_label (GTK_BUTTON (self->beside), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->beside), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
}

static char *
dup_draft (LuotainEditionView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->draft);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
update_actions (LuotainEditionView *self)
{
  g_autofree char *text = dup_draft (self);
  const gboolean writable = self->context != NULL && luotain_context_get_writable (self->context);

  gtk_widget_set_visible (self->writing, writable);
  gtk_widget_set_visible (self->placeholder, *text == '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "edition.add-addendum",
                                 writable && self->edition != 0 && *text != '\0');
}

static void
show_abouts (LuotainEditionView *self, GPtrArray *lines)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const gint64 whole = 0;

  g_array_set_size (self->abouts, 0);
  g_array_append_val (self->abouts, whole);
  gtk_string_list_append (titles, _ ("About the Whole Edition"));

  for (guint i = 0; i < lines->len; i++)
    {
      const LuotainEditionLine *line = lines->pdata[i];
      g_autofree char *title = NULL;

      if (line->style != LUOTAIN_EDITION_TITLE || !line->is_there)
        continue;

      title = g_strdup_printf (_ ("About: %s"), line->text);
      gtk_string_list_append (titles, title);
      g_array_append_val (self->abouts, line->record);
    }

  gtk_drop_down_set_model (self->about, G_LIST_MODEL (titles));
}

static gint64
chosen_about (LuotainEditionView *self)
{
  const guint place = gtk_drop_down_get_selected (self->about);

  return place < self->abouts->len ? g_array_index (self->abouts, gint64, place) : 0;
}

typedef struct
{
  gint64 edition;
  gint64 about;
  char *text;
} Draft;

static void
draft_free (gpointer data)
{
  g_free (((Draft *) data)->text);
  g_free (data);
}

static gboolean
add_addendum (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Draft *draft = data;
  LuotainEdition edition = { .id = draft->edition };
  g_autofree char *id = luotain_edition_id_string (&edition);
  LuotainNewAddendum addendum = { id, draft->text, NULL, draft->about };

  return luotain_edition_add_addendum (db, &addendum, NULL, error);
}

static void
added_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainEditionView *self = owner;

  if (!success)
    return;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->draft), "", -1);
  gtk_drop_down_set_selected (self->about, 0);
}

void
luotain_edition_view_add (LuotainEditionView *self, const char *text, gint64 about)
{
  Draft *draft;

  g_return_if_fail (LUOTAIN_IS_EDITION_VIEW (self));

  draft = g_new0 (Draft, 1);
  draft->edition = self->edition;
  draft->about = about;
  draft->text = g_strdup (text);
  luotain_context_do (self->context, N_ ("Add Addendum"), add_addendum, draft, draft_free, NULL, added_cb,
                      self);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainEditionView *self = LUOTAIN_EDITION_VIEW (widget);
  g_autofree char *text = dup_draft (self);

  if (*text != '\0')
    luotain_edition_view_add (self, text, chosen_about (self));
}

/* ---- the widget ---- */

static void
sheet_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainEditionView *self = owner;
  g_autoptr (LuotainEditionSheet) sheet = result;

  if (!success)
    return;

  show_facts (self, sheet->edition);
  show_addenda (self, sheet->addenda);

  /* The text is what it was: whoever reads keeps his place. */
  if (self->read != sheet->edition->id || sheet->edition->removed != 0)
    {
      show_text (self, sheet->lines);
      show_abouts (self, sheet->lines);
    }

  self->read = sheet->edition->id;
}

void
luotain_edition_view_show (LuotainEditionView *self, gint64 edition)
{
  LuotainEditionQuery query = { edition, luotain_context_get_language (self->context) };

  g_return_if_fail (LUOTAIN_IS_EDITION_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->edition = edition;
  update_actions (self);

  if (edition == 0)
    return;

  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, luotain_edition_sheet_run, g_memdup2 (&query, sizeof query), g_free,
                        (GDestroyNotify) luotain_edition_sheet_free, self->cancellable, sheet_read_cb, self);
}

static void
make_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "title", "weight", PANGO_WEIGHT_BOLD, "scale", 1.35,
                              "pixels-above-lines", 24, "pixels-below-lines", 3, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 14,
                              "pixels-below-lines", 2, NULL);
  gtk_text_buffer_create_tag (buffer, "caption", "style", PANGO_STYLE_ITALIC, "pixels-below-lines", 3, NULL);
  gtk_text_buffer_create_tag (buffer, "text", "pixels-below-lines", 4, NULL);
}

static void
luotain_edition_view_dispose (GObject *object)
{
  LuotainEditionView *self = LUOTAIN_EDITION_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_EDITION_VIEW);
  g_clear_object (&self->context);
  g_clear_pointer (&self->abouts, g_array_unref);
  G_OBJECT_CLASS (luotain_edition_view_parent_class)->dispose (object);
}

static void
luotain_edition_view_class_init (LuotainEditionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_edition_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-edition-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, facts);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, hash);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, removed);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, beside);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, text);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, nothing);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, addenda);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, writing);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, draft);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, placeholder);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionView, about);
  gtk_widget_class_install_action (widget_class, "edition.add-addendum", NULL, add_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_edition_view_init (LuotainEditionView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->abouts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  make_tags (gtk_text_view_get_buffer (self->text));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                              "<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("edition.add-addendum")));
  gtk_widget_add_controller (GTK_WIDGET (self->draft), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->draft), "changed", G_CALLBACK (update_actions),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
luotain_edition_view_new (LuotainContext *context)
{
  LuotainEditionView *self = g_object_new (LUOTAIN_TYPE_EDITION_VIEW, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return GTK_WIDGET (self);
}
