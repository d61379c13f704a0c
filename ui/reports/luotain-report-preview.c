#include "config.h"

#include "luotain-report-preview.h"

#include "luotain-named-row.h"
#include "luotain-report-paper.h"
#include "luotain-report-write.h"
#include "luotain-tab-stop.h"

#include <glib/gi18n.h>

/* Nothing turns before it has taken so long, in milliseconds. */
#define PATIENCE 200
#define WIDEST 820

struct _LuotainReportPreview
{
  AdwBin parent_instance;

  LuotainContext *context;
  GCancellable *making; /* (nullable): while one is on its way */
  guint patience;

  GtkListView *list;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (LuotainReportPreview, luotain_report_preview, ADW_TYPE_BIN)

static void
stop_spinner (LuotainReportPreview *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
give_up (LuotainReportPreview *self)
{
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  stop_spinner (self);
}

static gboolean
start_spinner_cb (gpointer user_data)
{
  LuotainReportPreview *self = user_data;

  self->patience = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
free_pages (gpointer pages)
{
  luotain_report_pdf_free (pages);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  LuotainReportPdf *pages = luotain_report_lay_out (data, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, free_pages);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LuotainReportPreview *self = LUOTAIN_REPORT_PREVIEW (source);
  g_autoptr (GError) error = NULL;
  LuotainReportPdf *pages = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GtkNoSelection) model = NULL;

  if (pages == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->context != NULL)
        luotain_context_toast (self->context, error->message, FALSE);
      return;
    }

  g_clear_object (&self->making);
  stop_spinner (self);
  model = gtk_no_selection_new (G_LIST_MODEL (luotain_report_leaves_new (pages)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

static void
free_report (gpointer report)
{
  luotain_report_free (report);
}

/* What was read is laid out where it blocks neither the window nor the store. */
static void
read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainReportPreview *self = LUOTAIN_REPORT_PREVIEW (owner);
  g_autoptr (GTask) task = NULL;

  if (!success)
    {
      stop_spinner (self);
      return;
    }

  task = g_task_new (self, self->making, made_cb, NULL);
  g_task_set_task_data (task, result, free_report);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, make_in_thread);
}

void
luotain_report_preview_show (LuotainReportPreview *self, LuotainReportRequest *request)
{
  g_return_if_fail (LUOTAIN_IS_REPORT_PREVIEW (self));

  give_up (self);
  if (request == NULL)
    return;

  self->making = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE, start_spinner_cb, self);
  luotain_context_read (self->context, luotain_report_read, request,
                        (GDestroyNotify) luotain_report_request_free, free_report, self->making, read_cb,
                        self);
}

guint
luotain_report_preview_get_n_pages (LuotainReportPreview *self)
{
  GtkSelectionModel *model;

  g_return_val_if_fail (LUOTAIN_IS_REPORT_PREVIEW (self), 0);

  model = gtk_list_view_get_model (self->list);
  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = luotain_named_row_new ();

  adw_bin_set_child (ADW_BIN (row), luotain_report_paper_new ());
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  LuotainReportLeaf *leaf = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *label = NULL;

  g_object_get (leaf, "label", &label, NULL);
  luotain_named_row_set_label (LUOTAIN_NAMED_ROW (row), label);
  luotain_report_paper_set_leaf (LUOTAIN_REPORT_PAPER (adw_bin_get_child (ADW_BIN (row))), leaf);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  luotain_report_paper_set_leaf (
      LUOTAIN_REPORT_PAPER (adw_bin_get_child (ADW_BIN (gtk_list_item_get_child (item)))), NULL);
}

static void
luotain_report_preview_dispose (GObject *object)
{
  LuotainReportPreview *self = LUOTAIN_REPORT_PREVIEW (object);

  if (self->spinner != NULL)
    give_up (self);
  self->spinner = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_report_preview_parent_class)->dispose (object);
}

static void
luotain_report_preview_class_init (LuotainReportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_report_preview_dispose;
}

static void
luotain_report_preview_init (LuotainReportPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "leaves");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The report, page by page"), -1);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), WIDEST);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (clamp), WIDEST);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->spinner), 32, 32);
  gtk_widget_set_halign (GTK_WIDGET (self->spinner), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->spinner), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->spinner), 36);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The preview is being made"), -1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), luotain_tab_stop_new (scrolled));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->spinner));
  adw_bin_set_child (ADW_BIN (self), overlay);
}

GtkWidget *
luotain_report_preview_new (LuotainContext *context)
{
  LuotainReportPreview *self = g_object_new (LUOTAIN_TYPE_REPORT_PREVIEW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
