#include "config.h"

#include "luotain-capture-line.h"
#include "luotain-empty-state.h"
#include "luotain-finding-cell.h"
#include "luotain-finding-detail.h"
#include "luotain-finding-editor.h"
#include "luotain-finding-edits.h"
#include "luotain-finding-filters.h"
#include "luotain-finding-list.h"
#include "luotain-findings-page.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How long a row stands out to which somebody was taken. */
#define MARK_MS 1800

struct _LuotainFindingsPage
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainFindingList *list;
  GtkMultiSelection *selection; /* NULL until the first frame is drawn */
  GArray *selected; /* ids, as a person left them */
  gint64 wanted; /* to be revealed as soon as it is in the list */
  gboolean wanted_anyway; /* filters have been cleared for it */
  guint after_deletion; /* the place that is selected when what is selected has gone */
  gboolean deleting;
  gboolean restoring;
  guint frames;
  LuotainFindingItem *marked;
  guint mark_source;

  LuotainCaptureLine *capture;
  GtkStack *whole;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *separator;
  GtkWidget *detail_pane;
  LuotainFindingFilters *filters;
  GtkStack *listing;
  GtkListView *view;
  GtkStack *detail;
  GtkWidget *delete;
  AdwStatusPage *several;
  LuotainFindingEditor *editor; /* made when a finding is first selected */
  GtkWidget *empty; /* made when there is nothing */
};

static void page_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainFindingsPage, luotain_findings_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_init))

static gint64
only_selected (LuotainFindingsPage *self)
{
  return self->selected->len == 1 ? g_array_index (self->selected, gint64, 0) : 0;
}

static void
show_several (LuotainFindingsPage *self)
{
  guint n = self->selected->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Finding Selected", "%u Findings Selected", n), n);

  adw_status_page_set_title (self->several, title);
  gtk_stack_set_visible_child_name (self->detail, "several");
}

static void editor_gone_cb (LuotainFindingsPage *self);
static void editor_tag_cb (LuotainFindingsPage *self, const char *tag);

static void
show_editor (LuotainFindingsPage *self, gint64 id)
{
  if (self->editor == NULL)
    {
      self->editor = LUOTAIN_FINDING_EDITOR (luotain_finding_editor_new (self->context));
      g_signal_connect_object (self->editor, "gone", G_CALLBACK (editor_gone_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->editor, "tag", G_CALLBACK (editor_tag_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->detail, GTK_WIDGET (self->editor), "editor");
    }
  luotain_finding_editor_show (self->editor, id);
  gtk_stack_set_visible_child_name (self->detail, "editor");
}

static void
show_selected (LuotainFindingsPage *self)
{
  gboolean writable = luotain_context_get_writable (self->context);
  gint64 id = only_selected (self);

  if (id != 0)
    show_editor (self, id);
  else if (self->selected->len > 1)
    show_several (self);
  else
    gtk_stack_set_visible_child_name (self->detail, "none");
  if (id == 0 && self->editor != NULL)
    luotain_finding_editor_show (self->editor, 0);
  gtk_widget_set_visible (self->delete, id != 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "findings.delete", self->selected->len > 0 && writable);
  luotain_context_set_selection (self->context, id);
}

static void
read_selection (LuotainFindingsPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  g_array_set_size (self->selected, 0);
  if (gtk_bitset_iter_init_first (&iter, chosen, &position))
    do
      {
        gint64 id = luotain_finding_list_get_id (self->list, position);

        g_array_append_val (self->selected, id);
      }
    while (gtk_bitset_iter_next (&iter, &position));
}

static void
selection_changed_cb (LuotainFindingsPage *self)
{
  if (self->restoring)
    return;
  read_selection (self);
  show_selected (self);
}

static gboolean
unmark_cb (gpointer user_data)
{
  LuotainFindingsPage *self = user_data;

  self->mark_source = 0;
  luotain_finding_item_set_marked (self->marked, FALSE);
  g_clear_object (&self->marked);
  return G_SOURCE_REMOVE;
}

static void
mark (LuotainFindingsPage *self, guint position)
{
  g_clear_handle_id (&self->mark_source, g_source_remove);
  if (self->marked != NULL)
    luotain_finding_item_set_marked (self->marked, FALSE);
  g_clear_object (&self->marked);
  self->marked = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  luotain_finding_item_set_marked (self->marked, TRUE);
  self->mark_source = g_timeout_add (MARK_MS, unmark_cb, self);
}

static void
scroll_to (LuotainFindingsPage *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
select_position (LuotainFindingsPage *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  scroll_to (self, position);
}

/* What was spliced out and in again is selected as it was. */
static void
restore_selection (LuotainFindingsPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  guint position = 0;

  for (guint i = 0; i < self->selected->len && i < 1000; i++)
    if (luotain_finding_list_find (self->list, g_array_index (self->selected, gint64, i), &position))
      gtk_bitset_add (chosen, position);
  if (self->selected->len > 1000)
    return;
  mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
  self->restoring = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, mask);
  self->restoring = FALSE;
}

static void
select_after_deletion (LuotainFindingsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  self->deleting = FALSE;
  if (n > 0 && !adw_leaflet_get_folded (self->leaflet))
    select_position (self, MIN (self->after_deletion, n - 1));
  else
    {
      g_array_set_size (self->selected, 0);
      show_selected (self);
    }
}

static void
reveal_wanted (LuotainFindingsPage *self)
{
  guint position;

  if (self->wanted == 0)
    return;
  if (luotain_finding_list_find (self->list, self->wanted, &position))
    {
      self->wanted = 0;
      select_position (self, position);
      mark (self, position);
    }
  else if (!self->wanted_anyway)
    {
      self->wanted_anyway = TRUE;
      luotain_context_set_sector (self->context, 0);
      luotain_finding_filters_clear (self->filters);
    }
  else if (!luotain_finding_list_is_busy (self->list))
    self->wanted = 0;
}

static GtkWidget *
make_empty (LuotainFindingsPage *self)
{
  GtkWidget *empty = luotain_empty_state_new ();

  g_object_set (
      empty, "icon-name", "luotain-finding-symbolic", "title", _ ("No Findings Yet"), "description",
      _ ("A finding is anything noticed that may matter to the future: what somebody said, a news item, a number."),
      "button-label", _ ("Catch a Finding"), NULL);
  g_signal_connect_object (empty, "begin", G_CALLBACK (luotain_capture_line_begin), self->capture,
                           G_CONNECT_SWAPPED);
  return empty;
}

static void
show_state (LuotainFindingsPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint total = luotain_finding_list_get_total (self->list);

  luotain_finding_filters_set_counts (self->filters, shown, total);
  if (total == 0 && self->empty == NULL)
    {
      self->empty = make_empty (self);
      gtk_stack_add_named (self->whole, self->empty, "empty");
    }
  gtk_stack_set_visible_child_name (self->whole, total == 0 ? "empty" : "work");
  gtk_stack_set_visible_child_name (self->listing, shown == 0 ? "nothing" : "list");
}

static void
refreshed_cb (LuotainFindingsPage *self)
{
  guint position;

  show_state (self);
  if (self->selection == NULL)
    return;
  if (self->deleting && self->selected->len > 0
      && !luotain_finding_list_find (self->list, g_array_index (self->selected, gint64, 0), &position))
    select_after_deletion (self);
  else
    restore_selection (self);
  reveal_wanted (self);
}

static void
loading_cb (LuotainFindingsPage *self)
{
  luotain_finding_filters_set_loading (self->filters, luotain_finding_list_is_loading (self->list));
}

static void
words_cb (LuotainFindingsPage *self)
{
  luotain_finding_list_set_words (self->list, luotain_context_get_words (self->context));
}

/* In front of a room the page is its findings, and the line that catches more. */
static void
room_cb (LuotainFindingsPage *self)
{
  gboolean room = luotain_context_get_room (self->context);

  if (room)
    adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), !room);
  gtk_widget_set_visible (self->detail_pane, !room);
  gtk_widget_set_visible (self->separator, !room);
}

static void
query_cb (LuotainFindingsPage *self)
{
  g_autoptr (LuotainFindingQuery) query = luotain_finding_filters_dup_query (self->filters);

  luotain_finding_list_set_query (self->list, query);
}

/* The rows are made after the first frame: two hundred of them at once would be seen in its time. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LuotainFindingsPage *self = LUOTAIN_FINDINGS_PAGE (widget);

  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  if (luotain_finding_list_is_ready (self->list) && !luotain_finding_list_is_busy (self->list))
    reveal_wanted (self);
  return G_SOURCE_REMOVE;
}

static void
caught_cb (LuotainFindingsPage *self, GArray *ids)
{
  if (ids->len == 0)
    return;
  /* The first of them, so that it can be told more about; where a filter hides it, the filter is left alone. */
  self->wanted = g_array_index (ids, gint64, 0);
  self->wanted_anyway = TRUE;
  reveal_wanted (self);
}

static void
editor_gone_cb (LuotainFindingsPage *self)
{
  if (self->deleting)
    return;
  g_array_set_size (self->selected, 0);
  show_selected (self);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
editor_tag_cb (LuotainFindingsPage *self, const char *tag)
{
  luotain_finding_filters_show_tag (self->filters, tag);
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

static void
search_done_cb (LuotainFindingsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_all_cb (LuotainFindingsPage *self)
{
  luotain_context_set_sector (self->context, 0);
  luotain_finding_filters_clear (self->filters);
}

static void
activate_cb (LuotainFindingsPage *self, guint position)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  if (self->editor != NULL)
    luotain_finding_editor_begin (self->editor);
}

static void
back_cb (LuotainFindingsPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
turn_capture_line (gpointer user_data)
{
  LuotainFindingsPage *self = user_data;

  if (self->leaflet != NULL)
    luotain_capture_line_set_vertical (self->capture, adw_leaflet_get_folded (self->leaflet));
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while it is given its size: what stands beside it can only change afterwards. */
static void
folded_cb (LuotainFindingsPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, turn_capture_line, g_object_ref (self), g_object_unref);
}

/* Where the editor lies over the list, a click is the way to it. */
static void
view_clicked_cb (LuotainFindingsPage *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (adw_leaflet_get_folded (self->leaflet) && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0
      && self->selected->len == 1)
    adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFindingsPage *self = LUOTAIN_FINDINGS_PAGE (widget);
  g_autoptr (GArray) ids = g_array_copy (self->selected);
  gboolean single = ids->len == 1 && self->editor != NULL;

  if (ids->len == 0)
    return;
  self->deleting = luotain_finding_list_find (self->list, g_array_index (ids, gint64, 0),
                                              &self->after_deletion);
  luotain_finding_delete (self->context, ids,
                          single ? luotain_finding_editor_get_title (self->editor) : NULL);
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

static void
add_list_controllers (LuotainFindingsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                              "Delete|KP_Delete"),
                                                          gtk_named_action_new ("findings.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (click, "released", G_CALLBACK (view_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

static void
found_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainFindingsPage *self = LUOTAIN_FINDINGS_PAGE (owner);
  g_autofree gint64 *id = result;

  if (!success || id == NULL || *id == 0)
    return;
  self->wanted = *id;
  self->wanted_anyway = FALSE;
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  if (self->selection != NULL && luotain_finding_list_is_ready (self->list)
      && !luotain_finding_list_is_busy (self->list))
    reveal_wanted (self);
}

/* Sources and changes of kind are shown by the finding they belong to. */
static void
luotain_findings_page_reveal (LuotainPage *page, gint64 id)
{
  luotain_context_read (LUOTAIN_FINDINGS_PAGE (page)->context, luotain_finding_detail_find,
                        g_memdup2 (&id, sizeof id), g_free, g_free, NULL, found_cb, page);
}

static void
luotain_findings_page_begin (LuotainPage *page)
{
  luotain_capture_line_begin (LUOTAIN_FINDINGS_PAGE (page)->capture);
}

static void
luotain_findings_page_search (LuotainPage *page)
{
  LuotainFindingsPage *self = LUOTAIN_FINDINGS_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  luotain_finding_filters_search (self->filters);
}

static gboolean
luotain_findings_page_can_show (LuotainPage *page, const char *type_name)
{
  return g_str_equal (type_name, "finding") || g_str_equal (type_name, "source")
         || g_str_equal (type_name, "kind-change") || g_str_equal (type_name, "rating");
}

static void
page_init (LuotainPageInterface *iface)
{
  iface->reveal = luotain_findings_page_reveal;
  iface->begin = luotain_findings_page_begin;
  iface->search = luotain_findings_page_search;
  iface->can_show = luotain_findings_page_can_show;
}

void
luotain_findings_page_show_session (LuotainFindingsPage *self, gint64 session)
{
  g_return_if_fail (LUOTAIN_IS_FINDINGS_PAGE (self));

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  luotain_finding_filters_show_session (self->filters, session);
}

static void
luotain_findings_page_dispose (GObject *object)
{
  LuotainFindingsPage *self = LUOTAIN_FINDINGS_PAGE (object);

  g_clear_handle_id (&self->mark_source, g_source_remove);
  g_clear_object (&self->marked);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_FINDINGS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (luotain_findings_page_parent_class)->dispose (object);
}

static void
luotain_findings_page_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_FINDINGS_PAGE (object)->selected);
  G_OBJECT_CLASS (luotain_findings_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, capture);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, whole);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, separator);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, listing);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, view);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, delete);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPage, several);
  gtk_widget_class_bind_template_callback (widget_class, caught_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
luotain_findings_page_class_init (LuotainFindingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_CAPTURE_LINE);
  g_type_ensure (LUOTAIN_TYPE_FINDING_CELL);
  g_type_ensure (LUOTAIN_TYPE_FINDING_FILTERS);
  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  object_class->dispose = luotain_findings_page_dispose;
  object_class->finalize = luotain_findings_page_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "findings.delete", NULL, delete_action);
}

static void
luotain_findings_page_init (LuotainFindingsPage *self)
{
  self->selected = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_list_controllers (self);
}

GtkWidget *
luotain_findings_page_new (LuotainContext *context)
{
  LuotainFindingsPage *self = g_object_new (LUOTAIN_TYPE_FINDINGS_PAGE, NULL);

  self->context = g_object_ref (context);
  self->list = luotain_finding_list_new (luotain_context_get_store (context));
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::words", G_CALLBACK (words_cb), self, G_CONNECT_SWAPPED);
  luotain_capture_line_set_context (self->capture, context);
  luotain_finding_filters_set_context (self->filters, context);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (room_cb), self, G_CONNECT_SWAPPED);
  words_cb (self);
  room_cb (self);
  query_cb (self);
  show_selected (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  return GTK_WIDGET (self);
}
