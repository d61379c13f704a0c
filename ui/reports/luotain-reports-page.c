#include "config.h"

#include "luotain-named-row.h"
#include "luotain-report-contents.h"
#include "luotain-report-export.h"
#include "luotain-report-line.h"
#include "luotain-report-outline.h"
#include "luotain-report-preview.h"
#include "luotain-report-scope.h"
#include "luotain-reports-page.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"

#include <glib/gi18n.h>

/* How often the progress line moves, in milliseconds. */
#define PROGRESS_INTERVAL 100

struct _LuotainReportsPage
{
  AdwBin parent_instance;

  LuotainContext *context;
  LuotainReportScope *scope;
  LuotainReportContents *contents;
  LuotainReportPreview *preview;
  GCancellable *outlining;
  GCancellable *exporting; /* (nullable): while an export is on its way */
  GFile *exported; /* (nullable): where to, the last time */
  guint progress_source;
  gboolean outdated;

  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  AdwBin *parts_place;
  AdwBin *contents_place;
  AdwBin *preview_place;
  GtkDropDown *formats;
  GtkLabel *description;
  GtkStack *stack;
  GtkListView *outline;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  GtkRevealer *result_revealer;
  GtkLabel *result_label;
};

static void page_iface_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainReportsPage, luotain_reports_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_iface_init))

enum
{
  PROP_CONTEXT = 1
};

static const LuotainExportFormat *
get_format (LuotainReportsPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->formats);
  guint n_formats;
  const LuotainExportFormat *formats = luotain_export_formats (&n_formats);

  return &formats[selected < n_formats ? selected : 0];
}

void
luotain_reports_page_set_format (LuotainReportsPage *self, const char *name)
{
  guint n_formats;
  const LuotainExportFormat *formats = luotain_export_formats (&n_formats);
  const LuotainExportFormat *format = luotain_export_format_find (name);

  g_return_if_fail (LUOTAIN_IS_REPORTS_PAGE (self));
  g_return_if_fail (format != NULL);

  gtk_drop_down_set_selected (self->formats, (guint) (format - formats));
}

/* What is chosen, and whether there is anything: no ids and no parts make no report. */
static gboolean
has_contents (LuotainReportsPage *self)
{
  g_autoptr (GArray) ids = luotain_report_scope_get_ids (self->scope);

  return (ids == NULL || ids->len > 0)
         && (!(get_format (self)->flags & LUOTAIN_EXPORT_HAS_PARTS)
             || luotain_report_contents_get_parts (self->contents) != 0);
}

static void
update_actions (LuotainReportsPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export",
                                 self->exporting == NULL && has_contents (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.cancel", self->exporting != NULL);
}

static void
outlined_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainReportsPage *self = LUOTAIN_REPORTS_PAGE (owner);
  g_autoptr (GtkNoSelection) model = NULL;

  if (!success)
    return;

  model = gtk_no_selection_new (G_LIST_MODEL (result));
  gtk_list_view_set_model (self->outline, GTK_SELECTION_MODEL (model));
  gtk_stack_set_visible_child_name (self->stack, "outline");
}

/* Nobody reads an outline that is not shown. */
static void
make_preview (LuotainReportsPage *self)
{
  g_autoptr (GArray) ids = luotain_report_scope_get_ids (self->scope);
  LuotainReportQuery *query;

  update_actions (self);
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->outdated)
    return;

  g_cancellable_cancel (self->outlining);
  g_clear_object (&self->outlining);
  luotain_report_preview_show (self->preview, NULL);
  if (!has_contents (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  /* What is read in pages is shown in pages, and of other formats what goes in. */
  if (get_format (self)->flags & LUOTAIN_EXPORT_HAS_PARTS)
    {
      gtk_stack_set_visible_child_name (self->stack, "pages");
      luotain_report_preview_show (
          self->preview, luotain_report_request_new (ids, luotain_report_contents_get_parts (self->contents),
                                                     luotain_context_get_language (self->context)));
      return;
    }

  self->outlining = g_cancellable_new ();
  query = luotain_report_query_new (ids, luotain_context_get_language (self->context),
                                    luotain_context_get_words (self->context));
  luotain_context_read (self->context, luotain_report_outline_run, query,
                        (GDestroyNotify) luotain_report_query_free, g_object_unref, self->outlining,
                        outlined_cb, self);
}

static gboolean
show_progress_cb (gpointer user_data)
{
  LuotainReportsPage *self = user_data;
  const double progress = luotain_store_get_progress (luotain_context_get_store (self->context));

  if (progress < 0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (progress, 0, 1));
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
end_progress (LuotainReportsPage *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
}

/* The toast goes, and what it says and offers stays in the page. */
static void
tell_success (LuotainReportsPage *self)
{
  g_autofree char *name = g_file_get_basename (self->exported);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("“%s” was exported"), shown);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show in Folder"));
  AdwToast *toast = adw_toast_new ("");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.show-in-folder");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show in Folder"), -1);
  gtk_box_append (GTK_BOX (box), button);
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "page.open-report");
  adw_toast_overlay_add_toast (self->toasts, toast);

  gtk_label_set_label (self->result_label, text);
  gtk_revealer_set_reveal_child (self->result_revealer, TRUE);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean exported = luotain_report_export_finish (LUOTAIN_STORE (source), result, &error);

  g_clear_object (&self->exporting);
  if (self->context == NULL)
    return;

  end_progress (self);
  update_actions (self);
  if (exported)
    tell_success (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    luotain_context_toast (self->context, _ ("The export was given up; no file was written"), FALSE);
  else
    luotain_context_toast (self->context, error->message, FALSE);
}

void
luotain_reports_page_export_to (LuotainReportsPage *self, GFile *file)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (LUOTAIN_IS_REPORTS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->exporting != NULL)
    return;

  g_set_object (&self->exported, file);
  gtk_revealer_set_reveal_child (self->result_revealer, FALSE);
  self->exporting = g_cancellable_new ();
  self->progress_source = g_timeout_add (PROGRESS_INTERVAL, show_progress_cb, self);
  ids = luotain_report_scope_get_ids (self->scope);
  luotain_report_export_async (luotain_context_get_store (self->context), file, ids,
                               luotain_report_contents_get_parts (self->contents), get_format (self),
                               luotain_context_get_language (self->context), self->exporting, exported_cb,
                               g_object_ref (self));
  update_actions (self);
}

static void
chosen_cb (LuotainReportsPage *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      luotain_reports_page_export_to (self, file);
    }
  g_object_unref (dialog);
}

/* The workbook's own name with the format's ending, beside the workbook. */
static void
suggest_file (LuotainReportsPage *self, GtkFileChooser *chooser)
{
  GFile *workbook = luotain_store_get_file (luotain_context_get_store (self->context));
  g_autoptr (GFile) folder = self->exported != NULL ? g_file_get_parent (self->exported)
                                                    : g_file_get_parent (workbook);
  g_autofree char *base = g_file_get_basename (workbook);
  g_autofree char *name = NULL;
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  name = g_strconcat (base, get_format (self)->suffix, NULL);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainReportsPage *self = LUOTAIN_REPORTS_PAGE (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Export Report"),
                                                              GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"),
                                                              _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  suggest_file (self, GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (LUOTAIN_REPORTS_PAGE (widget)->exporting);
}

static void
open_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *uri = g_file_get_uri (LUOTAIN_REPORTS_PAGE (widget)->exported);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

/* Where there is no file manager that can select the file, its folder is opened. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainReportsPage) self = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;

  if (answer != NULL || root == NULL)
    return;

  folder = g_file_get_parent (self->exported);
  uri = g_file_get_uri (folder);
  gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}

static void
show_in_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainReportsPage *self = LUOTAIN_REPORTS_PAGE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (gtk_widget_get_root (widget)));
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (G_APPLICATION (application))
                                             : NULL;
  g_autofree char *uri = g_file_get_uri (self->exported);
  const char *uris[] = { uri, NULL };

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""),
                            NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, g_object_ref (self));
}

static void
take_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainReportsPage *self = LUOTAIN_REPORTS_PAGE (widget);

  if (luotain_report_contents_get_parts (self->contents) == 0)
    luotain_report_contents_set_parts (self->contents, LUOTAIN_REPORT_USUAL);
  luotain_report_scope_choose (self->scope, 0);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_navigate (LUOTAIN_REPORTS_PAGE (widget)->leaflet, g_str_equal (name, "page.preview")
                                                                    ? ADW_NAVIGATION_DIRECTION_FORWARD
                                                                    : ADW_NAVIGATION_DIRECTION_BACK);
}

static void
format_cb (LuotainReportsPage *self)
{
  const LuotainExportFormat *format = get_format (self);

  gtk_label_set_label (self->description, _ (format->description));
  gtk_widget_set_visible (GTK_WIDGET (self->contents_place), (format->flags & LUOTAIN_EXPORT_HAS_PARTS) != 0);
  make_preview (self);
}

static void
fill_formats (LuotainReportsPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n_formats;
  const LuotainExportFormat *formats = luotain_export_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    gtk_string_list_append (titles, _ (formats[i].title));
  gtk_drop_down_set_model (self->formats, G_LIST_MODEL (titles));
}

static void
changed_cb (LuotainReportsPage *self, LuotainChanges *changes)
{
  make_preview (self);
}

static GStrv
title_classes (GtkListItem *item, int level)
{
  static const char *const classes[] = { "title-1", "title-2", "title-4", "heading", "body", "body" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, classes[CLAMP (level, 0, LUOTAIN_REPORT_TEXT)]);
  return g_strv_builder_end (builder);
}

static GStrv
line_classes (GtkListItem *item, int level)
{
  static const char *const classes[] = { "title", "part", "record", "section", "entry", "text" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "report-line");
  g_strv_builder_add (builder, classes[CLAMP (level, 0, LUOTAIN_REPORT_TEXT)]);
  return g_strv_builder_end (builder);
}

static gboolean
is_set (GtkListItem *item, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
begin_page (LuotainPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (LUOTAIN_REPORTS_PAGE (page)->scope), GTK_DIR_TAB_FORWARD);
}

static void
page_iface_init (LuotainPageInterface *iface)
{
  iface->begin = begin_page;
}

static void
luotain_reports_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (luotain_reports_page_parent_class)->map (widget);
  if (LUOTAIN_REPORTS_PAGE (widget)->outdated)
    make_preview (LUOTAIN_REPORTS_PAGE (widget));
}

static void
luotain_reports_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_CONTEXT)
    LUOTAIN_REPORTS_PAGE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
luotain_reports_page_constructed (GObject *object)
{
  LuotainReportsPage *self = LUOTAIN_REPORTS_PAGE (object);

  G_OBJECT_CLASS (luotain_reports_page_parent_class)->constructed (object);

  self->outdated = TRUE;
  self->scope = LUOTAIN_REPORT_SCOPE (luotain_report_scope_new (self->context));
  self->contents = LUOTAIN_REPORT_CONTENTS (luotain_report_contents_new (self->context));
  adw_bin_set_child (self->contents_place, GTK_WIDGET (self->contents));
  self->preview = LUOTAIN_REPORT_PREVIEW (luotain_report_preview_new (self->context));
  adw_bin_set_child (self->preview_place, GTK_WIDGET (self->preview));
  fill_formats (self);
  adw_bin_set_child (self->parts_place, GTK_WIDGET (self->scope));
  g_signal_connect_object (self->scope, "changed", G_CALLBACK (make_preview), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contents, "changed", G_CALLBACK (make_preview), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->formats, "notify::selected", G_CALLBACK (format_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  format_cb (self);
}

static void
luotain_reports_page_dispose (GObject *object)
{
  LuotainReportsPage *self = LUOTAIN_REPORTS_PAGE (object);

  g_cancellable_cancel (self->outlining);
  g_clear_object (&self->outlining);
  g_cancellable_cancel (self->exporting);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->exported);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_REPORTS_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_reports_page_parent_class)->dispose (object);
}

static void
luotain_reports_page_class_init (LuotainReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = luotain_reports_page_set_property;
  object_class->constructed = luotain_reports_page_constructed;
  object_class->dispose = luotain_reports_page_dispose;
  widget_class->map = luotain_reports_page_map;

  g_object_class_install_property (object_class, PROP_CONTEXT,
                                   g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "page.open-report", NULL, open_report_action);
  gtk_widget_class_install_action (widget_class, "page.show-in-folder", NULL, show_in_folder_action);
  gtk_widget_class_install_action (widget_class, "page.take-all", NULL, take_all_action);
  gtk_widget_class_install_action (widget_class, "page.preview", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "page.choose", NULL, turn_action);

  g_type_ensure (LUOTAIN_TYPE_NAMED_ROW);
  g_type_ensure (LUOTAIN_TYPE_REPORT_LINE);
  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, parts_place);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, contents_place);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, preview_place);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, formats);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, description);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, outline);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, result_revealer);
  gtk_widget_class_bind_template_child (widget_class, LuotainReportsPage, result_label);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
  gtk_widget_class_bind_template_callback (widget_class, line_classes);
  gtk_widget_class_bind_template_callback (widget_class, title_classes);
}

static void
luotain_reports_page_init (LuotainReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_reports_page_new (LuotainContext *context)
{
  g_return_val_if_fail (LUOTAIN_IS_CONTEXT (context), NULL);

  return g_object_new (LUOTAIN_TYPE_REPORTS_PAGE, "context", context, NULL);
}
