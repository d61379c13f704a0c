#include "config.h"

#include "luotain-influence-step.h"

#include "luotain-influence-grid.h"
#include "luotain-judge-words.h"
#include "luotain-judging.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LuotainInfluenceStep
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainJudgeModel *model;
  LuotainMatrixAnswer *seen; /* (nullable): the answers when they were read last */
  guint n_seen;
  guint n_saves; /* of our own, that the model has not answered yet */

  GtkLabel *place;
  LuotainInfluenceGrid *grid;
  GtkLabel *question;
  GtkWidget *yes;
  GtkWidget *no;
  GtkWidget *go;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (LuotainInfluenceStep, luotain_influence_step, GTK_TYPE_WIDGET)

static void
set_chosen (GtkWidget *button, gboolean chosen)
{
  if (chosen)
    gtk_widget_add_css_class (button, "chosen");
  else
    gtk_widget_remove_css_class (button, "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
show_question (LuotainInfluenceStep *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  g_autofree char *question = NULL;
  LuotainMatrixAnswer answer;
  guint from, on;

  if (matrix == NULL || !luotain_influence_grid_get_pair (self->grid, &from, &on)
      || MAX (from, on) >= matrix->variables->len)
    return;

  question = luotain_judge_influence_question (luotain_matrix_get_variable (matrix, from)->title,
                                               luotain_matrix_get_variable (matrix, on)->title);
  gtk_label_set_markup (self->question, question);
  answer = luotain_matrix_get_block (matrix, from, on)->answer;
  set_chosen (self->yes, answer == LUOTAIN_MATRIX_YES);
  set_chosen (self->no, answer == LUOTAIN_MATRIX_NO);
}

static void
saved_cb (gpointer owner, gboolean success, gpointer result)
{
  if (!success)
    LUOTAIN_INFLUENCE_STEP (owner)->n_saves = 0;
}

static void
answered_cb (LuotainInfluenceStep *self, int answer)
{
  static const char *const words[] = { NULL, "no", "yes" };
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  GArray *answers;
  LuotainInfluenceAnswer given;
  guint from, on;

  if (!luotain_influence_grid_get_pair (self->grid, &from, &on)
      || (self->n_saves == 0 && (int) luotain_matrix_get_block (matrix, from, on)->answer == answer))
    return;
  if (!luotain_context_get_writable (self->context))
    {
      luotain_influence_grid_show (self->grid, matrix);
      return;
    }

  given.from = luotain_matrix_get_variable (matrix, from)->id;
  given.on = luotain_matrix_get_variable (matrix, on)->id;
  given.answer = words[answer];
  answers = g_array_new (FALSE, FALSE, sizeof given);
  g_array_append_val (answers, given);
  self->n_saves++;
  luotain_context_do (self->context, N_ ("Answer Direct Influence"), luotain_judging_answer_run, answers,
                      (GDestroyNotify) g_array_unref, NULL, saved_cb, self);
}

static void
yes_cb (LuotainInfluenceStep *self)
{
  answered_cb (self, LUOTAIN_MATRIX_YES);
  luotain_influence_grid_next (self->grid, TRUE);
}

static void
no_cb (LuotainInfluenceStep *self)
{
  answered_cb (self, LUOTAIN_MATRIX_NO);
  luotain_influence_grid_next (self->grid, TRUE);
}

/* Where undo, or somebody else, changed one answer, there the room is to look. */
static void
follow_change (LuotainInfluenceStep *self, const LuotainMatrix *matrix)
{
  const guint n = matrix->variables->len;
  guint n_changed = 0;
  guint changed = 0;

  for (guint i = 0; self->seen != NULL && self->n_seen == n && self->n_saves == 0 && i < n * n; i++)
    if (self->seen[i] != matrix->blocks[i].answer)
      {
        changed = i;
        n_changed++;
      }
  if (n_changed == 1 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    luotain_influence_grid_set_pair (self->grid, changed / n, changed % n, TRUE);
}

static void
remember (LuotainInfluenceStep *self, const LuotainMatrix *matrix)
{
  const guint n = matrix->variables->len;

  g_free (self->seen);
  self->seen = g_new0 (LuotainMatrixAnswer, n * n + 1);
  for (guint i = 0; i < n * n; i++)
    self->seen[i] = matrix->blocks[i].answer;
  self->n_seen = n;
  self->n_saves = 0;
}

static void
loaded_cb (LuotainInfluenceStep *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const gboolean writable = luotain_context_get_writable (self->context);
  g_autofree char *text = NULL;

  luotain_influence_grid_show (self->grid, matrix);
  follow_change (self, matrix);
  remember (self, matrix);
  if (matrix->n_questions_left > 0)
    text = g_strdup_printf (ngettext ("Step 1 of 2 · %u of %u question left",
                                      "Step 1 of 2 · %u of %u questions left", matrix->n_questions),
                            matrix->n_questions_left, matrix->n_questions);
  else
    text = g_strdup_printf (ngettext ("Step 1 of 2 · %u question is answered",
                                      "Step 1 of 2 · all %u questions are answered", matrix->n_questions),
                            matrix->n_questions);
  gtk_label_set_text (self->place, text);
  gtk_widget_set_sensitive (self->yes, writable);
  gtk_widget_set_sensitive (self->no, writable);
  gtk_widget_set_visible (self->go, matrix->n_screens_left > 0);
  gtk_widget_set_visible (self->hint, !luotain_context_get_room (self->context));
  show_question (self);
}

void
luotain_influence_step_begin (LuotainInfluenceStep *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  guint from, on;

  if (matrix == NULL || !luotain_influence_grid_get_pair (self->grid, &from, &on))
    return;

  luotain_influence_grid_set_pair (self->grid, from, on, TRUE);
  if (luotain_matrix_get_block (matrix, from, on)->answer != LUOTAIN_MATRIX_UNASKED)
    luotain_influence_grid_next (self->grid, TRUE);
}

static void
luotain_influence_step_dispose (GObject *object)
{
  LuotainInfluenceStep *self = LUOTAIN_INFLUENCE_STEP (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_INFLUENCE_STEP);
  g_clear_pointer (&self->seen, g_free);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_influence_step_parent_class)->dispose (object);
}

static void
luotain_influence_step_class_init (LuotainInfluenceStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_influence_step_dispose;

  g_type_ensure (LUOTAIN_TYPE_INFLUENCE_GRID);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-influence-step.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainInfluenceStep, place);
  gtk_widget_class_bind_template_child (widget_class, LuotainInfluenceStep, grid);
  gtk_widget_class_bind_template_child (widget_class, LuotainInfluenceStep, question);
  gtk_widget_class_bind_template_child (widget_class, LuotainInfluenceStep, yes);
  gtk_widget_class_bind_template_child (widget_class, LuotainInfluenceStep, no);
  gtk_widget_class_bind_template_child (widget_class, LuotainInfluenceStep, go);
  gtk_widget_class_bind_template_child (widget_class, LuotainInfluenceStep, hint);
  gtk_widget_class_bind_template_callback (widget_class, show_question);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_influence_step_init (LuotainInfluenceStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_influence_step_new (LuotainContext *context, LuotainJudgeModel *model)
{
  LuotainInfluenceStep *self = g_object_new (LUOTAIN_TYPE_INFLUENCE_STEP, NULL);

  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
