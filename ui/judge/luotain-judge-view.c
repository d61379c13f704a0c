#include "config.h"

#include "luotain-judge-view.h"

#include "luotain-consistent-list.h"
#include "luotain-dependence-box.h"
#include "luotain-empty-state.h"
#include "luotain-influence-step.h"
#include "luotain-judge-model.h"
#include "luotain-judgement-list.h"
#include "luotain-judgement-screen.h"
#include "luotain-live-line.h"
#include "luotain-template.h"
#include "luotain-why-not-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The list of all judgements belongs to the second step. */
static const struct
{
  const char *name;
  const char *title;
} parts[] = {
  { "influences", N_ ("Direct Influences") },        { "judgements", N_ ("Judgements") },
  { "consistent", N_ ("Consistent Scenarios") },     { "why-not", N_ ("Why Not?") },
  { "dependence", N_ ("Influence and Dependence") },
};

struct _LuotainJudgeView
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainJudgeModel *model;
  char *part; /* (nullable): what is shown, or will be as soon as the matrix is read */
  gboolean wants_focus;
  gboolean showing; /* the buttons are being set, nobody presses them */
  gint64 scenario; /* whom Why Not? is asked for */
  GtkWidget *buttons[G_N_ELEMENTS (parts)];
  GtkWidget *influences;
  GtkWidget *screen;
  GtkWidget *all;
  GtkWidget *consistent;
  GtkWidget *why_not;

  GtkWidget *parts_box;
  GtkBox *wide_parts;
  GtkDropDown *narrow_parts;
  GtkStack *stack;
  GtkWidget *line_separator;
  AdwBin *line;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainJudgeView, luotain_judge_view, GTK_TYPE_WIDGET)

static gboolean
is_shown (LuotainJudgeView *self, const char *part)
{
  return g_strcmp0 (self->part, part) == 0;
}

static void
focus_part (LuotainJudgeView *self)
{
  self->wants_focus = FALSE;
  if (is_shown (self, "influences"))
    luotain_influence_step_begin (LUOTAIN_INFLUENCE_STEP (self->influences));
  else if (is_shown (self, "judgements"))
    luotain_judgement_screen_begin (LUOTAIN_JUDGEMENT_SCREEN (self->screen));
  else if (is_shown (self, "all"))
    luotain_judgement_list_begin (LUOTAIN_JUDGEMENT_LIST (self->all));
  else if (is_shown (self, "consistent"))
    luotain_consistent_list_begin (LUOTAIN_CONSISTENT_LIST (self->consistent));
  else if (is_shown (self, "why-not"))
    luotain_why_not_box_begin (LUOTAIN_WHY_NOT_BOX (self->why_not));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* What a room is to do next: the influences, then the judgements, then to see what follows. */
static const char *
next_part (LuotainJudgeView *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);

  if (matrix->n_questions_left > 0 && matrix->n_judged == 0)
    return "influences";
  if (matrix->n_screens_left > 0)
    return "judgements";
  return matrix->n_questions_left > 0 ? "influences" : "consistent";
}

static void
show_buttons (LuotainJudgeView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const gboolean active = is_shown (self, parts[i].name)
                              || (is_shown (self, "all") && g_strcmp0 (parts[i].name, "judgements") == 0);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), active);
      if (active)
        {
          self->showing = TRUE;
          gtk_drop_down_set_selected (self->narrow_parts, i);
          self->showing = FALSE;
        }
    }
}

/* Shows the part that is wanted, if it can be shown yet. */
static void
show_part (LuotainJudgeView *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const gboolean empty = matrix != NULL && matrix->variables->len < 2;

  gtk_widget_set_visible (self->parts_box, !empty);
  gtk_widget_set_visible (self->line_separator, matrix != NULL && !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->line), matrix != NULL && !empty);
  if (matrix == NULL || empty)
    {
      gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "loading");
      return;
    }

  if (self->part == NULL)
    self->part = g_strdup (next_part (self));
  gtk_stack_set_visible_child_name (self->stack, self->part);
  show_buttons (self);
  if (is_shown (self, "why-not"))
    luotain_why_not_box_ask (LUOTAIN_WHY_NOT_BOX (self->why_not), self->scenario);
  if (self->wants_focus)
    focus_part (self);
}

void
luotain_judge_view_show (LuotainJudgeView *self, const char *part)
{
  g_autofree char *wanted = g_strdup (part);

  g_return_if_fail (LUOTAIN_IS_JUDGE_VIEW (self));

  if (is_shown (self, "judgements") && g_strcmp0 (part, "judgements") != 0)
    luotain_judgement_screen_leave (LUOTAIN_JUDGEMENT_SCREEN (self->screen));
  g_free (self->part);
  self->part = g_steal_pointer (&wanted);
  self->wants_focus = TRUE;
  show_part (self);
}

void
luotain_judge_view_begin (LuotainJudgeView *self)
{
  g_return_if_fail (LUOTAIN_IS_JUDGE_VIEW (self));

  g_clear_pointer (&self->part, g_free);
  self->wants_focus = TRUE;
  if (luotain_judge_model_get_order (self->model) != NULL)
    luotain_judgement_screen_resume (LUOTAIN_JUDGEMENT_SCREEN (self->screen));
  show_part (self);
}

void
luotain_judge_view_focus (LuotainJudgeView *self)
{
  g_return_if_fail (LUOTAIN_IS_JUDGE_VIEW (self));

  self->wants_focus = TRUE;
  show_part (self);
}

void
luotain_judge_view_why_not (LuotainJudgeView *self, gint64 scenario)
{
  g_return_if_fail (LUOTAIN_IS_JUDGE_VIEW (self));

  self->scenario = scenario;
  luotain_judge_view_show (self, "why-not");
}

void
luotain_judge_view_leave (LuotainJudgeView *self)
{
  g_return_if_fail (LUOTAIN_IS_JUDGE_VIEW (self));

  luotain_judgement_screen_leave (LUOTAIN_JUDGEMENT_SCREEN (self->screen));
}

static void
close_view (LuotainJudgeView *self)
{
  luotain_judge_view_leave (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* ---- actions ---- */

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  luotain_judge_view_show (LUOTAIN_JUDGE_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainJudgeView *self = LUOTAIN_JUDGE_VIEW (widget);
  guint source, state, target;

  g_variant_get (parameter, "(uuu)", &source, &state, &target);
  luotain_judgement_screen_go_to (LUOTAIN_JUDGEMENT_SCREEN (self->screen), source, state, target);
  luotain_judge_view_show (self, "judgements");
}

static void
why_not_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  luotain_judge_view_why_not (LUOTAIN_JUDGE_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_view (LUOTAIN_JUDGE_VIEW (widget));
}

static void
part_clicked_cb (LuotainJudgeView *self, GtkWidget *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (self->buttons[i] == button)
      luotain_judge_view_show (self, parts[i].name);
  /* A toggle that is clicked again must not go out. */
  show_buttons (self);
}

static void
part_selected_cb (LuotainJudgeView *self)
{
  const guint selected = gtk_drop_down_get_selected (self->narrow_parts);

  if (!self->showing && selected < G_N_ELEMENTS (parts))
    luotain_judge_view_show (self, parts[selected].name);
}

/* Escape leaves the room first, and the list of all judgements for the one it came from. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LuotainJudgeView *self = LUOTAIN_JUDGE_VIEW (widget);

  if (luotain_context_get_room (self->context))
    return FALSE;
  if (is_shown (self, "all"))
    luotain_judge_view_show (self, "judgements");
  else
    close_view (self);
  return TRUE;
}

/* Text that is larger in front of a room takes wider columns. */
static void
widen (GtkWidget *widget, gboolean room)
{
  const char *property = ADW_IS_CLAMP (widget) || ADW_IS_CLAMP_SCROLLABLE (widget) ? "maximum-size" : NULL;

  if (property != NULL)
    {
      int usual = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "usual-size"));

      if (usual == 0)
        g_object_get (widget, property, &usual, NULL);
      g_object_set_data (G_OBJECT (widget), "usual-size", GINT_TO_POINTER (usual));
      g_object_set (widget, property, room ? usual * 12 / 5 : usual, NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    widen (child, room);
}

static void
room_cb (LuotainJudgeView *self)
{
  widen (GTK_WIDGET (self->stack), luotain_context_get_room (self->context));
}

static void
loaded_cb (LuotainJudgeView *self)
{
  show_part (self);
}

/* ---- life ---- */

static void
luotain_judge_view_dispose (GObject *object)
{
  LuotainJudgeView *self = LUOTAIN_JUDGE_VIEW (object);

  if (self->model != NULL)
    luotain_judge_model_stop (self->model);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_JUDGE_VIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_judge_view_parent_class)->dispose (object);
}

static void
luotain_judge_view_finalize (GObject *object)
{
  g_free (LUOTAIN_JUDGE_VIEW (object)->part);

  G_OBJECT_CLASS (luotain_judge_view_parent_class)->finalize (object);
}

static void
luotain_judge_view_class_init (LuotainJudgeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_judge_view_dispose;
  object_class->finalize = luotain_judge_view_finalize;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "judge.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "judge.screen", "(uuu)", screen_action);
  gtk_widget_class_install_action (widget_class, "judge.why-not", "x", why_not_action);
  gtk_widget_class_install_action (widget_class, "judge.close", NULL, close_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (LUOTAIN_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-judge-view.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "parts", FALSE,
                                             G_STRUCT_OFFSET (LuotainJudgeView, parts_box));
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgeView, wide_parts);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgeView, narrow_parts);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgeView, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgeView, line_separator);
  gtk_widget_class_bind_template_child (widget_class, LuotainJudgeView, line);
  gtk_widget_class_bind_template_callback (widget_class, close_view);
  gtk_widget_class_bind_template_callback (widget_class, part_selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_judge_view_init (LuotainJudgeView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (parts[i].title));

      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (parts[i].title), -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (part_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->wide_parts, button);
      self->buttons[i] = button;
      gtk_string_list_append (titles, _ (parts[i].title));
    }
  gtk_drop_down_set_model (self->narrow_parts, G_LIST_MODEL (titles));
  self->showing = FALSE;
}

static GtkWidget *
add_part (LuotainJudgeView *self, const char *name, GtkWidget *part)
{
  gtk_stack_add_named (self->stack, part, name);
  return part;
}

GtkWidget *
luotain_judge_view_new (LuotainContext *context)
{
  LuotainJudgeView *self = g_object_new (LUOTAIN_TYPE_JUDGE_VIEW, NULL);

  self->context = g_object_ref (context);
  self->model = luotain_judge_model_new (context);
  self->influences = add_part (self, "influences", luotain_influence_step_new (context, self->model));
  self->screen = add_part (self, "judgements", luotain_judgement_screen_new (context, self->model));
  self->all = add_part (self, "all", luotain_judgement_list_new (self->model));
  self->consistent = add_part (self, "consistent", luotain_consistent_list_new (context, self->model));
  self->why_not = add_part (self, "why-not", luotain_why_not_box_new (context, self->model));
  add_part (self, "dependence", luotain_dependence_box_new (self->model));
  adw_bin_set_child (self->line, luotain_live_line_new (self->model));
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (room_cb), self, G_CONNECT_SWAPPED);
  room_cb (self);
  return GTK_WIDGET (self);
}
