#include "config.h"

#include "luotain-asking.h"
#include "luotain-link.h"
#include "luotain-named-row.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"
#include "luotain-why-panel.h"
#include "luotain-why-step.h"
#include "luotain-why-words.h"

#include <glib/gi18n.h>

/* A thread begins folded below this many steps, so that the first ones can be seen together. */
#define MOST_UNFOLDED 24
#define DEEPEST_UNFOLDED 6

struct _LuotainWhyPanel
{
  AdwBin parent_instance;

  LuotainContext *context;
  GCancellable *cancellable;
  LuotainWhyAnswer *answer;
  gboolean outdated;

  GtkStack *stack;
  GtkImage *icon;
  GtkLabel *type_label;
  GtkLabel *title_label;
  GtkWidget *alone_label;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (LuotainWhyPanel, luotain_why_panel, ADW_TYPE_BIN)

enum
{
  PROP_CONTEXT = 1
};

/* A link somebody says still holds. */
typedef struct
{
  gint64 source;
  gint64 target;
  const LuotainRole *role;
} Confirmation;

static gboolean
confirm_links (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const GArray *links = data;

  for (guint i = 0; i < links->len; i++)
    {
      const Confirmation *link = &g_array_index (links, Confirmation, i);

      if (!luotain_link_confirm (db, link->source, link->role, link->target, error))
        return FALSE;
    }

  return TRUE;
}

/* What changed comes first, and everything it reaches when somebody asks. */
static gboolean
is_cause (GtkTreeListRow *row)
{
  g_autoptr (LuotainWhyStep) step = gtk_tree_list_row_get_item (row);
  g_autoptr (GPtrArray) looks = luotain_why_step_get_looks (step);

  return looks->len > 0;
}

/* Unfolds the headings, and below them step by step as long as there is room. */
static void
unfold (GtkTreeListModel *tree)
{
  GListModel *rows = G_LIST_MODEL (tree);

  for (guint depth = 0; depth <= DEEPEST_UNFOLDED; depth++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, i);

          if (gtk_tree_list_row_get_depth (row) == depth && (depth == 0 || !is_cause (row))
              && (depth == 0 || g_list_model_get_n_items (rows) < MOST_UNFOLDED))
            gtk_tree_list_row_set_expanded (row, TRUE);
        }
    }
}

static void
show_steps (LuotainWhyPanel *self)
{
  GListModel *roots;
  g_autoptr (GtkTreeListModel) tree = NULL;
  g_autoptr (GtkNoSelection) model = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));

  roots = luotain_why_step_new_roots (self->answer, luotain_context_get_writable (self->context));
  gtk_widget_set_visible (self->alone_label, g_list_model_get_n_items (roots) == 0);
  tree = gtk_tree_list_model_new (roots, FALSE, FALSE, luotain_why_step_create_children, NULL, NULL);
  unfold (tree);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (tree)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
show_answer (LuotainWhyPanel *self)
{
  const LuotainWhyAnswer *answer = self->answer;

  if (answer->id == 0 && answer->n_looks == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  gtk_image_set_from_icon_name (self->icon, luotain_why_icon_name (answer->type));
  if (answer->id == 0)
    {
      gtk_label_set_label (self->type_label, _ ("Nothing is selected"));
      gtk_label_set_label (self->title_label, _ ("The Whole Workbook"));
    }
  else
    {
      gtk_label_set_label (self->type_label, _ (answer->type->label));
      gtk_label_set_label (self->title_label, answer->title != NULL ? answer->title : _ ("Without a title"));
    }
  show_steps (self);
  gtk_stack_set_visible_child_name (self->stack, "thread");
}

static void
answered_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainWhyPanel *self = LUOTAIN_WHY_PANEL (owner);
  g_autoptr (LuotainWhyAnswer) answer = result;

  if (!success || luotain_why_answer_same (self->answer, answer))
    return;

  g_clear_pointer (&self->answer, luotain_why_answer_unref);
  self->answer = g_steal_pointer (&answer);
  show_answer (self);
}

/* A panel that nobody sees asks when it is shown again. */
static void
ask (LuotainWhyPanel *self)
{
  LuotainWhyQuery *query;

  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->outdated)
    return;

  luotain_ask_anew (&self->cancellable);

  query = g_new0 (LuotainWhyQuery, 1);
  query->id = luotain_context_get_selection (self->context);
  query->language = luotain_context_get_language (self->context);
  luotain_context_read (self->context, luotain_why_answer_run, query, g_free,
                        (GDestroyNotify) luotain_why_answer_unref, self->cancellable, answered_cb, self);
}

static void
changed_cb (LuotainWhyPanel *self, LuotainChanges *changes)
{
  ask (self);
}

static LuotainWhyStep *
get_step (gpointer item)
{
  g_autoptr (GObject) step = gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (item));

  return LUOTAIN_WHY_STEP (step); /* the row keeps it */
}

static void
go_to_step (LuotainWhyPanel *self, LuotainWhyStep *step)
{
  gint64 id = luotain_why_step_get_id (step);

  if (id != 0)
    luotain_context_go_to (self->context, id);
}

/* The focus, if it is here, goes to the first step that came. */
static void
show_more (LuotainWhyPanel *self, GtkTreeListRow *row, LuotainWhyStep *step)
{
  g_autoptr (GtkTreeListRow) above = gtk_tree_list_row_get_parent (row);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));

  luotain_why_step_show_more (step, gtk_tree_list_row_get_children (above));
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
activate_cb (LuotainWhyPanel *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)),
                                                          position);
  LuotainWhyStep *step = row != NULL ? get_step (row) : NULL;

  if (step == NULL)
    return;
  if (luotain_why_step_is_heading (step))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (luotain_why_step_is_more (step))
    show_more (self, row, step);
  else
    go_to_step (self, step);
}

static LuotainWhyPanel *
get_panel (GtkWidget *button)
{
  return LUOTAIN_WHY_PANEL (gtk_widget_get_ancestor (button, LUOTAIN_TYPE_WHY_PANEL));
}

static void
go_clicked_cb (GtkListItem *item, GtkWidget *button)
{
  go_to_step (get_panel (button), get_step (gtk_list_item_get_item (item)));
}

static void
confirm_clicked_cb (GtkListItem *item, GtkWidget *button)
{
  LuotainWhyPanel *self = get_panel (button);
  const LuotainModel *model = luotain_store_get_model (luotain_context_get_store (self->context));
  g_autoptr (GPtrArray) looks = luotain_why_step_get_looks (get_step (gtk_list_item_get_item (item)));
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Confirmation));

  for (guint i = 0; i < looks->len; i++)
    {
      const LuotainWhyLook *look = g_ptr_array_index (looks, i);
      Confirmation link = { look->source, look->target, luotain_model_role (model, look->role) };

      g_array_append_val (links, link);
    }
  luotain_context_do_and_tell (self->context, N_ ("Confirm"), confirm_links, links,
                               (GDestroyNotify) g_array_unref, NULL, _ ("Confirmed as it stands now"));
}

static gboolean
is_step (GtkListItem *item, gboolean heading)
{
  return !heading;
}

static gboolean
is_either (GtkListItem *item, gboolean one, gboolean other)
{
  return one || other;
}

static gboolean
is_set (GtkListItem *item, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
luotain_why_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (luotain_why_panel_parent_class)->map (widget);
  if (LUOTAIN_WHY_PANEL (widget)->outdated)
    ask (LUOTAIN_WHY_PANEL (widget));
}

static void
luotain_why_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_CONTEXT)
    LUOTAIN_WHY_PANEL (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
luotain_why_panel_constructed (GObject *object)
{
  LuotainWhyPanel *self = LUOTAIN_WHY_PANEL (object);

  G_OBJECT_CLASS (luotain_why_panel_parent_class)->constructed (object);

  self->outdated = TRUE;
  g_signal_connect_object (self->context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::selection", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::language", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
}

static void
luotain_why_panel_dispose (GObject *object)
{
  LuotainWhyPanel *self = LUOTAIN_WHY_PANEL (object);

  luotain_ask_no_more (&self->cancellable);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_WHY_PANEL);
  g_clear_pointer (&self->answer, luotain_why_answer_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_why_panel_parent_class)->dispose (object);
}

static void
luotain_why_panel_class_init (LuotainWhyPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = luotain_why_panel_set_property;
  object_class->constructed = luotain_why_panel_constructed;
  object_class->dispose = luotain_why_panel_dispose;
  widget_class->map = luotain_why_panel_map;

  g_object_class_install_property (object_class, PROP_CONTEXT,
                                   g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));

  g_type_ensure (LUOTAIN_TYPE_NAMED_ROW);
  g_type_ensure (LUOTAIN_TYPE_WHY_STEP);
  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  gtk_widget_class_set_css_name (widget_class, "whypanel");
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-why-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainWhyPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainWhyPanel, icon);
  gtk_widget_class_bind_template_child (widget_class, LuotainWhyPanel, type_label);
  gtk_widget_class_bind_template_child (widget_class, LuotainWhyPanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, LuotainWhyPanel, alone_label);
  gtk_widget_class_bind_template_child (widget_class, LuotainWhyPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_either);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
  gtk_widget_class_bind_template_callback (widget_class, is_step);
}

static void
luotain_why_panel_init (LuotainWhyPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_why_panel_new (LuotainContext *context)
{
  g_return_val_if_fail (LUOTAIN_IS_CONTEXT (context), NULL);

  return g_object_new (LUOTAIN_TYPE_WHY_PANEL, "context", context, NULL);
}
