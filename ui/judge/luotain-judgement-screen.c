#include "config.h"

#include "luotain-judgement-screen.h"

#include "luotain-empty-state.h"
#include "luotain-judge-words.h"
#include "luotain-judgement-cells.h"
#include "luotain-judgement-keys.h"
#include "luotain-judgement-memory.h"
#include "luotain-judgement-row.h"
#include "luotain-judging.h"
#include "luotain-progress-dots.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

struct _LuotainJudgementScreen
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainJudgeModel *model;
  gint64 state; /* what is asked: of this state … */
  gint64 target; /* … on this key variable; 0 where nothing is asked yet */
  guint place; /* in the model's order */
  guint current; /* the row with the keyboard */
  gboolean dirty; /* something was chosen or written that is not saved */
  gboolean filling; /* the reason entry is being filled */
  guint n_saves; /* of our own, that the model has not answered yet */
  LuotainJudgementKeys keys;
  LuotainJudgementMemory memory; /* what was read last */

  GtkStack *stack;
  GtkLabel *place_label;
  LuotainProgressDots *dots;
  GtkLabel *condition;
  GtkLabel *consequence;
  GtkBox *ends;
  GtkBox *rows;
  GtkEntry *reason;
  GtkWidget *hint;
  GtkWidget *to_consistent;
  GtkSizeGroup *scales;
};

G_DEFINE_FINAL_TYPE (LuotainJudgementScreen, luotain_judgement_screen, GTK_TYPE_WIDGET)

static const LuotainJudgingScreen *
get_screen (LuotainJudgementScreen *self)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);

  return order != NULL && self->target != 0 && self->place < order->screens->len
             ? luotain_judging_order_get (order, self->place)
             : NULL;
}

static LuotainJudgementRow *
get_row (LuotainJudgementScreen *self, guint index)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  while (row != NULL && index-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row != NULL ? LUOTAIN_JUDGEMENT_ROW (row) : NULL;
}

static guint
count_rows (LuotainJudgementScreen *self)
{
  guint n_rows = 0;

  while (get_row (self, n_rows) != NULL)
    n_rows++;
  return n_rows;
}

static gboolean
has_focus (LuotainJudgementScreen *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows))
             || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->reason)));
}

/* ---- the row with the keyboard ---- */

static void
show_reason (LuotainJudgementScreen *self)
{
  LuotainJudgementRow *row = get_row (self, self->current);
  g_autofree char *name = NULL;

  if (row == NULL)
    return;

  /* Translators: %s is a state of a key variable */
  name = g_strdup_printf (_ ("Reason for “%s”"), luotain_judgement_row_get_title (row));
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->reason), luotain_judgement_row_get_reason (row));
  self->filling = FALSE;
  gtk_entry_set_placeholder_text (self->reason, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Only one row is reached by Tab; the arrow keys walk from there. */
static void
set_current (LuotainJudgementScreen *self, guint current, gboolean grab)
{
  const guint n_rows = count_rows (self);

  self->current = MIN (current, n_rows > 0 ? n_rows - 1 : 0);
  for (guint i = 0; i < n_rows; i++)
    {
      GtkWidget *row = GTK_WIDGET (get_row (self, i));

      gtk_widget_set_focusable (row, i == self->current);
      if (i == self->current)
        gtk_widget_add_css_class (row, "current");
      else
        gtk_widget_remove_css_class (row, "current");
    }
  show_reason (self);
  if (grab && n_rows > 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, self->current)));
}

static guint
index_of (LuotainJudgementScreen *self, LuotainJudgementRow *row)
{
  guint index = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (row)); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;
  return index;
}

static void
row_pointed_cb (LuotainJudgementScreen *self, LuotainJudgementRow *row)
{
  set_current (self, index_of (self, row), TRUE);
}

static void
try_values (LuotainJudgementScreen *self)
{
  const LuotainJudgingScreen *screen = get_screen (self);
  const guint n_rows = count_rows (self);
  g_autofree gint64 *values = g_new0 (gint64, n_rows + 1);

  if (screen == NULL)
    return;
  for (guint y = 0; y < n_rows; y++)
    values[y] = luotain_judgement_row_get_value (get_row (self, y));
  luotain_judge_model_try (self->model, screen->source, screen->state, screen->target, values);
}

static void
row_changed_cb (LuotainJudgementScreen *self)
{
  self->dirty = TRUE;
  try_values (self);
}

static void
reason_changed_cb (LuotainJudgementScreen *self)
{
  LuotainJudgementRow *row = get_row (self, self->current);

  if (self->filling || row == NULL)
    return;
  luotain_judgement_row_set_reason (row, gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  self->dirty = TRUE;
}

/* ---- saving ---- */

static void
saved_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainJudgementScreen *self = owner;

  if (!success)
    self->n_saves = 0;
}

static gboolean
save (LuotainJudgementScreen *self)
{
  const LuotainJudgingScreen *screen = get_screen (self);
  g_autoptr (GArray) cells = luotain_judgement_cells_new ();

  if (screen == NULL || !luotain_context_get_writable (self->context))
    return FALSE;

  for (guint y = 0; y < count_rows (self); y++)
    luotain_judgement_cells_add (cells, self->model, screen, y,
                                 luotain_judgement_row_get_value (get_row (self, y)),
                                 luotain_judgement_row_get_reason (get_row (self, y)));
  self->dirty = FALSE;
  if (cells->len == 0)
    return FALSE;

  self->n_saves++;
  luotain_context_do (self->context, N_ ("Judge"), luotain_judging_set_run, g_steal_pointer (&cells),
                      (GDestroyNotify) g_array_unref, NULL, saved_cb, self);
  return TRUE;
}

/* ---- what is shown ---- */

static void
make_rows (LuotainJudgementScreen *self, guint n_rows)
{
  const int scale = luotain_judge_model_get_scale (self->model);
  LuotainJudgementRow *first = get_row (self, 0);

  if (first != NULL && count_rows (self) == n_rows && luotain_judgement_row_get_scale (first) == scale)
    return;

  while ((first = get_row (self, 0)) != NULL)
    {
      gtk_size_group_remove_widget (self->scales, luotain_judgement_row_get_values (first));
      gtk_box_remove (self->rows, GTK_WIDGET (first));
    }
  for (guint i = 0; i < n_rows; i++)
    {
      GtkWidget *row = luotain_judgement_row_new (scale);

      g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "pointed", G_CALLBACK (row_pointed_cb), self, G_CONNECT_SWAPPED);
      gtk_size_group_add_widget (self->scales,
                                 luotain_judgement_row_get_values (LUOTAIN_JUDGEMENT_ROW (row)));
      gtk_box_append (self->rows, row);
    }
}

/* What nobody has judged yet begins with zeros: most states are not influenced. */
static void
fill_rows (LuotainJudgementScreen *self, const LuotainJudgingScreen *screen)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const LuotainMatrixVariable *target = luotain_matrix_get_variable (matrix, screen->target);
  const gboolean begun = luotain_judgement_cells_any (self->model, screen);

  make_rows (self, target->n_states);
  for (guint y = 0; y < target->n_states; y++)
    {
      const gboolean judged = luotain_matrix_get_judgement (matrix, screen->source, screen->state,
                                                            screen->target, y)
                              != 0;
      const gint64 value = judged  ? luotain_cross_impact_get (matrix->cross_impact, screen->source,
                                                               screen->state, screen->target, y)
                           : begun ? LUOTAIN_NUMBER_UNSET
                                   : 0;

      luotain_judgement_row_show (
          get_row (self, y), luotain_matrix_get_state (matrix, screen->target, y)->title, value,
          luotain_judge_model_get_reason (self->model, screen->source, screen->state, screen->target, y));
    }
  self->dirty = FALSE;
}

static void
show_screen (LuotainJudgementScreen *self, const LuotainJudgingScreen *screen)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const char *source = luotain_matrix_get_variable (matrix, screen->source)->title;
  const char *target = luotain_matrix_get_variable (matrix, screen->target)->title;
  const LuotainMatrixState *state = luotain_matrix_get_state (matrix, screen->source, screen->state);
  const gboolean writable = luotain_context_get_writable (self->context);
  g_autofree char *condition = luotain_judge_condition (source, state->title);
  g_autofree char *consequence = luotain_judge_consequence (target);
  g_autofree char *place = NULL;
  g_autoptr (GArray) shares = NULL;

  gtk_label_set_markup (self->condition, condition);
  gtk_label_set_markup (self->consequence, consequence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->condition), -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rows), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason), writable);
  gtk_widget_set_visible (self->hint, !luotain_context_get_room (self->context));
  place = luotain_judging_order_describe (luotain_judge_model_get_order (self->model), screen);
  shares = luotain_judging_order_get_shares (luotain_judge_model_get_order (self->model));
  gtk_label_set_text (self->place_label, place);
  luotain_progress_dots_show (self->dots, shares, screen->block);
  gtk_stack_set_visible_child_name (self->stack, "screen");
}

static void
show_nothing (LuotainJudgementScreen *self)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);
  const gboolean done = order != NULL && order->screens->len > 0;

  self->target = 0;
  gtk_stack_set_visible_child_name (self->stack, done ? "done" : "none");
}

/* Shows the screen at a place, from the top; a place beyond all of them says that everything is judged. */
static void
show_at (LuotainJudgementScreen *self, guint place)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const gboolean focused = has_focus (self);
  const LuotainJudgingScreen *screen;

  luotain_judgement_keys_reset (&self->keys);
  luotain_judge_model_try (self->model, 0, 0, 0, NULL);
  if (order == NULL || place >= order->screens->len)
    {
      show_nothing (self);
      if (focused)
        luotain_judgement_screen_begin (self);
      return;
    }

  screen = luotain_judging_order_get (order, place);
  self->place = place;
  self->state = luotain_matrix_get_state (matrix, screen->source, screen->state)->id;
  self->target = luotain_matrix_get_variable (matrix, screen->target)->id;
  show_screen (self, screen);
  fill_rows (self, screen);
  set_current (self, 0, focused);
  luotain_context_set_selection (self->context, self->state);
}

/* ---- going on ---- */

static void
go_on (LuotainJudgementScreen *self)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);
  guint next;

  if (get_screen (self) == NULL)
    return;

  save (self);
  if (!luotain_judging_order_next (order, self->place + 1, &next) || next == self->place)
    next = order->screens->len;
  show_at (self, next);
}

static void
step (LuotainJudgementScreen *self, int by)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);

  if (get_screen (self) == NULL || (by < 0 && self->place == 0))
    return;

  /* What was changed is kept; what only stood there is not. */
  if (self->dirty)
    save (self);
  if (by < 0 || self->place + 1 < order->screens->len)
    show_at (self, (guint) ((int) self->place + by));
}

static void
go_back (LuotainJudgementScreen *self)
{
  step (self, -1);
}

static void
skip (LuotainJudgementScreen *self)
{
  step (self, 1);
}

static void
choose (LuotainJudgementScreen *self, gint64 value)
{
  LuotainJudgementRow *row = get_row (self, self->current);

  if (row != NULL && luotain_context_get_writable (self->context))
    luotain_judgement_row_set_value (row, value);
}

static void
choose_beside (LuotainJudgementScreen *self, int by)
{
  LuotainJudgementRow *row = get_row (self, self->current);
  const gint64 value = row != NULL ? luotain_judgement_row_get_value (row) : 0;

  choose (self, value == LUOTAIN_NUMBER_UNSET ? by : value + by);
}

static gboolean
key_pressed_cb (LuotainJudgementScreen *self, guint key, guint code, GdkModifierType state)
{
  LuotainJudgementKey meant;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  meant = luotain_judgement_keys_press (&self->keys, key);
  switch (meant.kind)
    {
    case LUOTAIN_JUDGEMENT_KEY_ROW:
      if ((int) self->current + meant.value >= 0)
        set_current (self, (guint) ((int) self->current + meant.value), TRUE);
      break;
    case LUOTAIN_JUDGEMENT_KEY_BESIDE:
      choose_beside (self, meant.value);
      break;
    case LUOTAIN_JUDGEMENT_KEY_VALUE:
      choose (self, meant.value);
      break;
    case LUOTAIN_JUDGEMENT_KEY_OPEN:
      choose (self, LUOTAIN_NUMBER_UNSET);
      break;
    case LUOTAIN_JUDGEMENT_KEY_GO_ON:
      go_on (self);
      break;
    case LUOTAIN_JUDGEMENT_KEY_SCREEN:
      step (self, meant.value);
      break;
    case LUOTAIN_JUDGEMENT_KEY_MINUS:
      break;
    case LUOTAIN_JUDGEMENT_KEY_NONE:
    default:
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

/* ---- what the model says ---- */

static gboolean
find_present (LuotainJudgementScreen *self, guint *place)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const LuotainMatrixState *state = luotain_matrix_find_state (matrix, self->state);
  guint target;

  return self->target != 0 && state != NULL
         && luotain_matrix_find_variable (matrix, self->target, &target) != NULL
         && luotain_judging_order_find (luotain_judge_model_get_order (self->model), state->variable,
                                        state->index, target, place);
}

static void
loaded_cb (LuotainJudgementScreen *self)
{
  guint changed = 0;
  guint place = 0;

  if (self->n_saves == 0 && luotain_judgement_memory_find_changed (&self->memory, self->model, &changed)
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_at (self, changed);
  else if (!find_present (self, &place))
    luotain_judgement_screen_resume (self);
  else
    {
      self->place = place;
      show_screen (self, get_screen (self));
      if (self->dirty)
        try_values (self);
      else
        {
          fill_rows (self, get_screen (self));
          set_current (self, self->current, FALSE);
        }
    }
  luotain_judgement_memory_take (&self->memory, self->model);
  self->n_saves = 0;
}

/* ---- what others ask ---- */

void
luotain_judgement_screen_go_to (LuotainJudgementScreen *self, guint source, guint state, guint target)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);
  guint place;

  if (order == NULL || !luotain_judging_order_find (order, source, state, target, &place))
    return;

  if (self->dirty)
    save (self);
  show_at (self, place);
}

void
luotain_judgement_screen_resume (LuotainJudgementScreen *self)
{
  const LuotainJudgingOrder *order = luotain_judge_model_get_order (self->model);
  guint place;

  if (order == NULL)
    return;
  if (!luotain_judging_order_next (order, 0, &place))
    place = order->screens->len;
  show_at (self, place);
}

void
luotain_judgement_screen_begin (LuotainJudgementScreen *self)
{
  if (get_screen (self) != NULL)
    set_current (self, self->current, TRUE);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "done") == 0)
    gtk_widget_grab_focus (self->to_consistent);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

void
luotain_judgement_screen_leave (LuotainJudgementScreen *self)
{
  if (self->dirty)
    save (self);
  luotain_judge_model_try (self->model, 0, 0, 0, NULL);
}

static void
to_influences_cb (LuotainJudgementScreen *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "judge.show", "s", "influences");
}

/* ---- life ---- */

static void
luotain_judgement_screen_dispose (GObject *object)
{
  LuotainJudgementScreen *self = LUOTAIN_JUDGEMENT_SCREEN (object);

  g_clear_object (&self->scales);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_JUDGEMENT_SCREEN);
  luotain_judgement_memory_clear (&self->memory);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_judgement_screen_parent_class)->dispose (object);
}

static void
luotain_judgement_screen_class_init (LuotainJudgementScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_judgement_screen_dispose;

  g_type_ensure (LUOTAIN_TYPE_EMPTY_STATE);
  g_type_ensure (LUOTAIN_TYPE_PROGRESS_DOTS);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-judgement-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, stack);
  gtk_widget_class_bind_template_child_full (widget_class, "place", FALSE,
                                             G_STRUCT_OFFSET (LuotainJudgementScreen, place_label));
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, dots);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, condition);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, consequence);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, ends);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, rows);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, reason);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, hint);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgementScreen, to_consistent);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_bind_template_callback (widget_class, skip);
  gtk_widget_class_bind_template_callback (widget_class, to_influences_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_judgement_screen_init (LuotainJudgementScreen *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->rows), keys);
  self->scales = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (self->scales, GTK_WIDGET (self->ends));
}

GtkWidget *
luotain_judgement_screen_new (LuotainContext *context, LuotainJudgeModel *model)
{
  LuotainJudgementScreen *self = g_object_new (LUOTAIN_TYPE_JUDGEMENT_SCREEN, NULL);

  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
