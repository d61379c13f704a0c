#include "config.h"

#include "luotain-archive-choice.h"
#include "luotain-archive-page.h"
#include "luotain-archive-work.h"
#include "luotain-shelf-detail.h"
#include "luotain-shelf-folder.h"
#include "luotain-shelf-line.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"
#include "luotain-work-line.h"

#include <glib/gi18n.h>

struct _LuotainArchivePage
{
  AdwBin parent_instance;

  LuotainContext *context;
  GFile *folder; /* (nullable): the shelf */
  GCancellable *listing;
  gboolean lost; /* the shelf cannot be read: it was moved, or its disk is not there */
  char *wanted; /* (nullable): name of what is to be selected as soon as it is listed */
  LuotainBag *bag; /* (nullable): what the verification of what is selected found */
  GFile *target; /* (nullable): the package that is being made */

  GtkStack *stack;
  AdwStatusPage *choose_page;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkLabel *folder_label;
  GtkLabel *count;
  GtkListBox *list;
  GtkStack *detail_stack;
  LuotainShelfDetail *detail;
  LuotainWorkLine *work;
  int *per_mille; /* of the work */
  LuotainArchiveChoice *choice;
};

static void page_iface_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainArchivePage, luotain_archive_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_iface_init))

static void list_shelf (LuotainArchivePage *self);

static LuotainShelfItem *
get_selected (LuotainArchivePage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? luotain_shelf_line_get_item (LUOTAIN_SHELF_LINE (row)) : NULL;
}

static gboolean
is_own_workbook (LuotainArchivePage *self, const LuotainShelfItem *item)
{
  return g_file_equal (item->file, luotain_store_get_file (luotain_context_get_store (self->context)));
}

static void
update_actions (LuotainArchivePage *self)
{
  const LuotainShelfItem *item = get_selected (self);
  const gboolean idle = !luotain_work_line_is_busy (self->work);

  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "archive.cancel", !idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "archive.refresh", self->folder != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "archive.verify", idle && item != NULL && item->package);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "archive.open", idle && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "archive.compare", idle && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "archive.take",
                                 idle && item != NULL && luotain_context_get_writable (self->context));
}

/* (nullable): what is selected, once nothing else is on its way */
static LuotainShelfItem *
begin_with_selected (LuotainArchivePage *self, const char *what, GCancellable **cancellable)
{
  LuotainShelfItem *item = get_selected (self);

  if (item == NULL || luotain_work_line_is_busy (self->work))
    return NULL;

  *cancellable = luotain_work_line_begin (self->work, what, &self->per_mille);
  return item;
}

/* Whether it went well and the page is still there to show what came of it. */
static gboolean
end_work (LuotainArchivePage *self, const GError *error)
{
  if (self->context == NULL)
    return FALSE;

  luotain_work_line_end (self->work);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    luotain_context_toast (self->context, _ ("It was given up, and nothing was changed"), FALSE);
  else if (error != NULL)
    luotain_context_toast (self->context, error->message, FALSE);
  return error == NULL;
}

gboolean
luotain_archive_page_is_busy (LuotainArchivePage *self)
{
  g_return_val_if_fail (LUOTAIN_IS_ARCHIVE_PAGE (self), FALSE);

  return luotain_work_line_is_busy (self->work) || self->listing != NULL;
}

/* ---- the shelf ---- */

static void
show_selected (LuotainArchivePage *self)
{
  LuotainShelfItem *item = self->context != NULL ? get_selected (self) : NULL;

  /* The list lets go of its row on its way out. */
  if (self->context == NULL)
    return;

  update_actions (self);
  gtk_stack_set_visible_child_name (self->detail_stack, item != NULL ? "item" : "none");
  if (item != NULL)
    luotain_shelf_detail_show (self->detail, item, self->bag,
                               luotain_context_get_writable (self->context) && !is_own_workbook (self, item)
                                   && (item->package ? item->ours : item->fault == NULL));
}

static void
row_selected_cb (LuotainArchivePage *self)
{
  g_clear_pointer (&self->bag, luotain_bag_free);
  show_selected (self);
}

static void
row_activated_cb (LuotainArchivePage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
}

static void
back_cb (LuotainArchivePage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_shelf (LuotainArchivePage *self, GPtrArray *items)
{
  LuotainShelfItem *selected = get_selected (self);
  g_autoptr (LuotainBag) bag = g_steal_pointer (&self->bag);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u package or workbook", "%u packages and workbooks", items->len), items->len);

  if (self->wanted == NULL && selected != NULL)
    self->wanted = g_strdup (selected->name);
  luotain_shelf_line_fill_list (self->list, items, self->wanted);
  g_clear_pointer (&self->wanted, g_free);

  /* What was found out about it still holds after the list was read anew. */
  self->bag = get_selected (self) != NULL ? g_steal_pointer (&bag) : NULL;
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "shelf" : "empty");
  show_selected (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainArchivePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = luotain_archive_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;

  g_clear_object (&self->listing);
  self->lost = items == NULL;
  if (items == NULL)
    {
      g_autofree char *why = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (self->choose_page, _ ("The Shelf Cannot Be Read"));
      adw_status_page_set_description (self->choose_page, why);
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }

  show_shelf (self, items);
}

static void
list_shelf (LuotainArchivePage *self)
{
  g_autofree char *name = NULL;

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  if (self->folder == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }

  luotain_archive_choice_set_folder (self->choice, self->folder);
  name = g_file_get_parse_name (self->folder);
  gtk_label_set_label (self->folder_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->folder_label), name);
  self->listing = g_cancellable_new ();
  luotain_archive_list_async (self->folder, self->listing, listed_cb, g_object_ref (self));
  update_actions (self);
}

void
luotain_archive_page_set_folder (LuotainArchivePage *self, GFile *folder)
{
  g_return_if_fail (LUOTAIN_IS_ARCHIVE_PAGE (self));
  g_return_if_fail (G_IS_FILE (folder));

  g_set_object (&self->folder, folder);
  luotain_shelf_folder_save (folder);
  list_shelf (self);
}

static void
folder_chosen_cb (LuotainArchivePage *self, int response, GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      luotain_archive_page_set_folder (self, folder);
    }
  g_object_unref (dialog);
}

static void
choose_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Choose the Shelf"),
                                                              GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              _ ("_Choose"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (self->folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), self->folder, NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
refresh_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  list_shelf (LUOTAIN_ARCHIVE_PAGE (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  luotain_work_line_cancel (LUOTAIN_ARCHIVE_PAGE (widget)->work);
}

/* ---- verifying ---- */

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainArchivePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainBag) bag = luotain_archive_verify_finish (result, &error);
  g_autofree char *text = NULL;

  if (!end_work (self, error))
    return;

  text = bag->n_faults == 0
             ? g_strdup_printf (ngettext ("Whole: the %u file is as it was",
                                          "Whole: all %u files are as they were", bag->n_files),
                                bag->n_files)
             : g_strdup_printf (ngettext ("%u fault was found", "%u faults were found", bag->n_faults),
                                bag->n_faults);
  luotain_context_toast (self->context, text, FALSE);
  g_clear_pointer (&self->bag, luotain_bag_free);
  self->bag = g_steal_pointer (&bag);
  show_selected (self);
  list_shelf (self);
}

static void
verify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (widget);
  GCancellable *cancellable;
  LuotainShelfItem *item = begin_with_selected (self, _ ("Verifying …"), &cancellable);

  if (item == NULL)
    return;

  luotain_archive_verify_async (item, self->per_mille, cancellable, verified_cb, g_object_ref (self));
}

/* ---- opening ---- */

static void
report_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainArchivePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = luotain_archive_report_finish (result, &error);
  g_autofree char *uri = NULL;

  if (!end_work (self, error))
    return;

  uri = g_file_get_uri (file);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (widget);
  LuotainShelfItem *item = get_selected (self);
  GCancellable *cancellable;

  if (item != NULL && !item->package)
    {
      g_autofree char *uri = g_file_get_uri (item->file);

      gtk_widget_activate_action (widget, "app.open-recent", "s", uri);
      return;
    }

  item = begin_with_selected (self, _ ("Opening …"), &cancellable);
  if (item != NULL)
    luotain_archive_report_async (item, cancellable, report_cb, g_object_ref (self));
}

/* ---- comparing ---- */

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainArchivePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainComparison) comparison = luotain_archive_compare_finish (result, &error);

  if (!end_work (self, error))
    return;

  show_selected (self);
  luotain_shelf_detail_show_comparison (self->detail, comparison);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (widget);
  GCancellable *cancellable;
  LuotainShelfItem *item = begin_with_selected (self, _ ("Comparing …"), &cancellable);

  if (item == NULL)
    return;

  luotain_archive_compare_async (luotain_context_get_store (self->context), item, cancellable, compared_cb,
                                 g_object_ref (self));
}

/* ---- taking over ---- */

static void
taken_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (owner);
  g_autoptr (LuotainImportSummary) summary = result;
  LuotainImportCount total;
  g_autofree char *text = NULL;

  end_work (self, NULL);
  if (!success)
    return;

  total = luotain_import_summary_total (summary);
  if (total.added + total.changed == 0)
    {
      luotain_context_toast (self->context, _ ("The workbook has it already, as new or newer"), FALSE);
      return;
    }

  text = g_strdup_printf (_ ("Taken over: %u added, %u changed"), total.added, total.changed);
  luotain_context_toast (self->context, text, TRUE);
}

static void
part_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainArchivePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainShelfPart) part = luotain_archive_part_finish (result, &error);

  if (part == NULL || self->context == NULL)
    {
      end_work (self, error);
      return;
    }

  luotain_context_do (self->context, N_ ("Take Over from the Archive"), luotain_shelf_part_take,
                      g_steal_pointer (&part), (GDestroyNotify) luotain_shelf_part_free,
                      (GDestroyNotify) luotain_import_summary_free, taken_cb, self);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (widget);
  GCancellable *cancellable;
  LuotainShelfItem *item = begin_with_selected (self, _ ("Taking over …"), &cancellable);

  if (item == NULL)
    return;

  luotain_archive_part_async (item, g_variant_get_int64 (parameter), cancellable, part_cb,
                              g_object_ref (self));
}

/* ---- making a package ---- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainArchivePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainBag) bag = luotain_archive_make_finish (result, &error);
  g_autoptr (GFile) parent = NULL;
  g_autofree char *base = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (!end_work (self, error))
    return;

  base = g_file_get_basename (self->target);
  shown = g_filename_display_name (base);
  text = g_strdup_printf (_ ("“%s” was made and verified"), shown);
  luotain_context_toast (self->context, text, FALSE);

  g_free (self->wanted);
  self->wanted = g_steal_pointer (&shown);
  parent = g_file_get_parent (self->target);
  if (self->folder == NULL || self->lost)
    luotain_archive_page_set_folder (self, parent);
  else
    list_shelf (self);
}

void
luotain_archive_page_make (LuotainArchivePage *self, GFile *target, gboolean zip,
                           gboolean without_personal_data)
{
  GCancellable *cancellable;

  g_return_if_fail (LUOTAIN_IS_ARCHIVE_PAGE (self));
  g_return_if_fail (G_IS_FILE (target));

  if (luotain_work_line_is_busy (self->work))
    return;

  g_set_object (&self->target, target);
  cancellable = luotain_work_line_begin (self->work, _ ("Archiving …"), &self->per_mille);
  luotain_archive_make_async (luotain_context_get_store (self->context), target, zip, without_personal_data,
                              self->per_mille, cancellable, made_cb, g_object_ref (self));
}

/* ---- the page ---- */

static void
begin_page (LuotainPage *page)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (page);

  gtk_widget_child_focus (self->folder != NULL ? GTK_WIDGET (self->list) : GTK_WIDGET (self->stack),
                          GTK_DIR_TAB_FORWARD);
}

static void
page_iface_init (LuotainPageInterface *iface)
{
  iface->begin = begin_page;
}

/* Other programs put packages there too: whoever comes to the page sees what lies there now. */
static void
luotain_archive_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (luotain_archive_page_parent_class)->map (widget);
  list_shelf (LUOTAIN_ARCHIVE_PAGE (widget));
}

static void
luotain_archive_page_dispose (GObject *object)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_ARCHIVE_PAGE);
  G_OBJECT_CLASS (luotain_archive_page_parent_class)->dispose (object);
}

static void
luotain_archive_page_finalize (GObject *object)
{
  LuotainArchivePage *self = LUOTAIN_ARCHIVE_PAGE (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->target);
  g_clear_pointer (&self->bag, luotain_bag_free);
  g_free (self->wanted);
  G_OBJECT_CLASS (luotain_archive_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "archive.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_install_action (widget_class, "archive.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "archive.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "archive.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "archive.verify", NULL, verify_action);
  gtk_widget_class_install_action (widget_class, "archive.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "archive.take", "x", take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "archive.refresh", NULL);
}

static void
luotain_archive_page_class_init (LuotainArchivePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_archive_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_archive_page_finalize;
  widget_class->map = luotain_archive_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-archive-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, choose_page);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, folder_label);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, list);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, detail);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, work);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_child (widget_class, LuotainArchivePage, choice);
  gtk_widget_class_bind_template_callback (widget_class, luotain_archive_page_make);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  install_actions (widget_class);
}

static void
luotain_archive_page_init (LuotainArchivePage *self)
{
  g_type_ensure (LUOTAIN_TYPE_ARCHIVE_CHOICE);
  g_type_ensure (LUOTAIN_TYPE_SHELF_DETAIL);
  g_type_ensure (LUOTAIN_TYPE_WORK_LINE);
  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_archive_page_new (LuotainContext *context)
{
  LuotainArchivePage *self = g_object_new (LUOTAIN_TYPE_ARCHIVE_PAGE, NULL);

  self->context = g_object_ref (context);
  luotain_archive_choice_set_context (self->choice, context);
  self->folder = luotain_shelf_folder_load ();
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return GTK_WIDGET (self);
}
