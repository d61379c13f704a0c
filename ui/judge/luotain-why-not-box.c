#include "config.h"

#include "luotain-why-not-box.h"

#include "luotain-asking.h"
#include "luotain-children.h"
#include "luotain-judge-rows.h"
#include "luotain-judge-words.h"
#include "luotain-succession-box.h"
#include "luotain-why-not-question.h"
#include "luotain-why-not-words.h"
#include "luotain-wrap-box.h"
#include "luotain-wrapped-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A room follows so many; the rest is counted. */
#define MOST_PUSHES 8
#define MOST_NEAREST 5
#define MOST_CHANGES 4
#define MOST_MENDS 4

struct _LuotainWhyNotBox
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainJudgeModel *model;
  gint64 scenario;
  GCancellable *asking; /* (nullable) */
  GPtrArray *said;

  GtkWidget *scroller;
  LuotainWrapBox *scenarios;
  GtkBox *box;
  GtkBox *answer;
  LuotainSuccessionBox *succession;
};

G_DEFINE_FINAL_TYPE (LuotainWhyNotBox, luotain_why_not_box, GTK_TYPE_WIDGET)

/* ---- building blocks ---- */

static GtkWidget *
say (LuotainWhyNotBox *self, const char *text, const char *style)
{
  GtkWidget *label = luotain_wrapped_label_new (text, style);

  gtk_box_append (self->answer, label);
  g_ptr_array_add (self->said, g_strdup (text));
  return label;
}

static void
say_heading (LuotainWhyNotBox *self, const char *text)
{
  gtk_widget_set_margin_top (say (self, text, "why-not-heading"), 24);
}

static GtkListBox *
add_list (LuotainWhyNotBox *self)
{
  GtkWidget *list = luotain_judge_list_new (self->said->pdata[self->said->len - 1]);

  gtk_widget_set_margin_top (list, 9);
  gtk_box_append (self->answer, list);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
add_row (LuotainWhyNotBox *self, GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = luotain_judge_row_new (title, subtitle);

  gtk_list_box_append (list, row);
  g_ptr_array_add (self->said,
                   subtitle != NULL ? g_strdup_printf ("%s: %s", title, subtitle) : g_strdup (title));
  return row;
}

/* ---- the parts of the answer ---- */

static void
add_push (LuotainWhyNotBox *self, const LuotainMatrix *matrix, GtkListBox *list, const LuotainBreak *broken,
          const LuotainPush *push)
{
  const int gap = push->on_rival - push->on_chosen;
  const guint state = gap > 0 ? broken->rival : broken->chosen;
  g_autofree char *title = luotain_why_not_push_title (matrix, push);
  g_autofree char *text = luotain_why_not_push_text (matrix, broken, push);
  const char *reason = luotain_judge_model_get_reason (self->model, push->source, push->source_state,
                                                       broken->variable, state);
  g_autofree char *subtitle = reason != NULL ? g_strdup_printf ("%s\n%s", text, reason) : g_strdup (text);
  g_autofree char *value = g_strdup_printf ("%d", ABS (gap));
  GtkWidget *row = add_row (self, list, title, subtitle);
  GtkWidget *weight = gtk_label_new (value);

  gtk_widget_add_css_class (weight, "push");
  gtk_widget_add_css_class (weight, gap > 0 ? "against" : "for");
  gtk_widget_add_css_class (weight, "numeric");
  gtk_widget_set_valign (weight, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), weight);
  luotain_judge_row_lead_to (row, push->source, push->source_state, broken->variable);
}

static void
add_pushes (LuotainWhyNotBox *self, const LuotainMatrix *matrix, const LuotainBreak *broken, gboolean against)
{
  GtkListBox *list = NULL;
  guint n_shown = 0;

  for (guint i = 0; i < broken->n_pushes && n_shown < MOST_PUSHES; i++)
    {
      /* Those that favour the chosen state most stand last. */
      const LuotainPush *push = &broken->pushes[against ? i : broken->n_pushes - 1 - i];
      const int gap = push->on_rival - push->on_chosen;

      if (against ? gap <= 0 : gap >= 0)
        continue;
      if (list == NULL)
        {
          const char *state = luotain_matrix_get_state (matrix, broken->variable,
                                                        against ? broken->rival : broken->chosen)
                                  ->title;
          g_autofree char *text = g_strdup_printf (against ? _ ("What pushes towards “%s”:")
                                                           : _ ("What speaks for “%s”:"),
                                                   state);

          gtk_widget_set_margin_top (say (self, text, "dim-label"), 12);
          list = add_list (self);
        }
      add_push (self, matrix, list, broken, push);
      n_shown++;
    }
}

static void
add_break (LuotainWhyNotBox *self, const LuotainMatrix *matrix, const char *title, const LuotainBreak *broken)
{
  g_autofree char *text = luotain_why_not_break (matrix, title, broken);

  say_heading (self, luotain_matrix_get_variable (matrix, broken->variable)->title);
  gtk_widget_set_margin_top (say (self, text, NULL), 6);
  add_pushes (self, matrix, broken, TRUE);
  add_pushes (self, matrix, broken, FALSE);
}

static void
add_nearest (LuotainWhyNotBox *self, const LuotainMatrix *matrix, const LuotainWhyNot *answer)
{
  const LuotainConsistentSet *nearest = answer->nearest;
  GtkListBox *list;
  g_autofree char *heading = NULL;

  say_heading (self, _ ("What Would Hold Together"));
  if (nearest == NULL || nearest->n == 0)
    {
      say (self,
           answer->end == LUOTAIN_END_COMPLETE ? _ ("As it is judged now, no path holds together.")
                                               : _ ("No path near it was found; the search was stopped."),
           NULL);
      return;
    }

  heading = g_strdup_printf (ngettext ("The nearest path that holds together differs in %u variable:",
                                       "The nearest path that holds together differs in %u variables:",
                                       answer->distance),
                             answer->distance);
  say (self, heading, NULL);
  list = add_list (self);
  for (gsize i = 0; i < MIN (nearest->n, MOST_NEAREST); i++)
    {
      const guint8 *path = luotain_consistent_set_path (nearest, i);
      g_autofree char *difference = luotain_judge_difference (matrix, path, answer->path);
      g_autofree char *score = luotain_judge_format_sum (nearest->total_impact_scores[i]);
      g_autofree char *worth = g_strdup_printf (_ ("Total impact score %s"), score);

      adw_action_row_add_suffix (ADW_ACTION_ROW (add_row (self, list, difference, worth)),
                                 luotain_take_button_new (self->context, self->model, path,
                                                          answer->n_variables));
    }
  if (nearest->n > MOST_NEAREST)
    {
      const guint more = (guint) (nearest->n - MOST_NEAREST);
      g_autofree char *text = g_strdup_printf (ngettext ("%u more is as near.", "%u more are as near.", more),
                                               more);

      gtk_widget_set_margin_top (say (self, text, "dim-label"), 6);
    }
}

static void
add_changes (LuotainWhyNotBox *self, const LuotainMatrix *matrix, const LuotainWhyNot *answer)
{
  GtkListBox *list = NULL;
  guint n_shown = 0;

  say_heading (self, _ ("If One State Were Changed"));
  for (guint i = 0; i < answer->n_changes && n_shown < MOST_CHANGES; i++)
    {
      const LuotainStateChange *change = &answer->changes[i];
      g_autofree char *text = NULL;

      if (change->verdict.inconsistency >= answer->verdict.inconsistency)
        continue;
      if (list == NULL)
        list = add_list (self);
      text = luotain_why_not_change (matrix, answer, change);
      add_row (self, list, text, NULL);
      n_shown++;
    }
  if (n_shown == 0)
    say (self, _ ("No other single state would make it hold better."), NULL);
}

static void
add_mends (LuotainWhyNotBox *self, const LuotainMatrix *matrix, const LuotainWhyNot *answer)
{
  GtkListBox *list;

  say_heading (self, _ ("If One Judgement Were Different"));
  if (answer->n_breaks > 1)
    {
      say (self, _ ("No single judgement mends it, since several variables break it."), NULL);
      return;
    }
  if (answer->breaks[0].n_mends == 0)
    {
      say (self, _ ("No single judgement mends it: it would have to lie beyond the scale."), NULL);
      return;
    }

  say (self, _ ("It would hold together with any one of these:"), NULL);
  list = add_list (self);
  for (guint i = 0; i < MIN (answer->breaks[0].n_mends, MOST_MENDS); i++)
    {
      const LuotainJudgementChange *mend = &answer->breaks[0].mends[i];
      g_autofree char *text = luotain_why_not_mend (matrix, mend);

      luotain_judge_row_lead_to (add_row (self, list, text, NULL), mend->source, mend->source_state,
                                 mend->target);
    }
}

/* ---- asking ---- */

static void
clear_answer (LuotainWhyNotBox *self)
{
  luotain_children_clear_box (self->answer);
  g_ptr_array_set_size (self->said, 0);
}

static void
show_answer (LuotainWhyNotBox *self, const LuotainMatrixScenario *scenario, const LuotainWhyNot *answer)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  g_autofree char *headline = luotain_why_not_headline (matrix, scenario->title, answer);
  g_autofree char *explanation = luotain_why_not_explanation (matrix, answer);
  g_autofree char *completion = luotain_why_not_completion (matrix, scenario->path, answer);

  clear_answer (self);
  luotain_succession_box_start (self->succession, answer->path);
  say (self, headline, "judge-sentence");
  gtk_widget_set_margin_top (say (self, explanation, NULL), 6);
  if (completion != NULL)
    say (self, completion, NULL);
  if (answer->consistent)
    return;

  for (guint i = 0; i < answer->n_breaks; i++)
    add_break (self, matrix, scenario->title, &answer->breaks[i]);
  add_nearest (self, matrix, answer);
  if (answer->distance != 1)
    add_changes (self, matrix, answer);
  add_mends (self, matrix, answer);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LuotainWhyNotBox *self = LUOTAIN_WHY_NOT_BOX (source);
  g_autoptr (LuotainWhyNot) answer = luotain_why_not_ask_finish (result);
  const LuotainMatrix *matrix = self->model != NULL ? luotain_judge_model_get_matrix (self->model) : NULL;
  const LuotainMatrixScenario *scenario = matrix != NULL
                                              ? luotain_matrix_find_scenario (matrix, self->scenario)
                                              : NULL;

  if (answer == NULL || scenario == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking
      || answer->n_variables != matrix->variables->len)
    return;

  show_answer (self, scenario, answer);
}

static void
ask_in_background (LuotainWhyNotBox *self, const LuotainMatrixScenario *scenario)
{
  self->asking = g_cancellable_new ();
  luotain_why_not_ask_async (G_OBJECT (self), self->model, scenario->path, self->asking, answered_cb);
  clear_answer (self);
  say (self, _ ("Looking for what holds together…"), NULL);
}

static void
ask (LuotainWhyNotBox *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const LuotainMatrixScenario *scenario = luotain_matrix_find_scenario (matrix, self->scenario);

  luotain_ask_no_more (&self->asking);

  if (scenario == NULL || scenario->n_open == matrix->variables->len)
    {
      clear_answer (self);
      luotain_succession_box_start (self->succession, NULL);
      say (
          self,
          scenario == NULL ? _ (
              "There is no scenario yet. Take one over from those that hold together, or choose the states of one in the table.")
                           : _ ("This scenario has no path yet. Choose its states in the table."),
          NULL);
    }
  else if (luotain_judge_model_is_quick (self->model))
    {
      g_autoptr (LuotainWhyNot) answer = luotain_why_not_ask (self->model, scenario->path);

      show_answer (self, scenario, answer);
    }
  else
    ask_in_background (self, scenario);
}

/* ---- which scenario ---- */

static void
chosen_cb (LuotainWhyNotBox *self, GtkToggleButton *button)
{
  const gint64 *scenario = g_object_get_data (G_OBJECT (button), "scenario");

  if (!gtk_toggle_button_get_active (button) || self->scenario == *scenario)
    return;

  self->scenario = *scenario;
  luotain_context_set_selection (self->context, self->scenario);
  ask (self);
}

static GtkToggleButton *
add_scenario (LuotainWhyNotBox *self, const LuotainMatrixScenario *scenario, const LuotainStanding *standing,
              GtkToggleButton *group)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  GtkWidget *button = gtk_toggle_button_new_with_label (scenario->title);
  g_autofree char *name = luotain_judge_standing (matrix, scenario->title, standing);

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, name);
  g_object_set_data_full (G_OBJECT (button), "scenario", g_memdup2 (&scenario->id, sizeof scenario->id),
                          g_free);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), scenario->id == self->scenario);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  luotain_wrap_box_append (self->scenarios, button);
  return GTK_TOGGLE_BUTTON (button);
}

static void
choose_scenario (LuotainWhyNotBox *self, const LuotainMatrix *matrix)
{
  if (luotain_matrix_find_scenario (matrix, self->scenario) != NULL)
    return;

  self->scenario = matrix->scenarios->len > 0 ? luotain_matrix_get_scenario (matrix, 0)->id : 0;
  for (guint i = 0; i < matrix->scenarios->len; i++)
    {
      const LuotainStanding standing = luotain_judge_model_get_standing (self->model, i);

      if (standing.kind != LUOTAIN_STANDING_BREAKS && standing.kind != LUOTAIN_STANDING_CANNOT_HOLD)
        continue;
      self->scenario = luotain_matrix_get_scenario (matrix, i)->id;
      return;
    }
}

static GtkWidget *
find_chosen (LuotainWhyNotBox *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->scenarios)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      return button;
  return NULL;
}

/* Only where it is looked at: while judging, every key solves anew. */
static void
show (LuotainWhyNotBox *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  GtkToggleButton *group = NULL;

  if (matrix == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || luotain_judge_model_get_progress (self->model) >= 0)
    return;

  choose_scenario (self, matrix);
  luotain_wrap_box_remove_all (self->scenarios);
  for (guint i = 0; i < matrix->scenarios->len; i++)
    {
      const LuotainStanding standing = luotain_judge_model_get_standing (self->model, i);

      group = add_scenario (self, luotain_matrix_get_scenario (matrix, i), &standing, group);
    }
  ask (self);
  if (focused)
    luotain_why_not_box_begin (self);
}

void
luotain_why_not_box_ask (LuotainWhyNotBox *self, gint64 scenario)
{
  self->scenario = scenario;
  show (self);
}

void
luotain_why_not_box_begin (LuotainWhyNotBox *self)
{
  GtkWidget *chosen = find_chosen (self);

  if (chosen != NULL)
    gtk_widget_grab_focus (chosen);
}

char *
luotain_why_not_box_get_text (LuotainWhyNotBox *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->said->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) self->said->pdata[i]);
  return g_string_free (text, FALSE);
}

/* ---- life ---- */

static void
luotain_why_not_box_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (luotain_why_not_box_parent_class)->map (widget);
  show (LUOTAIN_WHY_NOT_BOX (widget));
}

static void
luotain_why_not_box_dispose (GObject *object)
{
  LuotainWhyNotBox *self = LUOTAIN_WHY_NOT_BOX (object);

  luotain_ask_no_more (&self->asking);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_why_not_box_parent_class)->dispose (object);
}

static void
luotain_why_not_box_class_init (LuotainWhyNotBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_why_not_box_dispose;
  widget_class->map = luotain_why_not_box_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_why_not_box_init (LuotainWhyNotBox *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->said = g_ptr_array_new_with_free_func (g_free);
  self->scenarios = LUOTAIN_WRAP_BOX (luotain_wrap_box_new ());
  self->answer = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->answer), "why-not");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scenarios));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->answer));
  self->box = GTK_BOX (box);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 820);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_viewport_set_scroll_to_focus (
      GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
luotain_why_not_box_new (LuotainContext *context, LuotainJudgeModel *model)
{
  LuotainWhyNotBox *self = g_object_new (LUOTAIN_TYPE_WHY_NOT_BOX, NULL);

  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  self->succession = LUOTAIN_SUCCESSION_BOX (luotain_succession_box_new (context, model));
  gtk_box_append (self->box, GTK_WIDGET (self->succession));
  g_signal_connect_object (model, "solved", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
