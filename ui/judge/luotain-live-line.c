#include "config.h"

#include "luotain-live-line.h"

#include "luotain-children.h"
#include "luotain-judge-words.h"
#include "luotain-wrap-layout.h"

#include <glib/gi18n.h>

/* More would be a page of its own. */
#define MOST_SCENARIOS 8

struct _LuotainLiveLine
{
  GtkWidget parent_instance;

  LuotainJudgeModel *model;
  GtkWidget *count;
  GtkWidget *stop;
  GPtrArray *buttons; /* one a scenario */
};

G_DEFINE_FINAL_TYPE (LuotainLiveLine, luotain_live_line, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static GtkWidget *
button_new (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "standing");
  return button;
}

static void
show_standing (LuotainLiveLine *self, GtkWidget *button, guint scenario)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const LuotainMatrixScenario *shown = luotain_matrix_get_scenario (matrix, scenario);
  const LuotainStanding standing = luotain_judge_model_get_standing (self->model, scenario);
  const gboolean breaks = standing.kind == LUOTAIN_STANDING_BREAKS
                          || standing.kind == LUOTAIN_STANDING_CANNOT_HOLD;
  g_autofree char *text = luotain_judge_standing (matrix, shown->title, &standing);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *label = gtk_widget_get_next_sibling (icon);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), breaks ? "dialog-warning-symbolic"
                                                  : luotain_standing_holds (&standing)
                                                      ? "object-select-symbolic"
                                                      : "dialog-question-symbolic");
  gtk_label_set_text (GTK_LABEL (label), text);
  set_class (button, "breaks", breaks);
  set_class (button, "holds", luotain_standing_holds (&standing));
  gtk_widget_set_tooltip_text (button, _ ("Why?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", shown->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "judge.why-not");
}

static void
show (LuotainLiveLine *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const guint n = matrix != NULL ? MIN (matrix->scenarios->len, MOST_SCENARIOS) : 0;
  g_autofree char *count = NULL;

  if (matrix == NULL)
    return;

  count = luotain_judge_count (self->model);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->stop, luotain_judge_model_get_progress (self->model) >= 0);
  while (self->buttons->len < n)
    {
      GtkWidget *button = button_new ();

      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }
  while (self->buttons->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (self->buttons, self->buttons->len - 1));
  for (guint i = 0; i < n; i++)
    show_standing (self, self->buttons->pdata[i], i);
}

char *
luotain_live_line_get_text (LuotainLiveLine *self)
{
  GString *text = g_string_new (gtk_label_get_text (GTK_LABEL (self->count)));

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->buttons->pdata[i]));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : " ",
                              gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (box))));
    }
  return g_string_free (text, FALSE);
}

static void
luotain_live_line_dispose (GObject *object)
{
  LuotainLiveLine *self = LUOTAIN_LIVE_LINE (object);

  g_ptr_array_set_size (self->buttons, 0);
  luotain_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->model);

  G_OBJECT_CLASS (luotain_live_line_parent_class)->dispose (object);
}

static void
luotain_live_line_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_LIVE_LINE (object)->buttons);

  G_OBJECT_CLASS (luotain_live_line_parent_class)->finalize (object);
}

static void
luotain_live_line_class_init (LuotainLiveLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_live_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_live_line_finalize;
  gtk_widget_class_set_css_name (widget_class, "liveline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
luotain_live_line_init (LuotainLiveLine *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), luotain_wrap_layout_new (4));

  self->count = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_add_css_class (self->count, "count");
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));

  self->stop = gtk_button_new_with_label (_ ("Stop"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stop the Search"), -1);
  gtk_widget_set_parent (self->stop, GTK_WIDGET (self));
}

GtkWidget *
luotain_live_line_new (LuotainJudgeModel *model)
{
  LuotainLiveLine *self = g_object_new (LUOTAIN_TYPE_LIVE_LINE, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "solved", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stop, "clicked", G_CALLBACK (luotain_judge_model_stop), model,
                           G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
