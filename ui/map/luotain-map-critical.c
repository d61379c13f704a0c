#include "config.h"

#include "luotain-map-axes.h"
#include "luotain-map-critical.h"
#include "luotain-map-edits.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

struct _LuotainMapCritical
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainMapData *data; /* (nullable) */

  GtkLabel *words;
  GtkWidget *select;
  GtkWidget *make;
  LuotainMapAxes *axes;
};

static guint select_signal;

G_DEFINE_FINAL_TYPE (LuotainMapCritical, luotain_map_critical, GTK_TYPE_WIDGET)

GArray *
luotain_map_critical_dup_candidates (LuotainMapCritical *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (LUOTAIN_IS_MAP_CRITICAL (self), ids);

  for (guint i = 0; self->data != NULL && i < self->data->n_findings; i++)
    if (luotain_map_item_is_critical (&self->data->items[i]))
      g_array_append_val (ids, self->data->items[i].id);
  return ids;
}

static void
show (LuotainMapCritical *self)
{
  g_autoptr (GArray) ids = luotain_map_critical_dup_candidates (self);
  g_autofree char *text = NULL;

  if (ids->len == 0)
    text = g_strdup (_ ("No finding has great impact and great uncertainty yet"));
  else
    text = g_strdup_printf (ngettext ("%u critical uncertainty: a candidate for a key variable",
                                      "%u critical uncertainties: candidates for key variables", ids->len),
                            ids->len);
  gtk_label_set_text (self->words, text);
  gtk_widget_set_visible (self->select, ids->len > 0);
  gtk_widget_set_visible (self->make, ids->len > 0 && luotain_context_get_writable (self->context));
}

void
luotain_map_critical_set_data (LuotainMapCritical *self, LuotainMapData *data)
{
  g_return_if_fail (LUOTAIN_IS_MAP_CRITICAL (self));

  luotain_map_data_ref (data);
  g_clear_pointer (&self->data, luotain_map_data_unref);
  self->data = data;
  show (self);
}

static void
select_cb (LuotainMapCritical *self)
{
  g_signal_emit (self, select_signal, 0);
}

static void
make_cb (LuotainMapCritical *self)
{
  g_autoptr (GArray) ids = luotain_map_critical_dup_candidates (self);

  luotain_map_make_variables (self->context, ids);
}

void
luotain_map_critical_set_context (LuotainMapCritical *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_MAP_CRITICAL (self));

  g_set_object (&self->context, context);
  luotain_map_axes_set_context (self->axes, context);
}

static void
luotain_map_critical_dispose (GObject *object)
{
  LuotainMapCritical *self = LUOTAIN_MAP_CRITICAL (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_MAP_CRITICAL);
  g_clear_pointer (&self->data, luotain_map_data_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_map_critical_parent_class)->dispose (object);
}

static void
luotain_map_critical_class_init (LuotainMapCriticalClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_map_critical_dispose;

  select_signal = g_signal_new ("select", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (LUOTAIN_TYPE_MAP_AXES);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-map-critical.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainMapCritical, words);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapCritical, select);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapCritical, make);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapCritical, axes);
  gtk_widget_class_bind_template_callback (widget_class, select_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_map_critical_init (LuotainMapCritical *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
