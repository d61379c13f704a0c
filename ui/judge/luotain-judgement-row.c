#include "config.h"

#include "luotain-judgement-row.h"

#include "luotain-field.h"
#include "luotain-judge-words.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

#define SPACING 18

/* The name of a state has at least this share of a line before the scale goes below it. */
#define LEAST_NAME 140

struct _LuotainJudgementRow
{
  GtkWidget parent_instance;

  int scale;
  gint64 value;
  char *reason;

  GtkWidget *names;
  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *values;
  GPtrArray *buttons;
};

enum
{
  CHANGED,
  POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainJudgementRow, luotain_judgement_row, GTK_TYPE_WIDGET)

static void
tell (LuotainJudgementRow *self)
{
  const gboolean open = self->value == LUOTAIN_NUMBER_UNSET;
  g_autofree char *number = open ? NULL : luotain_judge_format_value ((int) self->value);
  g_autofree char *text = open ? g_strdup (_ ("open")) : NULL;

  if (!open)
    text = g_strdup_printf ("%s, %s", number, luotain_judge_strength ((int) self->value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  luotain_judgement_row_get_title (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double) -self->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) self->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  open ? 0.0 : (double) self->value, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static void
show_value (LuotainJudgementRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = self->buttons->pdata[i];

      if (self->value == (int) i - self->scale)
        gtk_widget_add_css_class (button, "chosen");
      else
        gtk_widget_remove_css_class (button, "chosen");
    }
  tell (self);
}

static void
show_note (LuotainJudgementRow *self)
{
  gtk_label_set_text (GTK_LABEL (self->note), self->reason);
  gtk_widget_set_visible (self->note, self->reason != NULL && *self->reason != '\0');
}

static void
clicked_cb (LuotainJudgementRow *self, GtkWidget *button)
{
  const int value = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value"));

  g_signal_emit (self, signals[POINTED], 0);
  /* A second click takes it back. */
  luotain_judgement_row_set_value (self, self->value == value ? LUOTAIN_NUMBER_UNSET : value);
}

static void
add_button (LuotainJudgementRow *self, int value)
{
  g_autofree char *text = luotain_judge_format_value (value);
  g_autofree char *name = g_strdup_printf ("%s, %s", text, luotain_judge_strength (value));
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, luotain_judge_strength (value));
  gtk_widget_add_css_class (button, "step");
  gtk_widget_add_css_class (button, value < 0 ? "restricts" : value > 0 ? "promotes" : "neutral");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER (value));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->values), button);
  g_ptr_array_add (self->buttons, button);
}

static void
pressed_cb (LuotainJudgementRow *self)
{
  g_signal_emit (self, signals[POINTED], 0);
}

/* ---- layout: the scale beside the name, or below it where there is no room ---- */

static int
natural_width (GtkWidget *widget)
{
  int natural = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_of (GtkWidget *widget, int width)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static gboolean
is_wide (LuotainJudgementRow *self, int width)
{
  return width < 0 || width >= natural_width (self->values) + SPACING + LEAST_NAME;
}

static GtkSizeRequestMode
luotain_judgement_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_judgement_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                               int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainJudgementRow *self = LUOTAIN_JUDGEMENT_ROW (widget);
  const int values = natural_width (self->values);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->values, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = values + SPACING + MAX (LEAST_NAME, natural_width (self->names));
    }
  else if (is_wide (self, for_size))
    *minimum = *natural = MAX (height_of (self->values, values),
                               height_of (self->names, for_size < 0 ? -1 : for_size - values - SPACING));
  else
    *minimum = *natural = height_of (self->names, for_size) + 6 + height_of (self->values, for_size);
  *minimum_baseline = *natural_baseline = -1;
}

static void
luotain_judgement_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LuotainJudgementRow *self = LUOTAIN_JUDGEMENT_ROW (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int values = MIN (width, natural_width (self->values));
  GtkAllocation of_names = { 0, 0, width, 0 };
  GtkAllocation of_values = { mirrored ? width - values : 0, 0, values, 0 };

  if (is_wide (self, width))
    {
      of_names.width = width - values - SPACING;
      of_names.x = mirrored ? values + SPACING : 0;
      of_names.height = height;
      of_values.x = mirrored ? 0 : width - values;
      of_values.height = height_of (self->values, values);
      of_values.y = (height - of_values.height) / 2;
    }
  else
    {
      of_names.height = height_of (self->names, width);
      of_values.y = of_names.height + 6;
      of_values.height = height_of (self->values, values);
    }
  gtk_widget_size_allocate (self->names, &of_names, -1);
  gtk_widget_size_allocate (self->values, &of_values, -1);
}

/* ---- life ---- */

static void
luotain_judgement_row_dispose (GObject *object)
{
  LuotainJudgementRow *self = LUOTAIN_JUDGEMENT_ROW (object);

  g_clear_pointer (&self->names, gtk_widget_unparent);
  g_clear_pointer (&self->values, gtk_widget_unparent);

  G_OBJECT_CLASS (luotain_judgement_row_parent_class)->dispose (object);
}

static void
luotain_judgement_row_finalize (GObject *object)
{
  LuotainJudgementRow *self = LUOTAIN_JUDGEMENT_ROW (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->reason);

  G_OBJECT_CLASS (luotain_judgement_row_parent_class)->finalize (object);
}

static void
luotain_judgement_row_class_init (LuotainJudgementRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_judgement_row_dispose;
  object_class->finalize = luotain_judgement_row_finalize;
  widget_class->get_request_mode = luotain_judgement_row_get_request_mode;
  widget_class->measure = luotain_judgement_row_measure;
  widget_class->size_allocate = luotain_judgement_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "judgement");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
luotain_judgement_row_init (LuotainJudgementRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->value = LUOTAIN_NUMBER_UNSET;
  self->buttons = g_ptr_array_new ();
  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->names, GTK_ALIGN_CENTER);
  self->title = luotain_wrapped_label_new (NULL, "state");
  self->note = luotain_wrapped_label_new (NULL, "note");
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (self->names), self->title);
  gtk_box_append (GTK_BOX (self->names), self->note);
  gtk_widget_set_parent (self->names, GTK_WIDGET (self));

  self->values = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_parent (self->values, GTK_WIDGET (self));

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
luotain_judgement_row_new (int scale)
{
  LuotainJudgementRow *self = g_object_new (LUOTAIN_TYPE_JUDGEMENT_ROW, NULL);

  self->scale = scale;
  for (int value = -scale; value <= scale; value++)
    add_button (self, value);
  return GTK_WIDGET (self);
}

void
luotain_judgement_row_show (LuotainJudgementRow *self, const char *title, gint64 value, const char *note)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  self->value = value;
  show_value (self);
  luotain_judgement_row_set_reason (self, note);
}

GtkWidget *
luotain_judgement_row_get_values (LuotainJudgementRow *self)
{
  return self->values;
}

int
luotain_judgement_row_get_scale (LuotainJudgementRow *self)
{
  return self->scale;
}

const char *
luotain_judgement_row_get_title (LuotainJudgementRow *self)
{
  return gtk_label_get_text (GTK_LABEL (self->title));
}

gint64
luotain_judgement_row_get_value (LuotainJudgementRow *self)
{
  return self->value;
}

void
luotain_judgement_row_set_value (LuotainJudgementRow *self, gint64 value)
{
  if (self->value == value || (value != LUOTAIN_NUMBER_UNSET && ABS (value) > self->scale))
    return;

  self->value = value;
  show_value (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
luotain_judgement_row_get_reason (LuotainJudgementRow *self)
{
  return self->reason;
}

void
luotain_judgement_row_set_reason (LuotainJudgementRow *self, const char *reason)
{
  g_autofree char *copy = g_strdup (reason != NULL ? reason : "");

  g_free (self->reason);
  self->reason = g_steal_pointer (&copy);
  show_note (self);
}
