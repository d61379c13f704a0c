#include "config.h"

#include "luotain-future-cell.h"

#include "luotain-children.h"
#include "luotain-text-sizer.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainFutureCell
{
  GtkWidget parent_instance;

  int row;
  int column;
  gint64 id;
  char *text; /* (nullable) */
  char *hint; /* (nullable) */
  gboolean ending; /* the focus moves because writing ends */

  GtkLabel *label;
  GtkLabel *note;
  GtkTextView *editor; /* (nullable): while somebody writes */
  GtkWidget *sizer; /* (nullable): holds it */
};

enum
{
  EDITED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainFutureCell, luotain_future_cell, GTK_TYPE_WIDGET)

static char *
dup_written (LuotainFutureCell *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->editor);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
remove_editor (LuotainFutureCell *self)
{
  self->editor = NULL;
  g_clear_pointer (&self->sizer, gtk_widget_unparent);
  gtk_widget_set_visible (GTK_WIDGET (self->label), TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
}

static gboolean
remove_editor_cb (gpointer data)
{
  LuotainFutureCell *self = data;

  self->ending = FALSE;
  if (self->editor != NULL)
    remove_editor (self);
  return G_SOURCE_REMOVE;
}

/* What was written shows at once; should it be refused, the next refresh says what stands there. */
static void
end_edit (LuotainFutureCell *self, gboolean save, LuotainFutureCellWay way)
{
  g_autofree char *written = NULL;

  if (self->editor == NULL || self->ending)
    return;

  written = dup_written (self);
  self->ending = TRUE;
  if (way == LUOTAIN_FUTURE_CELL_STAY)
    g_idle_add_full (G_PRIORITY_DEFAULT, remove_editor_cb, g_object_ref (self), g_object_unref);
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      remove_editor (self);
      self->ending = FALSE;
    }

  if (save && g_strcmp0 (written, self->text != NULL ? self->text : "") != 0)
    {
      if (*written != '\0')
        gtk_label_set_text (self->label, written);
      g_signal_emit (self, signals[EDITED], 0, written, way);
    }
  else
    g_signal_emit (self, signals[LEFT], 0, way);
}

static gboolean
key_cb (LuotainFutureCell *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      end_edit (self, FALSE, LUOTAIN_FUTURE_CELL_BACK);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      end_edit (self, TRUE, LUOTAIN_FUTURE_CELL_DOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      end_edit (self, TRUE, LUOTAIN_FUTURE_CELL_NEXT);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      end_edit (self, TRUE, LUOTAIN_FUTURE_CELL_PREVIOUS);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
left_cb (LuotainFutureCell *self)
{
  end_edit (self, TRUE, LUOTAIN_FUTURE_CELL_STAY);
}

static GtkTextView *
editor_new (LuotainFutureCell *self)
{
  GtkWidget *editor = gtk_text_view_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (editor), FALSE);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the Cell"), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (editor, key);
  gtk_widget_add_controller (editor, focus);
  return GTK_TEXT_VIEW (editor);
}

void
luotain_future_cell_begin_edit (LuotainFutureCell *self, const char *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (LUOTAIN_IS_FUTURE_CELL (self));

  if (self->editor != NULL)
    return;

  self->editor = editor_new (self);
  buffer = gtk_text_view_get_buffer (self->editor);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : self->text != NULL ? self->text : "", -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  self->sizer = luotain_text_sizer_new (self->editor, NULL);
  gtk_widget_set_margin_start (self->sizer, gtk_widget_get_margin_start (GTK_WIDGET (self->label)));
  gtk_widget_set_visible (GTK_WIDGET (self->label), FALSE);
  gtk_widget_insert_after (self->sizer, GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

gboolean
luotain_future_cell_is_editing (LuotainFutureCell *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FUTURE_CELL (self), FALSE);

  return self->editor != NULL && !self->ending;
}

GtkWidget *
luotain_future_cell_get_editor (LuotainFutureCell *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FUTURE_CELL (self), NULL);

  return (GtkWidget *) self->editor;
}

void
luotain_future_cell_show (LuotainFutureCell *self, gint64 id, const char *text, const char *hint)
{
  g_return_if_fail (LUOTAIN_IS_FUTURE_CELL (self));

  self->id = id;
  g_free (self->text);
  self->text = g_strdup (text);
  g_free (self->hint);
  self->hint = g_strdup (hint);
  gtk_label_set_text (self->label, text != NULL ? text : hint != NULL ? hint : "");
  if (text == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
}

gint64
luotain_future_cell_get_id (LuotainFutureCell *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FUTURE_CELL (self), 0);

  return self->id;
}

const char *
luotain_future_cell_get_text (LuotainFutureCell *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FUTURE_CELL (self), NULL);

  return self->text;
}

void
luotain_future_cell_set_note (LuotainFutureCell *self, const char *note)
{
  g_return_if_fail (LUOTAIN_IS_FUTURE_CELL (self));

  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

void
luotain_future_cell_set_margin (LuotainFutureCell *self, int margin)
{
  g_return_if_fail (LUOTAIN_IS_FUTURE_CELL (self));

  gtk_widget_set_margin_start (GTK_WIDGET (self->label), margin);
  gtk_widget_set_margin_start (GTK_WIDGET (self->note), margin);
}

int
luotain_future_cell_get_row (LuotainFutureCell *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FUTURE_CELL (self), 0);

  return self->row;
}

int
luotain_future_cell_get_column (LuotainFutureCell *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FUTURE_CELL (self), 0);

  return self->column;
}

static void
luotain_future_cell_dispose (GObject *object)
{
  LuotainFutureCell *self = LUOTAIN_FUTURE_CELL (object);

  self->ending = TRUE;
  self->editor = NULL;
  self->sizer = NULL;
  luotain_children_unparent (GTK_WIDGET (self));
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->hint, g_free);

  G_OBJECT_CLASS (luotain_future_cell_parent_class)->dispose (object);
}

static void
luotain_future_cell_class_init (LuotainFutureCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_future_cell_dispose;

  signals[EDITED] = g_signal_new ("edited", LUOTAIN_TYPE_FUTURE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[LEFT] = g_signal_new ("left", LUOTAIN_TYPE_FUTURE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "future");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static GtkLabel *
label_new (LuotainFutureCell *self)
{
  GtkWidget *label = luotain_wrapped_label_new (NULL, NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
luotain_future_cell_init (LuotainFutureCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->label = label_new (self);
  self->note = label_new (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "note");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
}

GtkWidget *
luotain_future_cell_new (int row, int column)
{
  LuotainFutureCell *self = g_object_new (LUOTAIN_TYPE_FUTURE_CELL, NULL);

  self->row = row;
  self->column = column;
  return GTK_WIDGET (self);
}
