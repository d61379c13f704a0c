#include "config.h"

#include "luotain-focus.h"
#include "luotain-tag-entry.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LuotainTagEntry
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 id;
  char *tags; /* one a line, as they stand or are on their way */

  LuotainWrapBox *box;
  GtkEditable *entry;
};

enum
{
  TAG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainTagEntry, luotain_tag_entry, GTK_TYPE_WIDGET)

static void fill (LuotainTagEntry *self);

static void
save_tags (LuotainTagEntry *self, GStrv tags)
{
  g_autofree char *joined = g_strjoinv ("\n", tags);

  g_free (self->tags);
  self->tags = g_strdup (joined);
  fill (self);
  luotain_context_set_field (self->context, N_ ("Edit Tags"), self->id, "tags", joined, NULL, NULL);
}

static GStrv
dup_tags (LuotainTagEntry *self)
{
  return g_strsplit (self->tags != NULL ? self->tags : "", "\n", -1);
}

static void
remove_tag (LuotainTagEntry *self, const char *tag)
{
  g_auto (GStrv) tags = dup_tags (self);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;

  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0' && !g_str_equal (tags[i], tag))
      g_strv_builder_add (left, tags[i]);
  rest = g_strv_builder_end (left);
  save_tags (self, rest);
}

static void
add_tags (LuotainTagEntry *self, const char *text)
{
  g_auto (GStrv) tags = dup_tags (self);
  g_auto (GStrv) typed = g_strsplit_set (text, ",;\n", -1);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) result = NULL;
  gboolean added = FALSE;

  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      g_strv_builder_add (all, tags[i]);
  for (guint i = 0; typed[i] != NULL; i++)
    {
      const char *tag = g_strstrip (typed[i]);

      if (*tag == '\0' || g_strv_contains ((const char *const *) tags, tag))
        continue;
      g_strv_builder_add (all, tag);
      added = TRUE;
    }
  if (!added)
    return;
  result = g_strv_builder_end (all);
  save_tags (self, result);
}

void
luotain_tag_entry_save (LuotainTagEntry *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LUOTAIN_IS_TAG_ENTRY (self));

  text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  if (self->id == 0 || *text == '\0')
    return;
  gtk_editable_set_text (self->entry, "");
  add_tags (self, text);
}

static gboolean
save_idle_cb (gpointer user_data)
{
  luotain_tag_entry_save (LUOTAIN_TAG_ENTRY (user_data));
  return G_SOURCE_REMOVE;
}

static void
entry_changed_cb (LuotainTagEntry *self)
{
  if (strpbrk (gtk_editable_get_text (self->entry), ",;\n") != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, save_idle_cb, g_object_ref (self), g_object_unref);
}

static gboolean
key_pressed_cb (LuotainTagEntry *self, guint keyval)
{
  g_auto (GStrv) tags = NULL;

  if (keyval != GDK_KEY_BackSpace || *gtk_editable_get_text (self->entry) != '\0' || self->tags == NULL
      || *self->tags == '\0')
    return GDK_EVENT_PROPAGATE;
  tags = dup_tags (self);
  remove_tag (self, tags[g_strv_length (tags) - 1]);
  return GDK_EVENT_STOP;
}

static void
tag_clicked_cb (LuotainTagEntry *self, GtkButton *button)
{
  g_signal_emit (self, signals[TAG], 0, g_object_get_data (G_OBJECT (button), "tag"));
}

static void
remove_clicked_cb (LuotainTagEntry *self, GtkButton *button)
{
  g_autofree char *tag = g_strdup (g_object_get_data (G_OBJECT (button), "tag"));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  remove_tag (self, tag);
}

static GtkWidget *
make_button (LuotainTagEntry *self, GtkWidget *button, const char *tag, const char *label, GCallback callback)
{
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tag), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (button, label);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_chip (LuotainTagEntry *self, const char *tag)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_button_new_with_label (tag);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (name));
  g_autofree char *show = g_strdup_printf (_ ("Show Findings Tagged “%s”"), tag);
  g_autofree char *remove = g_strdup_printf (_ ("Remove Tag “%s”"), tag);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (chip, "tag");
  gtk_box_append (GTK_BOX (chip), make_button (self, name, tag, show, G_CALLBACK (tag_clicked_cb)));
  if (luotain_context_get_writable (self->context))
    gtk_box_append (GTK_BOX (chip),
                    make_button (self, gtk_button_new_from_icon_name ("window-close-symbolic"), tag, remove,
                                 G_CALLBACK (remove_clicked_cb)));
  return chip;
}

/* The entry stays where it is: it may have the focus. */
static void
fill (LuotainTagEntry *self)
{
  g_auto (GStrv) tags = dup_tags (self);
  GtkWidget *entry = GTK_WIDGET (self->entry);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != entry)
        luotain_wrap_box_remove (self->box, child);
      child = next;
    }
  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      gtk_widget_insert_before (make_chip (self, tags[i]), GTK_WIDGET (self->box), entry);
}

static gboolean
luotain_tag_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_TAG_ENTRY (widget)->entry));
}

static void
luotain_tag_entry_dispose (GObject *object)
{
  LuotainTagEntry *self = LUOTAIN_TAG_ENTRY (object);

  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);
  self->entry = NULL;
  g_clear_object (&self->context);
  G_OBJECT_CLASS (luotain_tag_entry_parent_class)->dispose (object);
}

static void
luotain_tag_entry_finalize (GObject *object)
{
  g_free (LUOTAIN_TAG_ENTRY (object)->tags);
  G_OBJECT_CLASS (luotain_tag_entry_parent_class)->finalize (object);
}

static void
luotain_tag_entry_class_init (LuotainTagEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_tag_entry_dispose;
  object_class->finalize = luotain_tag_entry_finalize;
  widget_class->grab_focus = luotain_tag_entry_grab_focus;
  widget_class->focus = luotain_focus_children;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tagentry");

  signals[TAG] = g_signal_new ("tag", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
luotain_tag_entry_init (LuotainTagEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();

  self->box = LUOTAIN_WRAP_BOX (luotain_wrap_box_new ());
  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Add tag"));
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add tag"), -1);
  luotain_wrap_box_append (self->box, entry);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (luotain_tag_entry_save), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (entry, "activate", G_CALLBACK (luotain_tag_entry_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
}

void
luotain_tag_entry_set_context (LuotainTagEntry *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_TAG_ENTRY (self));

  g_set_object (&self->context, context);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), luotain_context_get_writable (context));
}

void
luotain_tag_entry_show (LuotainTagEntry *self, gint64 id, const char *tags)
{
  g_return_if_fail (LUOTAIN_IS_TAG_ENTRY (self));

  /* What is typed belongs to the record that was shown until now. */
  if (self->id != id)
    luotain_tag_entry_save (self);
  if (self->id == id && g_strcmp0 (self->tags, tags) == 0)
    return;
  self->id = id;
  g_free (self->tags);
  self->tags = g_strdup (tags);
  fill (self);
}
