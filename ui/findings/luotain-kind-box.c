#include "config.h"

#include "luotain-date.h"
#include "luotain-finding-edits.h"
#include "luotain-kind-box.h"
#include "luotain-kind-change.h"
#include "luotain-kind-icon.h"
#include "luotain-template.h"
#include "luotain-text-entry.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

struct _LuotainKindBox
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 id;
  char *kind;
  char *wanted; /* chosen, and waiting for its reason */
  gboolean showing; /* toggles move because of what is shown, not because of a person */

  LuotainWrapBox *kinds;
  GtkRevealer *revealer;
  GtkEditable *reason;
  GtkBox *history;
};

G_DEFINE_FINAL_TYPE (LuotainKindBox, luotain_kind_box, GTK_TYPE_WIDGET)

static const char *
key_of (GtkWidget *toggle)
{
  return g_object_get_data (G_OBJECT (toggle), "key");
}

static void
show_chosen (LuotainKindBox *self, const char *kind)
{
  self->showing = TRUE;
  for (GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->kinds)); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), g_strcmp0 (key_of (toggle), kind) == 0);
  self->showing = FALSE;
}

static void
end_question (LuotainKindBox *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_editable_set_text (self->reason, "");
  g_clear_pointer (&self->wanted, g_free);
}

void
luotain_kind_box_save (LuotainKindBox *self)
{
  g_autofree char *wanted = NULL;
  g_autofree char *reason = NULL;

  g_return_if_fail (LUOTAIN_IS_KIND_BOX (self));

  if (self->wanted == NULL)
    return;
  wanted = g_steal_pointer (&self->wanted);
  reason = g_strdup (gtk_editable_get_text (self->reason));
  end_question (self);
  g_free (self->kind);
  self->kind = g_strdup (wanted);
  luotain_finding_set_kind (self->context, self->id, wanted, reason);
}

static void
toggled_cb (LuotainKindBox *self, GtkToggleButton *toggle)
{
  const char *key = key_of (GTK_WIDGET (toggle));

  if (self->showing)
    return;
  if (!gtk_toggle_button_get_active (toggle))
    {
      /* Pressed once more: no kind. */
      end_question (self);
      if (self->kind != NULL && g_str_equal (key, self->kind))
        luotain_finding_set_kind (self->context, self->id, NULL, NULL);
      show_chosen (self, NULL);
      g_clear_pointer (&self->kind, g_free);
      return;
    }
  show_chosen (self, key);
  if (g_strcmp0 (key, self->kind) == 0)
    {
      end_question (self);
      return;
    }
  g_free (self->wanted);
  self->wanted = g_strdup (key);
  if (self->kind == NULL)
    {
      luotain_kind_box_save (self);
      return;
    }
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static gboolean
key_pressed_cb (LuotainKindBox *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->wanted == NULL)
    return GDK_EVENT_PROPAGATE;
  end_question (self);
  show_chosen (self, self->kind);
  return GDK_EVENT_STOP;
}

static void
fill_kinds (LuotainKindBox *self)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  const char *const *keys = luotain_word_list_keys (words, "finding-kind");

  luotain_wrap_box_remove_all (self->kinds);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *title = luotain_word_list_title (words, "finding-kind", keys[i]);
      GtkWidget *toggle = gtk_toggle_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (box), luotain_kind_icon_new (self->context, keys[i]));
      gtk_box_append (GTK_BOX (box), gtk_label_new (title));
      gtk_button_set_child (GTK_BUTTON (toggle), box);
      gtk_widget_add_css_class (toggle, "chip");
      g_object_set_data_full (G_OBJECT (toggle), "key", g_strdup (keys[i]), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      luotain_wrap_box_append (self->kinds, toggle);
    }
  show_chosen (self, self->wanted != NULL ? self->wanted : self->kind);
}

static GtkWidget *
make_change (LuotainKindBox *self, const LuotainKindChange *change)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *reason = luotain_text_entry_new ();
  const char *title = luotain_word_list_title (words, "finding-kind", change->kind);
  g_autofree char *date = luotain_date_to_display (change->changed_on);
  g_autofree char *text = *date != '\0' ? g_strdup_printf ("%s · %s", date, title) : g_strdup (title);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (reason, "inline");
  gtk_widget_set_hexpand (reason, TRUE);
  gtk_widget_set_margin_start (reason, 10);
  g_object_set (reason, "context", self->context, "column", "reason", "record-id", change->record.id, "label",
                _ ("Reason"), "placeholder-text", _ ("Why?"), NULL);
  gtk_box_append (GTK_BOX (row), luotain_kind_icon_new (self->context, change->kind));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), reason);
  return row;
}

/* A row that stays is left alone: somebody may be writing in it. */
static void
show_history (LuotainKindBox *self, GPtrArray *changes)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->history));
  guint i = 0;

  for (; row != NULL && i < changes->len; i++)
    {
      const LuotainKindChange *change = g_ptr_array_index (changes, i);
      gint64 *shown = g_object_get_data (G_OBJECT (row), "id");

      if (*shown != change->record.id)
        break;
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (self->history, row);
      row = next;
    }
  for (; i < changes->len; i++)
    {
      const LuotainKindChange *change = g_ptr_array_index (changes, i);

      row = make_change (self, change);
      g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&change->record.id, sizeof (gint64)), g_free);
      gtk_box_append (self->history, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->history), changes->len > 0);
}

void
luotain_kind_box_show (LuotainKindBox *self, gint64 id, const char *kind, GPtrArray *changes)
{
  g_return_if_fail (LUOTAIN_IS_KIND_BOX (self));

  /* A choice that waits belongs to the finding that was shown until now. */
  if (self->id != id)
    luotain_kind_box_save (self);
  self->id = id;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  show_chosen (self, self->wanted != NULL ? self->wanted : kind);
  show_history (self, changes);
}

static void
luotain_kind_box_dispose (GObject *object)
{
  LuotainKindBox *self = LUOTAIN_KIND_BOX (object);

  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_KIND_BOX);
  G_OBJECT_CLASS (luotain_kind_box_parent_class)->dispose (object);
}

static void
luotain_kind_box_finalize (GObject *object)
{
  g_free (LUOTAIN_KIND_BOX (object)->kind);
  g_free (LUOTAIN_KIND_BOX (object)->wanted);
  G_OBJECT_CLASS (luotain_kind_box_parent_class)->finalize (object);
}

static void
luotain_kind_box_class_init (LuotainKindBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  object_class->dispose = luotain_kind_box_dispose;
  object_class->finalize = luotain_kind_box_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-kind-box.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainKindBox, kinds);
  gtk_widget_class_bind_template_child (widget_class, LuotainKindBox, revealer);
  gtk_widget_class_bind_template_child (widget_class, LuotainKindBox, reason);
  gtk_widget_class_bind_template_child (widget_class, LuotainKindBox, history);
  gtk_widget_class_bind_template_callback (widget_class, luotain_kind_box_save);
}

static void
luotain_kind_box_init (LuotainKindBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (luotain_kind_box_save), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
luotain_kind_box_set_context (LuotainKindBox *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_KIND_BOX (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::words", G_CALLBACK (fill_kinds), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kinds), luotain_context_get_writable (context));
  fill_kinds (self);
}
