#include "config.h"

#include "luotain-esco-picker.h"

#include "luotain-chain.h"
#include "luotain-esco-dialog.h"
#include "luotain-esco-finder.h"
#include "luotain-template.h"

#include <glib/gi18n.h>

#define MAX_CONCEPTS 20

struct _LuotainEscoPicker
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 competence;
  GCancellable *cancellable;

  GtkMenuButton *button;
  GtkEditable *search;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListBox *matches;
};

G_DEFINE_FINAL_TYPE (LuotainEscoPicker, luotain_esco_picker, GTK_TYPE_WIDGET)

static void
cancel_search (LuotainEscoPicker *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
writable_cb (LuotainEscoPicker *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->competence != 0 && luotain_context_get_writable (self->context));
}

void
luotain_esco_picker_set (LuotainEscoPicker *self, LuotainContext *context, gint64 competence)
{
  g_return_if_fail (LUOTAIN_IS_ESCO_PICKER (self));

  if (g_set_object (&self->context, context))
    g_signal_connect_object (context, "notify::writable", G_CALLBACK (writable_cb), self, G_CONNECT_SWAPPED);
  self->competence = competence;
  writable_cb (self);
}

/* ---- looking up ---- */

static void
show_matches (LuotainEscoPicker *self, GPtrArray *matches)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->matches))) != NULL)
    gtk_list_box_remove (self->matches, row);
  for (guint i = 0; i < matches->len; i++)
    gtk_list_box_append (self->matches, luotain_esco_row_new (matches->pdata[i]));
  gtk_list_box_select_row (self->matches, gtk_list_box_get_row_at_index (self->matches, 0));
  gtk_stack_set_visible_child_name (self->stack, matches->len > 0 ? "matches" : "none");
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainEscoPicker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = luotain_esco_finder_search_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;

  if (matches != NULL)
    show_matches (self, matches);
  else
    gtk_stack_set_visible_child_name (self->stack, "no-catalogue");
}

static void
search_cb (LuotainEscoPicker *self)
{
  cancel_search (self);
  if (self->context == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  luotain_esco_finder_search (luotain_esco_finder_of (self->context), gtk_editable_get_text (self->search),
                              MAX_CONCEPTS, TRUE, self->cancellable, found_cb, g_object_ref (self));
}

static gboolean
read_title (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_chain_title (db, *(gint64 *) data, luotain_language_of_locale (), error);
  return *result != NULL;
}

/* It begins with the name that the competence has. */
static void
title_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainEscoPicker *self = owner;
  g_autofree char *title = result;

  if (!success)
    return;

  gtk_editable_set_text (self->search, title);
  gtk_editable_select_region (self->search, 0, -1);
  search_cb (self);
}

static void
shown_cb (LuotainEscoPicker *self)
{
  if (self->context != NULL && self->competence != 0)
    luotain_context_read (self->context, read_title, g_memdup2 (&self->competence, sizeof (gint64)), g_free,
                          g_free, NULL, title_read_cb, self);
}

/* ---- choosing ---- */

static void
row_activated_cb (LuotainEscoPicker *self, GtkListBoxRow *row)
{
  const LuotainEscoChoice *choice = row != NULL ? luotain_esco_row_get_choice (row) : NULL;

  if (choice == NULL || self->competence == 0)
    return;

  luotain_context_do (self->context, N_ ("Link to ESCO"), luotain_esco_link_run,
                      luotain_esco_link_new (self->competence, choice),
                      (GDestroyNotify) luotain_esco_link_free, NULL, NULL, NULL);
  gtk_menu_button_popdown (self->button);
}

static void
activate_cb (LuotainEscoPicker *self)
{
  row_activated_cb (self, gtk_list_box_get_selected_row (self->matches));
}

/* Up and down choose among the matches while one types. */
static gboolean
key_pressed_cb (LuotainEscoPicker *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);
  const int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (step == 0)
    return FALSE;

  row = gtk_list_box_get_row_at_index (self->matches,
                                       row != NULL ? gtk_list_box_row_get_index (row) + step : 0);
  if (row != NULL)
    luotain_esco_row_select (row, self->scroller);
  return TRUE;
}

static void
import_cb (LuotainEscoPicker *self)
{
  gtk_menu_button_popdown (self->button);
  luotain_esco_dialog_present (GTK_WIDGET (self));
}

static void
luotain_esco_picker_dispose (GObject *object)
{
  LuotainEscoPicker *self = LUOTAIN_ESCO_PICKER (object);

  cancel_search (self);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_ESCO_PICKER);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_esco_picker_parent_class)->dispose (object);
}

static void
luotain_esco_picker_class_init (LuotainEscoPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_esco_picker_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-esco-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoPicker, button);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoPicker, search);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoPicker, matches);
  gtk_widget_class_bind_template_child (widget_class, LuotainEscoPicker, scroller);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_esco_picker_init (LuotainEscoPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
