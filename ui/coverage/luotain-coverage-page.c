#include "config.h"

#include "luotain-coverage-page.h"

#include "luotain-coverage-edit.h"
#include "luotain-coverage-editor.h"
#include "luotain-coverage-filter.h"
#include "luotain-coverage-list.h"
#include "luotain-coverage-words.h"
#include "luotain-empty-state.h"
#include "luotain-pages.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainCoveragePage
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainCoverageSheet *sheet; /* (nullable): what is shown */
  gint64 organisation; /* whose view; 0 for all beside each other */
  gint64 awaited; /* a record to reveal as soon as its row is there */
  gboolean beginning; /* the first organisation is being named */
  gboolean anew; /* the next sheet is put in order, not only shown in place */
  gboolean showing;
  GCancellable *cancellable;

  GtkStack *stack;
  AdwFlap *flap;
  GtkWidget *controls;
  GtkDropDown *organisations;
  GtkWidget *adder;
  GtkPopover *adding;
  GtkEditable *name;
  GtkLabel *summary;
  LuotainCoverageFilter *filter;
  AdwBin *list_place;
  LuotainCoverageList *list;
  GtkWidget *nothing;
  GtkWidget *legend;
  LuotainCoverageEditor *editor;
  GArray *ids; /* (element-type gint64): organisations as the drop-down lists them, 0 for all */
};

static void page_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainCoveragePage, luotain_coverage_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_init))

static void refresh (LuotainCoveragePage *self);

static void
set_open (LuotainCoveragePage *self, gboolean open)
{
  adw_flap_set_reveal_flap (self->flap, open);
}

static const LuotainCoverageOrganisation *
current_organisation (LuotainCoveragePage *self)
{
  const guint place = luotain_coverage_list_get_organisation (self->list);

  return self->sheet != NULL && place < self->sheet->organisations->len
             ? self->sheet->organisations->pdata[place]
             : NULL;
}

static void
show_summary (LuotainCoveragePage *self)
{
  const LuotainCoverageOrganisation *organisation = current_organisation (self);
  g_autofree char *summary = organisation != NULL ? luotain_coverage_dup_summary (
                                 self->sheet, luotain_coverage_list_get_organisation (self->list))
                                                  : NULL;
  g_autofree char *text = summary != NULL && self->sheet->organisations->len > 1
                              ? g_strdup_printf ("%s: %s", organisation->title, summary)
                              : g_strdup (summary);

  gtk_label_set_text (self->summary, text != NULL ? text : "");
  luotain_coverage_filter_show_count (self->filter, luotain_coverage_list_get_n_rows (self->list),
                                      self->sheet->rows->len);
  gtk_widget_set_visible (self->nothing, luotain_coverage_list_get_n_rows (self->list) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list_place), luotain_coverage_list_get_n_rows (self->list) > 0);
}

static void
show_selected (LuotainCoveragePage *self)
{
  const LuotainCoverageRow *row = luotain_coverage_list_get_row (self->list);
  const guint place = luotain_coverage_list_get_organisation (self->list);

  if (!luotain_coverage_editor_show (self->editor, self->sheet, row, place))
    set_open (self, FALSE);
}

static GPtrArray *
matching_rows (LuotainCoveragePage *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->sheet->rows->len; i++)
    if (luotain_coverage_filter_matches (self->filter, self->sheet->rows->pdata[i]))
      g_ptr_array_add (rows, self->sheet->rows->pdata[i]);

  return rows;
}

/* Puts the rows in order anew: only when somebody asks to see others, never while he works on them. */
static void
fill (LuotainCoveragePage *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->sheet == NULL)
    return;

  rows = matching_rows (self);
  luotain_coverage_list_fill (self->list, self->sheet, rows);
  show_summary (self);
  show_selected (self);
}

static gboolean
same_titles (GtkStringList *model, GPtrArray *titles)
{
  if (model == NULL || g_list_model_get_n_items (G_LIST_MODEL (model)) != titles->len)
    return FALSE;

  for (guint i = 0; i < titles->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (model, i), titles->pdata[i]) != 0)
      return FALSE;

  return TRUE;
}

static void
show_organisations (LuotainCoveragePage *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  const gint64 all = 0;
  guint selected = 0;

  g_array_set_size (self->ids, 0);
  g_ptr_array_add (titles, (gpointer) _ ("All Organisations"));
  g_array_append_val (self->ids, all);
  for (guint i = 0; i < self->sheet->choices->len; i++)
    {
      const LuotainCoverageOrganisation *organisation = self->sheet->choices->pdata[i];

      g_ptr_array_add (titles, (gpointer) (organisation->title != NULL ? organisation->title : "–"));
      g_array_append_val (self->ids, organisation->id);
      if (organisation->id == self->organisation)
        selected = i + 1;
    }

  self->showing = TRUE;
  if (!same_titles (GTK_STRING_LIST (gtk_drop_down_get_model (self->organisations)), titles))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

      for (guint i = 0; i < titles->len; i++)
        gtk_string_list_append (model, titles->pdata[i]);
      gtk_drop_down_set_model (self->organisations, G_LIST_MODEL (model));
    }

  gtk_drop_down_set_selected (self->organisations, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->organisations), self->sheet->choices->len > 0);
  self->showing = FALSE;
}

static void
show_state (LuotainCoveragePage *self)
{
  const gboolean room = luotain_context_get_room (self->context);

  gtk_stack_set_visible_child_name (self->stack, self->sheet->rows->len == 0 ? "no-profile"
                                                 : self->sheet->choices->len > 0 || self->beginning
                                                     ? "work"
                                                     : "no-organisation");
  gtk_widget_set_visible (self->controls, !room);
  gtk_widget_set_visible (self->legend, !room && self->sheet->choices->len > 0);
  gtk_widget_set_visible (self->adder, luotain_context_get_writable (self->context));
  if (room)
    set_open (self, FALSE);
}

static gboolean
reveal_awaited (LuotainCoveragePage *self)
{
  if (self->awaited == 0)
    return FALSE;

  if (!luotain_coverage_list_reveal (self->list, self->awaited))
    {
      /* It is there, but filtered out. */
      luotain_coverage_filter_clear (self->filter);
      luotain_coverage_list_reveal (self->list, self->awaited);
    }

  self->awaited = 0;
  return TRUE;
}

static void
sheet_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainCoveragePage *self = owner;
  LuotainCoverageSheet *old = self->sheet;

  if (!success)
    return;

  self->sheet = result;

  /* The view that was shown is gone. */
  if (self->organisation != 0 && self->sheet->organisations->len == 0)
    {
      self->organisation = 0;
      self->anew = TRUE;
      refresh (self);
    }

  show_organisations (self);
  luotain_coverage_filter_set_sheet (self->filter, self->sheet);
  if (self->anew || old == NULL)
    fill (self);
  else
    {
      g_autoptr (GPtrArray) rows = matching_rows (self);

      luotain_coverage_list_update (self->list, self->sheet, rows);
      show_summary (self);
      show_selected (self);
    }

  self->anew = FALSE;
  luotain_coverage_sheet_free (old);
  show_state (self);
  reveal_awaited (self);
}

static void
refresh (LuotainCoveragePage *self)
{
  LuotainCoverageQuery query = { 0 };

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  query.sector = luotain_context_get_sector (self->context);
  query.organisation = self->organisation;
  query.language = luotain_language_of_locale ();
  luotain_context_read (self->context, luotain_coverage_query_run, g_memdup2 (&query, sizeof query), g_free,
                        (GDestroyNotify) luotain_coverage_sheet_free, self->cancellable, sheet_read_cb, self);
}

static void
refresh_anew (LuotainCoveragePage *self)
{
  self->anew = TRUE;
  refresh (self);
}

static void
changed_cb (LuotainCoveragePage *self, LuotainChanges *changes)
{
  static const char *const types[] = { "coverage",      "organisation", "curriculum-unit", "profile",
                                       "profile-entry", "competence",   "role-level",      "job-title",
                                       "scenario",      "sector" };
  gboolean touched = luotain_changes_has_links (changes);

  for (guint i = 0; !touched && i < G_N_ELEMENTS (types); i++)
    touched = luotain_changes_has_type (changes, types[i]);
  if (touched)
    refresh (self);
}

static void
organisation_selected_cb (LuotainCoveragePage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->organisations);

  if (self->showing || self->sheet == NULL || selected >= self->ids->len)
    return;

  self->organisation = g_array_index (self->ids, gint64, selected);
  if (self->organisation != 0)
    luotain_context_set_selection (self->context, self->organisation);
  refresh_anew (self);
}

/* ---- what is selected, opened and judged ---- */

static void
row_selected_cb (LuotainCoveragePage *self)
{
  const LuotainCoverageRow *row = luotain_coverage_list_get_row (self->list);

  /* What stands selected when the page is opened was chosen by nobody. */
  if (row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    luotain_context_set_selection (self->context,
                                   g_array_index (row->entries, LuotainCoverageEntry, 0).entry);
  show_summary (self);
  show_selected (self);
}

/* The first time a row is opened the panel comes; the second time the focus goes there. */
static void
row_opened_cb (LuotainCoveragePage *self)
{
  const gboolean open = adw_flap_get_reveal_flap (self->flap);

  if (current_organisation (self) == NULL || luotain_context_get_room (self->context))
    return;

  show_selected (self);
  set_open (self, TRUE);
  if (open && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
row_judged_cb (LuotainCoveragePage *self, guint status)
{
  const LuotainCoverageRow *row = luotain_coverage_list_get_row (self->list);
  const LuotainCoverageOrganisation *organisation = current_organisation (self);

  if (row == NULL || organisation == NULL || !luotain_context_get_writable (self->context))
    return;

  luotain_coverage_judge (self->context, organisation->id,
                          g_array_index (row->entries, LuotainCoverageEntry, 0).entry, FALSE, status);
}

static void
editor_closed_cb (LuotainCoveragePage *self)
{
  set_open (self, FALSE);
  luotain_coverage_list_begin (self->list);
}

/* ---- organisations ---- */

static void
added_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainCoveragePage *self = owner;
  g_autofree gint64 *id = result;

  if (!success)
    return;

  self->organisation = *id;
  gtk_editable_set_text (self->name, "");
  gtk_popover_popdown (self->adding);
  refresh_anew (self);
  luotain_coverage_list_begin (self->list);
}

static void
add_cb (LuotainCoveragePage *self)
{
  const char *name = gtk_editable_get_text (self->name);

  if (*name != '\0')
    luotain_context_do (self->context, N_ ("Add Organisation"), luotain_coverage_organisation_run,
                        g_strdup (name), g_free, g_free, added_cb, self);
}

static void
begin_cb (LuotainCoveragePage *self)
{
  self->beginning = TRUE;
  show_state (self);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->adder));
}

static void
go_to_profiles_cb (LuotainCoveragePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "i", luotain_pages_number ("profiles"));
}

/* ---- the page ---- */

static void
place_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainCoveragePage *self = owner;
  g_autofree LuotainCoveragePlace *place = result;

  if (!success)
    return;

  self->awaited = place->entry;
  if (place->organisation != 0 && self->organisation != 0 && place->organisation != self->organisation)
    {
      self->organisation = place->organisation;
      self->anew = TRUE;
    }

  refresh (self);
}

static void
luotain_coverage_page_reveal (LuotainPage *page, gint64 id)
{
  LuotainCoveragePage *self = LUOTAIN_COVERAGE_PAGE (page);

  luotain_context_read (self->context, luotain_coverage_place_run, g_memdup2 (&id, sizeof id), g_free, g_free,
                        NULL, place_read_cb, self);
}

static gboolean
is_touched (const LuotainCoverageRow *row, LuotainChanges *changes)
{
  for (guint i = 0; i < row->entries->len; i++)
    {
      if (luotain_changes_has_id (changes, g_array_index (row->entries, LuotainCoverageEntry, i).entry))
        return TRUE;

      for (guint j = 0; j < row->views->len; j++)
        {
          const LuotainCoverageView *view = row->views->pdata[j];
          const gint64 record = g_array_index (view->parts, LuotainCoveragePart, i).record;

          if (record != 0 && luotain_changes_has_id (changes, record))
            return TRUE;
        }
    }

  return FALSE;
}

/* A judgement that was undone left no record: the row that showed it is where to look. */
static gboolean
luotain_coverage_page_reveal_change (LuotainPage *page, LuotainChanges *changes)
{
  LuotainCoveragePage *self = LUOTAIN_COVERAGE_PAGE (page);

  if (luotain_changes_is_all (changes) || !luotain_changes_has_type (changes, "coverage"))
    return FALSE;

  for (guint i = 0; self->sheet != NULL && i < self->sheet->rows->len; i++)
    {
      const LuotainCoverageRow *row = self->sheet->rows->pdata[i];

      if (!is_touched (row, changes))
        continue;

      self->awaited = g_array_index (row->entries, LuotainCoverageEntry, 0).entry;
      return reveal_awaited (self);
    }

  return FALSE;
}

static void
luotain_coverage_page_begin (LuotainPage *page)
{
  LuotainCoveragePage *self = LUOTAIN_COVERAGE_PAGE (page);

  if (self->sheet != NULL && self->sheet->rows->len > 0 && self->sheet->choices->len == 0)
    begin_cb (self);
  else
    luotain_coverage_list_begin (self->list);
}

static void
luotain_coverage_page_search (LuotainPage *page)
{
  luotain_coverage_filter_search (LUOTAIN_COVERAGE_PAGE (page)->filter);
}

static gboolean
luotain_coverage_page_can_show (LuotainPage *page, const char *type_name)
{
  static const char *const types[] = { "coverage", "organisation", "curriculum-unit", NULL };

  return g_strv_contains (types, type_name);
}

static void
page_init (LuotainPageInterface *iface)
{
  iface->reveal = luotain_coverage_page_reveal;
  iface->reveal_change = luotain_coverage_page_reveal_change;
  iface->begin = luotain_coverage_page_begin;
  iface->search = luotain_coverage_page_search;
  iface->can_show = luotain_coverage_page_can_show;
}

static void
luotain_coverage_page_dispose (GObject *object)
{
  LuotainCoveragePage *self = LUOTAIN_COVERAGE_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->showing = TRUE;
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_COVERAGE_PAGE);
  g_clear_pointer (&self->sheet, luotain_coverage_sheet_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_coverage_page_parent_class)->dispose (object);
}

static void
luotain_coverage_page_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_COVERAGE_PAGE (object)->ids);

  G_OBJECT_CLASS (luotain_coverage_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, flap);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, controls);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, organisations);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, adder);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, adding);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, name);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, summary);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, filter);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, list_place);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, legend);
  gtk_widget_class_bind_template_child (widget_class, LuotainCoveragePage, editor);
}

static void
luotain_coverage_page_class_init (LuotainCoveragePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_coverage_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_coverage_page_finalize;

  g_type_ensure (LUOTAIN_TYPE_COVERAGE_EDITOR);
  g_type_ensure (LUOTAIN_TYPE_COVERAGE_FILTER);
  g_type_ensure (LUOTAIN_TYPE_EMPTY_STATE);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-coverage-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, go_to_profiles_cb);
  gtk_widget_class_bind_template_callback (widget_class, organisation_selected_cb);
}

static void
luotain_coverage_page_init (LuotainCoveragePage *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_coverage_page_new (LuotainContext *context)
{
  LuotainCoveragePage *self = g_object_new (LUOTAIN_TYPE_COVERAGE_PAGE, NULL);

  self->context = g_object_ref (context);
  self->list = LUOTAIN_COVERAGE_LIST (luotain_coverage_list_new (context));
  adw_bin_set_child (self->list_place, GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (row_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "judged", G_CALLBACK (row_judged_cb), self, G_CONNECT_SWAPPED);
  luotain_coverage_editor_set_context (self->editor, context);
  luotain_coverage_filter_set_context (self->filter, context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::sector", G_CALLBACK (refresh_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::words", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
