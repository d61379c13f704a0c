#include "config.h"

#include "luotain-scenario-chips.h"

#include "luotain-path-style.h"
#include "luotain-table-space.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

struct _LuotainScenarioChips
{
  GtkWidget parent_instance;

  LuotainWrapBox *box;
  GPtrArray *chips; /* (element-type GtkToggleButton) */
  gboolean showing;
};

enum
{
  CHOSEN,
  LIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainScenarioChips, luotain_scenario_chips, GTK_TYPE_WIDGET)

static gint64
scenario_of (gpointer chip)
{
  const gint64 *id = g_object_get_data (chip, "scenario");

  return *id;
}

static void
toggled_cb (LuotainScenarioChips *self, GtkToggleButton *chip)
{
  const gboolean active = gtk_toggle_button_get_active (chip);

  if (self->showing)
    return;

  self->showing = TRUE;
  for (guint i = 0; active && i < self->chips->len; i++)
    if (self->chips->pdata[i] != chip)
      gtk_toggle_button_set_active (self->chips->pdata[i], FALSE);
  self->showing = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0, active ? scenario_of (chip) : 0);
}

static void
light_cb (GtkEventController *controller, gpointer user_data)
{
  g_signal_emit (user_data, signals[LIT], 0, scenario_of (gtk_event_controller_get_widget (controller)));
}

static void
dim_cb (GtkEventController *controller, gpointer user_data)
{
  g_signal_emit (user_data, signals[LIT], 0, (gint64) 0);
}

static void
add_controllers (LuotainScenarioChips *self, GtkWidget *chip)
{
  GtkEventController *controllers[] = { gtk_event_controller_motion_new (),
                                        gtk_event_controller_focus_new () };

  for (guint i = 0; i < G_N_ELEMENTS (controllers); i++)
    {
      g_signal_connect_object (controllers[i], "enter", G_CALLBACK (light_cb), self, 0);
      g_signal_connect_object (controllers[i], "leave", G_CALLBACK (dim_cb), self, 0);
      gtk_widget_add_controller (chip, controllers[i]);
    }
}

static GtkWidget *
chip_new (LuotainScenarioChips *self, guint index, gint64 scenario)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *struck = gtk_label_new ("✕");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), luotain_path_sample_new (index));
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), struck);
  gtk_button_set_child (GTK_BUTTON (chip), line);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data_full (G_OBJECT (chip), "scenario", g_memdup2 (&scenario, sizeof scenario), g_free);
  g_object_set_data (G_OBJECT (chip), "name", name);
  g_object_set_data (G_OBJECT (chip), "struck", struck);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self, chip);
  luotain_wrap_box_append (self->box, chip);
  return chip;
}

static gboolean
same_scenarios (LuotainScenarioChips *self, const LuotainFuturesTable *table)
{
  if (table->paths->len != self->chips->len)
    return FALSE;

  for (guint i = 0; i < table->paths->len; i++)
    if (scenario_of (self->chips->pdata[i]) != luotain_futures_table_path (table, i)->id)
      return FALSE;
  return TRUE;
}

static void
fill_chip (GtkWidget *chip, const LuotainFuturesTable *table, const LuotainFuturesPath *path)
{
  const char *title = path->title != NULL ? path->title : "";
  const guint n_struck = luotain_table_space_n_struck (table, path);
  g_autofree char *fault = g_strdup_printf (
      ngettext ("holds %u excluded pair", "holds %u excluded pairs", n_struck), n_struck);
  g_autofree char *name = n_struck > 0 ? g_strdup_printf ("%s; %s", title, fault) : g_strdup (title);

  gtk_label_set_text (g_object_get_data (G_OBJECT (chip), "name"), title);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (chip), "struck"), n_struck > 0);
  gtk_widget_set_tooltip_text (chip, n_struck > 0 ? name : _ ("Choose to set its path by clicking cells"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
luotain_scenario_chips_show (LuotainScenarioChips *self, const LuotainFuturesTable *table)
{
  g_return_if_fail (LUOTAIN_IS_SCENARIO_CHIPS (self));

  if (!same_scenarios (self, table))
    {
      g_ptr_array_set_size (self->chips, 0);
      luotain_wrap_box_remove_all (self->box);
      for (guint i = 0; i < table->paths->len; i++)
        g_ptr_array_add (self->chips, chip_new (self, i, luotain_futures_table_path (table, i)->id));
    }
  for (guint i = 0; i < table->paths->len; i++)
    fill_chip (self->chips->pdata[i], table, luotain_futures_table_path (table, i));
}

void
luotain_scenario_chips_choose (LuotainScenarioChips *self, gint64 scenario)
{
  g_return_if_fail (LUOTAIN_IS_SCENARIO_CHIPS (self));

  for (guint i = 0; i < self->chips->len; i++)
    gtk_toggle_button_set_active (self->chips->pdata[i], scenario_of (self->chips->pdata[i]) == scenario);
}

static void
luotain_scenario_chips_dispose (GObject *object)
{
  LuotainScenarioChips *self = LUOTAIN_SCENARIO_CHIPS (object);

  g_ptr_array_set_size (self->chips, 0);
  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (luotain_scenario_chips_parent_class)->dispose (object);
}

static void
luotain_scenario_chips_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_SCENARIO_CHIPS (object)->chips);

  G_OBJECT_CLASS (luotain_scenario_chips_parent_class)->finalize (object);
}

static void
luotain_scenario_chips_class_init (LuotainScenarioChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_scenario_chips_dispose;
  object_class->finalize = luotain_scenario_chips_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", LUOTAIN_TYPE_SCENARIO_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LIT] = g_signal_new ("lit", LUOTAIN_TYPE_SCENARIO_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_scenario_chips_init (LuotainScenarioChips *self)
{
  self->chips = g_ptr_array_new ();
  self->box = LUOTAIN_WRAP_BOX (luotain_wrap_box_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Scenarios"), -1);
}
