#include "config.h"

#include "luotain-ui-test.h"

#include "luotain-application.h"
#include "luotain-import.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

/* A sanitizer on a busy machine takes its time. */
#define MOST_SECONDS 60

void
luotain_ui_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);

  /* gtk_test_init() leaves the locale “C”, in which nothing is translated. */
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LUOTAIN_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  adw_init ();
}

void
luotain_ui_test_wait (gboolean (*holds) (gpointer data), gpointer data)
{
  const gint64 end = g_get_monotonic_time () + MOST_SECONDS * G_TIME_SPAN_SECOND;

  while (!holds (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GPtrArray *inputs, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("LUOTAIN_DATA_DIR"), name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  g_assert_no_error (error);
  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (entry, ".xml"))
        g_ptr_array_add (names, g_build_filename (path, entry, NULL));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_ptr_array_index (names, i));

      g_ptr_array_add (inputs, luotain_input_new (file));
    }
}

static void
make_workbook (GFile *file, LuotainUiTestContent content)
{
  g_autoptr (GError) error = NULL;

  if (content == LUOTAIN_UI_TEST_MARITIME)
    {
      GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
      g_autoptr (LuotainImport) import = NULL;

      add_folder (inputs, "scenarios");
      add_folder (inputs, "profiles");
      import = luotain_import_new (inputs);
      luotain_store_create (file, &luotain_workbook_model, luotain_import_seed, import, &error);
    }
  else
    luotain_store_create (file, &luotain_workbook_model, luotain_workbook_seed, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_context (gpointer data)
{
  LuotainUiTest *self = data;

  self->context = luotain_window_get_context (self->window);
  return self->context != NULL;
}

/* A process can stand on the bus as one application only, so all its tests share it. */
static GtkApplication *
get_application (void)
{
  static GtkApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = GTK_APPLICATION (luotain_application_new ());
      g_application_set_flags (G_APPLICATION (application),
                               g_application_get_flags (G_APPLICATION (application))
                                   | G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return application;
}

LuotainUiTest *
luotain_ui_test_new (LuotainUiTestContent content)
{
  LuotainUiTest *self = g_new0 (LuotainUiTest, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("luotain-ui-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "Meriklusteri.luotain", NULL);
  self->file = g_file_new_for_path (path);
  make_workbook (self->file, content);

  self->application = get_application ();
  self->window = g_object_ref (luotain_window_new (self->application));
  gtk_window_present (GTK_WINDOW (self->window));
  luotain_window_open (self->window, self->file);
  luotain_ui_test_wait (has_context, self);
  luotain_ui_test_settle (self);
  return self;
}

static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}

void
luotain_ui_test_free (LuotainUiTest *self)
{
  luotain_ui_test_settle (self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  luotain_ui_test_wait (is_alone, self->window);
  g_assert_finalize_object (self->window);
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
  g_object_unref (self->file);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

static gboolean
do_nothing (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return TRUE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  luotain_store_read_finish (LUOTAIN_STORE (source), result, NULL, NULL);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (LuotainUiTest *self)
{
  g_autoptr (GdkFrameClock) clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  luotain_ui_test_wait (is_true, &painted);
  if (g_signal_handler_is_connected (clock, handler))
    g_signal_handler_disconnect (clock, handler);
}

/* What was asked first may ask for more when it is answered: three rounds have been enough for every page. */
void
luotain_ui_test_settle (LuotainUiTest *self)
{
  for (guint i = 0; i < 3; i++)
    {
      gboolean answered = FALSE;

      luotain_store_read_async (luotain_context_get_store (self->context), do_nothing, NULL, NULL, NULL, NULL,
                                answered_cb, &answered);
      luotain_ui_test_wait (is_true, &answered);
      wait_for_frame (self);
    }
}

GtkWidget *
luotain_ui_test_show (LuotainUiTest *self, const char *page)
{
  GtkWidget *widget = luotain_window_show_page (self->window, page);

  luotain_ui_test_settle (self);
  return widget;
}

/* The first widget that is what is looked for, itself among those below. */
static GtkWidget *
find (GtkWidget *root, gboolean (*is_it) (GtkWidget *widget, gconstpointer what), gconstpointer what)
{
  GtkWidget *found = is_it (root, what) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, is_it, what);
  return found;
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

GtkWidget *
luotain_ui_test_find (GtkWidget *root, GType type)
{
  return find (root, is_a, &type);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

GtkWidget *
luotain_ui_test_find_button (GtkWidget *root, const char *label)
{
  return find (root, is_button, label);
}

static gboolean
names_action (GtkWidget *widget, gconstpointer action)
{
  return GTK_IS_ACTIONABLE (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

GtkWidget *
luotain_ui_test_find_action (GtkWidget *root, const char *action)
{
  return find (root, names_action, action);
}

GtkEventController *
luotain_ui_test_find_motion (GtkWidget *widget, GtkPropagationPhase phase)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkEventController *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller)
          && gtk_event_controller_get_propagation_phase (controller) == phase)
        found = controller;
    }
  return found;
}

gboolean
luotain_ui_test_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

gpointer
luotain_ui_test_do (LuotainUiTest *self, LuotainJob job, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  luotain_history_do (luotain_context_get_history (self->context), "Prepare", job, data, &result, &error);
  g_assert_no_error (error);
  luotain_ui_test_settle (self);
  return result;
}

gpointer
luotain_ui_test_ask (LuotainUiTest *self, LuotainJob job, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  luotain_store_read (luotain_context_get_store (self->context), job, data, &result, &error);
  g_assert_no_error (error);
  return result;
}

static gboolean
count (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, data, 0, error);

  *result = GUINT_TO_POINTER (ids != NULL ? ids->len : 0);
  return ids != NULL;
}

guint
luotain_ui_test_count (LuotainUiTest *self, const LuotainRecordType *type)
{
  return GPOINTER_TO_UINT (luotain_ui_test_ask (self, count, (gpointer) type));
}

void
luotain_ui_test_undo (LuotainUiTest *self)
{
  g_autoptr (GError) error = NULL;

  luotain_history_undo (luotain_context_get_history (self->context), NULL, &error);
  g_assert_no_error (error);
  luotain_ui_test_settle (self);
}

static gboolean
find_first (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRecordType *type = luotain_model_type (&luotain_workbook_model, data);
  g_autoptr (GArray) ids = luotain_record_ids (db, type, 0, error);

  if (ids == NULL)
    return FALSE;

  *result = g_memdup2 (&(gint64){ ids->len > 0 ? g_array_index (ids, gint64, 0) : 0 }, sizeof (gint64));
  return TRUE;
}

gint64
luotain_ui_test_first (LuotainUiTest *self, const char *type)
{
  g_autofree gint64 *id = luotain_ui_test_ask (self, find_first, (gpointer) type);

  return *id;
}

/* There is no getter in GTK 4.8; but a check that fails says what it found. */
char *
luotain_ui_test_dup_label (GtkWidget *widget)
{
  g_autofree char *found = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;

  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
  return found != NULL && *found != '\0' ? g_steal_pointer (&found) : NULL;
}

void
luotain_ui_test_picture (LuotainUiTest *self, const char *name)
{
  const char *folder = g_getenv ("LUOTAIN_PICTURES");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  paintable = gtk_widget_paintable_new (GTK_WIDGET (self->window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node, NULL);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  gdk_texture_save_to_png (texture, path);
}
