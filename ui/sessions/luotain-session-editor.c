#include "config.h"

#include "luotain-asking.h"
#include "luotain-choices.h"
#include "luotain-date-entry.h"
#include "luotain-number-entry.h"
#include "luotain-record-picker.h"
#include "luotain-session-detail.h"
#include "luotain-session-editor.h"
#include "luotain-session-edits.h"
#include "luotain-template.h"
#include "luotain-text-area.h"
#include "luotain-translated-entry.h"
#include "luotain-word-picker.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainSessionEditor
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 id;
  LuotainSessionDetail *detail;
  GCancellable *reading;
  gboolean beginning; /* the title is to be selected as soon as it is there */

  GtkScrolledWindow *scrolled;
  GtkWidget *title;
  AdwActionRow *status;
  GtkButton *run;
  GtkWidget *findings;
  GtkLabel *count;
  GtkWidget *kind;
  GtkWidget *held_on;
  GtkWidget *place;
  GtkWidget *people;
  GtkWidget *remove_group;
  GtkWidget *group_picker;
  LuotainChoiceButton *sector;
  GtkWidget *outcome;
  GtkExpander *translations;
  GtkWidget *translated_title; /* made when the expander is first opened */
  GtkWidget *translated_outcome;
};

enum
{
  GONE,
  FINDINGS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainSessionEditor, luotain_session_editor, GTK_TYPE_WIDGET)

static gboolean
is_running (LuotainSessionEditor *self)
{
  return self->detail != NULL && g_strcmp0 (self->detail->session->status, "running") == 0;
}

static void
show_status (LuotainSessionEditor *self)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  gboolean running = is_running (self);
  const char *label = running ? _ ("End Session") : _ ("Run Session");
  const char *status = luotain_word_list_title (words, "session-status", self->detail->session->status);

  adw_action_row_set_subtitle (self->status, running ? _ ("What is caught now belongs to it") : status);
  gtk_button_set_label (self->run, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->run), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (running)
    gtk_widget_remove_css_class (GTK_WIDGET (self->run), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->run), "suggested-action");
}

static void
show_detail (LuotainSessionEditor *self)
{
  const LuotainSessionDetail *detail = self->detail;
  g_autofree char *count = g_strdup_printf ("%u", detail->n_findings);
  g_autofree char *name = g_strdup_printf (
      ngettext ("Show %u finding", "Show %u findings", detail->n_findings), detail->n_findings);

  show_status (self);
  gtk_label_set_label (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  luotain_choices_set_chosen (self->sector, detail->sector, detail->sector_title);
  g_object_set (self->group_picker, "label", detail->group_title != NULL ? detail->group_title : _ ("Choose"),
                NULL);
  gtk_widget_set_visible (self->remove_group,
                          detail->group != 0 && luotain_context_get_writable (self->context));
}

static gboolean
select_title_cb (gpointer user_data)
{
  LuotainSessionEditor *self = LUOTAIN_SESSION_EDITOR (user_data);
  GtkTextView *view = luotain_text_area_get_view (LUOTAIN_TEXT_AREA (self->title));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (view), &start, &end);
  return G_SOURCE_REMOVE;
}

static void
detail_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainSessionEditor *self = LUOTAIN_SESSION_EDITOR (owner);

  if (!success)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  g_clear_pointer (&self->detail, luotain_session_detail_free);
  self->detail = result;
  show_detail (self);
  if (self->beginning)
    g_idle_add_full (G_PRIORITY_DEFAULT, select_title_cb, g_object_ref (self), g_object_unref);
  self->beginning = FALSE;
}

static void
read_detail (LuotainSessionEditor *self)
{
  LuotainSessionQuestion *question;

  luotain_ask_no_more (&self->reading);
  if (self->id == 0)
    return;
  self->reading = g_cancellable_new ();
  question = g_new0 (LuotainSessionQuestion, 1);
  question->id = self->id;
  question->language = luotain_context_get_language (self->context);
  luotain_context_read (self->context, luotain_session_detail_load, question, g_free,
                        (GDestroyNotify) luotain_session_detail_free, self->reading, detail_read_cb, self);
}

static void
changed_cb (LuotainSessionEditor *self, LuotainChanges *changes)
{
  if (self->id != 0
      && (luotain_changes_has_id (changes, self->id) || luotain_changes_has_type (changes, "sector")
          || luotain_changes_has_type (changes, "working-group")))
    read_detail (self);
}

static void
run_cb (LuotainSessionEditor *self)
{
  luotain_session_set_running (self->context, is_running (self) ? 0 : self->id);
}

static void
findings_cb (LuotainSessionEditor *self)
{
  g_signal_emit (self, signals[FINDINGS], 0);
}

static void
group_picked_cb (LuotainSessionEditor *self, gint64 id)
{
  luotain_context_link (self->context, N_ ("Set Working Group"), self->id, "group", id);
}

static void
remove_group_cb (LuotainSessionEditor *self)
{
  luotain_context_link (self->context, N_ ("Set Working Group"), self->id, "group", 0);
}

static void
group_create_cb (LuotainSessionEditor *self, const char *title)
{
  luotain_session_add_group (self->context, self->id, title);
}

static void
sectors_opening_cb (LuotainSessionEditor *self)
{
  luotain_choices_offer_sectors (self->sector, self->context);
}

static void
sector_chosen_cb (LuotainSessionEditor *self, const char *key)
{
  luotain_context_link (self->context, N_ ("Set Sector"), self->id, "sector", luotain_choices_get_id (key));
}

static GtkWidget *
make_translated (LuotainSessionEditor *self, const char *field, const char *label, gboolean multiline)
{
  return g_object_new (LUOTAIN_TYPE_TRANSLATED_ENTRY, "context", self->context, "field", field, "label",
                       label, "multiline", multiline, "record-id", self->id, NULL);
}

static void
translations_cb (LuotainSessionEditor *self)
{
  GtkWidget *box;

  if (self->translated_title != NULL || !gtk_expander_get_expanded (self->translations))
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (box, 6);
  self->translated_title = make_translated (self, "title", _ ("Title"), FALSE);
  self->translated_outcome = make_translated (self, "outcome", _ ("What came of it"), TRUE);
  gtk_box_append (GTK_BOX (box), self->translated_title);
  gtk_box_append (GTK_BOX (box), self->translated_outcome);
  gtk_expander_set_child (self->translations, box);
}

static void
each_field (LuotainSessionEditor *self, const char *property, gboolean with_context)
{
  GtkWidget *fields[] = { self->title,  self->kind,    self->held_on,          self->place,
                          self->people, self->outcome, self->translated_title, self->translated_outcome };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i] == NULL)
        continue;
      if (with_context)
        g_object_set (fields[i], property, self->context, NULL);
      else
        g_object_set (fields[i], property, self->id, NULL);
    }
}

void
luotain_session_editor_show (LuotainSessionEditor *self, gint64 id)
{
  g_return_if_fail (LUOTAIN_IS_SESSION_EDITOR (self));

  if (self->id == id)
    return;
  self->id = id;
  g_clear_pointer (&self->detail, luotain_session_detail_free);
  each_field (self, "record-id", FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  read_detail (self);
}

gint64
luotain_session_editor_get_id (LuotainSessionEditor *self)
{
  g_return_val_if_fail (LUOTAIN_IS_SESSION_EDITOR (self), 0);

  return self->id;
}

const char *
luotain_session_editor_get_title (LuotainSessionEditor *self)
{
  g_return_val_if_fail (LUOTAIN_IS_SESSION_EDITOR (self), NULL);

  if (self->detail == NULL)
    return NULL;
  return luotain_record_title (&luotain_session_type, self->detail->session,
                               luotain_context_get_language (self->context));
}

void
luotain_session_editor_begin (LuotainSessionEditor *self)
{
  g_return_if_fail (LUOTAIN_IS_SESSION_EDITOR (self));

  self->beginning = TRUE;
  gtk_widget_grab_focus (self->title);
}

static void
luotain_session_editor_dispose (GObject *object)
{
  LuotainSessionEditor *self = LUOTAIN_SESSION_EDITOR (object);

  luotain_ask_no_more (&self->reading);
  g_clear_pointer (&self->detail, luotain_session_detail_free);
  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_SESSION_EDITOR);
  G_OBJECT_CLASS (luotain_session_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-session-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, status);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, run);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, findings);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, held_on);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, place);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, people);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, remove_group);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, group_picker);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, sector);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, outcome);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionEditor, translations);
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, findings_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_group_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, sectors_opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, sector_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, translations_cb);
}

static void
luotain_session_editor_class_init (LuotainSessionEditorClass *klass)
{
  g_type_ensure (LUOTAIN_TYPE_CHOICE_BUTTON);
  g_type_ensure (LUOTAIN_TYPE_DATE_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_NUMBER_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_RECORD_PICKER);
  g_type_ensure (LUOTAIN_TYPE_TEXT_AREA);
  g_type_ensure (LUOTAIN_TYPE_WORD_PICKER);
  G_OBJECT_CLASS (klass)->dispose = luotain_session_editor_dispose;

  signals[GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[FINDINGS] = g_signal_new ("findings", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
luotain_session_editor_init (LuotainSessionEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_session_editor_new (LuotainContext *context)
{
  LuotainSessionEditor *self = g_object_new (LUOTAIN_TYPE_SESSION_EDITOR, NULL);
  gboolean writable = luotain_context_get_writable (context);

  self->context = g_object_ref (context);
  each_field (self, "context", TRUE);
  g_object_set (self->group_picker, "context", context, "sensitive", writable, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->run), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sector), writable);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::language", G_CALLBACK (read_detail), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
