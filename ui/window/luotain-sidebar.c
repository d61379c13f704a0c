#include "config.h"

#include "luotain-language.h"
#include "luotain-pages.h"
#include "luotain-sidebar.h"
#include "luotain-tab-stop.h"

#include <glib/gi18n.h>

struct _LuotainSidebar
{
  AdwBin parent_instance;

  GtkListBox *list;
  gboolean showing;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LuotainSidebar, luotain_sidebar, ADW_TYPE_BIN)

static const LuotainPageInfo *
page_of (GtkListBoxRow *row)
{
  guint n_pages;

  return &luotain_pages_get (&n_pages)[gtk_list_box_row_get_index (row)];
}

static void
row_selected_cb (LuotainSidebar *self, GtkListBoxRow *row)
{
  g_assert (LUOTAIN_IS_SIDEBAR (self));

  if (row != NULL && !self->showing)
    g_signal_emit (self, chosen_signal, 0, page_of (row)->name);
}

/* Selecting says it already; on a narrow window the sidebar has to make room even if the page is the same. */
static void
row_activated_cb (LuotainSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, chosen_signal, 0, page_of (row)->name);
}

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);
  int place = gtk_list_box_row_get_index (row);
  GtkWidget *label;

  if (before != NULL && g_str_equal (pages[place].group, pages[place - 1].group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (_ (pages[place].group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "phase");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
row_new (const LuotainPageInfo *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ (page->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon_name));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (page->title), -1);
  g_object_set_data (G_OBJECT (row), "count", count);
  return row;
}

void
luotain_sidebar_set_page (LuotainSidebar *self, const char *name)
{
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);

  g_return_if_fail (LUOTAIN_IS_SIDEBAR (self));

  self->showing = TRUE;
  for (guint i = 0; i < n_pages; i++)
    if (g_str_equal (pages[i].name, name))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
  self->showing = FALSE;
}

void
luotain_sidebar_set_overview (LuotainSidebar *self, LuotainOverview *overview)
{
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);

  g_return_if_fail (LUOTAIN_IS_SIDEBAR (self));

  for (guint i = 0; i < n_pages; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      g_autofree char *count = NULL;
      g_autofree char *name = NULL;

      if (pages[i].counts == NULL)
        continue;
      count = luotain_language_format_count (luotain_language_of_locale (),
                                             luotain_overview_get_count (overview, pages[i].counts));
      gtk_label_set_label (g_object_get_data (G_OBJECT (row), "count"), count);
      name = g_strdup_printf ("%s, %s", _ (pages[i].title), count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
luotain_sidebar_class_init (LuotainSidebarClass *klass)
{
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sidebar");
}

static void
luotain_sidebar_init (LuotainSidebar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"),
                                  -1);
  gtk_list_box_set_header_func (self->list, add_header, NULL, NULL);
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->list, row_new (&pages[i]));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), luotain_tab_stop_new (scroller));
}
