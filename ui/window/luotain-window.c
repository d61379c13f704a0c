#include "config.h"

#include "luotain-findings-page.h"
#include "luotain-page.h"
#include "luotain-profiles-page.h"
#include "luotain-record-io.h"
#include "luotain-reports-page.h"
#include "luotain-window.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n.h>

typedef GtkWidget *(*NewPage) (LuotainContext *context);

/* The pages, in the order of the working model; one line each, NULL where there is none yet. */
static const struct
{
  const char *name;
  const char *title;
  NewPage new_page;
} pages[] = {
  { "findings", N_ ("Findings"), luotain_findings_page_new },
  { "sessions", N_ ("Sessions"), NULL },
  { "scenarios", N_ ("Scenarios"), NULL },
  { "profiles", N_ ("Profiles"), luotain_profiles_page_new },
  { "reports", N_ ("Reports"), luotain_reports_page_new },
};

struct _LuotainWindow
{
  AdwApplicationWindow parent_instance;

  LuotainContext *context;
  GCancellable *cancellable;

  GtkStack *stack;
  GtkListBox *sidebar;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (LuotainWindow, luotain_window, ADW_TYPE_APPLICATION_WINDOW)

GtkWidget *
luotain_window_show_page (LuotainWindow *self, const char *name)
{
  GtkWidget *page;

  g_return_val_if_fail (LUOTAIN_IS_WINDOW (self), NULL);

  if (self->context == NULL)
    return NULL;

  page = gtk_stack_get_child_by_name (self->stack, name);
  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (pages); i++)
    {
      if (pages[i].new_page == NULL || !g_str_equal (pages[i].name, name))
        continue;
      page = pages[i].new_page (self->context);
      gtk_stack_add_titled (self->stack, page, pages[i].name, _ (pages[i].title));
    }
  if (page != NULL)
    gtk_stack_set_visible_child (self->stack, page);
  return page;
}

static void
row_selected_cb (LuotainWindow *self, GtkListBoxRow *row)
{
  if (row != NULL)
    luotain_window_show_page (self, pages[gtk_list_box_row_get_index (row)].name);
}

static void
toast_cb (LuotainWindow *self, const char *text, gboolean undo)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
}

static void
context_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  LuotainContext *context = luotain_context_new_finish (result, &error);

  if (context == NULL)
    {
      toast_cb (self, error->message, FALSE);
      return;
    }

  self->context = context;
  g_signal_connect_object (context, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  luotain_window_show_page (self, "findings");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainStore) store = luotain_store_open_finish (result, &error);

  if (store == NULL)
    toast_cb (self, error->message, FALSE);
  else
    luotain_context_new_async (store, self->cancellable, context_made_cb, g_object_ref (self));
}

void
luotain_window_open (LuotainWindow *self, GFile *file)
{
  g_return_if_fail (LUOTAIN_IS_WINDOW (self));

  luotain_store_open_async (file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE, self->cancellable, opened_cb,
                            g_object_ref (self));
}

LuotainContext *
luotain_window_get_context (LuotainWindow *self)
{
  g_return_val_if_fail (LUOTAIN_IS_WINDOW (self), NULL);

  return self->context;
}

static void
luotain_window_dispose (GObject *object)
{
  LuotainWindow *self = LUOTAIN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUOTAIN_TYPE_WINDOW);

  G_OBJECT_CLASS (luotain_window_parent_class)->dispose (object);
}

static void
luotain_window_class_init (LuotainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
luotain_window_init (LuotainWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->sidebar, gtk_label_new (_ (pages[i].title)));
}

LuotainWindow *
luotain_window_new (GtkApplication *application)
{
  return g_object_new (LUOTAIN_TYPE_WINDOW, "application", application, NULL);
}
