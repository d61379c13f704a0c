#include "config.h"

#include "luotain-scenarios-page.h"

#include "luotain-asking.h"
#include "luotain-empty-state.h"
#include "luotain-key-variable.h"
#include "luotain-mark.h"
#include "luotain-page.h"
#include "luotain-scenario-columns.h"
#include "luotain-scenario-comparison-view.h"
#include "luotain-scenario-edit.h"
#include "luotain-scenario.h"
#include "luotain-template.h"
#include "luotain-variable-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainScenariosPage
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainScenarioSet *set; /* (nullable): what is shown */
  gint64 awaited; /* a record to reveal as soon as it is there */
  gint64 made; /* a scenario whose title is to be written */
  gboolean comparing;
  GCancellable *cancellable;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *count;
  GtkWidget *compare;
  GtkWidget *add;
  AdwBin *comparison_place;
  LuotainScenarioComparisonView *comparison;
  LuotainScenarioColumns *columns;
  GtkBox *variables;
  GtkWidget *variable_part;
  GtkEntry *add_variable;
};

static void page_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainScenariosPage, luotain_scenarios_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_init))

static LuotainScenarioCard *
find_card (LuotainScenariosPage *self, gint64 scenario)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      if (luotain_scenario_card_get_scenario (LUOTAIN_SCENARIO_CARD (card)) == scenario)
        return LUOTAIN_SCENARIO_CARD (card);
    }
  return NULL;
}

static const LuotainScenarioSheet *
find_sheet (const LuotainScenarioSet *set, gint64 scenario)
{
  for (guint i = 0; i < set->scenarios->len; i++)
    {
      const LuotainScenarioSheet *sheet = set->scenarios->pdata[i];

      if (sheet->id == scenario)
        return sheet;
    }
  return NULL;
}

static void
show_cards (LuotainScenariosPage *self, const LuotainScenarioSet *set)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  LuotainScenarioCard *previous = NULL;

  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      if (find_sheet (set, luotain_scenario_card_get_scenario (LUOTAIN_SCENARIO_CARD (card))) == NULL)
        gtk_widget_unparent (card);
      card = next;
    }
  for (guint i = 0; i < set->scenarios->len; i++)
    {
      const LuotainScenarioSheet *sheet = set->scenarios->pdata[i];
      LuotainScenarioCard *shown = find_card (self, sheet->id);

      if (shown == NULL)
        shown = LUOTAIN_SCENARIO_CARD (luotain_scenario_card_new (self->context, sheet->id));
      if (gtk_widget_get_parent (GTK_WIDGET (shown)) == NULL
          || gtk_widget_get_prev_sibling (GTK_WIDGET (shown)) != (GtkWidget *) previous)
        luotain_scenario_columns_insert_after (self->columns, shown, previous);
      luotain_scenario_card_show (shown, set, sheet);
      previous = shown;
    }
}

static LuotainVariableBox *
find_variable (LuotainScenariosPage *self, gint64 variable)
{
  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->variables)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    {
      if (luotain_variable_box_get_variable (LUOTAIN_VARIABLE_BOX (box)) == variable)
        return LUOTAIN_VARIABLE_BOX (box);
    }
  return NULL;
}

static gboolean
has_variable (const LuotainScenarioSet *set, gint64 variable)
{
  for (guint i = 0; i < set->variables->len; i++)
    {
      if (((LuotainVariableRow *) set->variables->pdata[i])->id == variable)
        return TRUE;
    }
  return FALSE;
}

static void
show_variables (LuotainScenariosPage *self, const LuotainScenarioSet *set)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->variables));
  GtkWidget *previous = NULL;

  while (box != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (box);

      if (!has_variable (set, luotain_variable_box_get_variable (LUOTAIN_VARIABLE_BOX (box))))
        gtk_box_remove (self->variables, box);
      box = next;
    }
  for (guint i = 0; i < set->variables->len; i++)
    {
      const LuotainVariableRow *variable = set->variables->pdata[i];
      LuotainVariableBox *shown = find_variable (self, variable->id);

      if (shown == NULL)
        {
          shown = LUOTAIN_VARIABLE_BOX (luotain_variable_box_new (self->context, variable->id));
          gtk_box_insert_child_after (self->variables, GTK_WIDGET (shown), previous);
        }
      else if (gtk_widget_get_prev_sibling (GTK_WIDGET (shown)) != previous)
        gtk_box_reorder_child_after (self->variables, GTK_WIDGET (shown), previous);
      luotain_variable_box_show (shown, set, variable);
      previous = GTK_WIDGET (shown);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->variables), set->variables->len > 0);
}

static GtkWidget *
find_shown (LuotainScenariosPage *self, gint64 id)
{
  GtkWidget *found = NULL;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
       found == NULL && card != NULL; card = gtk_widget_get_next_sibling (card))
    found = luotain_scenario_card_find (LUOTAIN_SCENARIO_CARD (card), id);
  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->variables));
       found == NULL && box != NULL; box = gtk_widget_get_next_sibling (box))
    found = luotain_variable_box_find (LUOTAIN_VARIABLE_BOX (box), id);
  return found;
}

static void
scroll_to (LuotainScenariosPage *self, GtkWidget *widget)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *child = gtk_scrolled_window_get_child (self->scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (
          widget, GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child, &bounds))
    return;

  gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 24,
                             bounds.origin.y
                                 + MIN (bounds.size.height + 24,
                                        (float) gtk_adjustment_get_page_size (adjustment) - 24));
}

/* A card that has just been made has no place yet: what is revealed is revealed after the next layout. */
static gboolean
reveal_cb (gpointer data)
{
  LuotainScenariosPage *self = data;
  GtkWidget *widget = self->awaited != 0 ? find_shown (self, self->awaited) : NULL;

  if (widget == NULL)
    return G_SOURCE_REMOVE;

  luotain_context_set_selection (self->context, self->awaited);
  self->awaited = 0;
  scroll_to (self, widget);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  luotain_mark (widget);
  return G_SOURCE_REMOVE;
}

static void
reveal_soon (LuotainScenariosPage *self)
{
  if (self->awaited != 0)
    g_timeout_add_full (G_PRIORITY_DEFAULT, 60, reveal_cb, g_object_ref (self), g_object_unref);
}

static void
edit_made (LuotainScenariosPage *self)
{
  LuotainScenarioCard *card = self->made != 0 ? find_card (self, self->made) : NULL;

  if (card == NULL)
    return;

  self->made = 0;
  luotain_scenario_card_edit_title (card);
}

static void
show_count (LuotainScenariosPage *self)
{
  const guint n = self->set->scenarios->len;
  g_autofree char *text = NULL;

  if (n == self->set->n_all)
    text = g_strdup_printf (ngettext ("%u scenario", "%u scenarios", n), n);
  else
    text = g_strdup_printf (ngettext ("%u of %u scenario", "%u of %u scenarios", self->set->n_all), n,
                            self->set->n_all);
  gtk_label_set_text (self->count, text);
}

static void
show_controls (LuotainScenariosPage *self)
{
  const gboolean writable = luotain_context_get_writable (self->context);
  const gboolean room = luotain_context_get_room (self->context);

  gtk_widget_set_visible (self->compare, self->set->scenarios->len > 1);
  gtk_widget_set_visible (self->add, writable && !room);
  gtk_widget_set_visible (self->variable_part, !room);
  gtk_widget_set_visible (GTK_WIDGET (self->add_variable), writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-scenario", writable);
}

static void
show_view (LuotainScenariosPage *self)
{
  self->comparing = self->comparing && self->set->scenarios->len > 1;

  if (self->comparing)
    luotain_scenario_comparison_view_show (self->comparison, self->set);

  gtk_stack_set_visible_child_name (self->stack,
                                    self->comparing ? "comparison"
                                    : self->set->scenarios->len > 0 || self->set->variables->len > 0
                                        ? "scenarios"
                                        : "empty");
}

static void
set_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainScenariosPage *self = owner;
  LuotainScenarioSet *set = result;
  LuotainScenarioSet *old = self->set;

  if (!success)
    return;

  /* The cards look into the old set until they are shown the new one. */
  self->set = set;
  show_cards (self, set);
  show_variables (self, set);
  luotain_scenario_set_free (old);
  show_count (self);
  show_controls (self);
  show_view (self);
  edit_made (self);
  reveal_soon (self);
}

static void
refresh (LuotainScenariosPage *self)
{
  LuotainScenarioQuery query = { luotain_context_get_sector (self->context),
                                 luotain_context_get_language (self->context) };

  luotain_ask_anew (&self->cancellable);
  luotain_context_read (self->context, luotain_scenario_query_run, g_memdup2 (&query, sizeof query), g_free,
                        (GDestroyNotify) luotain_scenario_set_free, self->cancellable, set_read_cb, self);
}

static void
changed_cb (LuotainScenariosPage *self, LuotainChanges *changes)
{
  static const char *const types[] = { "scenario", "passage", "period",  "key-variable",
                                       "state",    "sector",  "profile", "vocabulary-entry",
                                       NULL };

  if (luotain_changes_touch (changes, types))
    refresh (self);
}

static void
scenario_added_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainScenariosPage *self = owner;
  g_autofree gint64 *scenario = result;

  if (!success)
    return;

  self->made = *scenario;
  if (find_card (self, self->made) != NULL)
    edit_made (self);
}

static void
add_scenario_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainScenariosPage *self = LUOTAIN_SCENARIOS_PAGE (widget);
  LuotainPartAdd *add = luotain_part_add_new (&luotain_scenario_type, 0, _ ("New Scenario"));

  add->sector = luotain_context_get_sector (self->context);
  luotain_context_do (self->context, N_ ("Add Scenario"), luotain_part_add_run, add,
                      (GDestroyNotify) luotain_part_add_free, g_free, scenario_added_cb, self);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainScenariosPage *self = LUOTAIN_SCENARIOS_PAGE (widget);

  self->comparing = TRUE;
  show_view (self);
  gtk_widget_child_focus (GTK_WIDGET (self->comparison), GTK_DIR_TAB_FORWARD);
}

static void
comparison_closed_cb (LuotainScenariosPage *self)
{
  self->comparing = FALSE;
  show_view (self);
  gtk_widget_grab_focus (self->compare);
}

static void
begin_cb (LuotainScenariosPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.add-scenario", NULL);
}

static void
variable_added_cb (gpointer owner, gboolean success, gpointer result)
{
  g_free (result);
}

static void
add_variable_cb (LuotainScenariosPage *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->add_variable));
  LuotainPartAdd *add;

  if (*title == '\0')
    return;

  add = luotain_part_add_new (&luotain_key_variable_type, 0, title);
  add->sector = luotain_context_get_sector (self->context);
  luotain_context_do (self->context, N_ ("Add Key Variable"), luotain_part_add_run, add,
                      (GDestroyNotify) luotain_part_add_free, g_free, variable_added_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->add_variable), "");
}

static void
luotain_scenarios_page_reveal (LuotainPage *page, gint64 id)
{
  LuotainScenariosPage *self = LUOTAIN_SCENARIOS_PAGE (page);

  self->awaited = id;
  self->comparing = FALSE;
  if (self->set == NULL)
    return;

  show_view (self);
  reveal_soon (self);
}

static void
luotain_scenarios_page_begin (LuotainPage *page)
{
  LuotainScenariosPage *self = LUOTAIN_SCENARIOS_PAGE (page);
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->columns));

  if (card != NULL)
    gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
luotain_scenarios_page_can_show (LuotainPage *page, const char *type_name)
{
  static const char *const types[] = { "scenario", "passage",        "period", "key-variable",
                                       "state",    "frame-scenario", NULL };

  return g_strv_contains (types, type_name);
}

static void
page_init (LuotainPageInterface *iface)
{
  iface->reveal = luotain_scenarios_page_reveal;
  iface->begin = luotain_scenarios_page_begin;
  iface->can_show = luotain_scenarios_page_can_show;
}

static void
luotain_scenarios_page_dispose (GObject *object)
{
  LuotainScenariosPage *self = LUOTAIN_SCENARIOS_PAGE (object);

  luotain_ask_no_more (&self->cancellable);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_SCENARIOS_PAGE);
  g_clear_pointer (&self->set, luotain_scenario_set_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_scenarios_page_parent_class)->dispose (object);
}

static void
luotain_scenarios_page_class_init (LuotainScenariosPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_scenarios_page_dispose;

  gtk_widget_class_install_action (widget_class, "page.add-scenario", NULL, add_scenario_action);
  gtk_widget_class_install_action (widget_class, "page.compare", NULL, compare_action);

  g_type_ensure (LUOTAIN_TYPE_EMPTY_STATE);
  g_type_ensure (LUOTAIN_TYPE_SCENARIO_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-scenarios-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, compare);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, comparison_place);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, add);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, columns);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, variables);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, variable_part);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenariosPage, add_variable);
  gtk_widget_class_bind_template_callback (widget_class, add_variable_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_scenarios_page_init (LuotainScenariosPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_scenarios_page_new (LuotainContext *context)
{
  LuotainScenariosPage *self = g_object_new (LUOTAIN_TYPE_SCENARIOS_PAGE, NULL);
  static const char *const notices[] = { "notify::sector", "notify::words", "notify::language",
                                         "notify::room", "notify::writable" };

  self->context = g_object_ref (context);
  self->comparison = LUOTAIN_SCENARIO_COMPARISON_VIEW (luotain_scenario_comparison_view_new (context));
  adw_bin_set_child (self->comparison_place, GTK_WIDGET (self->comparison));
  g_signal_connect_object (self->comparison, "closed", G_CALLBACK (comparison_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    g_signal_connect_object (context, notices[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
