#include "config.h"

#include "luotain-hands-entry.h"

#include "luotain-children.h"

#include <glib/gi18n.h>

/* No room holds more. */
#define MOST_HANDS 9999

struct _LuotainHandsEntry
{
  GtkWidget parent_instance;

  GArray *steps; /* (element-type gint64) */
  GPtrArray *entries; /* borrowed: the children hold them */
  char *saved; /* what was set or told last */
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainHandsEntry, luotain_hands_entry, GTK_TYPE_WIDGET)

static gint64
count_in (GtkWidget *entry)
{
  return CLAMP (g_ascii_strtoll (gtk_editable_get_text (GTK_EDITABLE (entry)), NULL, 10), 0, MOST_HANDS);
}

static char *
dup_hands (LuotainHandsEntry *self)
{
  GString *hands = g_string_new (NULL);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const gint64 n = count_in (self->entries->pdata[i]);

      if (n > 0)
        g_string_append_printf (hands, "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, hands->len > 0 ? " " : "",
                                g_array_index (self->steps, gint64, i), n);
    }
  return g_string_free (hands, FALSE);
}

static gint64
count_of (char **parts, gint64 step)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *end;

      if (g_ascii_strtoll (parts[i], &end, 10) == step && *end == ':')
        return g_ascii_strtoll (end + 1, NULL, 10);
    }
  return 0;
}

static gboolean
has_focus (LuotainHandsEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
luotain_hands_entry_set_hands (LuotainHandsEntry *self, const char *hands)
{
  g_auto (GStrv) parts = g_strsplit (hands != NULL ? hands : "", " ", -1);

  g_return_if_fail (LUOTAIN_IS_HANDS_ENTRY (self));

  if (has_focus (self))
    return;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const gint64 n = count_of (parts, g_array_index (self->steps, gint64, i));
      g_autofree char *text = n > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, n) : g_strdup ("");

      gtk_editable_set_text (self->entries->pdata[i], text);
    }
  g_free (self->saved);
  self->saved = dup_hands (self);
}

static void
tell (LuotainHandsEntry *self)
{
  g_autofree char *hands = dup_hands (self);

  if (g_strcmp0 (hands, self->saved) == 0)
    return;

  g_free (self->saved);
  self->saved = g_strdup (hands);
  g_signal_emit (self, signals[ENTERED], 0, hands);
}

static void
insert_text_cb (GtkEditable *editable, const char *text, int length, int *position)
{
  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        {
          g_signal_stop_emission_by_name (editable, "insert-text");
          gtk_widget_error_bell (GTK_WIDGET (editable));
          return;
        }
    }
}

static void
add_step (LuotainHandsEntry *self, gint64 step, const char *label, const char *scale)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  /* Translators: of a scale and one of its steps: “Impact 4: hands”. */
  g_autofree char *full = g_strdup_printf (_ ("%s %s: hands"), scale, label);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, label);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "numeric");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 2);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 4);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 4);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 0.5f);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_add_css_class (entry, "hands");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_signal_connect (text, "insert-text", G_CALLBACK (insert_text_cb), NULL);
  g_signal_connect_object (entry, "activate", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_array_append_val (self->steps, step);
  g_ptr_array_add (self->entries, entry);
}

void
luotain_hands_entry_set_steps (LuotainHandsEntry *self, const gint64 *steps, const char *const *labels,
                               guint n_steps, const char *scale)
{
  g_return_if_fail (LUOTAIN_IS_HANDS_ENTRY (self));

  if (n_steps == self->steps->len && memcmp (self->steps->data, steps, n_steps * sizeof *steps) == 0)
    return;

  luotain_children_unparent (GTK_WIDGET (self));
  g_array_set_size (self->steps, 0);
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, steps[i]);

      add_step (self, steps[i], labels != NULL ? labels[i] : number, scale);
    }
}

static void
luotain_hands_entry_dispose (GObject *object)
{
  luotain_children_unparent (GTK_WIDGET (object));
  g_ptr_array_set_size (LUOTAIN_HANDS_ENTRY (object)->entries, 0);

  G_OBJECT_CLASS (luotain_hands_entry_parent_class)->dispose (object);
}

static void
luotain_hands_entry_finalize (GObject *object)
{
  LuotainHandsEntry *self = LUOTAIN_HANDS_ENTRY (object);

  g_array_unref (self->steps);
  g_ptr_array_unref (self->entries);
  g_free (self->saved);

  G_OBJECT_CLASS (luotain_hands_entry_parent_class)->finalize (object);
}

static void
luotain_hands_entry_class_init (LuotainHandsEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_hands_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_hands_entry_finalize;

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
luotain_hands_entry_init (LuotainHandsEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entries = g_ptr_array_new ();
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  g_signal_connect_object (focus, "leave", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
