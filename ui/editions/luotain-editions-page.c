#include "config.h"

#include "luotain-editions-page.h"

#include "luotain-addendum.h"
#include "luotain-children.h"
#include "luotain-edition-comparison.h"
#include "luotain-edition-line.h"
#include "luotain-edition-view.h"
#include "luotain-empty-state.h"
#include "luotain-freeze.h"
#include "luotain-id.h"
#include "luotain-record-io.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainEditionsPage
{
  GtkWidget parent_instance;

  LuotainContext *context;
  GPtrArray *editions; /* (nullable) (element-type LuotainEdition): as the list shows them */
  GCancellable *reading;
  gint64 wanted; /* to be selected as soon as it is in the list */
  gboolean restoring;
  gboolean busy; /* an edition is being frozen */

  GtkStack *whole;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkListBox *list;
  GtkMenuButton *freeze;
  GtkPopover *freezing;
  GtkEditable *name;
  GtkWidget *do_freeze;
  GtkStack *detail;
  LuotainEditionView *view;
  LuotainEditionComparison *comparison;
  GtkWidget *empty; /* (nullable): made when there is nothing */
};

static void page_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainEditionsPage, luotain_editions_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_init))

static void refresh (LuotainEditionsPage *self);

static gint64
selected_id (LuotainEditionsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? luotain_edition_line_get_id (LUOTAIN_EDITION_LINE (row)) : 0;
}

static gboolean
is_comparing (LuotainEditionsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->detail), "compare") == 0;
}

/* ---- the list ---- */

static void
show_selected (LuotainEditionsPage *self)
{
  const gint64 id = selected_id (self);

  luotain_edition_view_show (self->view, id);

  if (is_comparing (self) && id != 0)
    luotain_edition_comparison_show (self->comparison, id, 0);
}

static void
row_selected_cb (LuotainEditionsPage *self)
{
  if (!self->restoring)
    show_selected (self);
}

static void
row_activated_cb (LuotainEditionsPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
}

static void
back_cb (LuotainEditionsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* What is compared is only found out when somebody looks. */
static void
side_cb (LuotainEditionsPage *self)
{
  if (!self->restoring && self->comparison != NULL && is_comparing (self) && selected_id (self) != 0)
    luotain_edition_comparison_show (self->comparison, selected_id (self), 0);
}

static void
fill_list (LuotainEditionsPage *self, gint64 selected)
{
  GtkListBoxRow *chosen = NULL;

  self->restoring = TRUE;

  luotain_children_clear_list (self->list);

  for (guint i = 0; i < self->editions->len; i++)
    {
      const LuotainEdition *edition = self->editions->pdata[i];
      GtkWidget *line = luotain_edition_line_new (edition);

      gtk_list_box_append (self->list, line);

      if (i == 0 || edition->id == selected)
        chosen = GTK_LIST_BOX_ROW (line);
    }

  gtk_list_box_select_row (self->list, chosen);
  self->restoring = FALSE;
}

static void
begin_cb (LuotainEditionsPage *self)
{
  gtk_stack_set_visible_child_name (self->whole, "work");
  gtk_menu_button_popup (self->freeze);
}

static void
make_empty (LuotainEditionsPage *self)
{
  self->empty = luotain_empty_state_new ();
  g_object_set (
      self->empty, "icon-name", "luotain-edition-symbolic", "title", _ ("No Editions Yet"), "description",
      _ ("An edition is the whole workbook as it was on a day: under a name, with its own digest, for good. "
         "Later it is read, compared, and added to with dates."),
      "button-label", _ ("Freeze Edition…"), "example", FALSE, NULL);
  g_signal_connect_object (self->empty, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->whole, self->empty, "empty");
}

static void
show_state (LuotainEditionsPage *self)
{
  const gboolean any = self->editions->len > 0;
  const gboolean writable = luotain_context_get_writable (self->context);

  if (!any && self->empty == NULL)
    make_empty (self);

  if (any || !gtk_widget_get_visible (GTK_WIDGET (self->freezing)))
    gtk_stack_set_visible_child_name (self->whole, any ? "work" : "empty");

  gtk_widget_set_visible (self->detail_pane, any);
  gtk_widget_set_visible (GTK_WIDGET (self->freeze), writable);
}

/* Nothing was frozen after all. */
static void
closed_cb (LuotainEditionsPage *self)
{
  if (self->editions != NULL && !self->busy)
    show_state (self);
}

static void
editions_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainEditionsPage *self = owner;
  const gint64 selected = self->wanted != 0 ? self->wanted : selected_id (self);

  if (!success)
    return;

  g_clear_pointer (&self->editions, g_ptr_array_unref);
  self->editions = result;
  self->wanted = 0;
  fill_list (self, selected);
  luotain_edition_comparison_set_editions (self->comparison, self->editions);
  show_state (self);
  show_selected (self);
}

static gboolean
list_editions (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_edition_list (db, error);
  return *result != NULL;
}

static void
refresh (LuotainEditionsPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  luotain_context_read (self->context, list_editions, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                        self->reading, editions_read_cb, self);
}

static void
changed_cb (LuotainEditionsPage *self, LuotainChanges *changes)
{
  if (luotain_changes_has_type (changes, "edition") || luotain_changes_has_type (changes, "addendum"))
    refresh (self);
  else if (is_comparing (self) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    luotain_edition_comparison_refresh (self->comparison);
}

/* ---- freezing ---- */

static gboolean
has_name (LuotainEditionsPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  return *name != '\0';
}

/* A large workbook takes seconds: nobody should press twice. */
static void
set_freezing (LuotainEditionsPage *self, gboolean freezing)
{
  self->busy = freezing;
  gtk_widget_set_sensitive (self->do_freeze, !freezing && has_name (self));
}

static void
frozen_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainEditionsPage *self = owner;
  g_autoptr (LuotainEdition) edition = result;
  g_autofree char *text = NULL;

  set_freezing (self, FALSE);

  if (!success)
    return;

  text = g_strdup_printf (_ ("The edition “%s” was frozen"), edition->name);
  gtk_editable_set_text (self->name, "");
  gtk_popover_popdown (self->freezing);
  luotain_context_toast (self->context, text, FALSE);
  self->wanted = edition->id;
  refresh (self);
}

void
luotain_editions_page_freeze (LuotainEditionsPage *self, const char *name)
{
  g_return_if_fail (LUOTAIN_IS_EDITIONS_PAGE (self));

  set_freezing (self, TRUE);
  luotain_context_do (self->context, N_ ("Freeze Edition"), luotain_freeze_run, g_strdup (name), g_free,
                      (GDestroyNotify) luotain_edition_free, frozen_cb, self);
}

static void
name_changed_cb (LuotainEditionsPage *self)
{
  gtk_widget_set_sensitive (self->do_freeze, !self->busy && has_name (self));
}

static void
freeze_cb (LuotainEditionsPage *self)
{
  if (!self->busy && has_name (self))
    luotain_editions_page_freeze (self, gtk_editable_get_text (self->name));
}

void
luotain_editions_page_compare (LuotainEditionsPage *self)
{
  g_return_if_fail (LUOTAIN_IS_EDITIONS_PAGE (self));

  gtk_stack_set_visible_child_name (self->detail, "compare");
}

/* ---- the page ---- */

static gboolean
find_edition (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainAddendum *addendum = luotain_record_load (db, &luotain_addendum_type, *(const gint64 *) data, error);
  gint64 id;

  if (addendum == NULL)
    return FALSE;

  id = luotain_id_parse (addendum->edition, NULL);
  *result = g_memdup2 (&id, sizeof id);
  luotain_record_destroy (addendum);
  return TRUE;
}

static void
found_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainEditionsPage *self = owner;
  g_autofree gint64 *id = result;

  if (!success)
    return;

  self->wanted = *id;
  gtk_stack_set_visible_child_name (self->detail, "read");
  refresh (self);
}

/* An addendum is shown beside its edition. */
static void
luotain_editions_page_reveal (LuotainPage *page, gint64 id)
{
  luotain_context_read (LUOTAIN_EDITIONS_PAGE (page)->context, find_edition, g_memdup2 (&id, sizeof id),
                        g_free, g_free, NULL, found_cb, page);
}

static void
luotain_editions_page_begin (LuotainPage *page)
{
  begin_cb (LUOTAIN_EDITIONS_PAGE (page));
}

static gboolean
luotain_editions_page_can_show (LuotainPage *page, const char *type_name)
{
  return g_str_equal (type_name, "addendum");
}

static void
page_init (LuotainPageInterface *iface)
{
  iface->reveal = luotain_editions_page_reveal;
  iface->begin = luotain_editions_page_begin;
  iface->can_show = luotain_editions_page_can_show;
}

static void
luotain_editions_page_dispose (GObject *object)
{
  LuotainEditionsPage *self = LUOTAIN_EDITIONS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->restoring = TRUE;
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_EDITIONS_PAGE);
  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (luotain_editions_page_parent_class)->dispose (object);
}

static void
luotain_editions_page_class_init (LuotainEditionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  G_OBJECT_CLASS (klass)->dispose = luotain_editions_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-editions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, whole);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, freeze);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, freezing);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, name);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, do_freeze);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionsPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, freeze_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
luotain_editions_page_init (LuotainEditionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_editions_page_new (LuotainContext *context)
{
  LuotainEditionsPage *self;

  g_return_val_if_fail (LUOTAIN_IS_CONTEXT (context), NULL);

  self = g_object_new (LUOTAIN_TYPE_EDITIONS_PAGE, NULL);
  self->context = g_object_ref (context);
  self->restoring = TRUE;
  self->view = LUOTAIN_EDITION_VIEW (luotain_edition_view_new (context));
  gtk_stack_add_titled (self->detail, GTK_WIDGET (self->view), "read", _ ("Read"));
  self->comparison = LUOTAIN_EDITION_COMPARISON (luotain_edition_comparison_new (context));
  gtk_stack_add_titled (self->detail, GTK_WIDGET (self->comparison), "compare", _ ("Compare"));
  self->restoring = FALSE;
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
