#include "config.h"

#include "luotain-table-judging.h"

#include "luotain-judge-view.h"
#include "luotain-page.h"

/* What undo touched is revealed a moment after it was told. */
#define JUST_NOW (G_TIME_SPAN_SECOND / 2)

typedef struct
{
  GtkWidget *page; /* borrowed, and so are the next two: it owns the stack, and the stack this */
  GtkStack *stack;
  LuotainContext *context;
  GtkWidget *view; /* (nullable) */
  GSimpleActionGroup *actions;
  gint64 scenario;
  gint64 changed; /* when judging was changed last */
} Judging;

static Judging *
get_judging (GtkStack *stack)
{
  return g_object_get_data (G_OBJECT (stack), "judging");
}

static void
judging_free (Judging *self)
{
  g_object_unref (self->actions);
  g_free (self);
}

static void
closed_cb (GtkStack *stack)
{
  Judging *self = get_judging (stack);

  gtk_stack_set_visible_child_name (stack, "table");
  luotain_page_begin (LUOTAIN_PAGE (self->page));
}

static LuotainJudgeView *
open_view (Judging *self)
{
  if (self->view == NULL)
    {
      self->view = luotain_judge_view_new (self->context);
      gtk_stack_add_named (self->stack, self->view, "judging");
      g_signal_connect_object (self->view, "closed", G_CALLBACK (closed_cb), self->stack, G_CONNECT_SWAPPED);
    }
  gtk_stack_set_visible_child (self->stack, self->view);
  return LUOTAIN_JUDGE_VIEW (self->view);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  luotain_judge_view_begin (open_view (get_judging (data)));
}

static void
why_not_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Judging *self = get_judging (data);

  luotain_judge_view_why_not (open_view (self), self->scenario);
}

static void
changed_cb (GtkStack *stack, LuotainChanges *changes)
{
  Judging *self = get_judging (stack);

  if (luotain_changes_has_type (changes, "judgement") || luotain_changes_has_type (changes, "influence"))
    self->changed = g_get_monotonic_time ();
}

static void
enable_why_not (Judging *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "why-not");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->scenario != 0);
}

void
luotain_table_judging_attach (GtkWidget *page, GtkStack *stack, LuotainContext *context)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_action },
    { .name = "why-not", .activate = why_not_action },
  };
  Judging *self = g_new0 (Judging, 1);

  self->page = page;
  self->stack = stack;
  self->context = context;
  self->actions = g_simple_action_group_new ();
  g_object_set_data_full (G_OBJECT (stack), "judging", self, (GDestroyNotify) judging_free);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), stack);
  enable_why_not (self);
  gtk_widget_insert_action_group (page, "judging", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), stack, G_CONNECT_SWAPPED);
}

gboolean
luotain_table_judging_is_open (GtkStack *stack)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "judging") == 0;
}

gboolean
luotain_table_judging_begin (GtkStack *stack)
{
  if (!luotain_table_judging_is_open (stack))
    return FALSE;

  luotain_judge_view_focus (LUOTAIN_JUDGE_VIEW (get_judging (stack)->view));
  return TRUE;
}

void
luotain_table_judging_choose (GtkStack *stack, gint64 scenario)
{
  Judging *self = get_judging (stack);

  self->scenario = scenario;
  enable_why_not (self);
}

gboolean
luotain_table_judging_keeps (GtkStack *stack)
{
  Judging *self = get_judging (stack);

  if (!luotain_table_judging_is_open (stack))
    return FALSE;
  if (g_get_monotonic_time () - self->changed < JUST_NOW)
    return TRUE;

  luotain_judge_view_leave (LUOTAIN_JUDGE_VIEW (self->view));
  gtk_stack_set_visible_child_name (stack, "table");
  return FALSE;
}
