#include "config.h"

#include "luotain-succession-box.h"

#include "luotain-asking.h"
#include "luotain-children.h"
#include "luotain-judge-rows.h"
#include "luotain-judge-words.h"
#include "luotain-succession-words.h"
#include "luotain-wrapped-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* A room follows so many; the rest is counted. */
#define MOST_STEPS 12

struct _LuotainSuccessionBox
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainJudgeModel *model;
  GBytes *asked; /* (nullable): the path that was asked for */
  guint8 *path; /* (nullable): the one that is followed */
  GCancellable *following; /* (nullable): in the background */
  gboolean filling;
  GPtrArray *said;

  GtkWidget *box;
  GtkToggleButton *local;
  GtkWidget *start_list;
  AdwExpanderRow *start;
  GPtrArray *choices; /* (element-type AdwComboRow): one a variable, of the expander */
  GtkBox *steps;
};

G_DEFINE_FINAL_TYPE (LuotainSuccessionBox, luotain_succession_box, GTK_TYPE_WIDGET)

/* ---- the steps ---- */

static GtkWidget *
say (LuotainSuccessionBox *self, const char *text, const char *style)
{
  GtkWidget *label = luotain_wrapped_label_new (text, style);

  gtk_widget_set_margin_top (label, 9);
  gtk_box_append (self->steps, label);
  g_ptr_array_add (self->said, g_strdup (text));
  return label;
}

static void
clear_steps (LuotainSuccessionBox *self)
{
  luotain_children_clear_box (self->steps);
  g_ptr_array_set_size (self->said, 0);
}

static void
add_move (LuotainSuccessionBox *self, const LuotainMatrix *matrix, GtkListBox *list, gsize step,
          const LuotainBreak *move)
{
  g_autofree char *title = luotain_succession_move (matrix, move);
  g_autofree char *reason = luotain_succession_reason (matrix, move);
  g_autofree char *number = g_strdup_printf ("%u", (guint) step);
  GtkWidget *row = luotain_judge_row_new (title, reason);
  GtkWidget *mark = gtk_label_new (number);

  gtk_widget_add_css_class (mark, "push");
  gtk_widget_add_css_class (mark, "step-number");
  gtk_widget_add_css_class (mark, "numeric");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  if (move->n_pushes > 0)
    luotain_judge_row_lead_to (row, move->pushes[0].source, move->pushes[0].source_state, move->variable);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->said, g_strdup_printf ("%s. %s: %s", number, title, reason));
}

static void
add_steps (LuotainSuccessionBox *self, const LuotainMatrix *matrix, const LuotainWalk *walk)
{
  const LuotainCrossImpact *judgements = luotain_judge_model_get_judgements (self->model);
  const guint n = walk->n_variables;
  const gsize n_steps = walk->cycle_start + 1 == walk->n_paths ? walk->n_paths - 1 : walk->n_paths;
  GtkWidget *list = luotain_judge_list_new (_ ("Steps"));

  gtk_widget_set_margin_top (list, 9);
  gtk_widget_set_visible (list, n_steps > 0);
  gtk_box_append (self->steps, list);
  for (gsize i = 0; i < MIN (n_steps, MOST_STEPS); i++)
    {
      const guint8 *from = walk->states + i * n;
      const guint8 *to = walk->states + (i + 1 < walk->n_paths ? i + 1 : walk->cycle_start) * n;

      for (guint j = 0; j < n; j++)
        if (from[j] != to[j])
          {
            g_autoptr (LuotainBreak) move = luotain_break_new (judgements, from, j, to[j]);

            add_move (self, matrix, GTK_LIST_BOX (list), i + 1, move);
          }
    }
  if (n_steps > MOST_STEPS)
    {
      const guint more = (guint) (n_steps - MOST_STEPS);
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u more step follows.", "%u more steps follow.", more), more);

      say (self, text, "dim-label");
    }
}

/* What it comes to rest in is shown in full, to be taken over. */
static void
add_end (LuotainSuccessionBox *self, const LuotainMatrix *matrix, const LuotainWalk *walk)
{
  const guint8 *last = walk->states + (walk->n_paths - 1) * walk->n_variables;
  g_autofree char *text = luotain_succession_end (walk);
  g_autofree char *states = luotain_judge_path (matrix, last);
  const char *same = luotain_succession_same (matrix, last);
  g_autofree char *relation = same != NULL ? g_strdup_printf (_ ("This is %s"), same)
                                           : g_strdup (_ ("Where It Comes to Rest"));
  GtkWidget *list, *row;

  say (self, text, NULL);
  if (walk->cycle_start + 1 != walk->n_paths || walk->n_paths == 1)
    return;

  list = luotain_judge_list_new (_ ("Where It Comes to Rest"));
  row = luotain_judge_row_new (relation, states);
  if (same == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               luotain_take_button_new (self->context, self->model, last, walk->n_variables));
  gtk_widget_set_margin_top (list, 9);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (self->steps, list);
  g_ptr_array_add (self->said, g_strdup_printf ("%s: %s", relation, states));
}

static void
show_walk (LuotainSuccessionBox *self, const LuotainWalk *walk)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);

  clear_steps (self);
  add_steps (self, matrix, walk);
  add_end (self, matrix, walk);
}

/* ---- following ---- */

typedef struct
{
  LuotainCrossImpact *judgements;
  LuotainSuccession succession;
  guint8 *path;
} Question;

static void
question_free (Question *self)
{
  luotain_cross_impact_free (self->judgements);
  g_free (self->path);
  g_free (self);
}

static void
follow_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (
      task, luotain_succession_walk (question->judgements, question->succession, question->path, cancellable),
      (GDestroyNotify) luotain_walk_free);
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LuotainSuccessionBox *self = LUOTAIN_SUCCESSION_BOX (source);
  g_autoptr (LuotainWalk) walk = g_task_propagate_pointer (G_TASK (result), NULL);
  const LuotainMatrix *matrix = self->model != NULL ? luotain_judge_model_get_matrix (self->model) : NULL;

  if (walk == NULL || matrix == NULL || g_task_get_cancellable (G_TASK (result)) != self->following
      || walk->n_variables != matrix->variables->len)
    return;

  show_walk (self, walk);
}

static void
stop (LuotainSuccessionBox *self)
{
  luotain_ask_no_more (&self->following);
}

static void
follow_in_background (LuotainSuccessionBox *self, LuotainSuccession succession)
{
  const LuotainCrossImpact *judgements = luotain_judge_model_get_judgements (self->model);
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  self->following = g_cancellable_new ();
  question->judgements = luotain_cross_impact_copy (judgements);
  question->succession = succession;
  question->path = g_memdup2 (self->path, judgements->n_variables);
  task = g_task_new (self, self->following, followed_cb, NULL);
  g_task_set_name (task, "luotain_succession_box_follow");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, follow_thread);
}

static void
follow (LuotainSuccessionBox *self)
{
  const LuotainSuccession succession = gtk_toggle_button_get_active (self->local) ? LUOTAIN_SUCCESSION_LOCAL
                                                                                  : LUOTAIN_SUCCESSION_GLOBAL;

  stop (self);
  if (self->path == NULL)
    return;

  if (luotain_judge_model_is_quick (self->model))
    {
      g_autoptr (LuotainWalk) walk = luotain_succession_walk (
          luotain_judge_model_get_judgements (self->model), succession, self->path, NULL);

      show_walk (self, walk);
    }
  else
    {
      clear_steps (self);
      follow_in_background (self, succession);
    }
}

/* ---- where it starts ---- */

static void
say_start (LuotainSuccessionBox *self, const LuotainMatrix *matrix)
{
  const char *same = luotain_succession_same (matrix, self->path);
  g_autofree char *states = luotain_judge_path (matrix, self->path);

  adw_expander_row_set_subtitle (self->start, same != NULL ? same : states);
}

static void
chosen_cb (LuotainSuccessionBox *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);

  if (self->filling || matrix == NULL || self->choices->len != matrix->variables->len)
    return;

  for (guint i = 0; i < self->choices->len; i++)
    self->path[i] = (guint8) adw_combo_row_get_selected (self->choices->pdata[i]);
  say_start (self, matrix);
  follow (self);
}

static void
add_choice (LuotainSuccessionBox *self, const LuotainMatrix *matrix, guint i)
{
  const LuotainMatrixVariable *variable = luotain_matrix_get_variable (matrix, i);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint x = 0; x < variable->n_states; x++)
    gtk_string_list_append (states, luotain_matrix_get_state (matrix, i, x)->title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), variable->title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (states));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), self->path[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, variable->title, -1);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->start, row);
  g_ptr_array_add (self->choices, row);
}

static void
fill_start (LuotainSuccessionBox *self, const LuotainMatrix *matrix)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    adw_expander_row_remove (self->start, self->choices->pdata[i]);
  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; i < matrix->variables->len; i++)
    add_choice (self, matrix, i);
  self->filling = FALSE;
}

/* What somebody chose fits the matrix still. */
static gboolean
fits (LuotainSuccessionBox *self, const LuotainMatrix *matrix)
{
  if (self->path == NULL || self->choices->len != matrix->variables->len)
    return FALSE;

  for (guint i = 0; i < matrix->variables->len; i++)
    if (self->path[i] >= luotain_matrix_get_variable (matrix, i)->n_states)
      return FALSE;
  return TRUE;
}

void
luotain_succession_box_start (LuotainSuccessionBox *self, const guint8 *path)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const guint n = matrix->variables->len;
  g_autoptr (GBytes) asked = path != NULL ? g_bytes_new (path, n) : g_bytes_new_take (g_malloc0 (n + 1), n);

  if (self->asked == NULL || !g_bytes_equal (self->asked, asked) || !fits (self, matrix))
    {
      g_free (self->path);
      self->path = g_memdup2 (g_bytes_get_data (asked, NULL), n);
    }
  g_clear_pointer (&self->asked, g_bytes_unref);
  self->asked = g_steal_pointer (&asked);
  fill_start (self, matrix);
  say_start (self, matrix);
  follow (self);
}

char *
luotain_succession_box_get_text (LuotainSuccessionBox *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->said->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) self->said->pdata[i]);
  return g_string_free (text, FALSE);
}

/* ---- life ---- */

static void
luotain_succession_box_dispose (GObject *object)
{
  LuotainSuccessionBox *self = LUOTAIN_SUCCESSION_BOX (object);

  stop (self);
  self->filling = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_succession_box_parent_class)->dispose (object);
}

static void
luotain_succession_box_finalize (GObject *object)
{
  LuotainSuccessionBox *self = LUOTAIN_SUCCESSION_BOX (object);

  g_clear_pointer (&self->asked, g_bytes_unref);
  g_free (self->path);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->said);

  G_OBJECT_CLASS (luotain_succession_box_parent_class)->finalize (object);
}

static void
luotain_succession_box_class_init (LuotainSuccessionBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_succession_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_succession_box_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* What libadwaita leaves nameless inside its row. */
static void
name_inside (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_focusable (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      name_inside (child, name);
    }
}

static GtkWidget *
add_way (GtkWidget *ways, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (ways), button);
  return button;
}

static void
luotain_succession_box_init (LuotainSuccessionBox *self)
{
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *global;

  self->said = g_ptr_array_new_with_free_func (g_free);
  self->choices = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->steps = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->start_list = luotain_judge_list_new (_ ("Starting Point"));
  self->start = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->start), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->start), _ ("Starting Point"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Starting Point"), -1);
  name_inside (GTK_WIDGET (self->start), _ ("Starting Point"));
  gtk_list_box_append (GTK_LIST_BOX (self->start_list), GTK_WIDGET (self->start));

  global = add_way (ways, _ ("All at Once"),
                    _ ("In Each Step, Every Variable Moves to the State Pushed Most"));
  self->local = GTK_TOGGLE_BUTTON (add_way (
      ways, _ ("One at a Time"), _ ("In Each Step, Only the Variable Moves That Falls Behind Most")));
  gtk_toggle_button_set_group (self->local, GTK_TOGGLE_BUTTON (global));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (global), TRUE);
  g_signal_connect_object (self->local, "toggled", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (ways, "linked");
  gtk_widget_set_halign (ways, GTK_ALIGN_START);

  gtk_box_append (GTK_BOX (self->box),
                  luotain_wrapped_label_new (_ ("Where the Judgements Lead"), "why-not-heading"));
  gtk_box_append (GTK_BOX (self->box), ways);
  gtk_box_append (GTK_BOX (self->box), self->start_list);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->steps));
  gtk_widget_add_css_class (self->box, "why-not");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
luotain_succession_box_new (LuotainContext *context, LuotainJudgeModel *model)
{
  LuotainSuccessionBox *self = g_object_new (LUOTAIN_TYPE_SUCCESSION_BOX, NULL);

  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
}
