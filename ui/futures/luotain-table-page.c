#include "config.h"

#include "luotain-table-page.h"

#include "luotain-asking.h"
#include "luotain-empty-state.h"
#include "luotain-exclusion-strip.h"
#include "luotain-findings-picker.h"
#include "luotain-futures-grid.h"
#include "luotain-mark.h"
#include "luotain-page.h"
#include "luotain-remains-strip.h"
#include "luotain-scenario-chips.h"
#include "luotain-scenario-edit.h"
#include "luotain-table-hints.h"
#include "luotain-table-judging.h"
#include "luotain-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Between what is said of the table and the buttons, and around both. */
#define FOOT_SPACING 48

struct _LuotainTablePage
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainFuturesTable *table; /* (nullable): what is shown */
  LuotainFuturesLayout *columns; /* (nullable) */
  LuotainTableMarks *marks;
  gint64 awaited; /* a record to reveal as soon as it is there */
  gint64 hinted; /* where the last hint led */
  int by_image; /* what somebody chose: -1 for nobody did */
  gboolean begun; /* the empty table is to be shown to be filled */
  gboolean showing;
  GCancellable *cancellable;

  GtkStack *stack;
  AdwFlap *flap;
  GtkStack *strips;
  GtkWidget *foot;
  LuotainScenarioChips *chips;
  GtkWidget *from_findings;
  LuotainFindingsPicker *findings;
  GtkDropDown *layouts;
  GtkScrolledWindow *scroller;
  AdwBin *grid_place;
  LuotainFuturesGrid *grid;
  LuotainTableHints *hints;
  GtkToggleButton *exclude;
  GtkToggleButton *remains;
  LuotainExclusionStrip *exclusion_strip;
  LuotainRemainsStrip *remains_strip;
};

static void page_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainTablePage, luotain_table_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_init))

static void
scroll_to (LuotainTablePage *self, GtkWidget *widget)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self->grid), &bounds))
    return;

  gtk_adjustment_clamp_page (across, bounds.origin.x, bounds.origin.x + bounds.size.width);
  gtk_adjustment_clamp_page (down, bounds.origin.y - 12, bounds.origin.y + bounds.size.height + 24);
}

/* A cell that has just been made has no place yet: what is revealed is revealed after the next layout. */
static gboolean
reveal_cb (gpointer data)
{
  LuotainTablePage *self = data;
  GtkWidget *cell = self->awaited != 0 && self->grid != NULL
                        ? luotain_futures_grid_find (self->grid, self->awaited)
                        : NULL;

  if (cell == NULL)
    return G_SOURCE_REMOVE;

  luotain_context_set_selection (self->context, self->awaited);
  self->awaited = 0;
  gtk_widget_grab_focus (cell);
  scroll_to (self, cell);
  luotain_mark (cell);
  return G_SOURCE_REMOVE;
}

static void
reveal_soon (LuotainTablePage *self)
{
  if (self->awaited != 0)
    g_timeout_add_full (G_PRIORITY_DEFAULT, 60, reveal_cb, g_object_ref (self), g_object_unref);
}

static void
go_to (LuotainTablePage *self, gint64 id)
{
  self->hinted = id;
  self->awaited = id;
  reveal_soon (self);
}

/* The strips and marks follow what is chosen; the table itself has not changed. */
static void
show_marks (LuotainTablePage *self)
{
  const LuotainTableMode mode = self->marks->mode;

  luotain_table_marks_update (self->marks, self->table);
  luotain_futures_grid_show (self->grid, self->table, self->columns, self->marks);
  luotain_table_hints_show (self->hints, self->table, self->marks);
  luotain_exclusion_strip_show (self->exclusion_strip, self->table, self->marks->base);
  if (mode == LUOTAIN_TABLE_REMAINS)
    luotain_remains_strip_show (self->remains_strip, self->table, self->marks);
  if (mode != LUOTAIN_TABLE_EDIT)
    gtk_stack_set_visible_child (self->strips, mode == LUOTAIN_TABLE_EXCLUDE
                                                   ? GTK_WIDGET (self->exclusion_strip)
                                                   : GTK_WIDGET (self->remains_strip));
  adw_flap_set_reveal_flap (self->flap, mode != LUOTAIN_TABLE_EDIT);
}

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What is said of the table stands beside the buttons as long as nothing of either is cut. */
static gboolean
lay_out_foot_cb (gpointer data)
{
  LuotainTablePage *self = data;
  int needed = FOOT_SPACING;

  if (self->grid == NULL)
    return G_SOURCE_REMOVE;

  for (GtkWidget *child = gtk_widget_get_first_child (self->foot); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    needed += natural_width (child);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->foot),
                                  needed > gtk_adjustment_get_page_size (
                                      gtk_scrolled_window_get_hadjustment (self->scroller))
                                      ? GTK_ORIENTATION_VERTICAL
                                      : GTK_ORIENTATION_HORIZONTAL);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are being given. */
static void
lay_out_foot (LuotainTablePage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, lay_out_foot_cb, g_object_ref (self), g_object_unref);
}

static void
show_controls (LuotainTablePage *self)
{
  const gboolean room = luotain_context_get_room (self->context);

  gtk_widget_set_visible (GTK_WIDGET (self->layouts), !room);
  gtk_widget_set_visible (self->from_findings, !room && luotain_context_get_writable (self->context));
  gtk_widget_set_visible (GTK_WIDGET (self->hints), !room);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->layouts, luotain_futures_layout_is_by_image (self->columns) ? 0 : 1);
  self->showing = FALSE;
}

static void
show_table (LuotainTablePage *self, LuotainFuturesTable *table)
{
  LuotainFuturesTable *old = self->table;
  LuotainFuturesLayout *old_columns = self->columns;

  /* The cells look into the old table until they are shown the new one. */
  self->table = table;
  self->columns = luotain_futures_layout_new (table, self->by_image >= 0 ? self->by_image : table->by_image,
                                              luotain_context_get_words (self->context));
  show_marks (self);
  if (old != table)
    luotain_futures_table_free (old);
  luotain_futures_layout_free (old_columns);
  luotain_scenario_chips_show (self->chips, table);
  show_controls (self);
  lay_out_foot (self);
  if (!luotain_table_judging_is_open (self->stack))
    gtk_stack_set_visible_child_name (self->stack, table->rows->len > 0 || self->begun ? "table" : "empty");
}

static void
table_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainTablePage *self = owner;

  if (!success)
    return;

  show_table (self, result);
  reveal_soon (self);
}

static void
refresh (LuotainTablePage *self)
{
  LuotainFuturesQuery query = { luotain_context_get_sector (self->context),
                                luotain_context_get_language (self->context) };

  luotain_ask_anew (&self->cancellable);
  luotain_context_read (self->context, luotain_futures_table_run, g_memdup2 (&query, sizeof query), g_free,
                        (GDestroyNotify) luotain_futures_table_free, self->cancellable, table_read_cb, self);
}

static void
changed_cb (LuotainTablePage *self, LuotainChanges *changes)
{
  static const char *const types[] = { "key-variable", "state",  "exclusion",        "scenario",
                                       "finding",      "sector", "vocabulary-entry", NULL };

  if (luotain_changes_touch (changes, types))
    refresh (self);
}

static void
layout_cb (LuotainTablePage *self)
{
  if (self->showing || self->table == NULL)
    return;

  self->by_image = gtk_drop_down_get_selected (self->layouts) == 0;
  show_table (self, self->table);
}

static void
chosen_cb (LuotainTablePage *self, gint64 scenario)
{
  self->marks->chosen = scenario;
  luotain_table_judging_choose (self->stack, scenario);
  if (scenario != 0)
    luotain_context_set_selection (self->context, scenario);
  luotain_futures_grid_show_marks (self->grid);
}

static void
lit_cb (LuotainTablePage *self, gint64 scenario)
{
  luotain_futures_grid_light (self->grid, scenario);
}

static void
set_mode (LuotainTablePage *self, LuotainTableMode mode)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->exclude, mode == LUOTAIN_TABLE_EXCLUDE);
  gtk_toggle_button_set_active (self->remains, mode == LUOTAIN_TABLE_REMAINS);
  self->showing = FALSE;
  self->marks->mode = mode;
  show_marks (self);
}

static void
mode_cb (LuotainTablePage *self, GtkToggleButton *button)
{
  if (self->showing || self->table == NULL)
    return;

  if (!gtk_toggle_button_get_active (button))
    set_mode (self, LUOTAIN_TABLE_EDIT);
  else
    set_mode (self, button == self->exclude ? LUOTAIN_TABLE_EXCLUDE : LUOTAIN_TABLE_REMAINS);
}

static void
close_strip_cb (LuotainTablePage *self)
{
  set_mode (self, LUOTAIN_TABLE_EDIT);
  luotain_futures_grid_begin (self->grid);
}

static void
set_path (LuotainTablePage *self, guint row, guint state)
{
  LuotainPathStep step = { self->marks->chosen, luotain_futures_table_row (self->table, row)->id, 0 };

  for (guint i = 0; i < self->table->paths->len; i++)
    {
      const LuotainFuturesPath *path = luotain_futures_table_path (self->table, i);

      if (path->id == step.scenario && path->states[row] != state)
        step.state = luotain_futures_row_state (luotain_futures_table_row (self->table, row), state)->id;
    }
  luotain_context_do (self->context, step.state != 0 ? N_ ("Choose State") : N_ ("Leave Row Open"),
                      luotain_path_step_run, g_memdup2 (&step, sizeof step), g_free, NULL, NULL, NULL);
}

/* The first state that is chosen is what the others are compared with; chosen again it is let go. */
static void
toggle_pair (LuotainTablePage *self, guint row, guint state, gint64 id)
{
  guint base_row, base_state;

  if (self->marks->base != 0
      && luotain_futures_table_find (self->table, self->marks->base, &base_row, &base_state)
      && base_row != row)
    {
      luotain_exclusion_strip_toggle (self->exclusion_strip, id);
      return;
    }
  self->marks->base = self->marks->base == id ? 0 : id;
  show_marks (self);
}

static void
activated_cb (LuotainTablePage *self, gint64 id)
{
  guint row, state;

  if (self->table == NULL || !luotain_futures_table_find (self->table, id, &row, &state))
    return;

  if (self->marks->mode == LUOTAIN_TABLE_EXCLUDE)
    toggle_pair (self, row, state, id);
  else if (self->marks->mode == LUOTAIN_TABLE_REMAINS)
    {
      luotain_table_marks_fix (self->marks, luotain_futures_table_row (self->table, row)->id, id);
      show_marks (self);
    }
  else if (luotain_context_get_writable (self->context))
    set_path (self, row, state);
}

static void
base_cb (LuotainTablePage *self, gint64 state)
{
  self->marks->base = state;
  show_marks (self);
}

static void
fix_cb (LuotainTablePage *self, const guint8 *path)
{
  g_hash_table_remove_all (self->marks->fixed);
  for (guint i = 0; path != NULL && i < self->table->rows->len; i++)
    {
      const LuotainFuturesRow *row = luotain_futures_table_row (self->table, i);

      if (path[i] < row->states->len)
        luotain_table_marks_fix (self->marks, row->id, luotain_futures_row_state (row, path[i])->id);
    }
  show_marks (self);
}

static void
show_exclusion (LuotainTablePage *self, gint64 id)
{
  set_mode (self, LUOTAIN_TABLE_EXCLUDE);
  for (guint i = 0; i < self->table->exclusions->len; i++)
    if (((LuotainFuturesExclusion *) self->table->exclusions->pdata[i])->id == id)
      {
        luotain_exclusion_strip_choose (self->exclusion_strip, i);
        return;
      }
}

static void
hint_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainTablePage *self = LUOTAIN_TABLE_PAGE (widget);
  const char *hint = g_variant_get_string (parameter, NULL);
  const gint64 id = self->table != NULL ? luotain_table_hints_next (self->table, hint, self->hinted) : 0;

  if (self->table == NULL)
    return;

  if (g_str_equal (hint, "combinations"))
    set_mode (self, LUOTAIN_TABLE_REMAINS);
  else if (g_str_equal (hint, "twins"))
    luotain_scenario_chips_choose (self->chips, id);
  else if (g_str_equal (hint, "struck"))
    show_exclusion (self, id);
  else if (id != 0)
    go_to (self, id);
}

static void
begin_cb (LuotainTablePage *self)
{
  if (self->table == NULL)
    return;

  self->begun = TRUE;
  show_table (self, self->table);
  luotain_futures_grid_begin (self->grid);
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.edit", NULL);
}

/* On an empty page too: the list of findings hangs on the table. */
static void
from_findings_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainTablePage *self = LUOTAIN_TABLE_PAGE (widget);

  if (self->table == NULL || luotain_table_judging_is_open (self->stack)
      || luotain_context_get_room (self->context) || !luotain_context_get_writable (self->context))
    return;

  self->begun = TRUE;
  show_table (self, self->table);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->from_findings));
}

static void
luotain_table_page_reveal (LuotainPage *page, gint64 id)
{
  LuotainTablePage *self = LUOTAIN_TABLE_PAGE (page);

  if (luotain_table_judging_keeps (self->stack))
    return;
  self->awaited = id;
  if (self->table != NULL)
    reveal_soon (self);
}

static void
luotain_table_page_begin (LuotainPage *page)
{
  LuotainTablePage *self = LUOTAIN_TABLE_PAGE (page);

  if (luotain_table_judging_begin (self->stack))
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0)
    luotain_futures_grid_begin (self->grid);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
luotain_table_page_can_show (LuotainPage *page, const char *type_name)
{
  static const char *const types[] = { "key-variable", "state", NULL };

  return g_strv_contains (types, type_name);
}

static void
page_init (LuotainPageInterface *iface)
{
  iface->reveal = luotain_table_page_reveal;
  iface->begin = luotain_table_page_begin;
  iface->can_show = luotain_table_page_can_show;
}

static void
luotain_table_page_dispose (GObject *object)
{
  LuotainTablePage *self = LUOTAIN_TABLE_PAGE (object);

  luotain_ask_no_more (&self->cancellable);
  if (self->grid != NULL)
    luotain_futures_grid_show (self->grid, NULL, NULL, NULL);
  self->showing = TRUE;
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_TABLE_PAGE);
  self->grid = NULL;
  g_clear_pointer (&self->columns, luotain_futures_layout_free);
  g_clear_pointer (&self->table, luotain_futures_table_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_table_page_parent_class)->dispose (object);
}

static void
luotain_table_page_finalize (GObject *object)
{
  luotain_table_marks_free (LUOTAIN_TABLE_PAGE (object)->marks);

  G_OBJECT_CLASS (luotain_table_page_parent_class)->finalize (object);
}

static void
luotain_table_page_class_init (LuotainTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_table_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_table_page_finalize;

  gtk_widget_class_install_action (widget_class, "table.hint", "s", hint_action);
  gtk_widget_class_install_action (widget_class, "table.from-findings", NULL, from_findings_action);

  g_type_ensure (LUOTAIN_TYPE_EMPTY_STATE);
  g_type_ensure (LUOTAIN_TYPE_FINDINGS_PICKER);
  g_type_ensure (LUOTAIN_TYPE_SCENARIO_CHIPS);
  g_type_ensure (LUOTAIN_TYPE_TABLE_HINTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, flap);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, strips);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, foot);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, chips);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, from_findings);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, findings);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, layouts);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, grid_place);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, hints);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, exclude);
  gtk_widget_class_bind_template_child (widget_class, LuotainTablePage, remains);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, lit_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_table_page_init (LuotainTablePage *self)
{
  self->by_image = -1;
  self->marks = luotain_table_marks_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
sector_cb (LuotainTablePage *self)
{
  self->begun = FALSE;
  refresh (self);
}

static void
add_strips (LuotainTablePage *self)
{
  self->exclusion_strip = LUOTAIN_EXCLUSION_STRIP (luotain_exclusion_strip_new (self->context));
  self->remains_strip = LUOTAIN_REMAINS_STRIP (luotain_remains_strip_new ());
  gtk_stack_add_child (self->strips, GTK_WIDGET (self->exclusion_strip));
  gtk_stack_add_child (self->strips, GTK_WIDGET (self->remains_strip));
  g_signal_connect_object (self->exclusion_strip, "closed", G_CALLBACK (close_strip_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exclusion_strip, "base", G_CALLBACK (base_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remains_strip, "closed", G_CALLBACK (close_strip_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remains_strip, "fixed", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
luotain_table_page_new (LuotainContext *context)
{
  LuotainTablePage *self = g_object_new (LUOTAIN_TYPE_TABLE_PAGE, NULL);
  static const char *const notices[] = { "notify::words", "notify::language", "notify::room",
                                         "notify::writable" };

  self->context = g_object_ref (context);
  self->grid = LUOTAIN_FUTURES_GRID (luotain_futures_grid_new (context));
  adw_bin_set_child (self->grid_place, GTK_WIDGET (self->grid));
  add_strips (self);
  luotain_table_judging_attach (GTK_WIDGET (self), self->stack, context);
  luotain_findings_picker_set_context (self->findings, context);
  luotain_page_add_shortcut (GTK_WIDGET (self), GDK_KEY_j, "judging.open");
  luotain_page_add_shortcut (GTK_WIDGET (self), GDK_KEY_k, "table.from-findings");
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (lay_out_foot), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::sector", G_CALLBACK (sector_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    g_signal_connect_object (context, notices[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
