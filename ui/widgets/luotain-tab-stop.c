#include "config.h"

#include "luotain-tab-stop.h"

struct _LuotainTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LuotainTabStop, luotain_tab_stop, ADW_TYPE_BIN)

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *list = GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); list == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list = find_list (child);

  return list;
}

static guint
first_selected (GtkListView *list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (list);
  g_autoptr (GtkBitset) selected = model != NULL ? gtk_selection_model_get_selection (model) : NULL;

  return selected != NULL && !gtk_bitset_is_empty (selected) ? gtk_bitset_get_minimum (selected)
                                                             : GTK_INVALID_LIST_POSITION;
}

/* Rows are made when they come into sight: only then does the selected one stand among the children. */
static GtkWidget *
find_selected_row (GtkListView *list)
{
  const guint place = first_selected (list);

  if (place == GTK_INVALID_LIST_POSITION)
    return NULL;

  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", place);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
        return row;
    }

  return NULL;
}

static gboolean
luotain_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *list = find_list (widget);
  GtkWidget *row;

  if (list == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (luotain_tab_stop_parent_class)->focus (widget, direction);

  row = gtk_widget_get_focus_child (list);
  if (row != NULL)
    return gtk_widget_child_focus (row, direction); /* buttons within the row, or out */

  /* A list box goes to its selected row by itself. */
  row = GTK_IS_LIST_VIEW (list) ? find_selected_row (GTK_LIST_VIEW (list)) : NULL;
  return (row != NULL && gtk_widget_child_focus (row, direction))
         || GTK_WIDGET_CLASS (luotain_tab_stop_parent_class)->focus (widget, direction);
}

static void
luotain_tab_stop_class_init (LuotainTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = luotain_tab_stop_focus;
}

static void
luotain_tab_stop_init (LuotainTabStop *self)
{
}

/**
 * luotain_tab_stop_new:
 * @child: what holds the list, a scrolled window as a rule
 *
 * Returns: (transfer none): a new floating widget
 */
GtkWidget *
luotain_tab_stop_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  return g_object_new (LUOTAIN_TYPE_TAB_STOP, "child", child, NULL);
}
