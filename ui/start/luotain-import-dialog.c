#include "config.h"

#include "luotain-import-dialog.h"
#include "luotain-import.h"
#include "luotain-language.h"
#include "luotain-outcome-row.h"
#include "luotain-peruste-import.h"
#include "luotain-scw-file.h"

#include <glib/gi18n.h>

/* Beyond these, a count says more than a list. */
#define MOST_ROWS 200

struct _LuotainImportDialog
{
  AdwWindow parent_instance;

  LuotainContext *context;
  GListModel *files;
  GCancellable *cancellable;
  guint progress_source;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkButton *import_button;
  GtkProgressBar *progress;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *records;
  AdwPreferencesGroup *warnings;
  AdwPreferencesGroup *faults;
};

G_DEFINE_FINAL_TYPE (LuotainImportDialog, luotain_import_dialog, ADW_TYPE_WINDOW)

/* An import runs once: one to look, another to do. */
static LuotainImport *
import_new (LuotainImportDialog *self)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);

  for (guint i = 0; i < g_list_model_get_n_items (self->files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (self->files, i);
      g_autofree char *name = g_file_get_basename (file);
      LuotainInput *input = luotain_input_new (file);

      luotain_input_set_name (input, name);
      g_ptr_array_add (inputs, input);
    }
  return luotain_import_new (g_steal_pointer (&inputs));
}

/* What is to be done, and with what. */
typedef struct
{
  LuotainJob run;
  gpointer data;
  GDestroyNotify free_data;
} ImportJob;

/* A qualification of ePerusteet and a model of ScenarioWizard, or a matrix, come alone; all else comes together. */
static ImportJob
make_job (LuotainImportDialog *self)
{
  static const struct
  {
    const char *suffix;
    LuotainJob run;
  } alone[] = {
    { ".json", luotain_peruste_import_file_run },
    { ".scw", luotain_scw_file_import_run },
    { ".csv", luotain_scw_file_import_run },
  };
  g_autoptr (GFile) file = g_list_model_get_item (self->files, 0);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup ("");
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (alone) && g_list_model_get_n_items (self->files) == 1; i++)
    if (g_str_has_suffix (small, alone[i].suffix))
      return (ImportJob){ alone[i].run, g_steal_pointer (&file), g_object_unref };

  return (ImportJob){ luotain_import_run, import_new (self), (GDestroyNotify) luotain_import_free };
}

static void
add_count (LuotainImportDialog *self, const char *title, gint64 count)
{
  g_autofree char *number = luotain_language_format_count (luotain_language_of_locale (), (guint64) count);

  if (count > 0)
    luotain_outcome_row_add (self->counts, title, NULL, number);
}

static const char *
outcome_title (LuotainMergeOutcome outcome)
{
  switch (outcome)
    {
    case LUOTAIN_MERGE_ADDED:
      return _ ("added");
    case LUOTAIN_MERGE_CHANGED:
      return _ ("changed");
    default:
      return _ ("newer here, left");
    }
}

static void
show_records (LuotainImportDialog *self, const LuotainImportSummary *summary)
{
  g_autofree char *description = NULL;
  g_autofree char *n_shown = NULL;
  g_autofree char *n_all = NULL;
  guint shown = MIN (summary->entries->len, MOST_ROWS);

  for (guint i = 0; i < shown; i++)
    {
      const LuotainImportEntry *entry = summary->entries->pdata[i];

      luotain_outcome_row_add (self->records, entry->title != NULL ? entry->title : "–",
                               _ (entry->type->label), outcome_title (entry->outcome));
    }
  /* Translators: how many records of how many are listed. */
  n_shown = luotain_language_format_count (luotain_language_of_locale (), shown);
  n_all = luotain_language_format_count (luotain_language_of_locale (), summary->n_entries);
  description = g_strdup_printf (_ ("%s of %s"), n_shown, n_all);
  adw_preferences_group_set_description (self->records, shown < summary->n_entries ? description : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->records), shown > 0);
}

static void
show_summary (LuotainImportDialog *self, const LuotainImportSummary *summary)
{
  const LuotainImportCount total = luotain_import_summary_total (summary);
  gboolean nothing = total.added + total.changed == 0 && summary->n_links == 0;

  add_count (self, _ ("Records added"), total.added);
  add_count (self, _ ("Records changed"), total.changed);
  add_count (self, _ ("Links added"), summary->n_links);
  add_count (self, _ ("Records left as they are"), total.left);
  add_count (self, _ ("Records left because they are newer here"), total.newer);
  show_records (self, summary);
  luotain_outcome_row_add_texts (self->warnings, summary->warnings);

  gtk_stack_set_visible_child_name (self->stack, nothing ? "nothing" : "preview");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), !nothing);
  if (!nothing)
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static void
show_faults (LuotainImportDialog *self, const GError *error)
{
  luotain_outcome_row_add_faults (self->faults, error);
  gtk_stack_set_visible_child_name (self->stack, "faults");
}

static void
stop_progress (LuotainImportDialog *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
}

static gboolean
progress_cb (gpointer user_data)
{
  LuotainImportDialog *self = LUOTAIN_IMPORT_DIALOG (user_data);
  double done = luotain_store_get_progress (luotain_context_get_store (self->context));

  if (done < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, done);
  return G_SOURCE_CONTINUE;
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer summary = NULL;
  gboolean tried = luotain_history_try_finish (LUOTAIN_HISTORY (source), result, &summary, &error);

  if (self->stack != NULL)
    {
      stop_progress (self);
      if (tried)
        show_summary (self, summary);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_faults (self, error);
    }
  g_clear_pointer ((LuotainImportSummary **) &summary, luotain_import_summary_free);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer value = NULL;

  if (luotain_history_do_finish (LUOTAIN_HISTORY (source), result, &value, &error))
    {
      LuotainImportSummary *summary = value;
      const LuotainImportCount total = luotain_import_summary_total (summary);
      g_autofree char *text = g_strdup_printf (
          /* Translators: how many records an import added and changed. */
          _ ("Imported: %u added, %u changed"), total.added, total.changed);

      if (self->context != NULL)
        luotain_context_toast (self->context, text, TRUE);
      luotain_import_summary_free (summary);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (self->stack != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      stop_progress (self);
      show_faults (self, error);
    }
}

static void
show_reading (LuotainImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  self->progress_source = g_timeout_add (100, progress_cb, self);
}

static void
import_cb (LuotainImportDialog *self)
{
  const ImportJob job = make_job (self);

  show_reading (self);
  luotain_history_do_async (luotain_context_get_history (self->context), N_ ("Import"), job.run, job.data,
                            job.free_data, (GDestroyNotify) luotain_import_summary_free, self->cancellable,
                            done_cb, g_object_ref (self));
}

static void
luotain_import_dialog_dispose (GObject *object)
{
  LuotainImportDialog *self = LUOTAIN_IMPORT_DIALOG (object);

  stop_progress (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->files);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUOTAIN_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (luotain_import_dialog_parent_class)->dispose (object);
}

static void
luotain_import_dialog_class_init (LuotainImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LuotainImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, LuotainImportDialog, records);
  gtk_widget_class_bind_template_child (widget_class, LuotainImportDialog, warnings);
  gtk_widget_class_bind_template_child (widget_class, LuotainImportDialog, faults);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
luotain_import_dialog_init (LuotainImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_import_dialog_new (LuotainContext *context, GListModel *files)
{
  LuotainImportDialog *self = g_object_new (LUOTAIN_TYPE_IMPORT_DIALOG, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  ImportJob job;

  self->context = g_object_ref (context);
  self->files = g_object_ref (files);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = g_file_get_basename (file);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  adw_window_title_set_subtitle (self->title, names->str);

  show_reading (self);
  job = make_job (self);
  luotain_history_try_async (luotain_context_get_history (context), job.run, job.data, job.free_data,
                             (GDestroyNotify) luotain_import_summary_free, self->cancellable, tried_cb,
                             g_object_ref (self));
  return GTK_WIDGET (self);
}
