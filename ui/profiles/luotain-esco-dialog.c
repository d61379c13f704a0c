#include "config.h"

#include "luotain-esco-dialog.h"

#include "luotain-esco-package.h"
#include "luotain-esco.h"
#include "luotain-language.h"
#include "luotain-outcome-row.h"

#include <glib/gi18n.h>

/* What the thread works on; it outlives the window. */
typedef struct
{
  LuotainEscoImport import;
  char *path;
  char *catalogue;
} Work;

struct _LuotainEscoDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable;
  GTask *task; /* running, or NULL */
  guint progress_source;

  GtkStack *stack;
  GtkButton *close;
  GtkButton *choose;
  GtkProgressBar *progress;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *notes;
  AdwPreferencesGroup *faults;
};

G_DEFINE_FINAL_TYPE (LuotainEscoDialog, luotain_esco_dialog, ADW_TYPE_WINDOW)

static void
work_free (gpointer data)
{
  Work *self = data;

  luotain_esco_import_clear (&self->import);
  g_free (self->path);
  g_free (self->catalogue);
  g_free (self);
}

static void
add_count (LuotainEscoDialog *self, const char *title, guint count)
{
  g_autofree char *number = luotain_language_format_count (luotain_language_of_locale (), count);

  luotain_outcome_row_add (self->counts, title, NULL, number);
}

static void
show_done (LuotainEscoDialog *self, const LuotainEscoImport *import)
{
  g_autofree char *languages = g_strjoinv (", ", import->languages);

  luotain_outcome_row_add (self->counts, _ ("Version"), NULL,
                           import->found_version != NULL ? import->found_version : _ ("not named"));
  luotain_outcome_row_add (self->counts, _ ("Languages"), NULL, languages);
  add_count (self, _ ("Skills"), import->n_skills);
  add_count (self, _ ("Skill Groups"), import->n_groups);
  luotain_outcome_row_add_texts (self->notes, import->notes);
  gtk_widget_set_visible (GTK_WIDGET (self->choose), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
show_faults (LuotainEscoDialog *self, const GError *error)
{
  luotain_outcome_row_add_faults (self->faults, error);
  gtk_stack_set_visible_child_name (self->stack, "faults");
}

/* ---- reading ---- */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (luotain_esco_import_run (&work->import, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
progress_cb (gpointer user_data)
{
  LuotainEscoDialog *self = LUOTAIN_ESCO_DIALOG (user_data);
  Work *work = g_task_get_task_data (self->task);

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&work->import.permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
stop_progress (LuotainEscoDialog *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LuotainEscoDialog *self = LUOTAIN_ESCO_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (self->stack == NULL)
    return;

  stop_progress (self);
  gtk_button_set_label (self->close, _ ("_Close"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose), TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_done (self, &work->import);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_faults (self, error);
}

void
luotain_esco_dialog_read (LuotainEscoDialog *self, const char *path)
{
  Work *work;

  g_return_if_fail (LUOTAIN_IS_ESCO_DIALOG (self));

  if (self->task != NULL)
    return;

  work = g_new0 (Work, 1);
  work->path = g_strdup (path);
  work->catalogue = luotain_esco_dup_path ();
  work->import.path = work->path;
  work->import.catalogue = work->catalogue;
  self->task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (self->task, work, work_free);
  self->progress_source = g_timeout_add (100, progress_cb, self);
  gtk_button_set_label (self->close, _ ("_Cancel"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_task_run_in_thread (self->task, read_thread);
}

static void
chosen_cb (LuotainEscoDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) folder = response == GTK_RESPONSE_ACCEPT
                                 ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                                 : NULL;

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    luotain_esco_dialog_read (self, g_file_peek_path (folder));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_cb (LuotainEscoDialog *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Choose the Folder of the Package"),
                                                              GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              _ ("_Import"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
luotain_esco_dialog_dispose (GObject *object)
{
  LuotainEscoDialog *self = LUOTAIN_ESCO_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  stop_progress (self);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUOTAIN_TYPE_ESCO_DIALOG);

  G_OBJECT_CLASS (luotain_esco_dialog_parent_class)->dispose (object);
}

/* A window that is closed while it reads gives up reading; the old catalogue stays. */
static gboolean
luotain_esco_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (LUOTAIN_ESCO_DIALOG (window)->cancellable);
  g_clear_handle_id (&LUOTAIN_ESCO_DIALOG (window)->progress_source, g_source_remove);

  return GTK_WINDOW_CLASS (luotain_esco_dialog_parent_class)->close_request (window);
}

static void
luotain_esco_dialog_class_init (LuotainEscoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_esco_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = luotain_esco_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-esco-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoDialog, close);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoDialog, faults);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
luotain_esco_dialog_init (LuotainEscoDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
luotain_esco_dialog_present (GtkWidget *widget)
{
  GtkWidget *dialog = g_object_new (LUOTAIN_TYPE_ESCO_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}
