#include "config.h"

#include "luotain-map-edits.h"
#include "luotain-matters-list.h"
#include "luotain-matters-row.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"

#include <glib/gi18n.h>
#include <math.h>

struct _LuotainMattersList
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainMapData *data; /* (nullable) */
  GArray *order; /* (element-type guint): indices of what is marked, the foremost first */
  gint64 focus; /* of the row that moves, 0 for none */

  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *make;
};

static guint selected_signal;

G_DEFINE_FINAL_TYPE (LuotainMattersList, luotain_matters_list, GTK_TYPE_WIDGET)

static double
priority_of (const LuotainMapData *data, guint finding)
{
  return data->findings[finding].ratings[LUOTAIN_MAP_PRIORITY].value;
}

static int
compare_priorities (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const double first = priority_of (user_data, *(const guint *) a);
  const double second = priority_of (user_data, *(const guint *) b);

  return first < second ? -1 : first > second;
}

static void
find_order (LuotainMattersList *self)
{
  g_array_set_size (self->order, 0);
  for (guint i = 0; i < self->data->n_findings; i++)
    if (self->data->findings[i].ratings[LUOTAIN_MAP_PRIORITY].id != 0 && !isnan (priority_of (self->data, i)))
      g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_priorities, self->data);
}

static GArray *
dup_ids (LuotainMattersList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->order->len; i++)
    g_array_append_val (ids, self->data->findings[g_array_index (self->order, guint, i)].id);
  return ids;
}

static void
save_order (LuotainMattersList *self, const GArray *ids, const char *label)
{
  LuotainRatingEdit *edit = luotain_rating_edit_new ();

  luotain_rating_edit_set_priorities (edit, luotain_context_get_sector (self->context),
                                      (const gint64 *) ids->data, ids->len);
  luotain_map_rate (self->context, edit, label, NULL);
}

static int
place_of (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return (int) i;
  return -1;
}

void
luotain_matters_list_mark (LuotainMattersList *self, const GArray *ids)
{
  g_autoptr (GArray) marked = NULL;
  guint n_new = 0;

  g_return_if_fail (LUOTAIN_IS_MATTERS_LIST (self));

  if (self->data == NULL || ids->len == 0)
    return;

  marked = dup_ids (self);
  for (guint i = 0; i < ids->len; i++)
    {
      if (place_of (marked, g_array_index (ids, gint64, i)) >= 0)
        continue;
      g_array_append_val (marked, g_array_index (ids, gint64, i));
      n_new++;
    }
  for (guint i = 0; n_new == 0 && i < ids->len; i++)
    g_array_remove_index (marked, (guint) place_of (marked, g_array_index (ids, gint64, i)));
  save_order (self, marked, n_new > 0 ? N_ ("Mark What Matters") : N_ ("Unmark What Matters"));
}

void
luotain_matters_list_move (LuotainMattersList *self, gint64 id, int places)
{
  g_autoptr (GArray) ids = NULL;
  int from, to;

  g_return_if_fail (LUOTAIN_IS_MATTERS_LIST (self));

  ids = dup_ids (self);
  from = place_of (ids, id);
  to = CLAMP (from + places, 0, (int) ids->len - 1);
  if (from < 0 || from == to)
    return;

  g_array_remove_index (ids, (guint) from);
  g_array_insert_val (ids, (guint) to, id);
  self->focus = id;
  save_order (self, ids, N_ ("Order What Matters"));
}

static void
row_move_cb (LuotainMattersList *self, int places, LuotainMattersRow *row)
{
  luotain_matters_list_move (self, luotain_matters_row_get_id (row), places);
}

/* What is dropped on a row takes its place. */
static void
row_dropped_cb (LuotainMattersList *self, gint64 id, LuotainMattersRow *row)
{
  g_autoptr (GArray) ids = dup_ids (self);
  const int from = place_of (ids, id), to = place_of (ids, luotain_matters_row_get_id (row));

  if (from >= 0 && to >= 0)
    luotain_matters_list_move (self, id, to - from);
}

static void
row_unmark_cb (LuotainMattersList *self, LuotainMattersRow *row)
{
  const gint64 id = luotain_matters_row_get_id (row);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  luotain_matters_list_mark (self, ids);
}

static void
row_dots_cb (LuotainMattersList *self, gint64 dots, LuotainMattersRow *row)
{
  LuotainRatingEdit *edit = luotain_rating_edit_new ();

  if (dots >= 0)
    luotain_rating_edit_set_value (edit, luotain_matters_row_get_id (row), LUOTAIN_SCALE_DOTS, dots, NULL);
  else
    luotain_rating_edit_clear (edit, luotain_matters_row_get_id (row), LUOTAIN_SCALE_DOTS);
  luotain_map_rate (self->context, edit, N_ ("Count Dots"), NULL);
}

static void
row_make_cb (LuotainMattersList *self, LuotainMattersRow *row)
{
  const gint64 id = luotain_matters_row_get_id (row);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  luotain_map_make_variables (self->context, ids);
}

static void
make_all_cb (LuotainMattersList *self)
{
  g_autoptr (GArray) ids = dup_ids (self);

  luotain_map_make_variables (self->context, ids);
}

static void
add_row (LuotainMattersList *self)
{
  GtkWidget *row = luotain_matters_row_new ();

  g_signal_connect_object (row, "move", G_CALLBACK (row_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (row_dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "unmark", G_CALLBACK (row_unmark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dots", G_CALLBACK (row_dots_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "make", G_CALLBACK (row_make_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static guint
count_rows (LuotainMattersList *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->list, (int) n) != NULL)
    n++;
  return n;
}

void
luotain_matters_list_set_data (LuotainMattersList *self, LuotainMapData *data)
{
  g_return_if_fail (LUOTAIN_IS_MATTERS_LIST (self));

  luotain_map_data_ref (data);
  g_clear_pointer (&self->data, luotain_map_data_unref);
  self->data = data;
  find_order (self);
  for (guint n = count_rows (self); n > self->order->len; n--)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) n - 1)));
  for (guint n = count_rows (self); n < self->order->len; n++)
    add_row (self);
  for (guint i = 0; i < self->order->len; i++)
    {
      const LuotainMapFinding *finding = &data->findings[g_array_index (self->order, guint, i)];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      luotain_matters_row_show (LUOTAIN_MATTERS_ROW (row), i + 1, finding,
                                luotain_context_get_writable (self->context));
      if (self->focus == finding->id)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  self->focus = 0;
  gtk_widget_set_visible (self->make, luotain_context_get_writable (self->context));
  gtk_stack_set_visible_child_name (self->stack, self->order->len > 0 ? "list" : "empty");
}

static void
row_selected_cb (LuotainMattersList *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, selected_signal, 0, luotain_matters_row_get_id (LUOTAIN_MATTERS_ROW (row)));
}

void
luotain_matters_list_set_context (LuotainMattersList *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_MATTERS_LIST (self));

  g_set_object (&self->context, context);
}

static void
luotain_matters_list_dispose (GObject *object)
{
  LuotainMattersList *self = LUOTAIN_MATTERS_LIST (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_MATTERS_LIST);
  g_clear_pointer (&self->data, luotain_map_data_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_matters_list_parent_class)->dispose (object);
}

static void
luotain_matters_list_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_MATTERS_LIST (object)->order);
  G_OBJECT_CLASS (luotain_matters_list_parent_class)->finalize (object);
}

static void
luotain_matters_list_class_init (LuotainMattersListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  G_OBJECT_CLASS (klass)->dispose = luotain_matters_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_matters_list_finalize;

  selected_signal = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-matters-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainMattersList, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainMattersList, list);
  gtk_widget_class_bind_template_child (widget_class, LuotainMattersList, make);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_all_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_matters_list_init (LuotainMattersList *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}
