#include "config.h"

#include "luotain-coverage-editor.h"

#include "luotain-choice-button.h"
#include "luotain-coverage-chooser.h"
#include "luotain-coverage-edit.h"
#include "luotain-coverage-units.h"
#include "luotain-coverage-words.h"
#include "luotain-date-entry.h"
#include "luotain-focus.h"
#include "luotain-template.h"
#include "luotain-text-area.h"

#include <glib/gi18n.h>

struct _LuotainCoverageEditor
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 organisation;
  gint64 entry; /* the first of the row */

  GtkLabel *title;
  GtkLabel *facts;
  GtkLabel *whose;
  GtkWidget *overdue;
  LuotainCoverageChooser *status;
  LuotainCoverageUnits *units;
  GtkWidget *decision;
  GtkWidget *carrier;
  GtkWidget *due_on;
  GtkWidget *note;
  GtkWidget *apart;
  GtkBox *parts;
};

G_DEFINE_FINAL_TYPE (LuotainCoverageEditor, luotain_coverage_editor, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
luotain_coverage_judge (LuotainContext *context, gint64 organisation, gint64 entry, gboolean apart,
                        LuotainCoverageStatus status)
{
  const char *key = status == LUOTAIN_COVERAGE_NOT_LOOKED_AT ? NULL : luotain_coverage_status_key (status);

  luotain_context_do (context, N_ ("Judge Coverage"), luotain_coverage_edit_run,
                      luotain_coverage_edit_new (organisation, entry, apart, "status", key),
                      (GDestroyNotify) luotain_coverage_edit_free, NULL, NULL, NULL);
}

static void
writable_cb (LuotainCoverageEditor *self)
{
  const gboolean writable = luotain_context_get_writable (self->context);

  gtk_widget_set_sensitive (GTK_WIDGET (self->status), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->parts), writable);
}

void
luotain_coverage_editor_set_context (LuotainCoverageEditor *self, LuotainContext *context)
{
  GtkWidget *const fields[] = { self->decision, self->carrier, self->due_on, self->note };

  g_return_if_fail (LUOTAIN_IS_COVERAGE_EDITOR (self));

  g_set_object (&self->context, context);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_object_set (fields[i], "context", context, NULL);
  luotain_coverage_units_set_context (self->units, context);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (writable_cb), self, G_CONNECT_SWAPPED);
  writable_cb (self);
}

static void
status_chosen_cb (LuotainCoverageEditor *self, guint status)
{
  if (self->entry != 0)
    luotain_coverage_judge (self->context, self->organisation, self->entry, FALSE, status);
}

static void
part_chosen_cb (LuotainCoverageEditor *self, const char *key, GtkWidget *button)
{
  const gint64 *entry = g_object_get_data (G_OBJECT (button), "entry");

  luotain_coverage_judge (self->context, self->organisation, *entry, TRUE,
                          luotain_coverage_status_parse (key));
}

static GtkWidget *
part_new (LuotainCoverageEditor *self, const char *scenario, gint64 entry)
{
  static const LuotainCoverageStatus choices[] = { LUOTAIN_COVERAGE_COVERED, LUOTAIN_COVERAGE_PARTLY,
                                                   LUOTAIN_COVERAGE_NOT_AT_ALL };
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (scenario);
  GtkWidget *button = luotain_choice_button_new ();

  g_object_set (button, "title", scenario, "halign", GTK_ALIGN_START, NULL);
  luotain_choice_button_begin_choices (LUOTAIN_CHOICE_BUTTON (button));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    luotain_choice_button_add_choice (LUOTAIN_CHOICE_BUTTON (button),
                                      luotain_coverage_status_key (choices[i]),
                                      luotain_coverage_status_label (choices[i]));
  luotain_choice_button_end_choices (LUOTAIN_CHOICE_BUTTON (button));
  g_object_set_data_full (G_OBJECT (button), "entry", g_memdup2 (&entry, sizeof entry), g_free);
  g_signal_connect_object (button, "chosen", G_CALLBACK (part_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (part), label);
  gtk_box_append (GTK_BOX (part), button);
  return part;
}

/* Made anew only for another row: the focus may be in them. */
static void
show_parts (LuotainCoverageEditor *self, const LuotainCoverageSheet *sheet, const LuotainCoverageRow *row,
            const LuotainCoverageView *view, gboolean same)
{
  GtkWidget *child;

  while (!same && (child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);

  for (guint i = 0; !same && i < row->entries->len; i++)
    {
      const LuotainCoverageEntry *entry = &g_array_index (row->entries, LuotainCoverageEntry, i);
      const LuotainRobustnessColumn *column = sheet->matrix->columns->pdata[entry->column];

      gtk_box_append (self->parts,
                      part_new (self, column->title != NULL ? column->title : "–", entry->entry));
    }

  child = gtk_widget_get_first_child (GTK_WIDGET (self->parts));
  for (guint i = 0; child != NULL && i < view->parts->len; i++, child = gtk_widget_get_next_sibling (child))
    {
      const LuotainCoveragePart *part = &g_array_index (view->parts, LuotainCoveragePart, i);

      luotain_choice_button_set_chosen (LUOTAIN_CHOICE_BUTTON (gtk_widget_get_last_child (child)),
                                        luotain_coverage_status_key (part->status),
                                        luotain_coverage_status_label (part->status));
    }

  gtk_widget_set_visible (self->apart, row->entries->len > 1);
  if (view->differs && !same)
    gtk_expander_set_expanded (GTK_EXPANDER (self->apart), TRUE);
}

static void
bind (LuotainCoverageEditor *self, gint64 organisation, gint64 entry)
{
  GtkWidget *const fields[] = { self->decision, self->carrier, self->due_on, self->note };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      /* Never an entry without its organisation: it has no such field. */
      if (organisation != self->organisation)
        g_object_set (fields[i], "record-id", (gint64) 0, NULL);
      luotain_text_field_set_organisation (LUOTAIN_TEXT_FIELD (fields[i]), organisation);
      g_object_set (fields[i], "record-id", entry, NULL);
    }

  self->organisation = organisation;
  self->entry = entry;
}

static gboolean
is_same (LuotainCoverageEditor *self, const LuotainCoverageRow *row, gint64 organisation)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return self->organisation == organisation && n == row->entries->len
         && self->entry == g_array_index (row->entries, LuotainCoverageEntry, 0).entry;
}

gboolean
luotain_coverage_editor_show (LuotainCoverageEditor *self, const LuotainCoverageSheet *sheet,
                              const LuotainCoverageRow *row, guint organisation)
{
  const LuotainCoverageOrganisation *whose;
  const LuotainCoverageView *view;
  g_autofree char *facts = NULL;
  g_autofree char *text = NULL;
  gboolean same;

  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_EDITOR (self), FALSE);

  if (sheet == NULL || row == NULL || organisation >= sheet->organisations->len)
    {
      bind (self, 0, 0);
      return FALSE;
    }

  whose = sheet->organisations->pdata[organisation];
  view = row->views->pdata[organisation];
  facts = luotain_coverage_dup_facts (row, luotain_context_get_words (self->context));
  text = g_strdup_printf ("%s %s", luotain_coverage_sign (row), facts);
  same = is_same (self, row, whose->id);
  bind (self, whose->id, g_array_index (row->entries, LuotainCoverageEntry, 0).entry);
  gtk_label_set_text (self->title, row->title != NULL ? row->title : "–");
  gtk_label_set_text (self->facts, text);
  gtk_label_set_text (self->whose, whose->title != NULL ? whose->title : "–");
  gtk_widget_set_visible (self->overdue, view->overdue);
  luotain_coverage_chooser_set_status (self->status, view->status);
  luotain_coverage_units_show (self->units, whose, self->entry, view);
  show_parts (self, sheet, row, view, same);
  return TRUE;
}

static void
close_cb (LuotainCoverageEditor *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  close_cb (LUOTAIN_COVERAGE_EDITOR (widget));
  return TRUE;
}

static gboolean
luotain_coverage_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_COVERAGE_EDITOR (widget)->status));
}

static void
luotain_coverage_editor_dispose (GObject *object)
{
  LuotainCoverageEditor *self = LUOTAIN_COVERAGE_EDITOR (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_COVERAGE_EDITOR);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_coverage_editor_parent_class)->dispose (object);
}

static void
luotain_coverage_editor_class_init (LuotainCoverageEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_coverage_editor_dispose;
  widget_class->grab_focus = luotain_coverage_editor_grab_focus;
  widget_class->focus = luotain_focus_children;

  signals[CLOSED] = g_signal_new ("closed", LUOTAIN_TYPE_COVERAGE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (LUOTAIN_TYPE_COVERAGE_CHOOSER);
  g_type_ensure (LUOTAIN_TYPE_COVERAGE_UNITS);
  g_type_ensure (LUOTAIN_TYPE_DATE_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_TEXT_AREA);
  g_type_ensure (LUOTAIN_TYPE_TEXT_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-coverage-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, facts);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, whose);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, overdue);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, status);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, units);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, decision);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, carrier);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, due_on);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, note);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, apart);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageEditor, parts);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_chosen_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_coverage_editor_init (LuotainCoverageEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
