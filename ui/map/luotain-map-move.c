#include "config.h"

#include "luotain-finding-words.h"
#include "luotain-map-move.h"
#include "luotain-rating-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_STEPS 5

struct _LuotainMapMove
{
  GtkPopover parent_instance;

  GtkWidget *year;
  GtkDropDown *impact;
  GtkDropDown *probability;
  GtkDropDown *direction;
  GtkWidget *button;
};

static guint moved_signal;

G_DEFINE_FINAL_TYPE (LuotainMapMove, luotain_map_move, GTK_TYPE_POPOVER)

static void
choose (GtkDropDown *choices, double value, double least)
{
  /* The first choice leaves it as it is. */
  gtk_drop_down_set_selected (choices, isnan (value) ? 0 : (guint) (llround (value - least) + 1));
}

void
luotain_map_move_begin (LuotainMapMove *self, double year, double impact, double probability,
                        double direction)
{
  g_autofree char *text = isnan (year) ? g_strdup ("") : g_strdup_printf ("%.0f", year);

  g_return_if_fail (LUOTAIN_IS_MAP_MOVE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->year), text);
  choose (self->impact, impact, 1);
  choose (self->probability, probability, 1);
  choose (self->direction, direction, -1);
  gtk_widget_grab_focus (self->year);
}

static void
apply (GtkDropDown *choices, LuotainRatingEdit *edit, gint64 finding, const char *scale, int least)
{
  const guint chosen = gtk_drop_down_get_selected (choices);

  if (chosen != 0 && chosen != GTK_INVALID_LIST_POSITION)
    luotain_rating_edit_set_value (edit, finding, scale, (int) chosen - 1 + least, NULL);
}

void
luotain_map_move_apply (LuotainMapMove *self, LuotainRatingEdit *edit, gint64 finding)
{
  const gint64 year = luotain_rating_words_read_year (gtk_editable_get_text (GTK_EDITABLE (self->year)));

  g_return_if_fail (LUOTAIN_IS_MAP_MOVE (self));

  if (year > 0)
    luotain_rating_edit_set_value (edit, finding, LUOTAIN_SCALE_BREAKTHROUGH, year, NULL);
  apply (self->impact, edit, finding, LUOTAIN_SCALE_IMPACT, 1);
  apply (self->probability, edit, finding, LUOTAIN_SCALE_PROBABILITY, 1);
  apply (self->direction, edit, finding, LUOTAIN_SCALE_DIRECTION, -1);
}

static void
move_cb (LuotainMapMove *self)
{
  g_signal_emit (self, moved_signal, 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
fill (GtkDropDown *choices, int least, int most, gboolean words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Leave as It Is"));
  for (int i = least; i <= most; i++)
    {
      g_autofree char *text = words ? g_strdup (luotain_finding_words_direction (i))
                                    : g_strdup_printf ("%d", i);

      gtk_string_list_append (list, text);
    }
  gtk_drop_down_set_model (choices, G_LIST_MODEL (list));
}

static void
luotain_map_move_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUOTAIN_TYPE_MAP_MOVE);
  G_OBJECT_CLASS (luotain_map_move_parent_class)->dispose (object);
}

static void
luotain_map_move_class_init (LuotainMapMoveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_map_move_dispose;

  moved_signal = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-map-move.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainMapMove, year);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapMove, impact);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapMove, probability);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapMove, direction);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapMove, button);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
}

static void
luotain_map_move_init (LuotainMapMove *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self->impact, 1, N_STEPS, FALSE);
  fill (self->probability, 1, N_STEPS, FALSE);
  fill (self->direction, -1, 1, TRUE);
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->button);
}
