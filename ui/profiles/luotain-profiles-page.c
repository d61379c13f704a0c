#include "config.h"

#include "luotain-profiles-page.h"

#include "luotain-asking.h"
#include "luotain-empty-state.h"
#include "luotain-entry-editor.h"
#include "luotain-field.h"
#include "luotain-mark.h"
#include "luotain-page.h"
#include "luotain-pages.h"
#include "luotain-profile-edit.h"
#include "luotain-profile-grid.h"
#include "luotain-profile-query.h"
#include "luotain-robustness-view.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainProfilesPage
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainProfileSheet *sheet; /* (nullable): what is shown */
  gint64 profile; /* which one is wanted: 0 for that of the scenario */
  gint64 scenario;
  gint64 compared; /* a profile laid over it, or 0 */
  gint64 awaited; /* an entry to reveal as soon as it is there */
  gboolean showing;
  gboolean robustness_open; /* instead of the profile */
  GCancellable *cancellable;

  GtkStack *stack;
  AdwFlap *flap;
  GtkDropDown *choices;
  GtkLabel *count;
  GtkWidget *robustness_button;
  AdwBin *robustness_place;
  LuotainRobustnessView *robustness;
  GtkMenuButton *compare;
  GtkMenuButton *copy;
  GtkWidget *hint;
  AdwBin *grid_place;
  LuotainProfileGrid *grid;
  LuotainEntryEditor *editor;
  GtkLabel *legend;
};

static void page_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainProfilesPage, luotain_profiles_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_init))

static void refresh (LuotainProfilesPage *self);

static char *
dup_choice_label (const LuotainProfileChoice *choice)
{
  const char *title = choice->title != NULL ? choice->title : _ ("Profile Without Scenario");

  if (choice->year == LUOTAIN_NUMBER_UNSET)
    return g_strdup (title);
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, title, choice->year);
}

static guint
chosen_index (const LuotainProfileSheet *sheet)
{
  guint index = GTK_INVALID_LIST_POSITION;

  if (!g_ptr_array_find (sheet->choices, sheet->chosen, &index))
    return GTK_INVALID_LIST_POSITION;
  return index;
}

static gboolean
same_choices (GtkStringList *model, GPtrArray *labels)
{
  if (model == NULL || g_list_model_get_n_items (G_LIST_MODEL (model)) != labels->len)
    return FALSE;

  for (guint i = 0; i < labels->len; i++)
    {
      if (g_strcmp0 (gtk_string_list_get_string (model, i), labels->pdata[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
show_choices (LuotainProfilesPage *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->sheet->choices->len; i++)
    g_ptr_array_add (labels, dup_choice_label (self->sheet->choices->pdata[i]));
  if (!same_choices (GTK_STRING_LIST (gtk_drop_down_get_model (self->choices)), labels))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

      for (guint i = 0; i < labels->len; i++)
        gtk_string_list_append (model, labels->pdata[i]);
      gtk_drop_down_set_model (self->choices, G_LIST_MODEL (model));
    }
  gtk_drop_down_set_selected (self->choices, chosen_index (self->sheet));
}

/* Every other profile that has entries can be copied into the one that is shown, and be compared with it. */
static GMenu *
others_menu (LuotainProfilesPage *self, const char *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->sheet->choices->len; i++)
    {
      const LuotainProfileChoice *choice = self->sheet->choices->pdata[i];
      g_autofree char *label = dup_choice_label (choice);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (choice == self->sheet->chosen || choice->n_entries == 0)
        continue;
      g_menu_item_set_action_and_target (item, action, "x", choice->profile);
      g_menu_append_item (menu, item);
    }
  return menu;
}

static void
show_comparison (LuotainProfilesPage *self)
{
  g_autoptr (GMenu) menu = others_menu (self, "profile.compare-with");
  const gboolean possible = g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0;

  if (self->sheet->compared != NULL)
    {
      g_autoptr (GMenu) section = g_menu_new ();
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Stop Comparing"), NULL);

      g_menu_item_set_action_and_target (item, "profile.compare-with", "x", (gint64) 0);
      g_menu_append_item (section, item);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  gtk_menu_button_set_menu_model (self->compare, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->compare), possible && self->sheet->chosen != NULL);
}

static void
show_copies (LuotainProfilesPage *self)
{
  g_autoptr (GMenu) menu = others_menu (self, "profile.copy-from");

  gtk_menu_button_set_menu_model (self->copy, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->copy), luotain_context_get_writable (self->context)
                                                       && !luotain_context_get_room (self->context)
                                                       && self->sheet->chosen != NULL
                                                       && self->sheet->chosen->scenario != 0
                                                       && g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static char *
dup_comparison (const LuotainProfileSheet *sheet)
{
  guint n_here = 0;

  if (sheet->compared == NULL)
    return NULL;

  for (guint i = 0; i < sheet->items->len; i++)
    n_here += ((LuotainProfileItem *) sheet->items->pdata[i])->only_here;
  /* Translators: two counts of competences and the scenario of the other profile. */
  return g_strdup_printf (_ ("+ %u only here · dashed: %u only in %s"), n_here, sheet->others->len,
                          sheet->compared->title != NULL ? sheet->compared->title : "–");
}

static void
show_count (LuotainProfilesPage *self)
{
  const guint n = self->sheet->items->len;
  g_autofree char *entries = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  g_autofree char *comparison = dup_comparison (self->sheet);
  g_autofree char *text = g_strjoin (" · ", entries, comparison, NULL);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), comparison);
  gtk_widget_set_visible (self->hint, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), n > 0 && self->sheet->n_scenarios > 1);
}

static void
set_open (LuotainProfilesPage *self, gboolean open)
{
  adw_flap_set_reveal_flap (self->flap, open);
}

static gboolean
reveal_awaited (LuotainProfilesPage *self)
{
  GtkWidget *chip = self->awaited != 0 ? luotain_profile_grid_reveal (self->grid, self->awaited) : NULL;

  if (chip == NULL)
    return FALSE;

  self->awaited = 0;
  luotain_mark (chip);
  return TRUE;
}

static void
show_view (LuotainProfilesPage *self)
{
  self->robustness_open = self->robustness_open && self->sheet->choices->len > 1;
  gtk_widget_set_visible (self->robustness_button, self->sheet->choices->len > 1);

  if (self->robustness_open)
    luotain_robustness_view_refresh (self->robustness);

  gtk_stack_set_visible_child_name (self->stack, self->robustness_open         ? "robustness"
                                                 : self->sheet->chosen != NULL ? "profile"
                                                                               : "empty");
}

static void
sheet_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainProfilesPage *self = owner;
  LuotainProfileSheet *sheet = result;
  LuotainProfileSheet *old = self->sheet;

  if (!success)
    return;

  self->sheet = sheet;
  self->showing = TRUE;
  show_choices (self);
  self->showing = FALSE;
  show_comparison (self);
  show_copies (self);
  show_count (self);
  show_view (self);
  luotain_profile_grid_set_sheet (self->grid, sheet);
  luotain_profile_sheet_free (old);
  if (sheet->chosen != NULL)
    {
      self->profile = sheet->chosen->profile;
      self->scenario = sheet->chosen->scenario;
    }
  reveal_awaited (self);
  if (!luotain_entry_editor_show (self->editor, sheet, luotain_entry_editor_get_entry (self->editor)))
    set_open (self, FALSE);
}

static void
refresh (LuotainProfilesPage *self)
{
  LuotainProfileQuery query = { 0 };

  query.sector = luotain_context_get_sector (self->context);
  query.profile = self->profile;
  query.scenario = self->scenario;
  query.compared = self->compared;
  query.language = luotain_context_get_language (self->context);
  query.labels = luotain_language_of_locale ();
  luotain_ask_anew (&self->cancellable);
  luotain_context_read (self->context, luotain_profile_query_run, g_memdup2 (&query, sizeof query), g_free,
                        (GDestroyNotify) luotain_profile_sheet_free, self->cancellable, sheet_read_cb, self);
}

static void
changed_cb (LuotainProfilesPage *self, LuotainChanges *changes)
{
  static const char *const types[] = { "profile",   "profile-entry", "competence", "role-level",
                                       "job-title", "scenario",      "sector",     NULL };

  if (luotain_changes_touch (changes, types))
    refresh (self);
}

static void
choice_selected_cb (LuotainProfilesPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->choices);
  const LuotainProfileChoice *choice;

  if (self->showing || self->sheet == NULL || selected >= self->sheet->choices->len)
    return;

  choice = self->sheet->choices->pdata[selected];
  self->profile = choice->profile;
  self->scenario = choice->scenario;
  set_open (self, FALSE);
  luotain_context_set_selection (self->context, choice->profile);
  refresh (self);
}

static void
entry_selected_cb (LuotainProfilesPage *self, gint64 entry)
{
  luotain_context_set_selection (self->context, entry);
  if (adw_flap_get_reveal_flap (self->flap))
    luotain_entry_editor_show (self->editor, self->sheet, entry);
}

/* The first time a chip is opened the panel comes; the second time the focus goes there. */
static void
entry_opened_cb (LuotainProfilesPage *self, gint64 entry)
{
  const gboolean open = adw_flap_get_reveal_flap (self->flap)
                        && luotain_entry_editor_get_entry (self->editor) == entry;

  luotain_context_set_selection (self->context, entry);
  if (!luotain_entry_editor_show (self->editor, self->sheet, entry))
    return;

  set_open (self, TRUE);
  luotain_profile_grid_show_chosen (self->grid);
  if (open)
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
editor_closed_cb (LuotainProfilesPage *self)
{
  set_open (self, FALSE);
  luotain_profile_grid_reveal (self->grid, luotain_entry_editor_get_entry (self->editor));
}

static void
copied_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainProfilesPage *self = owner;
  g_autofree gint64 *profile = result;

  if (!success)
    return;

  self->profile = *profile;
  luotain_context_toast (self->context, _ ("Profile copied"), TRUE);
}

static void
copy_from_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainProfilesPage *self = LUOTAIN_PROFILES_PAGE (widget);
  LuotainProfileCopy copy = { g_variant_get_int64 (parameter), 0 };

  if (self->sheet == NULL || self->sheet->chosen == NULL)
    return;

  copy.scenario = self->sheet->chosen->scenario;
  luotain_context_do (self->context, N_ ("Copy Profile"), luotain_profile_copy_run,
                      g_memdup2 (&copy, sizeof copy), g_free, g_free, copied_cb, self);
}

static void
compare_with_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainProfilesPage *self = LUOTAIN_PROFILES_PAGE (widget);

  self->compared = g_variant_get_int64 (parameter);
  refresh (self);
}

static void
robustness_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainProfilesPage *self = LUOTAIN_PROFILES_PAGE (widget);

  if (self->sheet == NULL)
    return;

  self->robustness_open = TRUE;
  show_view (self);
  gtk_widget_child_focus (GTK_WIDGET (self->robustness), GTK_DIR_TAB_FORWARD);
}

static void
robustness_closed_cb (LuotainProfilesPage *self)
{
  self->robustness_open = FALSE;
  show_view (self);
  gtk_widget_grab_focus (self->robustness_button);
}

static void
begin_cb (LuotainProfilesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "i", luotain_pages_number ("scenarios"));
}

static void
place_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainProfilesPage *self = owner;
  g_autofree LuotainProfilePlace *place = result;

  if (!success || place->profile == 0)
    return;

  self->awaited = place->entry;
  self->robustness_open = FALSE;
  if (self->sheet != NULL)
    show_view (self);
  if (self->profile == place->profile && self->sheet != NULL && reveal_awaited (self))
    return;
  self->profile = place->profile;
  refresh (self);
}

static void
luotain_profiles_page_reveal (LuotainPage *page, gint64 id)
{
  LuotainProfilesPage *self = LUOTAIN_PROFILES_PAGE (page);

  luotain_context_read (self->context, luotain_profile_place_run, g_memdup2 (&id, sizeof id), g_free, g_free,
                        NULL, place_read_cb, self);
}

static void
luotain_profiles_page_begin (LuotainPage *page)
{
  luotain_profile_grid_begin (LUOTAIN_PROFILES_PAGE (page)->grid);
}

static gboolean
luotain_profiles_page_can_show (LuotainPage *page, const char *type_name)
{
  static const char *const types[] = { "profile",    "profile-entry", "competence", "external-identifier",
                                       "role-level", "job-title",     NULL };

  return g_strv_contains (types, type_name);
}

static void
page_init (LuotainPageInterface *iface)
{
  iface->reveal = luotain_profiles_page_reveal;
  iface->begin = luotain_profiles_page_begin;
  iface->can_show = luotain_profiles_page_can_show;
}

static void
luotain_profiles_page_dispose (GObject *object)
{
  LuotainProfilesPage *self = LUOTAIN_PROFILES_PAGE (object);

  luotain_ask_no_more (&self->cancellable);
  if (self->grid != NULL)
    luotain_profile_grid_set_sheet (self->grid, NULL);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_PROFILES_PAGE);
  self->grid = NULL;
  g_clear_pointer (&self->sheet, luotain_profile_sheet_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_profiles_page_parent_class)->dispose (object);
}

static void
luotain_profiles_page_class_init (LuotainProfilesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_profiles_page_dispose;

  gtk_widget_class_install_action (widget_class, "profile.compare-with", "x", compare_with_action);
  gtk_widget_class_install_action (widget_class, "profile.copy-from", "x", copy_from_action);
  gtk_widget_class_install_action (widget_class, "profile.robustness", NULL, robustness_action);

  g_type_ensure (LUOTAIN_TYPE_EMPTY_STATE);
  g_type_ensure (LUOTAIN_TYPE_ENTRY_EDITOR);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-profiles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, flap);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, choices);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, robustness_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, robustness_place);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, compare);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, copy);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, hint);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, grid_place);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, editor);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfilesPage, legend);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_closed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_profiles_page_init (LuotainProfilesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
sector_cb (LuotainProfilesPage *self)
{
  self->profile = 0;
  self->scenario = 0;
  set_open (self, FALSE);
  refresh (self);
}

GtkWidget *
luotain_profiles_page_new (LuotainContext *context)
{
  LuotainProfilesPage *self = g_object_new (LUOTAIN_TYPE_PROFILES_PAGE, NULL);

  self->context = g_object_ref (context);
  self->grid = LUOTAIN_PROFILE_GRID (luotain_profile_grid_new (context));
  adw_bin_set_child (self->grid_place, GTK_WIDGET (self->grid));
  luotain_entry_editor_set_context (self->editor, context);
  self->robustness = LUOTAIN_ROBUSTNESS_VIEW (luotain_robustness_view_new (context));
  adw_bin_set_child (self->robustness_place, GTK_WIDGET (self->robustness));
  g_signal_connect_object (self->robustness, "closed", G_CALLBACK (robustness_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "selected", G_CALLBACK (entry_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "opened", G_CALLBACK (entry_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::sector", G_CALLBACK (sector_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::words", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::language", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
