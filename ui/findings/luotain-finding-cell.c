#include "config.h"

#include "luotain-finding-cell.h"
#include "luotain-finding-painter.h"

struct _LuotainFindingCell
{
  GtkWidget parent_instance;

  LuotainFindingItem *item;
  gulong changed_id;
  LuotainFindingPainter *painter; /* made when the cell is first seen */
};

enum
{
  PROP_ITEM = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LuotainFindingCell, luotain_finding_cell, GTK_TYPE_WIDGET)

static GtkWidget *
find_row (LuotainFindingCell *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return parent != NULL && GTK_IS_LIST_BASE (gtk_widget_get_parent (parent)) ? parent : NULL;
}

/* GTK 4.8 names rows by their type; what takes the focus needs a name of its own. */
static void
name_row (LuotainFindingCell *self)
{
  GtkWidget *row = find_row (self);
  g_autofree char *summary = NULL;

  if (self->item == NULL || row == NULL)
    return;
  summary = luotain_finding_item_dup_summary (self->item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}

static void
update_mark (LuotainFindingCell *self)
{
  GtkWidget *row = find_row (self);

  if (row == NULL)
    return;
  if (self->item != NULL && luotain_finding_item_is_marked (self->item))
    gtk_widget_add_css_class (row, "marked");
  else
    gtk_widget_remove_css_class (row, "marked");
}

static void
item_changed_cb (LuotainFindingCell *self)
{
  g_assert (LUOTAIN_IS_FINDING_CELL (self));

  name_row (self);
  update_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_item (LuotainFindingCell *self, LuotainFindingItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      self->changed_id = g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), self,
                                                  G_CONNECT_SWAPPED);
      luotain_finding_item_get_row (item);
    }
  item_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static LuotainFindingPainter *
get_painter (LuotainFindingCell *self)
{
  if (self->painter == NULL)
    self->painter = luotain_finding_painter_new (GTK_WIDGET (self));
  return self->painter;
}

static void
luotain_finding_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 400;
      return;
    }
  *minimum = luotain_finding_painter_measure (widget);
  *natural = *minimum;
}

static void
luotain_finding_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainFindingCell *self = LUOTAIN_FINDING_CELL (widget);

  if (self->item != NULL)
    luotain_finding_painter_snapshot (get_painter (self), snapshot, self->item);
}

static void
forget_layouts (GtkWidget *widget)
{
  g_clear_pointer (&LUOTAIN_FINDING_CELL (widget)->painter, luotain_finding_painter_free);
}

static void
luotain_finding_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (luotain_finding_cell_parent_class)->css_changed (widget, change);
  forget_layouts (widget);
}

static void
luotain_finding_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (luotain_finding_cell_parent_class)->system_setting_changed (widget, setting);
  forget_layouts (widget);
  gtk_widget_queue_resize (widget);
}

static void
luotain_finding_cell_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (luotain_finding_cell_parent_class)->root (widget);
  name_row (LUOTAIN_FINDING_CELL (widget));
  update_mark (LUOTAIN_FINDING_CELL (widget));
}

static gboolean
luotain_finding_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LuotainFindingCell *self = LUOTAIN_FINDING_CELL (widget);
  g_autofree char *summary = NULL;

  if (self->item == NULL || self->painter == NULL || !luotain_finding_painter_is_cut (self->painter))
    return FALSE;
  summary = luotain_finding_item_dup_summary (self->item);
  gtk_tooltip_set_text (tooltip, summary);
  return TRUE;
}

static void
luotain_finding_cell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    g_value_set_object (value, LUOTAIN_FINDING_CELL (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
luotain_finding_cell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    set_item (LUOTAIN_FINDING_CELL (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
luotain_finding_cell_dispose (GObject *object)
{
  LuotainFindingCell *self = LUOTAIN_FINDING_CELL (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
  forget_layouts (GTK_WIDGET (object));
  G_OBJECT_CLASS (luotain_finding_cell_parent_class)->dispose (object);
}

static void
luotain_finding_cell_class_init (LuotainFindingCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_finding_cell_dispose;
  object_class->get_property = luotain_finding_cell_get_property;
  object_class->set_property = luotain_finding_cell_set_property;
  widget_class->measure = luotain_finding_cell_measure;
  widget_class->snapshot = luotain_finding_cell_snapshot;
  widget_class->css_changed = luotain_finding_cell_css_changed;
  widget_class->system_setting_changed = luotain_finding_cell_system_setting_changed;
  widget_class->root = luotain_finding_cell_root;
  widget_class->query_tooltip = luotain_finding_cell_query_tooltip;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, LUOTAIN_TYPE_FINDING_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "finding");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
luotain_finding_cell_init (LuotainFindingCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
