#include "config.h"

#include "luotain-start-page.h"
#include "luotain-template.h"

#include <glib/gi18n.h>

#define MOST_RECENT 6

struct _LuotainStartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (LuotainStartPage, luotain_start_page, ADW_TYPE_BIN)

static char *
folder_name (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");

  if (g_str_has_prefix (path, g_get_home_dir ()))
    return g_strconcat ("~", path + strlen (g_get_home_dir ()), NULL);
  return g_steal_pointer (&path);
}

static void
add_row (LuotainStartPage *self, GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *folder = folder_name (file);
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *row = adw_action_row_new ();

  if (g_str_has_suffix (name, ".luotain"))
    name[strlen (name) - strlen (".luotain")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (self->recent, row);
  g_ptr_array_add (self->rows, row);
}

static int
newer_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
fill (LuotainStartPage *self)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), newer_first);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (GList *item = items; item != NULL && self->rows->len < MOST_RECENT; item = item->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (item->data), "application/x-luotain") == 0
        && gtk_recent_info_exists (item->data))
      add_row (self, item->data);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
luotain_start_page_dispose (GObject *object)
{
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_START_PAGE);

  G_OBJECT_CLASS (luotain_start_page_parent_class)->dispose (object);
}

static void
luotain_start_page_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_START_PAGE (object)->rows);

  G_OBJECT_CLASS (luotain_start_page_parent_class)->finalize (object);
}

static void
luotain_start_page_class_init (LuotainStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_start_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_start_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainStartPage, recent);
}

static void
luotain_start_page_init (LuotainStartPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self, "map", G_CALLBACK (fill), self, 0);
}

GtkWidget *
luotain_start_page_new (void)
{
  return g_object_new (LUOTAIN_TYPE_START_PAGE, NULL);
}
