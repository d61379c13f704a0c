#include "config.h"

#include "luotain-archive-choice.h"
#include "luotain-template.h"

#include <glib/gi18n.h>

struct _LuotainArchiveChoice
{
  AdwBin parent_instance;

  LuotainContext *context;
  GFile *folder; /* (nullable) */

  GtkPopover *popover;
  GtkCheckButton *zip_button;
  GtkCheckButton *without_button;
};

G_DEFINE_FINAL_TYPE (LuotainArchiveChoice, luotain_archive_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
response_cb (LuotainArchiveChoice *self, int response, GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, target, gtk_check_button_get_active (self->zip_button),
                     gtk_check_button_get_active (self->without_button));
    }
  g_object_unref (dialog);
}

/* The workbook's own name and the day, on the shelf. */
static void
suggest_target (LuotainArchiveChoice *self, GtkFileChooser *chooser)
{
  GFile *workbook = luotain_store_get_file (luotain_context_get_store (self->context));
  g_autoptr (GFile) folder = self->folder != NULL ? g_object_ref (self->folder)
                                                  : g_file_get_parent (workbook);
  g_autofree char *base = g_file_get_basename (workbook);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = NULL;
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  name = g_strdup_printf ("%s-%s%s", base, day, gtk_check_button_get_active (self->zip_button) ? ".zip" : "");
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
}

static void
choose_cb (LuotainArchiveChoice *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Archive This Workbook"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Archive"), _ ("_Cancel"));

  gtk_popover_popdown (self->popover);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  suggest_target (self, GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
luotain_archive_choice_set_context (LuotainArchiveChoice *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_ARCHIVE_CHOICE (self));

  g_set_object (&self->context, context);
}

void
luotain_archive_choice_set_folder (LuotainArchiveChoice *self, GFile *folder)
{
  g_return_if_fail (LUOTAIN_IS_ARCHIVE_CHOICE (self));

  g_set_object (&self->folder, folder);
}

static void
luotain_archive_choice_dispose (GObject *object)
{
  LuotainArchiveChoice *self = LUOTAIN_ARCHIVE_CHOICE (object);

  g_clear_object (&self->context);
  g_clear_object (&self->folder);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_ARCHIVE_CHOICE);
  G_OBJECT_CLASS (luotain_archive_choice_parent_class)->dispose (object);
}

static void
luotain_archive_choice_class_init (LuotainArchiveChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_archive_choice_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", LUOTAIN_TYPE_ARCHIVE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 3, G_TYPE_FILE, G_TYPE_BOOLEAN,
                                         G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-archive-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainArchiveChoice, popover);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchiveChoice, zip_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchiveChoice, without_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
luotain_archive_choice_init (LuotainArchiveChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
