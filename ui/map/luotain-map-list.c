#include "config.h"

#include "luotain-focus.h"
#include "luotain-kind-icon.h"
#include "luotain-map-list.h"
#include "luotain-map-row.h"
#include "luotain-named-row.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"

struct _LuotainMapList
{
  GtkWidget parent_instance;

  LuotainContext *context;
  GListStore *rows;
  GtkMultiSelection *selection;
  gboolean selecting; /* what is selected follows the map */

  GtkListView *view;
};

enum
{
  SELECTED,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainMapList, luotain_map_list, GTK_TYPE_WIDGET)

static gint64
id_at (LuotainMapList *self, guint position)
{
  g_autoptr (LuotainMapRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row != NULL ? luotain_map_row_get_id (row) : 0;
}

/* Rows that stay are the same objects: the selection and what is scrolled to stay with them. */
static GPtrArray *
make_rows (LuotainMapList *self, LuotainMapData *data, GtkBitset *shown)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      const gint64 id = id_at (self, i);

      g_hash_table_insert (known, g_memdup2 (&id, sizeof id),
                           g_list_model_get_item (G_LIST_MODEL (self->rows), i));
    }
  for (guint i = 0; i < data->n_findings; i++)
    {
      LuotainMapRow *row = g_hash_table_lookup (known, &data->findings[i].id);

      if (shown != NULL && !gtk_bitset_contains (shown, i))
        continue;
      if (row != NULL)
        luotain_map_row_update (row, data, i);
      g_ptr_array_add (rows, row != NULL ? g_object_ref (row) : luotain_map_row_new (self->context, data, i));
    }
  return rows;
}

void
luotain_map_list_set_data (LuotainMapList *self, LuotainMapData *data, GtkBitset *shown)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint n_old, start = 0, end = 0;

  g_return_if_fail (LUOTAIN_IS_MAP_LIST (self));

  rows = make_rows (self, data, shown);
  n_old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  while (start < MIN (n_old, rows->len) && id_at (self, start) == luotain_map_row_get_id (rows->pdata[start]))
    start++;
  while (end < MIN (n_old, rows->len) - start
         && id_at (self, n_old - 1 - end) == luotain_map_row_get_id (rows->pdata[rows->len - 1 - end]))
    end++;
  if (n_old - start - end == 0 && rows->len - start - end == 0)
    return;

  self->selecting = TRUE;
  g_list_store_splice (self->rows, start, n_old - start - end, rows->pdata + start, rows->len - start - end);
  self->selecting = FALSE;
}

GArray *
luotain_map_list_dup_selected (LuotainMapList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) chosen = NULL;

  g_return_val_if_fail (LUOTAIN_IS_MAP_LIST (self), ids);

  chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      const gint64 id = id_at (self, gtk_bitset_get_nth (chosen, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
scroll_to (LuotainMapList *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

void
luotain_map_list_select (LuotainMapList *self, const gint64 *ids, guint n_ids)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  g_return_if_fail (LUOTAIN_IS_MAP_LIST (self));

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (wanted, (gpointer) &ids[i]);
  for (guint i = 0; n_ids > 0 && i < n; i++)
    {
      const gint64 id = id_at (self, i);

      if (!g_hash_table_contains (wanted, &id))
        continue;
      gtk_bitset_add (chosen, i);
      if (id == ids[0] && gtk_widget_get_mapped (GTK_WIDGET (self)))
        scroll_to (self, i);
    }
  all = gtk_bitset_new_range (0, n);
  self->selecting = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
  self->selecting = FALSE;
}

static void
selection_changed_cb (LuotainMapList *self)
{
  if (!self->selecting)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (LuotainMapList *self, guint position)
{
  g_signal_emit (self, signals[OPEN], 0, id_at (self, position));
}

void
luotain_map_list_set_context (LuotainMapList *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_MAP_LIST (self));

  g_set_object (&self->context, context);
}

static gboolean
luotain_map_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_MAP_LIST (widget)->view));
}

static void
luotain_map_list_dispose (GObject *object)
{
  LuotainMapList *self = LUOTAIN_MAP_LIST (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_MAP_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_map_list_parent_class)->dispose (object);
}

static void
luotain_map_list_class_init (LuotainMapListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_map_list_dispose;
  widget_class->grab_focus = luotain_map_list_grab_focus;
  widget_class->focus = luotain_focus_children;

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (LUOTAIN_TYPE_KIND_ICON);
  g_type_ensure (LUOTAIN_TYPE_MAP_ROW);
  g_type_ensure (LUOTAIN_TYPE_NAMED_ROW);
  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-map-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainMapList, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_map_list_init (LuotainMapList *self)
{
  self->rows = g_list_store_new (LUOTAIN_TYPE_MAP_ROW);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}
