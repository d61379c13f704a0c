#include "config.h"

#include "luotain-consistent-list.h"

#include "luotain-consistent-row.h"
#include "luotain-different.h"
#include "luotain-judge-words.h"
#include "luotain-named-row.h"
#include "luotain-path-weights.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

/* A tenth of a second or two. */
#define DIFFERENT_NODES 1000000
/* Beyond so many, those of the highest score are compared: each with each. */
#define MOST_COMPARED 2000

struct _LuotainConsistentList
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainJudgeModel *model;
  LuotainPathWeights *weights;
  LuotainDifferentSets *sets; /* (nullable): while only a few different ones are shown */
  gsize tie; /* which of them */
  GtkStringList *places; /* as many as there are rows; a row finds its path by its place */

  GtkSpinButton *ic;
  GtkToggleButton *different;
  GtkToggleButton *weigh;
  GtkSpinButton *k;
  GtkWidget *tie_button;
  GtkLabel *summary;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (LuotainConsistentList, luotain_consistent_list, GTK_TYPE_WIDGET)

static gsize
path_at (LuotainConsistentList *self, guint place)
{
  return self->sets != NULL ? self->sets->sets[self->tie * self->sets->k + place] : place;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, LuotainConsistentList *self)
{
  GtkWidget *row = luotain_named_row_new ();

  adw_bin_set_child (ADW_BIN (row), luotain_consistent_row_new (self->context, self->model, self->weights));
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, LuotainConsistentList *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *name = luotain_consistent_row_show (LUOTAIN_CONSISTENT_ROW (
                                                           adw_bin_get_child (ADW_BIN (row))),
                                                       path_at (self, gtk_list_item_get_position (item)));

  luotain_named_row_set_label (LUOTAIN_NAMED_ROW (row), name);
}

static void
set_rows (LuotainConsistentList *self, guint n)
{
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = "";
  gtk_string_list_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)), texts);
}

static void
show_tie (LuotainConsistentList *self)
{
  g_autofree char *text = NULL;
  const gboolean tied = self->sets != NULL && self->sets->n > 1;

  gtk_widget_set_visible (self->tie_button, tied);
  if (!tied)
    return;

  /* Translators: which of several equally good sets is shown */
  text = g_strdup_printf (_ ("Set %u of %u"), (guint) self->tie + 1, (guint) self->sets->n);
  gtk_button_set_label (GTK_BUTTON (self->tie_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tie_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static char *
describe_different (LuotainConsistentList *self)
{
  const guint n_tied = (guint) MIN (self->sets->n_tied, G_MAXUINT);
  g_autofree char *first = g_strdup_printf (ngettext ("Any two of them differ in %u variable at least",
                                                      "Any two of them differ in %u variables at least",
                                                      self->sets->smallest_distance),
                                            self->sets->smallest_distance);
  g_autofree char *second = NULL;

  if (!self->sets->exact)
    return g_strdup_printf (_ ("%s. There may be a better choice: the search was stopped."), first);
  if (n_tied < 2)
    return g_strdup_printf (_ ("%s; no other choice is as good."), first);
  second = g_strdup_printf (ngettext ("%u choice is as good", "%u choices are equally good", n_tied), n_tied);
  return g_strdup_printf ("%s; %s.", first, second);
}

static void
show_summary (LuotainConsistentList *self)
{
  g_autofree char *count = luotain_judge_count (self->model);
  g_autofree char *different = self->sets != NULL ? describe_different (self) : NULL;
  g_autofree char *weights = luotain_path_weights_describe (self->weights);
  g_autoptr (GString) text = g_string_new (count);

  if (different != NULL)
    g_string_append_printf (text, " %s", different);
  if (weights != NULL)
    g_string_append_printf (text, " %s", weights);
  gtk_label_set_text (self->summary, text->str);
}

static void
refill (LuotainConsistentList *self)
{
  const LuotainConsistentSet *set = luotain_judge_model_get_set (self->model);
  const guint k = (guint) gtk_spin_button_get_value_as_int (self->k);

  g_clear_pointer (&self->sets, luotain_different_sets_free);
  self->tie = 0;
  if (set != NULL && gtk_toggle_button_get_active (self->different) && set->n > k)
    {
      self->sets = luotain_different_find (set->states, MIN (set->n, MOST_COMPARED), set->n_variables, k, 0,
                                           DIFFERENT_NODES, NULL);
      self->sets->exact = self->sets->exact && set->n <= MOST_COMPARED && set->end == LUOTAIN_END_COMPLETE;
    }
  if (self->sets != NULL && self->sets->n == 0)
    g_clear_pointer (&self->sets, luotain_different_sets_free);
  set_rows (self, set == NULL ? 0 : self->sets != NULL ? self->sets->k : (guint) MIN (set->n, G_MAXINT));
  show_tie (self);
  show_summary (self);
}

static void
next_tie_cb (LuotainConsistentList *self)
{
  self->tie = (self->tie + 1) % self->sets->n;
  set_rows (self, self->sets->k);
  show_tie (self);
}

/* The rows stay and say more, or less. */
static void
weighed_cb (LuotainConsistentList *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  set_rows (self, g_list_model_get_n_items (G_LIST_MODEL (self->places)));
  show_summary (self);
}

/* Only where it is looked at: a count takes both cores. */
static void
weigh_cb (LuotainConsistentList *self)
{
  luotain_path_weights_want (self->weights, gtk_toggle_button_get_active (self->weigh)
                                                && gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
ic_changed_cb (LuotainConsistentList *self)
{
  luotain_judge_model_set_ic (self->model, gtk_spin_button_get_value_as_int (self->ic));
}

/* Only where it is looked at: while judging, every key solves anew. */
static void
solved_cb (LuotainConsistentList *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    set_rows (self, 0);
  else if (luotain_judge_model_get_set (self->model) != NULL)
    refill (self);
  else
    {
      set_rows (self, 0);
      show_summary (self);
    }
}

static void
loaded_cb (LuotainConsistentList *self)
{
  g_clear_pointer (&self->sets, luotain_different_sets_free);
  set_rows (self, 0);
}

void
luotain_consistent_list_begin (LuotainConsistentList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->places)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->different));
}

static void
luotain_consistent_list_map (GtkWidget *widget)
{
  LuotainConsistentList *self = LUOTAIN_CONSISTENT_LIST (widget);

  GTK_WIDGET_CLASS (luotain_consistent_list_parent_class)->map (widget);
  solved_cb (self);
  weigh_cb (self);
}

static void
luotain_consistent_list_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (luotain_consistent_list_parent_class)->unmap (widget);
  if (LUOTAIN_CONSISTENT_LIST (widget)->weights != NULL)
    luotain_path_weights_want (LUOTAIN_CONSISTENT_LIST (widget)->weights, FALSE);
}

static void
luotain_consistent_list_dispose (GObject *object)
{
  LuotainConsistentList *self = LUOTAIN_CONSISTENT_LIST (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_CONSISTENT_LIST);
  g_clear_pointer (&self->sets, luotain_different_sets_free);
  g_clear_object (&self->places);
  g_clear_object (&self->weights);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_consistent_list_parent_class)->dispose (object);
}

static void
luotain_consistent_list_class_init (LuotainConsistentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_consistent_list_dispose;
  widget_class->map = luotain_consistent_list_map;
  widget_class->unmap = luotain_consistent_list_unmap;

  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-consistent-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainConsistentList, ic);
  gtk_widget_class_bind_template_child (widget_class, LuotainConsistentList, different);
  gtk_widget_class_bind_template_child (widget_class, LuotainConsistentList, weigh);
  gtk_widget_class_bind_template_child (widget_class, LuotainConsistentList, k);
  gtk_widget_class_bind_template_child_full (widget_class, "tie", FALSE,
                                             G_STRUCT_OFFSET (LuotainConsistentList, tie_button));
  gtk_widget_class_bind_template_child (widget_class, LuotainConsistentList, summary);
  gtk_widget_class_bind_template_child (widget_class, LuotainConsistentList, list);
  gtk_widget_class_bind_template_callback (widget_class, ic_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refill);
  gtk_widget_class_bind_template_callback (widget_class, weigh_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_tie_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_consistent_list_init (LuotainConsistentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->places = gtk_string_list_new (NULL);
}

GtkWidget *
luotain_consistent_list_new (LuotainContext *context, LuotainJudgeModel *model)
{
  LuotainConsistentList *self = g_object_new (LUOTAIN_TYPE_CONSISTENT_LIST, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  self->weights = luotain_path_weights_new (model);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->places)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "solved", G_CALLBACK (solved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->weights, "changed", G_CALLBACK (weighed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (solved_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return GTK_WIDGET (self);
}
