#include "config.h"

#include "luotain-edition-comparison.h"

#include "luotain-change-item.h"
#include "luotain-id.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

struct _LuotainEditionComparison
{
  GtkWidget parent_instance;

  LuotainContext *context;
  GArray *editions; /* (element-type gint64): as both menus list them, 0 for today */
  LuotainComparison *comparison; /* (nullable): what is shown */
  GArray *groups; /* (element-type int): as the menu lists them, -1 for all */
  GCancellable *cancellable;
  gboolean showing;
  gint64 before, after; /* what was compared */

  GtkDropDown *before_menu;
  GtkDropDown *after_menu;
  GtkDropDown *group;
  GtkDropDown *kind;
  GtkLabel *summary;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (LuotainEditionComparison, luotain_edition_comparison, GTK_TYPE_WIDGET)

static gint64
chosen (LuotainEditionComparison *self, GtkDropDown *menu)
{
  const guint place = gtk_drop_down_get_selected (menu);

  return place < self->editions->len ? g_array_index (self->editions, gint64, place) : -1;
}

static void
choose (LuotainEditionComparison *self, GtkDropDown *menu, gint64 edition)
{
  for (guint i = 0; i < self->editions->len; i++)
    if (g_array_index (self->editions, gint64, i) == edition)
      gtk_drop_down_set_selected (menu, i);
}

/* ---- what is listed ---- */

static char *
dup_counts (const guint *counts)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < LUOTAIN_CHANGE_N_KINDS; kind++)
    if (counts[kind] > 0)
      g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "", luotain_change_kind_label (kind),
                              counts[kind]);

  return g_string_free (text, FALSE);
}

static char *
dup_heading (LuotainEditionComparison *self, LuotainChangeGroup group)
{
  g_autofree char *counts = dup_counts (self->comparison->counts[group]);

  return g_strdup_printf ("%s – %s", luotain_change_group_label (group), counts);
}

static gboolean
is_shown (LuotainEditionComparison *self, const LuotainChange *change)
{
  const guint place = gtk_drop_down_get_selected (self->group);
  const int group = place < self->groups->len ? g_array_index (self->groups, int, place) : -1;
  const guint kind = gtk_drop_down_get_selected (self->kind);

  return (group < 0 || (int) change->group == group)
         && (kind == 0 || kind == GTK_INVALID_LIST_POSITION || change->kind == kind - 1);
}

static void
fill (LuotainEditionComparison *self)
{
  g_autoptr (GListStore) items = NULL;
  g_autoptr (GtkSingleSelection) model = NULL;
  int group = -1;

  if (self->showing || self->comparison == NULL)
    return;

  items = g_list_store_new (LUOTAIN_TYPE_CHANGE_ITEM);

  for (guint i = 0; i < self->comparison->changes->len; i++)
    {
      const LuotainChange *change = self->comparison->changes->pdata[i];
      g_autoptr (LuotainChangeItem) item = NULL;

      if (!is_shown (self, change))
        continue;

      if ((int) change->group != group)
        {
          g_autofree char *text = dup_heading (self, change->group);
          g_autoptr (LuotainChangeItem) heading = luotain_change_item_new (NULL, text);

          g_list_store_append (items, heading);
        }

      group = (int) change->group;
      item = luotain_change_item_new (change, NULL);
      g_list_store_append (items, item);
    }

  model = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (items)));
  gtk_single_selection_set_autoselect (model, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_stack_set_visible_child_name (self->stack, self->comparison->changes->len == 0 ? "same"
                                                 : group < 0                         ? "none"
                                                                                     : "changes");
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  LuotainChangeItem *item = gtk_list_item_get_item (list_item);
  const gboolean heading = luotain_change_item_get_change (item) == NULL;

  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  gtk_list_item_set_child (list_item, luotain_change_item_make_row (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

/* To the record as it is now; what went is nowhere to be gone to. */
static void
activate_cb (LuotainEditionComparison *self, guint position)
{
  g_autoptr (LuotainChangeItem) item = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  const LuotainChange *change = item != NULL ? luotain_change_item_get_change (item) : NULL;

  if (change != NULL && change->kind != LUOTAIN_CHANGE_WENT)
    luotain_context_go_to (self->context, change->id);
}

/* ---- what is compared ---- */

static void
fill_groups (LuotainEditionComparison *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  int all = -1;

  g_array_set_size (self->groups, 0);
  g_array_append_val (self->groups, all);
  gtk_string_list_append (titles, _ ("Everything"));

  for (int group = 0; group < LUOTAIN_CHANGE_N_GROUPS; group++)
    {
      const guint *counts = self->comparison->counts[group];
      const guint n = counts[0] + counts[1] + counts[2];
      g_autofree char *title = g_strdup_printf ("%s (%u)", luotain_change_group_label (group), n);

      if (n == 0)
        continue;

      gtk_string_list_append (titles, title);
      g_array_append_val (self->groups, group);
    }

  gtk_drop_down_set_model (self->group, G_LIST_MODEL (titles));
}

static void
show_summary (LuotainEditionComparison *self)
{
  guint counts[LUOTAIN_CHANGE_N_KINDS] = { 0 };
  g_autofree char *text = NULL;

  for (guint group = 0; group < LUOTAIN_CHANGE_N_GROUPS; group++)
    for (guint kind = 0; kind < LUOTAIN_CHANGE_N_KINDS; kind++)
      counts[kind] += self->comparison->counts[group][kind];

  text = dup_counts (counts);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->comparison->changes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), self->comparison->changes->len > 0);
}

static void
compared_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainEditionComparison *self = owner;
  LuotainComparison *old = self->comparison;

  if (!success)
    return;

  self->comparison = result;
  self->showing = TRUE;
  gtk_list_view_set_model (self->list, NULL);
  fill_groups (self);
  show_summary (self);
  self->showing = FALSE;
  fill (self);
  luotain_comparison_free (old);
}

/* What a job is handed: ids are told apart from today by their text. */
typedef struct
{
  gint64 before, after;
  LuotainLanguage language;
} Question;

static char *
dup_name (gint64 edition)
{
  return edition != 0 ? luotain_id_to_string ("edition", edition) : NULL;
}

static gboolean
run_question (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Question *question = data;
  g_autofree char *before = dup_name (question->before);
  g_autofree char *after = dup_name (question->after);
  LuotainComparisonQuery query = { before, after, question->language };

  return luotain_comparison_run (db, &query, result, error);
}

static void
compare (LuotainEditionComparison *self)
{
  const Question question = { chosen (self, self->before_menu), chosen (self, self->after_menu),
                              luotain_context_get_language (self->context) };

  if (self->showing || question.before < 0 || question.after < 0)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  if (self->comparison == NULL || question.before != self->before || question.after != self->after)
    gtk_stack_set_visible_child_name (self->stack, "waiting");

  self->before = question.before;
  self->after = question.after;
  luotain_context_read (self->context, run_question, g_memdup2 (&question, sizeof question), g_free,
                        (GDestroyNotify) luotain_comparison_free, self->cancellable, compared_cb, self);
}

void
luotain_edition_comparison_set_editions (LuotainEditionComparison *self, GPtrArray *editions)
{
  g_autoptr (GtkStringList) before = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) after = gtk_string_list_new (NULL);
  const gint64 today = 0;

  g_return_if_fail (LUOTAIN_IS_EDITION_COMPARISON (self));

  self->showing = TRUE;
  g_array_set_size (self->editions, 0);
  g_array_append_val (self->editions, today);
  gtk_string_list_append (before, _ ("Today"));
  gtk_string_list_append (after, _ ("Today"));

  for (guint i = 0; i < editions->len; i++)
    {
      const LuotainEdition *edition = editions->pdata[i];

      g_array_append_val (self->editions, edition->id);
      gtk_string_list_append (before, edition->name);
      gtk_string_list_append (after, edition->name);
    }

  gtk_drop_down_set_model (self->before_menu, G_LIST_MODEL (before));
  gtk_drop_down_set_model (self->after_menu, G_LIST_MODEL (after));
  choose (self, self->before_menu, self->before);
  choose (self, self->after_menu, self->after);
  self->showing = FALSE;
}

void
luotain_edition_comparison_show (LuotainEditionComparison *self, gint64 before, gint64 after)
{
  g_return_if_fail (LUOTAIN_IS_EDITION_COMPARISON (self));

  self->showing = TRUE;
  choose (self, self->before_menu, before);
  choose (self, self->after_menu, after);
  self->showing = FALSE;
  compare (self);
}

void
luotain_edition_comparison_refresh (LuotainEditionComparison *self)
{
  g_return_if_fail (LUOTAIN_IS_EDITION_COMPARISON (self));

  if (self->comparison != NULL && (self->before == 0 || self->after == 0))
    compare (self);
}

/* ---- the widget ---- */

static void
luotain_edition_comparison_dispose (GObject *object)
{
  LuotainEditionComparison *self = LUOTAIN_EDITION_COMPARISON (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->showing = TRUE;

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_EDITION_COMPARISON);
  g_clear_pointer (&self->comparison, luotain_comparison_free);
  g_clear_pointer (&self->editions, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (luotain_edition_comparison_parent_class)->dispose (object);
}

static void
luotain_edition_comparison_class_init (LuotainEditionComparisonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_edition_comparison_dispose;
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-edition-comparison.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "before", FALSE,
                                             G_STRUCT_OFFSET (LuotainEditionComparison, before_menu));
  gtk_widget_class_bind_template_child_full (widget_class, "after", FALSE,
                                             G_STRUCT_OFFSET (LuotainEditionComparison, after_menu));
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionComparison, group);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionComparison, kind);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionComparison, summary);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionComparison, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainEditionComparison, list);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_edition_comparison_init (LuotainEditionComparison *self)
{
  const char *titles[] = { _ ("Came, Went and Changed"), luotain_change_kind_label (LUOTAIN_CHANGE_CAME),
                           luotain_change_kind_label (LUOTAIN_CHANGE_WENT),
                           luotain_change_kind_label (LUOTAIN_CHANGE_CHANGED), NULL };
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (titles);

  self->editions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->groups = g_array_new (FALSE, FALSE, sizeof (int));
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->showing = FALSE;
}

GtkWidget *
luotain_edition_comparison_new (LuotainContext *context)
{
  LuotainEditionComparison *self = g_object_new (LUOTAIN_TYPE_EDITION_COMPARISON, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
