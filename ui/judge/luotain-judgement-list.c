#include "config.h"

#include "luotain-judgement-list.h"

#include "luotain-judge-words.h"
#include "luotain-named-row.h"
#include "luotain-tab-stop.h"
#include "luotain-wrapped-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Rows are made when they come into sight: a place in the model's order is all that the list holds. */
struct _LuotainJudgementList
{
  GtkWidget parent_instance;

  LuotainJudgeModel *model;
  GtkStringList *places;
  GtkWidget *view;
  GtkWidget *scroller;
  GtkWidget *stop; /* what holds the scroller */
};

G_DEFINE_FINAL_TYPE (LuotainJudgementList, luotain_judgement_list, GTK_TYPE_WIDGET)

static char *
describe_answers (LuotainJudgementList *self, const LuotainJudgingScreen *screen)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const LuotainMatrixVariable *target = luotain_matrix_get_variable (matrix, screen->target);
  GString *text = g_string_new (NULL);

  for (guint y = 0; y < target->n_states; y++)
    {
      const gboolean judged = luotain_matrix_get_judgement (matrix, screen->source, screen->state,
                                                            screen->target, y)
                              != 0;
      g_autofree char *value = judged ? luotain_judge_format_value (luotain_cross_impact_get (
                                   matrix->cross_impact, screen->source, screen->state, screen->target, y))
                                      : g_strdup (_ ("open"));

      g_string_append_printf (text, "%s%s %s", y > 0 ? "  ·  " : "",
                              luotain_matrix_get_state (matrix, screen->target, y)->title, value);
    }
  return g_string_free (text, FALSE);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = luotain_named_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), luotain_wrapped_label_new (NULL, "heading"));
  gtk_box_append (GTK_BOX (box), luotain_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (box), luotain_wrapped_label_new (NULL, "dim-label"));
  adw_bin_set_child (ADW_BIN (row), box);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, LuotainJudgementList *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *pair = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (row)));
  GtkWidget *condition = gtk_widget_get_next_sibling (pair);
  GtkWidget *answers = gtk_widget_get_next_sibling (condition);
  const LuotainJudgingScreen *screen;
  const char *source, *target;
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (gtk_list_item_get_position (item) >= order->screens->len)
    return;

  screen = luotain_judging_order_get (order, gtk_list_item_get_position (item));
  source = luotain_matrix_get_variable (matrix, screen->source)->title;
  target = luotain_matrix_get_variable (matrix, screen->target)->title;
  title = g_strdup_printf ("%s → %s", source, target);
  sentence = luotain_judge_condition (
      source, luotain_matrix_get_state (matrix, screen->source, screen->state)->title);
  text = describe_answers (self, screen);
  /* The pair stands once, above its first state. */
  gtk_widget_set_visible (pair, screen->state == 0);
  gtk_widget_set_margin_top (pair, screen->state == 0 ? 9 : 0);
  gtk_label_set_text (GTK_LABEL (pair), title);
  gtk_label_set_markup (GTK_LABEL (condition), sentence);
  gtk_label_set_text (GTK_LABEL (answers), text);
  name = g_strdup_printf ("%s: %s %s", title, gtk_label_get_text (GTK_LABEL (condition)), text);
  luotain_named_row_set_label (LUOTAIN_NAMED_ROW (row), name);
}

static void
activate_cb (LuotainJudgementList *self, guint position)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);
  const LuotainJudgingScreen *screen;

  if (position >= order->screens->len)
    return;

  screen = luotain_judging_order_get (order, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "judge.screen", "(uuu)", screen->source, screen->state,
                              screen->target);
}

/* The rows are bound anew, whatever changed in them; where there are as many, the list stays where it is. */
static void
loaded_cb (LuotainJudgementList *self)
{
  const guint n = luotain_judge_model_get_order (self->model)->screens->len;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  const double value = gtk_adjustment_get_value (adjustment);
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = "";
  gtk_string_list_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)), texts);
  gtk_adjustment_set_value (adjustment, value);
}

void
luotain_judgement_list_begin (LuotainJudgementList *self)
{
  gtk_widget_grab_focus (self->view);
}

static void
luotain_judgement_list_dispose (GObject *object)
{
  LuotainJudgementList *self = LUOTAIN_JUDGEMENT_LIST (object);

  g_clear_pointer (&self->stop, gtk_widget_unparent);
  g_clear_object (&self->places);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (luotain_judgement_list_parent_class)->dispose (object);
}

static void
luotain_judgement_list_class_init (LuotainJudgementListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_judgement_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_judgement_list_init (LuotainJudgementList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->places = gtk_string_list_new (NULL);
  self->view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->places)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "judgement-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All Judgements"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 900);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->view);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  self->stop = luotain_tab_stop_new (self->scroller);
  gtk_widget_set_parent (self->stop, GTK_WIDGET (self));
}

GtkWidget *
luotain_judgement_list_new (LuotainJudgeModel *model)
{
  LuotainJudgementList *self = g_object_new (LUOTAIN_TYPE_JUDGEMENT_LIST, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  if (luotain_judge_model_get_order (model) != NULL)
    loaded_cb (self);
  return GTK_WIDGET (self);
}
