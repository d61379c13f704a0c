#include "config.h"

#include "luotain-coverage-filter.h"

#include "luotain-choices.h"
#include "luotain-coverage-words.h"
#include "luotain-template.h"
#include "luotain-text.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

#define OVERDUE "overdue"

struct _LuotainCoverageFilter
{
  GtkWidget parent_instance;

  LuotainContext *context;
  char *needle; /* (nullable): what is looked for, folded */

  GtkWidget *text;
  GtkLabel *count;
  LuotainChoiceButton *status;
  LuotainChoiceButton *level;
  LuotainChoiceButton *group;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (LuotainCoverageFilter, luotain_coverage_filter, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_status (const LuotainCoverageRow *row, const char *wanted)
{
  for (guint i = 0; i < row->views->len; i++)
    {
      const LuotainCoverageView *view = row->views->pdata[i];

      if (g_str_equal (wanted, OVERDUE) ? view->overdue
                                        : g_str_equal (wanted, luotain_coverage_status_key (view->status)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_text (const LuotainCoverageRow *row, const char *needle)
{
  if (luotain_text_contains (row->title, needle))
    return TRUE;

  for (guint i = 0; i < row->views->len; i++)
    {
      const LuotainCoverageView *view = row->views->pdata[i];
      g_autofree char *work = luotain_coverage_dup_work (view);

      if (luotain_text_contains (work, needle) || luotain_text_contains (view->decision, needle)
          || luotain_text_contains (view->note, needle))
        return TRUE;
    }

  return FALSE;
}

gboolean
luotain_coverage_filter_matches (LuotainCoverageFilter *self, const LuotainCoverageRow *row)
{
  const char *status, *level, *group;

  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_FILTER (self), FALSE);

  status = luotain_choice_button_get_chosen (self->status);
  level = luotain_choice_button_get_chosen (self->level);
  group = luotain_choice_button_get_chosen (self->group);
  return (level == NULL || luotain_choices_get_id (level) == row->level)
         && (group == NULL || g_strcmp0 (group, row->group) == 0)
         && (status == NULL || has_status (row, status))
         && (self->needle == NULL || has_text (row, self->needle));
}

void
luotain_coverage_filter_set_sheet (LuotainCoverageFilter *self, const LuotainCoverageSheet *sheet)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_FILTER (self));

  luotain_choice_button_begin_choices (self->level);
  for (guint i = 0; i < sheet->matrix->levels->len; i++)
    {
      const LuotainLevel *level = sheet->matrix->levels->pdata[i];

      luotain_choices_add (self->level, level->id, level->title);
    }
  luotain_choice_button_end_choices (self->level);
}

static void
words_cb (LuotainCoverageFilter *self)
{
  luotain_choices_offer_words (self->group, self->context, "competence-group");
}

static void
fill_status (LuotainCoverageFilter *self)
{
  luotain_choice_button_begin_choices (self->status);
  for (LuotainCoverageStatus status = 0; status < LUOTAIN_N_COVERAGES; status++)
    luotain_choice_button_add_choice (self->status, luotain_coverage_status_key (status),
                                      luotain_coverage_status_label (status));
  luotain_choice_button_add_choice (self->status, OVERDUE, _ ("Overdue"));
  luotain_choice_button_end_choices (self->status);
}

void
luotain_coverage_filter_set_context (LuotainCoverageFilter *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_FILTER (self));

  g_set_object (&self->context, context);
  g_signal_connect_object (context, "notify::words", G_CALLBACK (words_cb), self, G_CONNECT_SWAPPED);
  words_cb (self);
  fill_status (self);
}

static void
changed_cb (LuotainCoverageFilter *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = luotain_text_fold (text);
  gtk_widget_set_visible (self->clear, self->needle != NULL
                                           || luotain_choice_button_get_chosen (self->status) != NULL
                                           || luotain_choice_button_get_chosen (self->level) != NULL
                                           || luotain_choice_button_get_chosen (self->group) != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
luotain_coverage_filter_clear (LuotainCoverageFilter *self)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_FILTER (self));

  luotain_choice_button_set_chosen (self->status, NULL, NULL);
  luotain_choice_button_set_chosen (self->level, NULL, NULL);
  luotain_choice_button_set_chosen (self->group, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  changed_cb (self);
}

void
luotain_coverage_filter_show_count (LuotainCoverageFilter *self, guint n_shown, guint n_rows)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LUOTAIN_IS_COVERAGE_FILTER (self));

  /* Translators: so many rows are shown of so many. */
  text = g_strdup_printf (_ ("%u of %u"), n_shown, n_rows);
  gtk_label_set_text (self->count, text);
}

void
luotain_coverage_filter_search (LuotainCoverageFilter *self)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_FILTER (self));

  gtk_widget_grab_focus (self->text);
}

static void
luotain_coverage_filter_dispose (GObject *object)
{
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_COVERAGE_FILTER);
  g_clear_object (&LUOTAIN_COVERAGE_FILTER (object)->context);

  G_OBJECT_CLASS (luotain_coverage_filter_parent_class)->dispose (object);
}

static void
luotain_coverage_filter_finalize (GObject *object)
{
  g_free (LUOTAIN_COVERAGE_FILTER (object)->needle);

  G_OBJECT_CLASS (luotain_coverage_filter_parent_class)->finalize (object);
}

static void
luotain_coverage_filter_class_init (LuotainCoverageFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_coverage_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_coverage_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", LUOTAIN_TYPE_COVERAGE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  g_type_ensure (LUOTAIN_TYPE_CHOICE_BUTTON);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-coverage-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageFilter, text);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageFilter, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageFilter, status);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageFilter, level);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageFilter, group);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoverageFilter, clear);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, luotain_coverage_filter_clear);
}

static void
luotain_coverage_filter_init (LuotainCoverageFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
