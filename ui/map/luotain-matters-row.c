#include "config.h"

#include "luotain-matters-row.h"
#include "luotain-rating-words.h"

#include <glib/gi18n.h>
#include <math.h>

struct _LuotainMattersRow
{
  GtkListBoxRow parent_instance;

  gint64 id;
  gboolean showing;

  GtkLabel *place;
  GtkLabel *title;
  GtkEntry *dots;
  GtkWidget *menu;
};

enum
{
  MOVE,
  DROPPED,
  UNMARK,
  MAKE,
  DOTS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainMattersRow, luotain_matters_row, GTK_TYPE_LIST_BOX_ROW)

void
luotain_matters_row_show (LuotainMattersRow *self, guint place, const LuotainMapFinding *finding,
                          gboolean writable)
{
  const LuotainMapRating *dots = &finding->ratings[LUOTAIN_MAP_DOTS];
  g_autofree char *number = g_strdup_printf ("%u", place);
  g_autofree char *counted = dots->id != 0 && !isnan (dots->value) ? g_strdup_printf ("%g", dots->value)
                                                                   : g_strdup ("");
  g_autofree char *label = g_strdup_printf ("%u. %s", place, finding->title);
  /* Translators: of a finding: “Dots of Shore power”. */
  g_autofree char *dots_label = g_strdup_printf (_ ("Dots of %s"), finding->title);
  g_autofree char *menu_label = g_strdup_printf (_ ("More about %s"), finding->title);

  g_return_if_fail (LUOTAIN_IS_MATTERS_ROW (self));

  self->id = finding->id;
  self->showing = TRUE;
  gtk_label_set_text (self->place, number);
  gtk_label_set_text (self->title, finding->title);
  gtk_editable_set_text (GTK_EDITABLE (self->dots), counted);
  g_object_set_data_full (G_OBJECT (self->dots), "counted", g_strdup (counted), g_free);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->dots), writable);
  gtk_widget_set_visible (self->menu, writable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_LABEL, dots_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
}

gint64
luotain_matters_row_get_id (LuotainMattersRow *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MATTERS_ROW (self), 0);

  return self->id;
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainMattersRow *self = LUOTAIN_MATTERS_ROW (widget);

  if (g_str_equal (name, "row.up"))
    g_signal_emit (self, signals[MOVE], 0, -1);
  else if (g_str_equal (name, "row.down"))
    g_signal_emit (self, signals[MOVE], 0, 1);
  else if (g_str_equal (name, "row.unmark"))
    g_signal_emit (self, signals[UNMARK], 0);
  else
    g_signal_emit (self, signals[MAKE], 0);
}

static void
dots_cb (LuotainMattersRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->dots));
  guint64 dots;

  if (self->showing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (*text == '\0')
    g_signal_emit (self, signals[DOTS], 0, G_GINT64_CONSTANT (-1));
  else if (g_ascii_string_to_unsigned (text, 10, 0, LUOTAIN_RATING_MOST_DOTS, &dots, NULL))
    g_signal_emit (self, signals[DOTS], 0, (gint64) dots);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->dots), g_object_get_data (G_OBJECT (self->dots), "counted"));
}

static GdkContentProvider *
prepare_cb (LuotainMattersRow *self, double x, double y)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, self->id);
}

static gboolean
drop_cb (LuotainMattersRow *self, const GValue *value)
{
  if (g_value_get_int64 (value) == self->id)
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, g_value_get_int64 (value));
  return TRUE;
}

static void
add_drag (LuotainMattersRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
luotain_matters_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUOTAIN_TYPE_MATTERS_ROW);
  G_OBJECT_CLASS (luotain_matters_row_parent_class)->dispose (object);
}

static void
luotain_matters_row_class_init (LuotainMattersRowClass *klass)
{
  static const char *const actions[] = { "row.up", "row.down", "row.unmark", "row.make-variable" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_matters_row_dispose;

  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[UNMARK] = g_signal_new ("unmark", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[MAKE] = g_signal_new ("make", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[DOTS] = g_signal_new ("dots", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, row_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.unmark", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-matters-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainMattersRow, place);
  gtk_widget_class_bind_template_child (widget_class, LuotainMattersRow, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainMattersRow, dots);
  gtk_widget_class_bind_template_child (widget_class, LuotainMattersRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, dots_cb);
}

static void
luotain_matters_row_init (LuotainMattersRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drag (self);
}

GtkWidget *
luotain_matters_row_new (void)
{
  return g_object_new (LUOTAIN_TYPE_MATTERS_ROW, NULL);
}
