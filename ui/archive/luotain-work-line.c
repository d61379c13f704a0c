#include "config.h"

#include "luotain-template.h"
#include "luotain-work-line.h"

#include <glib/gi18n.h>

/* How often the line moves, and after how long it comes, in milliseconds. */
#define INTERVAL 200

struct _LuotainWorkLine
{
  AdwBin parent_instance;

  GCancellable *cancellable; /* (nullable): while there is work */
  int *per_mille; /* (nullable) */
  guint source;

  GtkRevealer *revealer;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (LuotainWorkLine, luotain_work_line, ADW_TYPE_BIN)

enum
{
  SIGNAL_BUSY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
show_progress_cb (gpointer user_data)
{
  LuotainWorkLine *self = user_data;
  const int per_mille = g_atomic_int_get (self->per_mille);

  if (per_mille == 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, CLAMP (per_mille, 0, 1000) / 1000.0);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_CONTINUE;
}

GCancellable *
luotain_work_line_begin (LuotainWorkLine *self, const char *what, int **per_mille)
{
  g_return_val_if_fail (LUOTAIN_IS_WORK_LINE (self), NULL);
  g_return_val_if_fail (self->cancellable == NULL, NULL);

  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->per_mille, g_atomic_rc_box_release);
  self->per_mille = g_atomic_rc_box_new0 (int);
  gtk_progress_bar_set_text (self->bar, what);
  gtk_progress_bar_set_fraction (self->bar, 0);
  self->source = g_timeout_add (INTERVAL, show_progress_cb, self);
  g_signal_emit (self, signals[SIGNAL_BUSY_CHANGED], 0);

  *per_mille = self->per_mille;
  return self->cancellable;
}

void
luotain_work_line_end (LuotainWorkLine *self)
{
  g_return_if_fail (LUOTAIN_IS_WORK_LINE (self));

  if (self->cancellable == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_signal_emit (self, signals[SIGNAL_BUSY_CHANGED], 0);
}

void
luotain_work_line_cancel (LuotainWorkLine *self)
{
  g_return_if_fail (LUOTAIN_IS_WORK_LINE (self));

  g_cancellable_cancel (self->cancellable);
}

gboolean
luotain_work_line_is_busy (LuotainWorkLine *self)
{
  g_return_val_if_fail (LUOTAIN_IS_WORK_LINE (self), FALSE);

  return self->cancellable != NULL;
}

static void
luotain_work_line_dispose (GObject *object)
{
  LuotainWorkLine *self = LUOTAIN_WORK_LINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->per_mille, g_atomic_rc_box_release);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_WORK_LINE);
  G_OBJECT_CLASS (luotain_work_line_parent_class)->dispose (object);
}

static void
luotain_work_line_class_init (LuotainWorkLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_work_line_dispose;
  signals[SIGNAL_BUSY_CHANGED] = g_signal_new ("busy-changed", LUOTAIN_TYPE_WORK_LINE, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-work-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainWorkLine, revealer);
  gtk_widget_class_bind_template_child (widget_class, LuotainWorkLine, bar);
  gtk_widget_class_bind_template_callback (widget_class, luotain_work_line_cancel);
}

static void
luotain_work_line_init (LuotainWorkLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
