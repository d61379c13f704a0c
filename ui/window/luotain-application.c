#include "config.h"

#include "luotain-about.h"
#include "luotain-application.h"
#include "luotain-example.h"
#include "luotain-help-window.h"
#include "luotain-names.h"
#include "luotain-new-dialog.h"
#include "luotain-preferences.h"
#include "luotain-settings.h"
#include "luotain-window.h"

#include <glib/gi18n.h>

struct _LuotainApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (LuotainApplication, luotain_application, ADW_TYPE_APPLICATION)

static LuotainWindow *
find_window (LuotainApplication *self, GFile *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      GFile *shown = LUOTAIN_IS_WINDOW (item->data) ? luotain_window_get_file (item->data) : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return item->data;
    }
  return NULL;
}

/* A window that only shows the start page or a trouble makes room for a workbook. */
static LuotainWindow *
free_window (LuotainApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (active != NULL && !LUOTAIN_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);
  if (active != NULL && luotain_window_get_context (LUOTAIN_WINDOW (active)) == NULL)
    return LUOTAIN_WINDOW (active);
  return luotain_window_new (GTK_APPLICATION (self));
}

void
luotain_application_open_workbook (LuotainApplication *self, GFile *file)
{
  LuotainWindow *window;

  g_return_if_fail (LUOTAIN_IS_APPLICATION (self));

  window = find_window (self, file);
  if (window == NULL || luotain_window_get_context (window) == NULL)
    {
      if (window == NULL)
        window = free_window (self);
      luotain_window_open (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
luotain_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active == NULL)
    {
      active = GTK_WINDOW (luotain_window_new (GTK_APPLICATION (application)));
      luotain_window_show_start (LUOTAIN_WINDOW (active));
    }
  gtk_window_present (active);
}

static void
luotain_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    luotain_application_open_workbook (LUOTAIN_APPLICATION (application), files[i]);
}

static GtkWindow *
active_window (gpointer user_data)
{
  return gtk_application_get_active_window (GTK_APPLICATION (user_data));
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  luotain_new_dialog_present (LUOTAIN_APPLICATION (user_data), active_window (user_data), NULL);
}

static void
open_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      luotain_application_open_workbook (LUOTAIN_APPLICATION (user_data), file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open a Workbook"), active_window (user_data), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  g_autoptr (GtkFileFilter) workbooks = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (workbooks, _ ("Workbooks"));
  gtk_file_filter_add_suffix (workbooks, "luotain");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), workbooks);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_chosen_cb), user_data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  luotain_application_open_workbook (LUOTAIN_APPLICATION (user_data), file);
}

static void
example_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  luotain_example_open (LUOTAIN_APPLICATION (user_data));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  luotain_preferences_present (active_window (user_data), LUOTAIN_APPLICATION (user_data)->settings);
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  luotain_help_window_present (active_window (user_data));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  luotain_about_present (active_window (user_data));
}

/* Each window saves and closes; the last one ends the program. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *item = windows; item != NULL; item = item->next)
    if (LUOTAIN_IS_WINDOW (item->data))
      gtk_window_close (item->data);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_action },
  { .name = "open", .activate = open_action },
  { .name = "open-recent", .activate = open_recent_action, .parameter_type = "s" },
  { .name = "example", .activate = example_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "help", .activate = help_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.new", { "<Control><Shift>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.help", { "F1" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.add-finding", { "<Control>n" } },
  { "win.search", { "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.saved", { "<Control>s" } },
  { "win.export", { "<Control>e" } },
  { "win.import", { "<Control>i" } },
  { "win.sidebar", { "F8" } },
  { "win.why", { "F9" } },
  { "win.room", { "F11" } },
  { "win.shortcuts", { "<Control>question" } },
};

static void
luotain_application_startup (GApplication *application)
{
  LuotainApplication *self = LUOTAIN_APPLICATION (application);

  G_APPLICATION_CLASS (luotain_application_parent_class)->startup (application);

  luotain_names_install ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           (const char *const *) shortcuts[i].keys);
  for (int i = 1; i <= 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page(%d)", i);
      g_autofree char *key = g_strdup_printf ("<Control>%d", i);

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, (const char *[]){ key, NULL });
    }

  self->settings = luotain_settings_new ();
  luotain_preferences_apply (self->settings);
}

static void
luotain_application_dispose (GObject *object)
{
  g_clear_object (&LUOTAIN_APPLICATION (object)->settings);

  G_OBJECT_CLASS (luotain_application_parent_class)->dispose (object);
}

static int
luotain_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return G_APPLICATION_CLASS (luotain_application_parent_class)
        ->handle_local_options (application, options);

  g_print ("luotain %s\n", PACKAGE_VERSION);
  return 0;
}

static void
luotain_application_class_init (LuotainApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_application_dispose;
  application_class->startup = luotain_application_startup;
  application_class->activate = luotain_application_activate;
  application_class->open = luotain_application_open;
  application_class->handle_local_options = luotain_application_handle_local_options;
}

static void
luotain_application_init (LuotainApplication *self)
{
  const GOptionEntry entries[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

GApplication *
luotain_application_new (void)
{
  return g_object_new (LUOTAIN_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
