#include "config.h"

#include "luotain-coverage-chooser.h"

#include "luotain-children.h"
#include "luotain-coverage-words.h"
#include "luotain-focus.h"
#include "luotain-wrap-layout.h"

#include <glib/gi18n.h>

/* In the order of their digits, the last with 0. */
static const LuotainCoverageStatus order[] = {
  LUOTAIN_COVERAGE_COVERED,
  LUOTAIN_COVERAGE_PARTLY,
  LUOTAIN_COVERAGE_NOT_AT_ALL,
  LUOTAIN_COVERAGE_NOT_LOOKED_AT,
};

struct _LuotainCoverageChooser
{
  GtkWidget parent_instance;

  GtkWidget *buttons[G_N_ELEMENTS (order)];
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LuotainCoverageChooser, luotain_coverage_chooser, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

gboolean
luotain_coverage_chooser_status_of_key (guint keyval, LuotainCoverageStatus *status)
{
  static const guint keys[][2] = {
    { GDK_KEY_1, GDK_KEY_KP_1 },
    { GDK_KEY_2, GDK_KEY_KP_2 },
    { GDK_KEY_3, GDK_KEY_KP_3 },
    { GDK_KEY_0, GDK_KEY_KP_0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (keyval == keys[i][0] || keyval == keys[i][1])
      {
        *status = order[i];
        return TRUE;
      }

  return FALSE;
}

static void
choose (LuotainCoverageChooser *self, guint place)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[place]), TRUE);
  gtk_widget_grab_focus (self->buttons[place]);
}

static void
toggled_cb (LuotainCoverageChooser *self, GtkToggleButton *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (GTK_WIDGET (button) == self->buttons[i] && gtk_toggle_button_get_active (button) && !self->showing)
      g_signal_emit (self, signals[CHOSEN], 0, order[i]);
}

static gboolean
key_pressed_cb (LuotainCoverageChooser *self, guint keyval, guint keycode, GdkModifierType state)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const guint n = G_N_ELEMENTS (order);
  const gboolean on = keyval == GDK_KEY_Down || keyval == (mirrored ? GDK_KEY_Left : GDK_KEY_Right);
  const gboolean back = keyval == GDK_KEY_Up || keyval == (mirrored ? GDK_KEY_Right : GDK_KEY_Left);
  LuotainCoverageStatus status;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < n; i++)
    {
      if (luotain_coverage_chooser_status_of_key (keyval, &status) && status == order[i])
        {
          choose (self, i);
          return GDK_EVENT_STOP;
        }

      if ((on || back) && gtk_widget_is_focus (self->buttons[i]))
        {
          choose (self, (i + (on ? 1 : n - 1)) % n);
          return GDK_EVENT_STOP;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
button_new (LuotainCoverageChooser *self, guint place)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (luotain_coverage_status_label (order[place]));
  g_autofree char *tip = g_strdup_printf ("%s (%u)", luotain_coverage_status_label (order[place]),
                                          (place + 1) % (guint) G_N_ELEMENTS (order));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (luotain_coverage_status_icon (order[place])));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "coverage-choice");
  gtk_widget_add_css_class (button, luotain_coverage_status_key (order[place]));
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  luotain_coverage_status_label (order[place]), -1);
  if (place > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

void
luotain_coverage_chooser_set_status (LuotainCoverageChooser *self, LuotainCoverageStatus status)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_CHOOSER (self));

  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == status)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), TRUE);
  self->showing = FALSE;
}

static gboolean
luotain_coverage_chooser_grab_focus (GtkWidget *widget)
{
  LuotainCoverageChooser *self = LUOTAIN_COVERAGE_CHOOSER (widget);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      return gtk_widget_grab_focus (self->buttons[i]);

  return gtk_widget_grab_focus (self->buttons[0]);
}

static void
luotain_coverage_chooser_dispose (GObject *object)
{
  luotain_children_unparent (GTK_WIDGET (object));

  G_OBJECT_CLASS (luotain_coverage_chooser_parent_class)->dispose (object);
}

static void
luotain_coverage_chooser_class_init (LuotainCoverageChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_coverage_chooser_dispose;
  widget_class->grab_focus = luotain_coverage_chooser_grab_focus;
  widget_class->focus = luotain_focus_children;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHOSEN] = g_signal_new ("chosen", LUOTAIN_TYPE_COVERAGE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
luotain_coverage_chooser_init (LuotainCoverageChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), luotain_wrap_layout_new (6));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    self->buttons[i] = button_new (self, i);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Coverage"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
