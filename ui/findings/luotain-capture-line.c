#include "config.h"

#include "luotain-capture-line.h"
#include "luotain-capture-state.h"
#include "luotain-choices.h"
#include "luotain-finding-query.h"
#include "luotain-focus.h"
#include "luotain-session-edits.h"
#include "luotain-template.h"
#include "luotain-text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LuotainCaptureLine
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainCaptureState *state;
  GQueue on_their_way; /* captures that are not durable yet, in their order */
  gboolean restoring; /* what could not be kept is put back, and must not be taken at once */

  GtkBox *box;
  LuotainChoiceButton *session;
  GtkLabel *sector;
  GtkEditable *entry;
};

/* What was typed or pasted, until it is kept. */
typedef struct
{
  char *text;
  guint dropped; /* characters left out of it */
} Caught;

enum
{
  CAUGHT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainCaptureLine, luotain_capture_line, GTK_TYPE_WIDGET)

static void
caught_free (gpointer data)
{
  Caught *caught = data;

  g_free (caught->text);
  g_free (caught);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Caught, caught_free)

static void
show_state (LuotainCaptureLine *self)
{
  const LuotainCaptureState *state = self->state;

  luotain_choices_set_chosen (self->session, state->session, state->session_title);
  gtk_label_set_label (self->sector, state->sector_title != NULL ? state->sector_title : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sector), state->sector_title);
  gtk_widget_set_visible (GTK_WIDGET (self->sector), state->sector_title != NULL);
}

static void
state_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainCaptureLine *self = LUOTAIN_CAPTURE_LINE (owner);

  if (!success)
    return;
  g_clear_pointer (&self->state, luotain_capture_state_free);
  self->state = result;
  show_state (self);
}

static void
refresh (LuotainCaptureLine *self)
{
  LuotainCaptureQuestion *question = g_new0 (LuotainCaptureQuestion, 1);

  question->sector = luotain_context_get_sector (self->context);
  question->language = luotain_context_get_language (self->context);
  luotain_context_read (self->context, luotain_capture_state_load, question, g_free,
                        (GDestroyNotify) luotain_capture_state_free, NULL, state_read_cb, self);
}

static void
changed_cb (LuotainCaptureLine *self, LuotainChanges *changes)
{
  gint64 session = luotain_capture_line_get_session (self);

  if (luotain_changes_has_type (changes, "session") || luotain_changes_has_type (changes, "sector")
      || (session != 0 && luotain_changes_has_id (changes, session)))
    refresh (self);
}

static void
say_what_happened (LuotainCaptureLine *self, guint n_findings, guint dropped)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_findings == 0 || (n_findings == 1 && dropped == 0))
    return;
  g_string_printf (text, ngettext ("%u finding added", "%u findings added", n_findings), n_findings);
  if (dropped > 0)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text,
                              ngettext ("%u character that cannot be shown was left out",
                                        "%u characters that cannot be shown were left out", dropped),
                              dropped);
    }
  luotain_context_toast (self->context, text->str, TRUE);
}

/* Nothing said is lost: what could not be kept stands in the line again, before what was typed since. */
static void
put_back (LuotainCaptureLine *self, const char *text)
{
  const char *typed = gtk_editable_get_text (self->entry);
  g_autofree char *all = *typed != '\0' ? g_strdup_printf ("%s %s", text, typed) : g_strdup (text);

  self->restoring = TRUE;
  gtk_editable_set_text (self->entry, all);
  self->restoring = FALSE;
}

static void
captured_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainCaptureLine *self = LUOTAIN_CAPTURE_LINE (owner);
  g_autoptr (Caught) caught = g_queue_pop_head (&self->on_their_way);
  g_autoptr (GArray) ids = result;

  if (success && ids != NULL)
    {
      say_what_happened (self, ids->len, caught->dropped);
      g_signal_emit (self, signals[CAUGHT], 0, ids);
    }
  else
    put_back (self, caught->text);
}

void
luotain_capture_line_capture (LuotainCaptureLine *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  guint dropped = 0;
  g_autofree char *valid = luotain_text_normalize (text, -1, LUOTAIN_TEXT_DROP, &dropped, &error);
  Caught *caught;

  g_return_if_fail (LUOTAIN_IS_CAPTURE_LINE (self));

  if (valid == NULL || *g_strstrip (valid) == '\0')
    {
      if (error != NULL)
        luotain_context_toast (self->context, error->message, FALSE);
      return;
    }
  caught = g_new0 (Caught, 1);
  caught->text = g_strdup (valid);
  caught->dropped = dropped;
  g_queue_push_tail (&self->on_their_way, caught);
  luotain_context_do (self->context, strchr (valid, '\n') != NULL ? N_ ("Add Findings") : N_ ("Add Finding"),
                      luotain_capture_run,
                      luotain_capture_new (valid, self->state != NULL ? self->state->sector : 0,
                                           luotain_capture_line_get_session (self)),
                      (GDestroyNotify) luotain_capture_free, (GDestroyNotify) g_array_unref, captured_cb,
                      self);
}

static void
activate_cb (LuotainCaptureLine *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->entry));

  gtk_editable_set_text (self->entry, "");
  luotain_capture_line_capture (self, text);
}

static gboolean
take_lines_cb (gpointer user_data)
{
  LuotainCaptureLine *self = LUOTAIN_CAPTURE_LINE (user_data);

  if (strchr (gtk_editable_get_text (self->entry), '\n') != NULL)
    activate_cb (self);
  return G_SOURCE_REMOVE;
}

/* Lines come by paste or drop, whichever way; the entry keeps their ends, and cannot be changed while it tells. */
static void
entry_changed_cb (LuotainCaptureLine *self)
{
  if (!self->restoring && strchr (gtk_editable_get_text (self->entry), '\n') != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, take_lines_cb, g_object_ref (self), g_object_unref);
}

static void
opening_cb (LuotainCaptureLine *self)
{
  luotain_choices_offer_sessions (self->session, self->context, luotain_context_get_sector (self->context));
}

static void
chosen_cb (LuotainCaptureLine *self, const char *key)
{
  luotain_session_set_running (self->context, luotain_choices_get_id (key));
  luotain_capture_line_begin (self);
}

static gboolean
luotain_capture_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_CAPTURE_LINE (widget)->entry));
}

static void
luotain_capture_line_dispose (GObject *object)
{
  LuotainCaptureLine *self = LUOTAIN_CAPTURE_LINE (object);

  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_CAPTURE_LINE);
  G_OBJECT_CLASS (luotain_capture_line_parent_class)->dispose (object);
}

static void
luotain_capture_line_finalize (GObject *object)
{
  LuotainCaptureLine *self = LUOTAIN_CAPTURE_LINE (object);

  g_clear_pointer (&self->state, luotain_capture_state_free);
  g_queue_clear_full (&self->on_their_way, caught_free);
  G_OBJECT_CLASS (luotain_capture_line_parent_class)->finalize (object);
}

static void
luotain_capture_line_class_init (LuotainCaptureLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_CHOICE_BUTTON);
  object_class->dispose = luotain_capture_line_dispose;
  object_class->finalize = luotain_capture_line_finalize;
  widget_class->grab_focus = luotain_capture_line_grab_focus;
  widget_class->focus = luotain_focus_children;

  signals[CAUGHT] = g_signal_new ("caught", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-capture-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainCaptureLine, box);
  gtk_widget_class_bind_template_child (widget_class, LuotainCaptureLine, session);
  gtk_widget_class_bind_template_child (widget_class, LuotainCaptureLine, sector);
  gtk_widget_class_bind_template_child (widget_class, LuotainCaptureLine, entry);
  gtk_widget_class_bind_template_callback (widget_class, opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
luotain_capture_line_init (LuotainCaptureLine *self)
{
  g_queue_init (&self->on_their_way);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
luotain_capture_line_set_context (LuotainCaptureLine *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_CAPTURE_LINE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::sector", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::language", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self), luotain_context_get_writable (context));
  refresh (self);
}

void
luotain_capture_line_set_vertical (LuotainCaptureLine *self, gboolean vertical)
{
  g_return_if_fail (LUOTAIN_IS_CAPTURE_LINE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  vertical ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
luotain_capture_line_begin (LuotainCaptureLine *self)
{
  g_return_if_fail (LUOTAIN_IS_CAPTURE_LINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gint64
luotain_capture_line_get_session (LuotainCaptureLine *self)
{
  g_return_val_if_fail (LUOTAIN_IS_CAPTURE_LINE (self), 0);

  return self->state != NULL ? self->state->session : 0;
}

GtkEditable *
luotain_capture_line_get_entry (LuotainCaptureLine *self)
{
  g_return_val_if_fail (LUOTAIN_IS_CAPTURE_LINE (self), NULL);

  return self->entry;
}
