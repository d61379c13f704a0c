#include "config.h"

#include "luotain-passage-draft.h"

#include "luotain-children.h"
#include "luotain-chip.h"
#include "luotain-focus.h"
#include "luotain-passage.h"
#include "luotain-scenario-edit.h"

#include <glib/gi18n.h>

struct _LuotainPassageDraft
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 scenario;
  char *dimensions;
  gboolean saved;

  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (LuotainPassageDraft, luotain_passage_draft, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
saved_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainPassageDraft *self = owner;

  g_free (result);
  /* What could not be stored stays to be put right. */
  self->saved = success;
  if (success)
    g_signal_emit (self, signals[DONE], 0);
}

void
luotain_passage_draft_save (LuotainPassageDraft *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;
  LuotainPartAdd *add;

  g_return_if_fail (LUOTAIN_IS_PASSAGE_DRAFT (self));

  if (self->saved)
    return;

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  self->saved = TRUE;
  if (*text == '\0')
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  add = luotain_part_add_new (&luotain_passage_type, self->scenario, text);
  add->dimensions = g_strdup (self->dimensions);
  luotain_context_do (self->context, N_ ("Add Passage"), luotain_part_add_run, add,
                      (GDestroyNotify) luotain_part_add_free, g_free, saved_cb, self);
}

GtkTextView *
luotain_passage_draft_get_view (LuotainPassageDraft *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PASSAGE_DRAFT (self), NULL);

  return self->view;
}

static gboolean
key_pressed_cb (LuotainPassageDraft *self, guint key, guint code, GdkModifierType state)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  if (key == GDK_KEY_Escape)
    gtk_text_buffer_set_text (buffer, "", -1);
  else if (key != GDK_KEY_Return || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  luotain_passage_draft_save (self);
  return TRUE;
}

static gboolean
luotain_passage_draft_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_PASSAGE_DRAFT (widget)->view));
}

static void
luotain_passage_draft_dispose (GObject *object)
{
  LuotainPassageDraft *self = LUOTAIN_PASSAGE_DRAFT (object);

  self->saved = TRUE;
  luotain_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_passage_draft_parent_class)->dispose (object);
}

static void
luotain_passage_draft_finalize (GObject *object)
{
  g_free (LUOTAIN_PASSAGE_DRAFT (object)->dimensions);

  G_OBJECT_CLASS (luotain_passage_draft_parent_class)->finalize (object);
}

static void
luotain_passage_draft_class_init (LuotainPassageDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_passage_draft_dispose;
  object_class->finalize = luotain_passage_draft_finalize;
  widget_class->grab_focus = luotain_passage_draft_grab_focus;
  widget_class->focus = luotain_focus_children;

  signals[DONE] = g_signal_new ("done", LUOTAIN_TYPE_PASSAGE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
luotain_passage_draft_init (LuotainPassageDraft *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "draft");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New Passage"), -1);

  g_signal_connect_object (focus, "leave", G_CALLBACK (luotain_passage_draft_save), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
luotain_passage_draft_new (LuotainContext *context, gint64 scenario, const char *dimensions)
{
  LuotainPassageDraft *self = g_object_new (LUOTAIN_TYPE_PASSAGE_DRAFT, NULL);
  GtkWidget *chip = luotain_chip_new (luotain_context_get_words (context), "dimension", dimensions);

  self->context = g_object_ref (context);
  self->scenario = scenario;
  self->dimensions = g_strdup (dimensions);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
